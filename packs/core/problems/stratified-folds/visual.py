"""Twelve rows dealt to four folds, class by class; the cells are those of the folds that came back."""

TITLE = "Each class is dealt out, and the next goes on where it stopped"
LABELS = ["a", "a", "b", "a", "c", "b", "a", "b", "a", "c", "b", "c", "a", "b"]
INPUT = ("stratified", LABELS, 4, 7)


def frames(inp, out):
    _, labels, k, *_ = inp
    folds = [list(fold) for fold in out["folds"]]
    home = {row: number for number, fold in enumerate(folds) for row in fold}
    classes = list(dict.fromkeys(labels))
    begin = f"{len(labels)} rows, with the class of each. They are to be divided into {k} folds."
    pictures = [{"caption": begin, "view": _grid(labels, k, home, [], None)}]
    for i, name in enumerate(classes):
        rows = [row for row, label in enumerate(labels) if label == name]
        for upto in range(1, k + 1):
            shown = [row for row in rows if home.get(row, k) < upto]
            fold = [row for row in rows if home.get(row) == upto - 1]
            count = f"{len(fold)} row{'' if len(fold) == 1 else 's'}"
            which = ", ".join(map(str, fold)) or "none"
            caption = f"Class {name} has {len(rows)} rows. Fold {upto - 1} gets {count} of it: {which}."
            pictures.append({"caption": caption, "view": _grid(labels, k, home, classes[:i], (name, shown))})
        counts = [sum(home.get(row) == f for row in rows) for f in range(k)]
        sizes = [sum(labels[row] in classes[: i + 1] for row in fold) for fold in folds]
        caption = f"Class {name} is dealt: {counts} rows of it in the folds, {sizes} in all. {_verdict(counts)}"
        pictures.append({"caption": caption, "view": _grid(labels, k, home, classes[: i + 1], None)})
    return pictures


def _verdict(counts):
    if max(counts) - min(counts) > 1:
        return "That is not balanced: two folds differ by more than one."
    return "No two folds differ by more than one; which rows they got is chance."


def _grid(labels, k, home, done, current):
    name, shown = current or (None, [])
    cells = [["" for _ in labels] for _ in range(k)]
    states = [["" for _ in labels] for _ in range(k)]
    for row, label in enumerate(labels):
        visible = label in done or row in shown
        for fold in range(k):
            if label == name and not visible:
                states[fold][row] = "muted"
            if visible and home.get(row) == fold:
                cells[fold][row] = label
                states[fold][row] = "active" if label == name else "done"
    return {
        "kind": "grid",
        "cells": [list(labels), *cells],
        "states": [["active" if label == name else "" for label in labels], *states],
        "row_labels": ["class", *(f"fold {fold}" for fold in range(k))],
        "column_labels": [str(row) for row in range(len(labels))],
    }
