"""Pictures of the edit distance: the table row by row, then the way back, one step a frame."""

TITLE = "Fill the table, then walk back"
INPUT = ("spade", "parse")


def _frame(caption, a, b, table, marks):
    """table: rows so far; marks: (row, column) to state."""
    cells = [list(row) + [""] * (len(b) + 1 - len(row)) for row in table]
    cells += [[""] * (len(b) + 1) for _ in range(len(a) + 1 - len(table))]
    states = [
        [marks.get((i, j), "" if value != "" else "muted") for j, value in enumerate(row)]
        for i, row in enumerate(cells)
    ]
    labels = {"row_labels": ["none", *a], "column_labels": ["none", *b]}
    return {"caption": caption, "view": {"kind": "grid", "cells": cells, "states": states, **labels}}


def _fill(a, b, table):
    """Fill the table in place; one frame for each row."""
    pictures = []
    for i, x in enumerate(a, start=1):
        row, above, free = [i], table[-1], []
        for j, y in enumerate(b, start=1):
            row.append(min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (x != y)))
            if x == y:
                free.append(j)
        table.append(row)
        told = f"Row {x!r}: each entry is the smallest of above + 1, left + 1, and the diagonal (+ 1 unless the letters are equal)."
        told += (
            f" The letter {x!r} meets itself, so the diagonal is free there."
            if free
            else f" The letter {x!r} does not occur in {b!r}."
        )
        marks = {(i, j): "active" if j in free else "new" for j in range(len(b) + 1)}
        pictures.append(_frame(told, a, b, table, marks))
    return pictures


def _back(a, b, table):
    """One frame for each step of the way back; and the script."""
    i, j, script, pictures = len(a), len(b), [], []
    marks = {(i, j): "active"}
    told = f"The last corner says {table[i][j]}: that is the smallest cost. The way back starts here."
    pictures.append(_frame(told, a, b, table, marks))
    while i or j:
        marks[i, j] = "done"
        free = i and j and a[i - 1] == b[j - 1]
        if i and j and table[i][j] == table[i - 1][j - 1] + (not free):
            i, j, step = i - 1, j - 1, ("keep" if free else "replace", b[j - 1])
            way = "the diagonal entry" + ("" if free else ", plus 1")
        elif i and table[i][j] == table[i - 1][j] + 1:
            i, step, way = i - 1, ("delete", a[i - 1]), "the entry above, plus 1"
        else:
            j, step, way = j - 1, ("insert", b[j - 1]), "the entry on the left, plus 1"
        marks[i, j] = "active"
        script.append(step)
        pictures.append(
            _frame(f"The entry comes from {way}: the step is {step[0]} {step[1]!r}.", a, b, table, marks)
        )
    return pictures, script[::-1]


def frames(inp, out):
    a, b = inp
    table = [list(range(len(b) + 1))]
    first = "Turning nothing into the first letters of " + repr(b) + " takes one insertion for each of them."
    pictures = [_frame(first, a, b, table, {(0, j): "new" for j in range(len(b) + 1)}), *_fill(a, b, table)]
    back, script = _back(a, b, table)
    told = (
        "Read from the start, the steps are: "
        + ", ".join(f"{name} {letter}" for name, letter in script)
        + "."
    )
    cost, other = out
    if [tuple(step) for step in other] != script:
        told += (
            " The code that was run chose: " + ", ".join(f"{name} {letter}" for name, letter in other) + "."
        )
    told += f" Its cost is {cost}, " + (
        "the smallest." if cost == table[-1][-1] else f"and {table[-1][-1]} is possible."
    )
    return [*pictures, *back, _frame(told, a, b, table, {})]
