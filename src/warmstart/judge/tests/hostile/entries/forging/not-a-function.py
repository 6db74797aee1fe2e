pair = [0, 1]
