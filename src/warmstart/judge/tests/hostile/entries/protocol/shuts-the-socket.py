import ctypes

assert ctypes.CDLL(None).shutdown(3, 1) == 0
