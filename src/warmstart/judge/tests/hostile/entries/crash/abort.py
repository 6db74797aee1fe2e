import os


def pair(xs, target):
    os.abort()
