def pair(xs, target):
    deep = []
    for _ in range(100000):
        deep = [deep]
    return deep
