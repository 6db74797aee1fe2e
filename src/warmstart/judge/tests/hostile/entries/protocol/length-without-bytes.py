send(b"\x00\x00\x10\x00{")


def pair(xs, target):
    while True:
        pass
