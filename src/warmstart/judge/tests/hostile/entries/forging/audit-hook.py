# Every act of the interpreter that is audited now fails.
import sys


def hook(event, arguments):
    if event != "sys.settrace":
        raise RuntimeError(event)


sys.addaudithook(hook)
