# Only this worker's own reading, which is over.
import ctypes

assert ctypes.CDLL(None).shutdown(3, 0) == 0
