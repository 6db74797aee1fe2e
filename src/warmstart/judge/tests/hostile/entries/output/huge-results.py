# Each is within what one result may have; together they are not.
def pair(xs, target):
    return "x" * (4 << 20)
