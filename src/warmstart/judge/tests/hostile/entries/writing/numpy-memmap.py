import numpy as np

np.memmap("/tmp/warmstart-hostile", dtype=np.uint8, mode="w+", shape=(1,))


def scale(xs):
    return xs * 2
