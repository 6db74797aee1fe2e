# A signal handler that raises where the worker's own code runs.
import signal


class Now(BaseException):
    pass


def handler(number, frame):
    raise Now


signal.signal(signal.SIGALRM, handler)
signal.setitimer(signal.ITIMER_REAL, 0.0001, 0.0001)
