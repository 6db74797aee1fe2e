def pair(xs, target):
    return ["\ud800", "\udfff\0\u202e\x1b[2J"]
