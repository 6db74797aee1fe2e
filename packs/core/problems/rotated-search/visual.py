"""Pictures of the search in a rotated list: two borders close in on the value."""

TITLE = "One of the two parts is always sorted"
INPUT = ([23, 26, 31, 38, 42, 47, 50, 55, 58, 3, 4, 7, 10, 12, 17, 19], 10)


def _frame(caption, values, lo, hi, pointers, marks):
    states = ["" if lo <= place <= hi else "muted" for place in range(len(values))]
    for place, state in marks.items():
        states[place] = state
    row = {"label": "values", "values": values, "states": states, "pointers": pointers}
    return {"caption": caption, "view": {"kind": "arrays", "rows": [row]}}


def _halve(values, x, lo, hi):
    """Which part is sorted, as (from, to), and the borders of the next round, in words too."""
    middle = (lo + hi) // 2
    if values[lo] == values[middle]:
        return (
            (lo, lo),
            (lo + 1, hi),
            "The first entry equals the middle one, so it is not the value either: it is dropped.",
        )
    left = values[lo] < values[middle]
    a, b = (lo, middle) if left else (middle, hi)
    inside = values[lo] <= x < values[middle] if left else values[middle] < x <= values[hi]
    signs = f"{values[lo]} {'<' if left else '>'} {values[middle]}"
    told = f"{signs}, so the {'left' if left else 'right'} part is sorted, and {x} "
    told += (
        "lies within its range: it can only be there."
        if inside
        else "is outside its range: it can only be in the other part."
    )
    return (a, b), (lo, middle - 1) if inside == left else (middle + 1, hi), told


def frames(inp, out):
    values, x = inp
    lo, hi = 0, len(values) - 1
    start = f"{x} is wanted. If it is there, it stands between lo and hi."
    pictures = [_frame(start, values, lo, hi, {"lo": lo, "hi": hi}, {})]
    while lo <= hi:
        middle = (lo + hi) // 2
        pointers = {"lo": lo, "middle": middle, "hi": hi}
        if values[middle] == x:
            told = f"The entry in the middle is {x} itself: the search ends."
            pictures.append(_frame(told, values, lo, hi, pointers, {middle: "done"}))
            break
        told = f"The entry in the middle, {values[middle]}, is not {x}."
        pictures.append(_frame(told, values, lo, hi, pointers, {middle: "active"}))
        (a, b), borders, told = _halve(values, x, lo, hi)
        pictures.append(_frame(told, values, lo, hi, pointers, {place: "new" for place in range(a, b + 1)}))
        lo, hi = borders
        told = f"Places that remain: {max(hi - lo + 1, 0)} of {len(values)}."
        pictures.append(_frame(told, values, lo, hi, {"lo": lo, "hi": hi} if lo <= hi else {}, {}))
    marks = {}
    if type(out) is int and 0 <= out < len(values):
        marks[out] = "done" if values[out] == x else "wrong"
    told = f"The code that was run returned {'None' if out is None else 'the index ' + str(out)}."
    return [*pictures, _frame(told, values, 0, len(values) - 1, {}, marks)]
