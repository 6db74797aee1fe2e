import os, signal


def again(*_):
    while True:
        pass


for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGPIPE, signal.SIGINT):
    signal.signal(number, again)
