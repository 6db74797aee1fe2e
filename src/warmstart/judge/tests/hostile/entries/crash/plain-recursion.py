def pair(xs, target):
    return pair(xs, target)
