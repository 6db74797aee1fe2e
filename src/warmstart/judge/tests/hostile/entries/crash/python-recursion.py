import sys

sys.setrecursionlimit(10**9)


def pair(xs, target):
    return pair(xs, target)
