"""Edit distance by a full table, and a script by walking back through it."""


def edit_script(a: str, b: str) -> tuple[int, list[tuple[str, str]]]:
    """(cost, script): a cheapest way to turn `a` into `b`, step by step from left to right."""
    # <starter>
    table = costs(a, b)
    i, j, script = len(a), len(b), []
    while i > 0 or j > 0:
        if i > 0 and j > 0 and table[i][j] == table[i - 1][j - 1] + (a[i - 1] != b[j - 1]):
            i, j = i - 1, j - 1
            script.append(("keep" if a[i] == b[j] else "replace", b[j]))
        elif i > 0 and table[i][j] == table[i - 1][j] + 1:
            i -= 1
            script.append(("delete", a[i]))
        else:
            j -= 1
            script.append(("insert", b[j]))
    return table[-1][-1], script[::-1]


def costs(a: str, b: str) -> list[list[int]]:
    """Entry [i][j]: the smallest cost of turning the first i letters of `a` into the first j of `b`."""
    table = [list(range(len(b) + 1))]
    for i, x in enumerate(a, start=1):
        above, row = table[-1], [i]
        for j, y in enumerate(b, start=1):
            row.append(min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (x != y)))
        table.append(row)
    return table
    # </starter>
