def pair(xs, target):
    raise KeyboardInterrupt
