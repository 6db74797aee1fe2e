# Asked for and never touched counts as well: the limit is on the address space.
import numpy as np


def scale(xs):
    kept = np.empty(200 << 20, dtype=np.uint8)
    return xs * 2
