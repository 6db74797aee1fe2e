# Leaves the worker no room to write the answer.
import sys


def deep():
    for limit in range(1, 1000):
        try:
            return sys.setrecursionlimit(limit)
        except RecursionError:
            continue


deep()
