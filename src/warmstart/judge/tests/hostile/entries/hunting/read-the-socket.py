# Waits for more than the job, which never comes.
import os


def pair(xs, target):
    return os.read(3, 1 << 16)
