import numpy as np


def scale(xs):
    return np.zeros(xs.shape, dtype=[("a", "f8"), ("b", "O")])
