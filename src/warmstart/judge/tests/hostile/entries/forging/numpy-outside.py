# Strides that lead out of its own memory.
import numpy as np


def scale(xs):
    return np.lib.stride_tricks.as_strided(xs, shape=xs.shape, strides=(-(2**46),))
