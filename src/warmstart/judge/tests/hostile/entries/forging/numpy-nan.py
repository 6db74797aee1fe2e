import numpy as np


def scale(xs):
    return np.full(xs.shape, np.nan)
