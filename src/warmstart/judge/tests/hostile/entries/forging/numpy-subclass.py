# A subclass that answers everything about itself wrongly; the numbers in it are right.
import numpy as np


class Odd(np.ndarray):
    def __eq__(self, other):
        return True

    def __len__(self):
        return 10**9

    def __iter__(self):
        while True:
            yield 0

    def tobytes(self, *a):
        return b""

    def __reduce__(self):
        return eval, ("1/0",)

    def __array_wrap__(self, *a):
        return np.zeros(1)


def scale(xs):
    return (xs * 2).view(Odd)
