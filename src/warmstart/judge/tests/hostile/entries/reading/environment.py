# The runner of this catalogue has a canary in its environment; a zygote's is clean.
import ctypes, os

found = repr(dict(os.environ)) + repr(os.environb)
environ = ctypes.POINTER(ctypes.c_char_p).in_dll(ctypes.CDLL(None), "environ")
index = 0
while environ[index]:
    found += repr(environ[index])
    index += 1
if "canary" not in found:
    raise PermissionError("a clean environment")
