def pair(xs, target):
    return sum(range(10**12))
