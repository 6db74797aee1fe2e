# Frames larger than the socket's buffer, on a socket that refuses to wait.
import fcntl, os

fcntl.fcntl(3, fcntl.F_SETFL, os.O_NONBLOCK)


def pair(xs, target):
    return "x" * 900_000
