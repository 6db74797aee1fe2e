def walk_forward(times, known, splits, size, gap):
    distinct = sorted(set(times))
    if len(distinct) < splits * size:
        raise ValueError("too few times")
    first = len(distinct) - splits * size
    block_of = {t: (i - first) // size for i, t in enumerate(distinct) if i >= first}
    tests = [[] for _ in range(splits)]
    for i, t in enumerate(times):
        b = block_of.get(t)
        if b is not None:
            tests[b].append(i)
    out = []
    for b in range(splits):
        start = distinct[first + b * size]
        train = [i for i, t in enumerate(known) if t + gap < start]
        if not train:
            raise ValueError("no training rows")
        out.append((train, tests[b]))
    return out
