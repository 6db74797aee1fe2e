# Small in memory, 2^40 lists when it is written out.
def pair(xs, target):
    value = [0]
    for _ in range(40):
        value = [value, value]
    return value
