def pair(xs, target):
    return pow(3, 1 << 400000, (1 << 100003) - 1)
