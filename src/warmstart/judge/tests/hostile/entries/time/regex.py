import re


def pair(xs, target):
    return re.match(r"(a+)+$", "a" * 60 + "b")
