# Memory that the kernel holds for us counts for no process.
import os, socket

ends = []
try:
    while True:
        ends.append(socket.socketpair())
        ends[-1][0].setblocking(False)
        try:
            while True:
                ends[-1][0].send(bytes(1 << 16))
        except BlockingIOError:
            pass
except OSError:
    pass
