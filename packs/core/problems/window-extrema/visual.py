"""The queue of candidates beside the list, one frame for each step."""

from collections import deque

TITLE = "Candidates wait in a falling queue"
INPUT = ([4, 2, 5, 1, 1, 3, 0, 2], 3)


def frames(inp, out):
    """Each end of the window: who is dropped at the back, who at the front, and the maximum."""
    values, k = inp
    queue, told = deque(), []
    result = [
        _frame(
            f"We want the maximum of every window of {k} entries. The queue is empty.", inp, queue, told, None
        )
    ]
    for end, value in enumerate(values):
        beaten = []
        while queue and values[queue[-1]] <= value:
            beaten.append(queue.pop())
        queue.append(end)
        gone = queue.popleft() if queue[0] == end - k else None
        if end >= k - 1:
            told.append(out[len(told)])
        caption = _caption(values, k, end, beaten, gone, queue)
        result.append(_frame(caption, inp, queue, told, end, beaten if gone is None else [*beaten, gone]))
    result.append(
        _frame(f"The maxima of all {len(told)} windows are known. {_total(values)}", inp, queue, told, None)
    )
    return result


def _total(values):
    return f"Each of the {len(values)} positions joined the queue once and left it at most once."


def _caption(values, k, end, beaten, gone, queue):
    parts = [f"The {values[end]} at position {end} comes in."]
    if beaten:
        dropped = _list([f"{values[place]} (position {place})" for place in beaten])
        parts.append(f"It drops {dropped} from the back: not larger, and leaving earlier.")
    elif len(queue) > 1:
        parts.append(f"The {values[queue[-2]]} before it is larger, so it waits at the back.")
    if gone is not None:
        parts.append(f"Position {gone} has left the window, so its {values[gone]} goes at the front.")
    if end >= k - 1:
        parts.append(f"The front is {values[queue[0]]}: the maximum of positions {end - k + 1} to {end}.")
    else:
        parts.append("The first window is not full yet.")
    return " ".join(parts)


def _list(words):
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " and " + words[-1]


def _frame(caption, inp, queue, told, end, dropped=()):
    values, k = inp
    rows = [
        {
            "label": "values",
            "values": list(values),
            "states": _states(inp, queue, end, dropped),
            "pointers": {},
        },
        {
            "label": "queue",
            "values": [values[place] for place in queue],
            "states": ["active" if place == end else "" for place in queue],
            "pointers": {"front": 0, "back": len(queue) - 1} if queue else {},
        },
        {"label": "maxima", "values": list(told), "states": _told(inp, told)},
    ]
    if end is not None:
        rows[0]["pointers"] = {"start": max(0, end - k + 1), "end": end}
    return {"caption": caption, "view": {"kind": "arrays", "rows": rows}}


def _states(inp, queue, end, dropped):
    """Outside the window is muted; dropped entries are wrong, the newcomer is active, candidates are new."""
    values, k = inp
    if end is None:
        return ["" for _ in values]
    states = ["muted" if place > end or place <= end - k else "" for place in range(len(values))]
    for place in queue:
        states[place] = "new"
    for place in dropped:
        states[place] = "wrong"
    states[end] = "active"
    return states


def _told(inp, told):
    values, k = inp
    return ["done" if got == max(values[at : at + k]) else "wrong" for at, got in enumerate(told)]
