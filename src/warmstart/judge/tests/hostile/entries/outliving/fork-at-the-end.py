# Everything that may run at the end of a process forks.
import atexit
import os
import threading
import weakref


def fork(*a):
    while True:
        try:
            os.fork()
        except OSError:
            pass


class Kept:
    __del__ = fork


atexit.register(fork)
threading._register_atexit(fork)
kept = Kept()
weakref.finalize(kept, fork)
threading.Thread(target=threading.Event().wait).start()
