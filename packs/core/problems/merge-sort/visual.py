"""Pictures of merge sort: every merge writes a run of one row into the row below."""

TITLE = "Sorted runs double in length"
INPUT = ([5, 2, 8, 2, 9, 1, 5, 3],)


def _labels(keys):
    """Keys as texts; a letter tells equal ones apart, so that stability can be seen."""
    seen, labels = {}, []
    for key in keys:
        number = seen[key] = seen.get(key, -1) + 1
        labels.append(f"{key}{'abcdefgh'[number]}" if keys.count(key) > 1 else str(key))
    return labels


def _row(label, labels, places, states):
    return {"label": label, "values": ["" if at is None else labels[at] for at in places], "states": states}


def _frame(caption, labels, rows, active=()):
    """rows: one list of positions for each level; active: (level, place, state) marks."""
    drawn = []
    for level, places in enumerate(rows):
        states = ["muted" if at is None else "" for at in places]
        for where, place, state in active:
            if where == level:
                states[place] = state
        drawn.append(_row("given" if level == 0 else f"runs of {2**level}", labels, places, states))
    return {"caption": caption, "view": {"kind": "arrays", "rows": drawn}}


def _merge(keys, labels, rows, level, lo, hi):
    """Merge two runs of row level - 1 into row `level`; one frame for each record in the last row, else one in all."""
    above, row = rows[level - 1], rows[level]
    middle = (lo + hi) // 2
    i, j, frames, last = lo, middle, [], level == len(rows) - 1
    for place in range(lo, hi):
        if i < middle and j < hi:
            right = keys[above[j]] < keys[above[i]]
            a, b = labels[above[i]], labels[above[j]]
            told = (
                f"{b} has to stand before {a}, so the right front goes"
                if right
                else f"{b} need not stand before {a}, so the left front goes"
            )
            if keys[above[i]] == keys[above[j]]:
                told = f"{a} and {b} are equal, and the left one came first, so it goes"
        else:
            right = i >= middle
            told = "The other run is used up, so the rest follows without a question"
        taken = j if right else i
        row[place] = above[taken]
        i, j = i + (not right), j + right
        if last:
            marks = [(level - 1, taken, "active"), (level, place, "new")]
            frames.append(_frame(f"{told}: {labels[row[place]]} is written next.", labels, rows, marks))
    if not last:
        names = [
            " ".join(labels[at] for at in part) for part in (above[lo:middle], above[middle:hi], row[lo:hi])
        ]
        told = f"The runs {names[0]} and {names[1]} become one sorted run: {names[2]}."
        marks = [(level - 1, place, "active") for place in range(lo, hi)]
        frames.append(_frame(told, labels, rows, marks + [(level, place, "new") for place in range(lo, hi)]))
    return frames


def _sort(keys, labels, rows, level, lo, hi):
    if level == 0:
        return []
    middle = (lo + hi) // 2
    halves = _sort(keys, labels, rows, level - 1, lo, middle) + _sort(
        keys, labels, rows, level - 1, middle, hi
    )
    return halves + _merge(keys, labels, rows, level, lo, hi)


def frames(inp, out):
    (keys,) = inp
    labels, levels = _labels(keys), len(keys).bit_length() - 1
    rows = [list(range(len(keys)))] + [[None] * len(keys) for _ in range(levels)]
    start = "The records as they came. A letter tells equal keys apart. Each record alone is a sorted run."
    pictures = [_frame(start, labels, rows), *_sort(keys, labels, rows, levels, 0, len(keys))]
    shown, wanted = out["returned"], rows[-1]
    states = ["done" if at == right else "wrong" for at, right in zip(shown, wanted)]
    result = _row("result", labels, shown, states)
    told = f"The list that came back, after {out['calls']} questions"
    told += (
        ": sorted, and equal keys kept their order." if shown == wanted else "; what stands wrong is marked."
    )
    return [*pictures, {"caption": told, "view": {"kind": "arrays", "rows": [result]}}]
