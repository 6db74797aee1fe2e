def pair(xs, target):
    ring = []
    ring.append(ring)
    return ring
