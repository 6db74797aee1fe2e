def pair(xs, target):
    return [pair, __builtins__, NotImplemented, ..., type]
