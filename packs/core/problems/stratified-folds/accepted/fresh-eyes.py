import random


def stratified_folds(labels, k, rng):
    n = len(labels)
    if k < 2 or k > n:
        raise ValueError("k")
    classes = {}
    for i, label in enumerate(labels):
        classes.setdefault(label, []).append(i)
    folds = [[] for _ in range(k)]
    at = 0
    for rows in classes.values():
        rng.shuffle(rows)
        for r in rows:
            folds[at % k].append(r)
            at += 1
    return [sorted(f) for f in folds]


def grouped_folds(groups, k):
    members = {}
    for i, g in enumerate(groups):
        members.setdefault(g, []).append(i)
    if k < 2 or k > len(members):
        raise ValueError("k")
    folds = [[] for _ in range(k)]
    for rows in sorted(members.values(), key=lambda rows: -len(rows)):
        best = min(range(k), key=lambda f: len(folds[f]))
        folds[best].extend(rows)
    return [sorted(f) for f in folds]
