import threading

import numpy as np

result = np.zeros(3)


def move():
    while True:
        result.resize(1000, refcheck=False)
        result.resize(1, refcheck=False)


threading.Thread(target=move, daemon=True).start()


def scale(xs):
    return result
