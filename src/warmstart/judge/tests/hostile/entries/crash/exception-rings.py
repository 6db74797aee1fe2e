def pair(xs, target):
    first, second = ValueError("x" * 10**6), KeyError("\ud800\0\x1b[2J")
    first.__cause__, second.__context__ = second, first
    raise ExceptionGroup("\udfff" * 10000, [first, second])
