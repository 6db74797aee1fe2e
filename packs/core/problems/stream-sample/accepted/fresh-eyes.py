def sample_stream(stream, k, rng):
    chosen = []
    for i, item in enumerate(stream):
        if i < k:
            chosen.append(item)
        else:
            j = rng.randrange(i + 1)
            if j < k:
                chosen[j] = item
    return chosen
