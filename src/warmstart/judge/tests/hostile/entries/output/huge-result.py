def pair(xs, target):
    return "x" * (17 << 20)
