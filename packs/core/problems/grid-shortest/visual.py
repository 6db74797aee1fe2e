"""The wave of breadth-first search on two copies of the maze: break still left, break used up."""

TITLE = "The wave runs through two copies of the maze"
INPUT = (["..#.#.", ".##.#.", "....#.", "###.#.", "....#."], (0, 0), (0, 5))


def frames(inp, out):
    grid, start, goal = inp
    reached, waves = _waves(grid, start, goal)
    told = "On the left the maze as long as nothing is broken, on the right after a wall was broken. A move into a wall leads from the left copy to the right one; nothing leads back."
    pictures = [{"caption": told, "view": _view(grid, start, goal, {}, [])}]
    for moves, wave in enumerate(waves):
        left = sum(1 for _, breaks in wave if breaks)
        used = len(wave) - left
        told = f"After {moves} move{'' if moves == 1 else 's'}: {left} new cell{'' if left == 1 else 's'} on the left, {used} on the right."
        if moves == 0:
            told = "The wave begins at S, on the left copy."
        if any(cell == goal for cell, _ in wave):
            told += f" The goal is among them, so the shortest way has {moves} moves: all states that fewer moves can reach came before."
        shown = {state: there for state, there in reached.items() if there <= moves}
        pictures.append({"caption": told, "view": _view(grid, start, goal, shown, wave)})
    return [*pictures, _last(grid, start, goal, reached, out)]


def _waves(grid, start, goal):
    """Moves to each state (cell, breaks left), and the states by moves, until the goal is met."""
    reached, waves = {(start, 1): 0}, [[(start, 1)]]
    while waves[-1] and not any(cell == goal for cell, _ in waves[-1]):
        wave = []
        for cell, breaks in waves[-1]:
            for near in _around(grid, cell):
                left = breaks - (grid[near[0]][near[1]] == "#")
                if left >= 0 and (near, left) not in reached:
                    reached[near, left] = len(waves)
                    wave.append((near, left))
        waves.append(wave)
    return reached, [wave for wave in waves if wave][:30]


def _around(grid, cell):
    row, column = cell
    places = [(row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)]
    return [(r, c) for r, c in places if 0 <= r < len(grid) and 0 <= c < len(grid[0])]


def _last(grid, start, goal, reached, out):
    arrived = [(goal, breaks) for breaks in (1, 0) if (goal, breaks) in reached]
    if not arrived:
        return {"caption": f"The wave dies out before it meets the goal: there is no way. Your code returned {out}.", "view": _view(grid, start, goal, reached, [])}
    path = [min(arrived, key=reached.get)]
    while path[-1] != (start, 1):
        cell, breaks = path[-1]
        before = breaks + (grid[cell[0]][cell[1]] == "#")
        path.append(next((near, before) for near in _around(grid, cell) if reached.get((near, before)) == reached[path[-1]] - 1))
    moves = reached[path[0]]
    broken = [cell for cell, _ in path if grid[cell[0]][cell[1]] == "#"]
    how = f"breaking the wall at row {broken[0][0]}, column {broken[0][1]}" if broken else "without breaking a wall"
    verdict = "as your code says" if out == moves else f"but your code says {out}"
    told = f"Walked back from the goal along falling numbers, the way shows: {moves} moves, {how}, {verdict}."
    shown = {state: reached[state] for state in path}
    return {"caption": told, "view": _view(grid, start, goal, shown, path)}


def _view(grid, start, goal, reached, active):
    cells, states = [], []
    for row, line in enumerate(grid):
        values, marks = [], []
        for breaks in (1, 0):
            for column, letter in enumerate(line):
                state = ((row, column), breaks)
                name = {start: "S", goal: "G"}.get((row, column), letter if letter == "#" else "")
                values.append(str(reached[state]) if state in reached else name)
                marks.append("active" if state in active else "done" if state in reached else "muted" if letter == "#" else "")
            if breaks:
                values.append("|")
                marks.append("muted")
        cells.append(values)
        states.append(marks)
    labels = [str(column) for column in range(len(grid[0]))]
    return {
        "kind": "grid",
        "cells": cells,
        "states": states,
        "row_labels": [str(row) for row in range(len(grid))],
        "column_labels": [*labels, "break used:", *labels],
    }
