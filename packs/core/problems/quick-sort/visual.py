"""Pictures of quick sort: the walk that splits a part into three regions, then every further split."""

import random

TITLE = "Three regions grow towards each other"
INPUT = ([5, 8, 2, 5, 9, 1, 5, 7, 3],)
SEED = 0  # of the draws that choose the pivots


def _frame(caption, values, states, pointers):
    row = {"label": "values", "values": list(values), "states": states, "pointers": pointers}
    return {"caption": caption, "view": {"kind": "arrays", "rows": [row]}}


def _states(size, lo, hi, done, active=()):
    """Muted outside the part, done where an entry has its final place, active where something happens."""
    states = ["" if lo <= place <= hi else "muted" for place in range(size)]
    for place in done:
        states[place] = "done"
    for place in active:
        states[place] = "active"
    return states


def _walk(values, lo, hi, pivot, done):
    """Split the part from lo to hi; one frame for each entry that is looked at. Returns less, more, frames."""
    less, at, more, frames = lo, lo, hi, []
    while at <= more:
        seen, place = values[at], at
        if seen < pivot:
            values[less], values[at] = values[at], values[less]
            told = f"{seen} is smaller than {pivot}: it goes to the end of the smaller ones, and all borders move on."
            place, less, at = less, less + 1, at + 1
        elif seen > pivot:
            values[more], values[at] = values[at], values[more]
            told = f"{seen} is larger than {pivot}: it goes behind `more`; what comes from there is unknown, so `at` waits."
            place, more = more, more - 1
        else:
            told = f"{seen} equals the pivot: it stays in the middle, and `at` moves on."
            at += 1
        states = _states(len(values), lo, hi, done, [place])
        frames.append(_frame(told, values, states, {"less": less, "at": min(at, hi), "more": more}))
    return less, more, frames


def frames(inp, out):
    values, rng, done = list(inp[0]), random.Random(SEED), set()
    size = len(values)
    pictures = [
        _frame("The list as it came. The whole of it is one part to be sorted.", values, [""] * size, {})
    ]
    waiting = [(0, size - 1)]
    while waiting:
        lo, hi = waiting.pop()
        if lo == hi:
            done.add(lo)
        if lo >= hi:
            continue
        pivot = values[rng.randint(lo, hi)]
        less, more, walk = _walk(values, lo, hi, pivot, done)
        if len(pictures) == 1:
            chosen = (
                f"Chance picks the pivot {pivot}. Smaller entries go to the left, larger ones to the right."
            )
            pictures += [_frame(chosen, values, [""] * size, {"lo": lo, "hi": hi}), *walk]
            pictures[1]["view"]["rows"][0]["values"] = list(inp[0])
        done.update(range(less, more + 1))
        told = f"Pivot {pivot} has split places {lo} to {hi}: the entries equal to it are where they belong for good."
        pictures.append(_frame(told, values, _states(size, lo, hi, done), {"lo": lo, "hi": hi}))
        waiting += sorted([(lo, less - 1), (more + 1, hi)], key=lambda part: part[0] - part[1])
    after = out["list after"]
    states = ["done" if value == right else "wrong" for value, right in zip(after, values)]
    told = (
        "The list is sorted, in place." if after == values else "This is the list that the code left behind."
    )
    return [*pictures, _frame(told, after, states, {})]
