import numpy as np


def scale(xs):
    return np.linalg.eig(np.random.rand(900, 900))
