import numpy as np

np.fromfile("/etc/passwd", dtype=np.uint8)


def scale(xs):
    return xs * 2
