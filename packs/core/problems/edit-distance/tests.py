"""Cases, generator, checker and oracles of "Edit distance with the list of edits"."""

import random

import networkx as nx

LONGEST = 1000

CASES = {
    "one-of-each": ("a letter is deleted, one is replaced and one is inserted", ("abcdef", "acxefg")),
    "from-nothing": ("from the empty text everything is inserted", ("", "new")),
    "to-nothing": ("to the empty text everything is deleted", ("old", "")),
    "both-empty": ("two empty texts: cost 0 and no steps", ("", "")),
    "equal": ("equal texts: every letter is kept, and the script says so", ("same", "same")),
    "single-replaced": ("one letter is replaced by another for 1", ("a", "b")),
    "single-kept": ("one letter is kept for nothing", ("a", "a")),
    "nothing-in-common": (
        "no letter in common: replacing is cheaper than deleting and inserting",
        ("abcd", "wxyz"),
    ),
    "neighbours-exchanged": (
        "two letters change places: that is no step of its own, and costs 2",
        ("ab", "ba"),
    ),
    "exchanged-inside": ("letters exchanged inside a longer text", ("converse", "conserve")),
    "insert-in-front": ("a letter is put in front of all others", ("lean", "clean")),
    "insert-at-the-end": ("a letter is put behind all others", ("car", "cart")),
    "delete-in-front": ("the first letter goes", ("plane", "lane")),
    "delete-at-the-end": ("the last letter goes", ("plane", "plan")),
    "rest-of-a": ("b is used up before a: the first letters of a must be deleted as well", ("xyzabc", "abc")),
    "rest-of-b": (
        "a is used up before b: the first letters of b must be inserted as well",
        ("abc", "xyzabc"),
    ),
    "shifted": (
        "keeping letters in the same place is dear here: the whole text has moved by one",
        ("abcdefgh", "bcdefgha"),
    ),
    "front-looks-like-the-end": (
        "letters in front are inserted, and one of them also ends the text",
        ("abc", "xycabc"),
    ),
    "front-deleted-looks-like-the-end": (
        "letters in front are deleted, and one of them also ends the text",
        ("xycabc", "abc"),
    ),
    "kept-once-of-two": (
        "the only letter of a occurs twice in b: either may be the one that is kept",
        ("x", "xyx"),
    ),
    "repeats": ("repeated letters: which of them are kept may be chosen", ("aabbaa", "abab")),
    "longer-to-shorter": ("texts of different lengths with little in common", ("intention", "execution")),
    "capitals": ("capital and small letters are different", ("Word", "word")),
    "any-character": (
        "spaces, signs and letters of other scripts are letters like others",
        ("é ß 1", "e ß  2"),
    ),
    "far-off-the-diagonal": (
        "ten letters move from the front to the end: the best way lies ten places off the diagonal",
        ("0123456789abcdefghijklmnopqrstuvwxyz", "abcdefghijklmnopqrstuvwxyz0123456789"),
    ),
    "space-at-the-end": ("a space at the end is a letter as well", ("a ", "a")),
    "thousand": (
        "1,000 letters: a call for each letter would exhaust Python's nested calls",
        ("a" * LONGEST, "b"),
    ),
    "thirty": (
        "30 letters: solving smaller problems again and again would take for ever",
        ("abcabcbbacabcabacbcabcabbacbca", "bcabacbacbbcaabcbacabcbacabcab"),
    ),
}

INVALID = {
    "number": ("12", 12),
    "list": (["a"], "a"),
    "missing": ("a",),
    "too-long": ("a" * (LONGEST + 1), ""),
    "none": ("a", None),
}

KEEP = {
    "both-empty": "the smallest input",
    "single-kept": "the smallest table with a step that is free",
    "capitals": "nobody may fold the case",
}

LADDER = [40, 80, 160, 320]


def big(n):
    """Two unrelated texts of n letters."""
    rng = random.Random(n)
    return "".join(rng.choices("abcd", k=n)), "".join(rng.choices("abcd", k=n))


