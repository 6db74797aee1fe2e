# Exhausts its own descriptors, and only those.
import os

ends = []
try:
    while True:
        ends.append(os.pipe())
except OSError:
    pass
if len(ends) > 1000:
    raise SystemError("no limit on descriptors")
