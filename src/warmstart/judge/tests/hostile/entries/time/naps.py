import time


def pair(xs, target):
    time.sleep(0.25)
    for i, x in enumerate(xs):
        for j in range(i + 1, len(xs)):
            if x + xs[j] == target:
                return [i, j]