def gen(rng, size):
    """A text and another one, or the same with some changes."""
    letters = rng.choice(["ab", "abc", "abcdefgh"])
    a = "".join(rng.choices(letters, k=rng.randint(0, 2 * size)))
    if rng.random() < 0.5:
        return a, "".join(rng.choices(letters, k=rng.randint(0, 2 * size)))
    b = list(a)
    for _ in range(rng.randint(0, 1 + size // 2)):
        at = rng.randint(0, len(b))
        b[at : at + rng.randint(0, 1)] = rng.choices(letters, k=rng.randint(0, 1))
    return a, "".join(b)


def valid(inp):
    assert isinstance(inp, (tuple, list)) and len(inp) == 2, "want two arguments: a and b"
    assert all(isinstance(text, str) for text in inp), "a and b are texts"
    assert all(len(text) <= LONGEST for text in inp), "at most 1,000 characters each"


def oracle(inp):
    """Recursion over what is left of both texts, each problem solved once; it makes its own script."""
    a, b = inp
    known = {}

    def best(i, j):
        """(cost, first step, rest) for a[i:] and b[j:]."""
        if (i, j) not in known:
            ways = []
            if i < len(a) and j < len(b):
                name = "keep" if a[i] == b[j] else "replace"
                ways.append((best(i + 1, j + 1)[0] + (name == "replace"), (name, b[j]), (i + 1, j + 1)))
            if i < len(a):
                ways.append((best(i + 1, j)[0] + 1, ("delete", a[i]), (i + 1, j)))
            if j < len(b):
                ways.append((best(i, j + 1)[0] + 1, ("insert", b[j]), (i, j + 1)))
            known[i, j] = min(ways, key=lambda way: way[0]) if ways else (0, None, None)
        return known[i, j]

    for i in range(len(a), -1, -1):  # the smaller ones first, or the calls nest too deep
        for j in range(len(b), -1, -1):
            best(i, j)
    cost, step, at = best(0, 0)
    script = []
    while step is not None:
        script.append(step)
        _, step, at = best(*at)
    return cost, script


def oracle2(inp):
    """networkx: a shortest route through the grid of pairs of places."""
    a, b = inp
    graph = nx.DiGraph()
    graph.add_node((0, 0))
    for i in range(len(a) + 1):
        for j in range(len(b) + 1):
            if i < len(a):
                graph.add_edge((i, j), (i + 1, j), weight=1, step=("delete", a[i]))
            if j < len(b):
                graph.add_edge((i, j), (i, j + 1), weight=1, step=("insert", b[j]))
            if i < len(a) and j < len(b):
                same = a[i] == b[j]
                step = ("keep" if same else "replace", b[j])
                graph.add_edge((i, j), (i + 1, j + 1), weight=int(not same), step=step)
    route = nx.dijkstra_path(graph, (0, 0), (len(a), len(b)))
    edges = [graph.edges[edge] for edge in zip(route, route[1:])]
    return sum(edge["weight"] for edge in edges), [edge["step"] for edge in edges]


def check(inp, out, expected):
    a, b = inp
    if not isinstance(out, (tuple, list)) or len(out) != 2:
        return f"The answer is a tuple of the cost and the script, not {out!r:.80}."
    cost, script = out
    if type(cost) is not int or not isinstance(script, list):
        return "The cost is an integer and the script is a list of steps."
    if cost != expected[0]:
        return f"The smallest cost is {expected[0]}, not {cost}."
    return script_fault(a, b, cost, script)


def script_fault(a, b, cost, script):
    """What goes wrong when the script is carried out."""
    place, made, paid = 0, "", 0
    for number, step in enumerate(script, start=1):
        if (
            not isinstance(step, (tuple, list))
            or len(step) != 2
            or not all(isinstance(part, str) for part in step)
        ):
            return f"Step {number} is {step!r:.60}; a step is a tuple of a name and a letter."
        name, letter = step
        if name not in ("keep", "replace", "delete", "insert"):
            return f"Step {number} has the unknown name {name!r:.40}."
        if name != "insert" and place == len(a):
            return f"Step {number}, {name} {letter!r}: no letter of {a!r:.60} is left."
        if name in ("keep", "delete") and a[place] != letter:
            return f"Step {number}, {name} {letter!r}: the next letter of a is {a[place]!r}."
        if name == "replace" and a[place] == letter:
            return f"Step {number} replaces {letter!r} by itself: that is a keep."
        place += name != "insert"
        made += letter if name != "delete" else ""
        paid += name != "keep"
    if place < len(a):
        return f"After the script, {a[place:]!r:.60} of a has not been used up."
    if made != b:
        return f"The script makes {made!r:.60} of a, not {b!r:.60}."
    return None if paid == cost else f"The steps cost {paid}, and the cost returned is {cost}."
