import os

others = []
for fd in range(4, 2048):
    try:
        os.fstat(fd)
        others.append(fd)
    except OSError:
        pass
if not others:
    raise LookupError("no other descriptors")
