"""Pictures of a breadth-first search from several sources: one frame a minute."""

TITLE = "One wave from all sources at once"
INPUT = (["*....#...", ".##..#...", "...#..#..", ".#......*", "...##..#.", ".#......."],)


def _frame(caption, grid, minutes, now):
    """minutes: place to minute. Cells of minute `now` are new, earlier ones done."""
    cells, states = [], []
    for r, row in enumerate(grid):
        shown = [minutes.get((r, c)) for c in range(len(row))]
        cells.append(["#" if cell == "#" else "" if at is None else at for at, cell in zip(shown, row)])
        states.append(
            [
                "muted" if cell == "#" else "" if at is None else "new" if at == now else "done"
                for at, cell in zip(shown, row)
            ]
        )
    return {"caption": caption, "view": {"kind": "grid", "cells": cells, "states": states}}


def _next(grid, minutes, wave, minute):
    """The healthy cells around `wave`; they get `minute`."""
    found = []
    for r, c in wave:
        for near in ((r - 1, c), (r + 1, c), (r, c - 1), (r, c + 1)):
            inside = 0 <= near[0] < len(grid) and 0 <= near[1] < len(grid[0])
            if inside and near not in minutes and grid[near[0]][near[1]] == ".":
                minutes[near] = minute
                found.append(near)
    return found


def frames(inp, out):
    (grid,) = inp
    places = [(r, c) for r, row in enumerate(grid) for c in range(len(row))]
    wave = [(r, c) for r, c in places if grid[r][c] == "*"]
    minutes = dict.fromkeys(wave, 0)
    start = f"All sources, {len(wave)} of them, are in the queue from the beginning, with minute 0. Walls are grey."
    pictures, minute = [_frame(start, grid, minutes, 0)], 0
    while wave:
        minute += 1
        found = _next(grid, minutes, wave, minute)
        if found:
            told = f"Minute {minute}: {len(found)} healthy cell{'s' if len(found) > 1 else ''} beside the last wave"
            told += (
                " become infected. Whoever is met first, by any source, has its final number."
                if len(found) > 1
                else " becomes infected."
            )
            pictures.append(_frame(told, grid, minutes, minute))
        wave = found
    left = [(r, c) for r, c in places if grid[r][c] == "." and (r, c) not in minutes]
    right = None if left else minute - 1
    told = "The queue is empty. "
    told += (
        f"{len(left)} healthy cells were never met, so there is no answer."
        if left
        else f"Nobody is left over, and the last wave had minute {right}."
    )
    told += f" The code that was run says {out}: " + (
        "right." if out == right and type(out) is type(right) else "wrong."
    )
    return [*pictures, _frame(told, grid, minutes, None)]
