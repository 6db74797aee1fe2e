import numpy as np


def scale(xs):
    return np.ma.masked_array(np.zeros(xs.shape), mask=True)
