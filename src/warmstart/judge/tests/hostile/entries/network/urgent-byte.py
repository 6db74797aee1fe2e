# Out-of-band data on a unix socket, which a reader that polls may never see the end of.
import ctypes

MSG_OOB = 1
for _ in range(100):
    assert ctypes.CDLL(None).send(3, b"!", 1, MSG_OOB) == 1
