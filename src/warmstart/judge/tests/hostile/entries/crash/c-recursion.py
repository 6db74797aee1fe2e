import sys

sys.setrecursionlimit(10**9)


def pair(xs, target):
    return max([1], key=lambda x: pair(xs, target))
