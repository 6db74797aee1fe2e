"""Rows in order of time, one line a split: what trains, what is purged, what is tested."""

TITLE = "Train on what was known, test on what comes next"
INPUT = (
    [1, 2, 3, 3, 4, 5, 6, 6, 7, 8, 9, 10],
    [2, 3, 4, 6, 5, 6, 7, 9, 8, 9, 10, 11],
    3,
    2,
    1,
)


def frames(inp, out):
    times, known, _, _, gap = inp
    splits = [([int(row) for row in train], [int(row) for row in test]) for train, test in out["splits"]]
    order = sorted(range(len(times)), key=lambda row: (times[row], row))
    plain = [{} for _ in splits]
    first = f"{len(times)} rows in the order of their times. Under each time stands when its label became known; the gap is {gap}."
    pictures = [_picture(first, inp, order, plain)]
    for number, (train, test) in enumerate(splits):
        start = min(times[row] for row in test)
        seen = sorted({times[row] for row in test})
        plain[number].update({row: "active" for row in test})
        told = f"Split {number} tests the times {', '.join(map(str, seen))}: {len(test)} rows. Rows of the same time stay together."
        pictures.append(_picture(told, inp, order, plain))
        before = [row for row in order if times[row] < start]
        late = [row for row in before if row not in train]
        plain[number].update({row: "muted" for row in late})
        rows = " and ".join(f"{times[row]} (known at {known[row]})" for row in late) or "no row"
        told = f"The test begins at {start}. Observed before, but without a label known by then with a gap of {gap}: {rows}. They are left out."
        pictures.append(_picture(told, inp, order, plain))
        plain[number].update({row: "wrong" if known[row] + gap >= start else "done" for row in train})
        leaks = sum(known[row] + gap >= start for row in train)
        verdict = f"{leaks} of them leak." if leaks else f"For each, known + {gap} < {start}."
        pictures.append(_picture(f"{len(train)} rows train split {number}. {verdict}", inp, order, plain))
    return pictures


def _picture(caption, inp, order, plain):
    times, known = inp[0], inp[1]
    names = {"active": "test", "muted": "-", "done": "train", "wrong": "leak"}
    cells = [[names.get(states.get(row), "") for row in order] for states in plain]
    marks = [[states.get(row, "") for row in order] for states in plain]
    view = {
        "kind": "grid",
        "cells": [[known[row] for row in order], *cells],
        "states": [["" for _ in order], *marks],
        "row_labels": ["known", *(f"split {number}" for number in range(len(plain)))],
        "column_labels": [f"t={times[row]}" for row in order],
    }
    return {"caption": caption, "view": view}
