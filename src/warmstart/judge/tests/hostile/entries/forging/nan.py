def pair(xs, target):
    return [float("nan"), float("nan")]
