"""Cases, generator, checker and oracles of "Sizes of the regions of a map"."""

import networkx as nx
import numpy as np
from scipy import ndimage

LONGEST = 200


def _winding(rows, columns):
    """One region of "o" that winds through the whole map, between walls of "x"."""
    gaps = ["x" * (columns - 1) + "o", "o" + "x" * (columns - 1)]
    return ["o" * columns if row % 2 == 0 else gaps[row // 2 % 2] for row in range(rows)]


def _spiral(size):
    """A spiral arm of "o", one cell wide, on "x"."""
    cells = [["x"] * size for _ in range(size)]
    r, c, down, right = 0, 0, 0, 1
    cells[0][0] = "o"

    def free(r, c):
        return 0 <= r < size and 0 <= c < size and cells[r][c] == "x"

    while free(r + down, c + right):
        ahead = r + 2 * down, c + 2 * right
        if 0 <= ahead[0] < size and 0 <= ahead[1] < size and cells[ahead[0]][ahead[1]] == "o":
            break
        r, c = r + down, c + right
        cells[r][c] = "o"
        two = r + 2 * down, c + 2 * right
        blocked = not free(r + down, c + right) or (
            0 <= two[0] < size and 0 <= two[1] < size and not free(*two)
        )
        if blocked:
            down, right = right, -down
    return ["".join(row) for row in cells]


CASES = {
    "three-colours": ("three regions of three colours, largest first", (["aab", "abb", "ccb"],)),
    "corners-do-not-join": ("cells that touch at a corner only are different regions", (["xo", "ox"],)),
    "no-rows": ("a map without rows has no regions", ([],)),
    "single": ("one cell is one region", (["a"],)),
    "single-row": ("in a single row, regions are runs of equal cells", (["aabbbaac"],)),
    "single-column": ("in a single column, too", (["a", "a", "b", "a", "c", "c", "c"],)),
    "one-colour": ("a map of one colour is one region", (["....", "....", "...."],)),
    "all-different": ("every cell a region of its own", (["abc", "def"],)),
    "same-colour-apart": ("two regions of the same colour are not one", (["aabaa", "aabaa"],)),
    "hole": (
        "a region with a hole, and the region in the hole",
        (["aaaaa", "abbba", "abcba", "abbba", "aaaaa"],),
    ),
    "block": (
        "in a block, a cell is a neighbour of several that are visited earlier: it still counts once",
        (["aaa", "aaa", "aaa"],),
    ),
    "comb": ("teeth that are joined only in the last row", (["a.a.a.a", "a.a.a.a", "aaaaaaa"],)),
    "upwards": (
        "a region that is met at the end of an arm and grows to the left and upwards",
        (["...a", ".a.a", ".aaa", "...."],),
    ),
    "edges-do-not-join": (
        "the first and the last column are not neighbours, nor the first and the last row",
        (["abbba", "ccccc", "abbba"],),
    ),
    "wide": ("more columns than rows", (["aaaaaaaaab", "bbbbbbbbbb"],)),
    "tall": ("more rows than columns", (["ab", "ab", "ab", "ab", "bb", "ab"],)),
    "blank-and-dot": ("a dot and a space are colours like all others", ([". .", " . ", ". ."],)),
    "no-free-mark": (
        "a # or a 0 may be a colour of the map: no character is free to mean `visited`",
        (["##.", "011", "  *"],),
    ),
    "capitals": ("a capital and a small letter are different colours", (["aA", "bb"],)),
    "equal-sizes": ("regions of equal size are all listed", (["aabb", "ccdd"],)),
    "spiral": ("a region that turns inwards", (_spiral(9),)),
    "winding": (
        "a region of 1,567 cells, one after the other: a call for each would exhaust Python's nested calls",
        (_winding(55, 55),),
    ),
}

INVALID = {
    "ragged": (["ab", "a"],),
    "no-columns": (["", ""],),
    "no-list": ("ab",),
    "rows-are-lists": ([["a"]],),
    "numbers": ([1, 2],),
    "too-wide": (["a" * (LONGEST + 1)],),
}

KEEP = {
    "single": "the smallest map with a region",
    "all-different": "the most regions possible",
    "equal-sizes": "nobody may make a set of the sizes",
}

LADDER = [400, 800, 1600, 3200]


def big(n):
    """One region that winds through about n cells, 20 wide."""
    return (_winding(max(1, n // 20), 20),)


def gen(rng, size):
    """Up to 7 x 12 cells of two to four colours."""
    rows, columns = rng.randint(1, 2 + size // 2), rng.randint(1, 3 + size)
    colours = "abcd"[: rng.randint(2, 4)]
    return (["".join(rng.choices(colours, k=columns)) for _ in range(rows)],)


def valid(inp):
    assert isinstance(inp, (tuple, list)) and len(inp) == 1, "want one argument: the grid"
    (grid,) = inp
    assert isinstance(grid, list) and len(grid) <= LONGEST, "the grid is a list of at most 200 rows"
    assert all(isinstance(row, str) and 1 <= len(row) <= LONGEST for row in grid), (
        "a row is a text of 1 to 200 cells"
    )
    assert len({len(row) for row in grid}) <= 1, "all rows must have the same length"


def oracle(inp):
    """SciPy's labels, colour by colour."""
    (grid,) = inp
    if not grid:
        return []
    cells, sizes = np.array([list(row) for row in grid]), []
    for colour in np.unique(cells):
        labels, count = ndimage.label(cells == colour)
        sizes += np.bincount(labels.ravel())[1 : count + 1].tolist()
    return sorted(sizes, reverse=True)


def oracle2(inp):
    """The components of networkx."""
    (grid,) = inp
    graph = nx.Graph()
    for r, row in enumerate(grid):
        for c, colour in enumerate(row):
            graph.add_node((r, c))
            if r and grid[r - 1][c] == colour:
                graph.add_edge((r, c), (r - 1, c))
            if c and row[c - 1] == colour:
                graph.add_edge((r, c), (r, c - 1))
    return sorted(map(len, nx.connected_components(graph)), reverse=True)


def check(inp, out, expected):
    if not isinstance(out, list) or any(type(size) is not int for size in out):
        return f"The answer is a list of numbers of cells, not {out!r:.80}."
    if out == expected:
        return None
    if sorted(out) == sorted(expected):
        return f"The sizes are right, but not largest first: {out!r:.80}."
    cells = sum(map(len, inp[0]))
    if sum(out) != cells:
        return f"The sizes add up to {sum(out)}, and the map has {cells} cells: each is in one region, once."
    if len(out) != len(expected):
        return f"There are {len(expected)} regions, not {len(out)}. Only cells above, below, left and right are neighbours."
    return f"The sizes are {expected!r:.80}, not {out!r:.80}."
