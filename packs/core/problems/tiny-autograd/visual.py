"""A small graph computed forwards, then backwards: every value waits until all of its uses have reported."""

import math

TITLE = "Gradients flow back, and a value waits for all its uses"

INPUT = [
    ("leaf", 2.0),
    ("leaf", -1.5),
    ("mul", 0, 1),
    ("add", 2, 0),
    ("pow", 2, 2),
    ("mul", 3, 4),
    ("backward", 5),
    ("backward", 5),
]

NAMES = "abcdefghijklmnop"
SIGNS = {"mul": "x", "add": "+", "pow": "^"}


def frames(inp, out):
    steps = [step for step in inp if step[0] != "backward"]
    root = next(step[1] for step in inp if step[0] == "backward")
    data = [float(pair[0]) for pair in out["at the end"]]
    places = _places(steps)
    shown = [_forward(i, steps, data, places) for i in range(len(steps))]
    shown += _backwards(steps, data, places, root)
    return [*shown, _told(steps, data, places, root, out)]


def _parents(steps, i, data):
    """Pairs of a parent and the derivative of value i by it."""
    kind, *rest = steps[i]
    if kind == "mul":
        return [(rest[0], data[rest[1]]), (rest[1], data[rest[0]])]
    if kind == "add":
        return [(rest[0], 1.0), (rest[1], 1.0)]
    if kind == "pow":
        return [(rest[0], rest[1] * data[rest[0]] ** (rest[1] - 1))]
    return []


def _places(steps):
    depth = []
    for i in range(len(steps)):
        depth.append(max((depth[p] + 1 for p, _ in _parents(steps, i, [1.0] * len(steps))), default=0))
    places = []
    for i, level in enumerate(depth):
        row = [j for j in range(len(steps)) if depth[j] == level]
        places.append((round(0.08 + 0.84 * level / max(depth), 3), round((row.index(i) + 1) / (len(row) + 1), 3)))
    return places


def _name(i):
    return NAMES[i]


def _told_step(steps, i):
    kind, *rest = steps[i]
    if kind == "leaf":
        return _name(i)
    second = _name(rest[1]) if kind in ("mul", "add") else f"{rest[1]:g}"
    return f"{_name(i)} = {_name(rest[0])} {SIGNS[kind]} {second}"


def _graph(steps, data, places, states, notes, edge_states=None, last=None):
    known = range(len(steps) if last is None else last + 1)
    nodes = [
        {
            "id": _name(i),
            "label": f"{_name(i)} = {data[i]:g}",
            "x": places[i][0],
            "y": places[i][1],
            "state": states.get(i, ""),
            "note": notes.get(i, ""),
        }
        for i in known
    ]
    edges = [
        {"from": _name(p), "to": _name(i), "label": f"{slope:g}", "state": (edge_states or {}).get((p, i), "")}
        for i in known
        for p, slope in _parents(steps, i, data)
    ]
    return {"kind": "graph", "nodes": nodes, "edges": edges, "directed": True}


def _forward(i, steps, data, places):
    pairs = _parents(steps, i, data)
    if not pairs:
        caption = f"A leaf, {_name(i)} = {data[i]:g}: nothing was computed yet, and its gradient is 0."
    else:
        slopes = " and ".join(f"{slope:g} by {_name(p)}" for p, slope in pairs)
        caption = f"{_told_step(steps, i)} is {data[i]:g}. It remembers its parents, and on each edge the local derivative: {slopes}."
    states = {i: "new"} | {p: "active" for p, _ in pairs}
    return {"caption": caption, "view": _graph(steps, data, places, states, {}, last=i)}


def _backwards(steps, data, places, root):
    uses = {}
    found = [root]
    for i in found:
        for p, _ in _parents(steps, i, data):
            if p not in uses:
                uses[p] = 0
                found.append(p)
            uses[p] += 1
    left, flow, done, ready, shown = dict(uses), {root: 1.0}, [], [root], []
    while ready:
        i = ready.pop()
        done.append(i)
        sent = []
        for p, slope in _parents(steps, i, data):
            flow[p] = flow.get(p, 0.0) + flow[i] * slope
            left[p] -= 1
            sent.append((p, flow[i] * slope))
            if left[p] == 0:
                ready.append(p)
        shown.append(_sent(i, sent, steps, data, places, flow, left, uses, done))
    return shown


def _sent(i, sent, steps, data, places, flow, left, uses, done):
    start = f"{_name(i)} is the result, and its derivative by itself is 1." if len(done) == 1 else ""
    count = uses.get(i, 0)
    complete = f"{_name(i)} has heard from its only use and has its gradient, {flow[i]:g}." if count == 1 else ""
    if count > 1:
        complete = f"{_name(i)} has heard from all {count} of its uses, so its gradient, {flow[i]:g}, is complete."
    passed = " and ".join(f"{amount:g} to {_name(p)}" for p, amount in sent)
    rest = f"It sends gradient times slope: {passed}." if sent else "It is a leaf and passes nothing on."
    waits = [f"{_name(p)} still waits for {left[p]} more" for p, _ in dict(sent).items() if left[p] > 0]
    caption = " ".join(part for part in (start, complete, rest, f"{'; '.join(waits)}." if waits else "") if part)
    states = {j: "done" for j in done} | {p: "new" for p, _ in sent} | {i: "active"}
    notes = {j: f"grad {g:g}" if j in done or left[j] == 0 else f"so far {g:g}" for j, g in flow.items()}
    edges = {(p, i): "active" for p, _ in sent}
    return {"caption": caption, "view": _graph(steps, data, places, states, notes, edges)}


def _told(steps, data, places, root, out):
    calls = out["after each call"]
    first, last = ([float(pair[1]) for pair in call] for call in (calls[0], calls[-1]))
    double = all(math.isclose(b, len(calls) * a, rel_tol=1e-9, abs_tol=1e-9) for a, b in zip(first, last))
    notes = {i: f"grad {g:g}" for i, g in enumerate(last)}
    told = (
        "every gradient is exactly twice what it was: each call adds what belongs to it, and nothing old flows on"
        if double
        else "the gradients are not twice what they were: something from the first call has flowed on or was lost"
    )
    states = {i: "done" if double else "wrong" for i in range(len(steps))}
    caption = f"backward is called on {_name(root)} a second time, and {told}."
    return {"caption": caption, "view": _graph(steps, data, places, states, notes)}
