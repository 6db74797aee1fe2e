import math


def successive_halving(configs, train, start, eta, rungs):
    if not configs:
        raise ValueError("no configurations")
    alive = list(range(len(configs)))
    states = [None] * len(configs)
    survivors = []
    spent = 0
    had = 0
    for r in range(rungs):
        target = start * eta ** r
        budget = target - had
        had = target
        survivors.append([configs[i] for i in alive])
        keys = {}
        for i in alive:
            states[i], loss = train(configs[i], states[i], budget)
            spent += budget
            keys[i] = (1, 0.0, i) if math.isnan(loss) else (0, loss, i)
        ranked = sorted(alive, key=keys.__getitem__)
        if r < rungs - 1:
            alive = sorted(ranked[: max(1, len(ranked) // eta)])
    return configs[ranked[0]], survivors, spent
