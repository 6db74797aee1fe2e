import ctypes

libc = ctypes.CDLL(None, use_errno=True)
if libc.prctl(1, 0) != 0:
    raise PermissionError("the death signal stays")
