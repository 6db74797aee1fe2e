# Right answers, and the inputs spoilt after each: the next case has its own.
def right(xs, target):
    seen = {}
    for j, x in enumerate(xs):
        if target - x in seen:
            return [seen[target - x], j]
        seen[x] = j


def pair(xs, target):
    answer = right(xs, target)
    xs.clear()
    return answer
