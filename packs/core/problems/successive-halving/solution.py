"""Successive halving: rank at equal budget, keep the best, train on from where they are."""

import math


def successive_halving(
    configs: list[str], train, start: int, eta: int, rungs: int
) -> tuple[str, list[list[str]], int]:
    """(best, survivors of each rung in the order of configs, epochs spent in all).

    train(config, state, budget) -> (state, loss); state None: from the beginning.
    ValueError: no configurations.
    """
    # <starter>
    if not configs:
        raise ValueError("no configurations")
    racing = list(range(len(configs)))
    states = dict.fromkeys(racing)
    survivors, spent, trained = [], 0, 0
    for rung in range(rungs):
        survivors.append([configs[i] for i in racing])
        budget = start * eta**rung - trained
        losses = {}
        for i in racing:
            states[i], losses[i] = train(configs[i], states[i], budget)
        spent += budget * len(racing)
        trained += budget
        numbers = [i for i in racing if not math.isnan(losses[i])]
        ranked = sorted(numbers, key=losses.get) + [i for i in racing if math.isnan(losses[i])]
        racing = sorted(ranked[: max(1, len(racing) // eta)])
    return configs[ranked[0]], survivors, spent
    # </starter>
