"""Losses by budget: solid lines race on, dashed ones have been stopped."""

TITLE = "Few epochs for all, many for the best"
INPUT = (
    [
        ["a", [0.92, 0.71, 0.6, 0.57]],
        ["b", [0.85, 0.8, 0.79, 0.78]],
        ["c", [0.78, 0.52, 0.33, 0.3]],
        ["d", [0.88, 0.6, 0.4, 0.2]],
        ["e", [0.6, 0.55, 0.5, 0.48]],
        ["f", [0.7, 0.45, 0.41, 0.4]],
        ["g", [0.95, 0.94, 0.93, 0.92]],
        ["h", [0.65, 0.5, 0.42, 0.35]],
    ],
    1,
    2,
    4,
)


def frames(inp, out):
    curves, start, eta, rungs = dict(inp[0]), *inp[1:]
    best, survivors, spent = out["returned"]
    budgets = [start * eta**rung for rung in range(rungs)]
    first = f"{len(curves)} configurations. Rung 0 trains all of them for {start} epoch, later rungs go on until the budget in all is {eta} times as large."
    pictures = [{"caption": first, "view": _plot(curves, budgets, [], None)}]
    for rung in range(rungs):
        racers = list(survivors[rung])
        more = budgets[rung] - (budgets[rung - 1] if rung else 0)
        losses = ", ".join(f"{name} {curves[name][rung]:.2f}" for name in racers)
        told = f"Rung {rung}: {more} more for each, {budgets[rung]} in all. Losses: {losses}."
        pictures.append({"caption": told, "view": _plot(curves, budgets, survivors[: rung + 1], None)})
        if rung + 1 < rungs:
            left = list(survivors[rung + 1])
            stopped = [name for name in racers if name not in left]
            told = f"The best {len(left)} of {len(racers)} stay: {', '.join(left)}. Stopped: {', '.join(stopped) or 'nobody'}."
            pictures.append({"caption": told, "view": _plot(curves, budgets, survivors[: rung + 1], left)})
    full = len(curves) * budgets[-1]
    end = f"The best on the last rung is {best}. {spent} epochs were spent; training all of them to the end would take {full}."
    pictures.append({"caption": end, "view": _plot(curves, budgets, survivors, [best])})
    lost = min(curves, key=lambda name: curves[name][-1])
    verdict = "it was in the race to the end" if lost == best else "its early losses looked poor, and it was stopped: curves that cross are the weakness of the method"
    end = f"With the full budget {lost} would have the smallest loss, {curves[lost][-1]:.2f}: {verdict}."
    return [*pictures, {"caption": end, "view": _plot(curves, budgets, survivors, [best], ghost=lost)}]


def _plot(curves, budgets, survivors, left, ghost=None):
    lines, points = [], []
    for name, losses in curves.items():
        rungs = [rung for rung, racers in enumerate(survivors) if name in racers]
        if not rungs:
            continue
        seen = [[rung, losses[rung]] for rung in rungs]
        alive = rungs[-1] == len(survivors) - 1 and (left is None or name in left)
        if len(seen) > 1:
            lines.append({"points": seen, "style": "solid" if alive else "dashed", "group": 0 if alive else 3})
        shape = "dot" if alive else "cross"
        points.append({"x": seen[-1][0], "y": seen[-1][1], "label": name, "shape": shape, "group": 0 if alive else 3})
    if ghost is not None:
        rest = [[rung, loss] for rung, loss in enumerate(curves[ghost])]
        lines.append({"points": rest, "label": f"{ghost}, never run to here", "style": "dashed", "group": 1})
        points.append({"x": rest[-1][0], "y": rest[-1][1], "label": ghost, "shape": "ring", "group": 1})
    return {
        "kind": "plot",
        "x": {"label": f"rung (budgets in all: {', '.join(map(str, budgets))})", "min": -0.2, "max": len(budgets) - 0.8},
        "y": {"label": "loss", "min": 0, "max": 1},
        "points": points,
        "lines": lines,
    }
