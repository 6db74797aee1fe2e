"""Sizes of the regions of equal cells: flood fill with a stack of its own."""


def region_sizes(grid: list[str]) -> list[int]:
    """Number of cells of each 4-connected region of one colour, largest first."""
    # <starter>
    colours = {(r, c): colour for r, row in enumerate(grid) for c, colour in enumerate(row)}
    marked, sizes = set(), []
    for start in colours:
        if start in marked:
            continue
        marked.add(start)
        waiting, size = [start], 0
        while waiting:
            r, c = waiting.pop()
            size += 1
            for near in ((r - 1, c), (r + 1, c), (r, c - 1), (r, c + 1)):
                if near not in marked and colours.get(near) == colours[start]:
                    marked.add(near)
                    waiting.append(near)
        sizes.append(size)
    return sorted(sizes, reverse=True)
    # </starter>
