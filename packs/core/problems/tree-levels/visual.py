"""The wave of a breadth-first search over a tree, one frame for each node taken out of the queue."""

from collections import deque

TITLE = "The queue holds one level and then the next"
INPUT = (
    [
        [3, 1, 2],
        [9, 3, 4],
        [7, -1, 5],
        [4, -1, -1],
        [8, 6, -1],
        [2, 7, 8],
        [6, -1, -1],
        [5, -1, -1],
        [1, -1, -1],
    ],
    True,
)


def frames(inp, out):
    """Each node as it leaves the queue, each level as it is finished, beside what the solution returned."""
    rows, zigzag = inp
    queue, states = deque([0]), ["muted"] * len(rows)
    states[0] = "new"
    shown = [_frame(f"The root {rows[0][0]} waits in the queue. It is level 0.", rows, states)]
    for depth, told in enumerate(out["levels"]):
        size, written = len(queue), []
        for left in range(size - 1, -1, -1):
            at = queue.popleft()
            written.append(rows[at][0])
            children = [child for child in rows[at][1:] if child != -1]
            queue.extend(children)
            states[at] = "active"
            for child in children:
                states[child] = "new"
            shown.append(_frame(_taken(rows, at, children, queue, depth, left), rows, states))
            states[at] = "done"
        shown.append(_frame(_finished(depth, written, told, zigzag), rows, states))
    return shown


def _taken(rows, at, children, queue, depth, left):
    joined = " and ".join(str(rows[child][0]) for child in children)
    what = (
        f"its {'children' if len(children) == 2 else 'child'} {joined} joined at the back"
        if children
        else "it has no children"
    )
    waiting = ", ".join(str(rows[place][0]) for place in queue) or "nobody"
    more = f"{left} of level {depth} still to come" if left else f"level {depth} is over"
    return f"{rows[at][0]} left the queue at the front; {what}. Waiting now: {waiting} ({more})."


def _finished(depth, written, told, zigzag):
    turned = zigzag and depth % 2 == 1
    wanted = written[::-1] if turned else written
    how = "odd, so its list is turned round; the queue is not" if turned else "written as it was met"
    if told == wanted:
        return f"Level {depth} is {how}: {told}."
    return f"Level {depth} is {how}, which gives {wanted}; the solution says {told!r:.60}."


def _frame(caption, rows, states):
    nodes = [
        {
            "label": str(value),
            "children": [child if child != -1 else None for child in (left, right)],
            "state": state,
            "note": "",
        }
        for (value, left, right), state in zip(rows, states)
    ]
    return {"caption": caption, "view": {"kind": "tree", "nodes": nodes}}
