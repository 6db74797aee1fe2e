import os


def pair(xs, target):
    while True:
        os.write(2, b"x" * 65536)
