# Right numbers in memory that runs backwards, with gaps, read-only.
import numpy as np


def scale(xs):
    room = np.zeros(3 * len(xs))
    room[::-3] = xs * 2
    view = room[::-3]
    view.flags.writeable = False
    return view
