"""Pictures of a binary heap: building backwards, then every rise and every sink, step by step."""

TITLE = "Items sink and rise along one path of the tree"
INPUT = ([9, 4, 8, 2, 6, 1, 7], [["push", 3], ["pop"], ["replace", 5]])


def _frame(caption, items, marks):
    """marks: place to state."""
    nodes = []
    for place, item in enumerate(items):
        children = [child if child < len(items) else None for child in (2 * place + 1, 2 * place + 2)]
        node = {"label": str(item), "children": [] if children == [None, None] else children}
        nodes.append({**node, "state": marks.get(place, ""), "note": f"place {place}"})
    return {"caption": caption, "view": {"kind": "tree", "nodes": nodes}}


def _sink(items, place):
    """Let the item at `place` sink in `items`; a frame for each comparison with the children."""
    pictures = []
    while 2 * place + 1 < len(items):
        children = [child for child in (2 * place + 1, 2 * place + 2) if child < len(items)]
        child = min(children, key=items.__getitem__)
        family = " and ".join(str(items[c]) for c in children)
        told = f"{items[place]} has {'the children' if len(children) > 1 else 'the child'} {family}"
        if not items[child] < items[place]:
            marks = {place: "done", **{c: "" for c in children}}
            pictures.append(_frame(f"{told}, and none is smaller: it stays at place {place}.", items, marks))
            return pictures
        items[place], items[child] = items[child], items[place]
        told += f": the smaller one, {items[place]}, goes up, and {items[child]} sinks to place {child}."
        pictures.append(_frame(told, items, {place: "new", child: "active"}))
        place = child
    pictures.append(
        _frame(f"{items[place]} has no children at place {place}: it stays.", items, {place: "done"})
    )
    return pictures


def _rise(items):
    """Let the last item rise; a frame for each comparison with a parent."""
    place, pictures = len(items) - 1, []
    while place > 0:
        parent = (place - 1) // 2
        if not items[place] < items[parent]:
            told = (
                f"{items[place]} is not smaller than its parent {items[parent]}: it stays at place {place}."
            )
            return [*pictures, _frame(told, items, {place: "done"})]
        items[place], items[parent] = items[parent], items[place]
        told = f"{items[parent]} is smaller than its parent {items[place]}: they change places."
        pictures.append(_frame(told, items, {parent: "active", place: "new"}))
        place = parent
    return [*pictures, _frame(f"{items[0]} has reached the top.", items, {0: "done"})]


def _step(items, name, item):
    """One step; its first frame shows what is put where."""
    if name == "push":
        items.append(item)
        told = f"push({item}): the new item goes to the end, place {len(items) - 1}. Now it may rise."
        return [_frame(told, items, {len(items) - 1: "active"}), *_rise(items)]
    smallest = items[0]
    if name == "pop":
        item = items.pop()
        told = f"pop() takes {smallest} from the top; the last item, {item}, fills the hole. Now it may sink."
    else:
        told = f"replace({item}) takes {smallest} from the top and puts {item} there. Now it may sink."
    items[0] = item
    return [_frame(told, items, {0: "active"}), *_sink(items, 0)]


def frames(inp, out):
    start, steps = inp
    items = list(start)
    pictures = [_frame("The list as it came, read as a tree. Most items are larger than a child.", items, {})]
    for place in reversed(range(len(items) // 2)):
        told = f"Building goes backwards: the item at place {place}, {items[place]}, sinks. What is below is a heap already."
        pictures += [_frame(told, items, {place: "active"}), *_sink(items, place)]
    for name, *arguments in steps:
        pictures += _step(items, name, *(arguments or [None]))
    left = out["items"]
    wrong = {place: "wrong" for place in range(1, len(left)) if left[place] < left[(place - 1) // 2]}
    told = "The heap that the code left behind: " + (
        "no item is smaller than its parent." if not wrong else "marked items are smaller than their parents."
    )
    return [*pictures, _frame(told, left, wrong)]
