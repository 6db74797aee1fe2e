# One byte over the limit, in the last case.
calls = 0


def pair(xs, target):
    global calls
    calls += 1
    if calls == 20:
        print("x" * (256 * 1024 + 1), end="")
    seen = {}
    for j, x in enumerate(xs):
        if target - x in seen:
            return [seen[target - x], j]
        seen[x] = j
