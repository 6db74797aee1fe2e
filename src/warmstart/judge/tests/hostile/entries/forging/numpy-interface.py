# No array, but NumPy would take it for one.
import numpy as np


class Like:
    def __init__(self, xs):
        self.__array_interface__ = xs.__array_interface__
        self._xs = xs

    def __array__(self, *a, **k):
        return self._xs


def scale(xs):
    return Like(xs * 2)
