# C code that holds the GIL: no handler of Python would ever run.
import numpy as np


def scale(xs):
    while True:
        np.sort(np.arange(10**6)[::-1], kind="heapsort")
