"""Cases for frequent-itemsets. The oracle tries every subset of the items; oracle2 is mlxtend."""

from itertools import chain, combinations, groupby

import pandas as pd
from mlxtend.frequent_patterns import apriori, association_rules

FIVE = [["bread", "milk"], ["beer", "bread", "eggs"], ["beer", "milk", "cola"], ["beer", "bread", "milk"], ["bread", "cola", "milk"]]
ITEMS = ["milk", "bread", "beer", "cola", "eggs"]
RING = [["a", "b"], ["b", "c"], ["a", "c"], ["a", "d"], ["b", "d"], ["c", "e"]]
SQUARES = {("a",): 4, ("b",): 4, ("c",): 2, ("a", "b"): 2, ("b", "c"): 2}
CUBE = {(x,): 6 for x in "pqr"} | {xy: 4 for xy in combinations("pqr", 2)} | {("p", "q", "r"): 3}


def _counts(baskets, min_count):
    """Every frequent itemset by brute force: all subsets of every basket."""
    tally = {}
    for basket in baskets:
        for itemset in _subsets(sorted(basket)):
            tally[itemset] = tally.get(itemset, 0) + 1
    return {itemset: times for itemset, times in sorted(tally.items()) if times >= min_count}


def _subsets(items):
    return chain.from_iterable(combinations(items, size) for size in range(1, len(items) + 1))


CASES = {
    "five baskets": ("single items, pairs, and how often they occur", ("mine", FIVE, ITEMS, 2)),
    "exactly the threshold": ("a count equal to min_count is enough", ("mine", FIVE, ITEMS, 3)),
    "no candidate without its parts": (
        "all pairs of a, b, c occur, so (a, b, c) is asked; (a, b, d) is not, as (a, d) or (b, d) would have to be frequent",
        ("mine", [*RING, ["a", "b"], ["b", "c"], ["a", "c"]], ["d", "c", "b", "a", "e"], 2),
    ),
    "a join that must be pruned": (
        "(a, b) and (a, c) join to (a, b, c), but (b, c) is rare: do not ask for it",
        ("mine", [["a", "b"], ["a", "b"], ["a", "c"], ["a", "c"], ["b"], ["c"]], ["a", "b", "c"], 2),
    ),
    "pruned at size four": (
        "three of the four triples of a, b, c, d are frequent: the whole set must not be asked",
        ("mine", [["a", "b", "c"], ["a", "b", "d"], ["a", "c", "d"], ["b", "c"], ["b", "d"], ["c", "d"]] * 2, ["d", "a", "c", "b"], 2),
    ),
    "one part of four is rare": (
        "(a, b, c) and (a, b, d) join and (b, c, d) is frequent too, but (a, c, d) is rare: each part must be looked up",
        ("mine", [["a", "b", "c"], ["a", "b", "d"], ["b", "c", "d"]] * 2, ["a", "b", "c", "d"], 2),
    ),
    "five together": ("a set of five: go on until there are no candidates", ("mine", [["e", "d", "c", "b", "a"]] * 2, ["a", "b", "c", "d", "e"], 2)),
    "one large basket": (
        "sets of every size up to four, one pass for each",
        ("mine", [["w", "x", "y", "z"], ["x", "w", "z", "y"], ["z"]], ["w", "x", "y", "z"], 2),
    ),
    "only single items": (
        "pairs of frequent items must be asked, and none of them is frequent",
        ("mine", [["a"], ["b"], ["a"], ["b"], ["c"]], ["a", "b", "c"], 2),
    ),
    "nothing is frequent": (
        "with no frequent item there is no second pass",
        ("mine", [["a"], ["b"]], ["a", "b"], 2),
    ),
    "one frequent item": (
        "a single frequent item has nothing to be joined with: no empty pass",
        ("mine", [["a"], ["b"], ["a"]], ["a", "b"], 2),
    ),
    "empty baskets": ("an empty basket contains no itemset", ("mine", [[], ["a", "b"], [], ["b", "a"]], ["b", "a"], 1)),
    "no baskets": ("without baskets every count is 0", ("mine", [], ["a", "b"], 1)),
    "no items": ("without items there is nothing to ask", ("mine", [[], []], [], 1)),
    "an item that nobody buys": (
        "an item in no basket is asked once, alone",
        ("mine", [["a", "c"], ["a", "c"]], ["a", "b", "c"], 1),
    ),
    "items out of order": (
        "itemsets are ascending whatever the order of the items: '10' comes before '9'",
        ("mine", [["9", "10", "1"], ["10", "9"], ["1", "9"]], ["9", "10", "1"], 2),
    ),
    "rules of five baskets": ("every split of every frequent set", ("rules", _counts(FIVE, 2), 5, 0.6)),
    "exact confidence": (
        "a confidence equal to the minimum is enough; 2 of 4 is exactly 0.5",
        ("rules", SQUARES, 8, 0.5),
    ),
    "just below the confidence": ("4 of 6 is less than 0.67, though it rounds to it", ("rules", CUBE, 10, 0.67)),
    "lift below one": (
        "lift compares with the share of B: 0.5 against 4 of 5 baskets is below 1",
        ("rules", {("a",): 4, ("b",): 4, ("a", "b"): 2}, 5, 0.0),
    ),
    "rules of three items": (
        "a set of three has six rules, with one or two items on the left",
        ("rules", CUBE, 10, 0.0),
    ),
    "all confidences": ("min_confidence = 1 keeps rules without exception only", ("rules", SQUARES, 8, 1.0)),
    "no rules": ("single items make no rules", ("rules", {("a",): 3, ("b",): 2}, 4, 0.0)),
    "nothing to go by": ("no itemsets, no rules", ("rules", {}, 0, 0.5)),
}

LADDER = (800, 3200, 12800)


def big(n):
    """About n pairs to ask for, of which only neighbours are bought together."""
    items = [f"{i:04d}" for i in range(int((2 * n) ** 0.5))]
    return "mine", [[a, b] for a, b in zip(items, items[1:] + items[:1])], items, 1


def gen(rng, size):
    items = [chr(97 + i) for i in range(rng.randint(1, 3 + size // 2))]
    rng.shuffle(items)
    baskets = [[item for item in items if rng.random() < rng.choice([0.3, 0.6])] for _ in range(rng.randint(0, 3 + size))]
    least = rng.randint(1, 3)
    if rng.random() < 0.3:
        return "rules", _counts(baskets, least), len(baskets), rng.choice([0.0, 0.31, 0.57, 0.87])
    return "mine", baskets, items, least


def _is_itemset(value):
    return isinstance(value, tuple) and value and all(isinstance(x, str) for x in value) and list(value) == sorted(set(value))


def valid(inp):
    assert isinstance(inp, (tuple, list)) and len(inp) == 4, "the input is what to call and its three arguments"
    what, first, second, last = inp
    assert what in ("mine", "rules"), "the first entry is 'mine' or 'rules'"
    if what == "rules":
        assert isinstance(first, dict) and type(second) is int, "supports is a dict, n an int"
        assert all(_is_itemset(key) for key in first), "an itemset is an ascending tuple of distinct strings"
        assert all(type(times) is int and 1 <= times <= second for times in first.values()), "counts are 1 to n"
        parts = ((key, part) for key in first for part in combinations(key, len(key) - 1) if part)
        assert all(first.get(part, 0) >= first[key] for key, part in parts), "no set is counted more often than its parts"
        assert type(last) in (int, float) and 0 <= last <= 1, "min_confidence is a number from 0 to 1"
        return
    assert all(isinstance(x, str) for x in second) and len(set(second)) == len(second), "items are distinct strings"
    assert all(len(set(b)) == len(b) and set(b) <= set(second) for b in first), "a basket has distinct items of the list"
    assert type(last) is int and last >= 1, "min_count is an int of at least 1"
    assert len(first) <= 1000 and len(second) <= 200 and all(len(b) <= 10 for b in first), "small baskets only"


INVALID = {
    "min_count zero": ("mine", [["a"]], ["a"], 0),
    "an item twice": ("mine", [["a"]], ["a", "a"], 1),
    "a stranger in a basket": ("mine", [["b"]], ["a"], 1),
    "descending itemset": ("rules", {("a",): 1, ("b",): 1, ("b", "a"): 1}, 2, 0.5),
    "a part is missing": ("rules", {("a",): 1, ("a", "b"): 1}, 2, 0.5),
    "confidence above one": ("rules", {("a",): 1}, 2, 1.5),
}


def run(sol, inp):
    what, first, second, last = inp
    if what == "rules":
        supports = dict(first)
        returned = sol.rules(supports, second, last)
        return {"returned": returned, "changed": supports != first}
    passes, items, masks = [], list(second), {}
    for bit, basket in enumerate(first):
        for item in basket:
            masks[item] = masks.get(item, 0) | 1 << bit

    def count(candidates):
        candidates = list(candidates)
        passes.append([c for c in candidates])
        return [_contained(candidate, masks, len(first)) for candidate in candidates]

    returned = sol.frequent_itemsets(items, count, last)
    returned = [[key, returned[key]] for key in returned] if isinstance(returned, dict) else returned
    return {"returned": returned, "passes": passes, "changed": items != list(second)}


def _contained(candidate, masks, n):
    here = (1 << n) - 1
    for item in candidate:
        here &= masks.get(item, 0)
    return bin(here).count("1")


def check(inp, out, expected):
    if out["changed"]:
        return "Your function changed an argument, which belongs to the caller."
    if inp[0] == "rules":
        return _rules_fault(out["returned"], expected["returned"])
    return _passes_fault(out["passes"], expected) or _itemsets_fault(out["returned"], expected["returned"])


def _passes_fault(passes, expected):
    frequent = {key for key, _ in expected["returned"]}
    for number, (asked, wanted) in enumerate(zip(passes, expected["passes"]), start=1):
        for candidate in asked:
            if not _is_itemset(candidate):
                return f"Pass {number} asks for {candidate!r:.80}: an itemset is an ascending tuple of distinct items."
            if len(candidate) != number:
                return f"Pass {number} asks for {candidate}: pass {number} is for itemsets of {number} items."
            if candidate not in wanted:
                missing = next((p for p in combinations(candidate, number - 1) if p not in frequent), None)
                return f"Pass {number} asks for {candidate}, although {missing} is not frequent: it cannot be frequent either."
        if len(set(asked)) < len(asked):
            return f"Pass {number} asks for an itemset twice."
        left = sorted(set(wanted) - set(asked))
        if left:
            return f"Pass {number} does not ask for {left[0]}, although all its parts are frequent."
    if len(passes) != len(expected["passes"]):
        return f"{len(passes)} passes, wanted {len(expected['passes'])}: one for each size that has candidates, none that is empty."
    return None


def _itemsets_fault(got, wanted):
    if not isinstance(got, list):
        return "Return a dict from itemsets to counts."
    got, wanted = {key: times for key, times in got}, {key: times for key, times in wanted}
    for key, times in wanted.items():
        if key not in got:
            return f"{key} is in {times} baskets, which is enough, and it is missing in your dict."
        if type(got[key]) is not int or got[key] != times:
            return f"{key} is in {times} baskets, yours says {got[key]!r:.40}."
    extra = next((key for key in got if key not in wanted), None)
    return None if extra is None else f"{extra!r:.80} is in your dict, but too few baskets contain it."


def _rules_fault(got, wanted):
    shaped = isinstance(got, list) and all(isinstance(rule, (tuple, list)) and len(rule) == 4 for rule in got)
    if not shaped:
        return "rules must return a list of (A, B, confidence, lift)."
    names = [(rule[0], rule[1]) for rule in got]
    right = [(rule[0], rule[1]) for rule in wanted]
    for a, b in right:
        if (a, b) not in names:
            return f"The rule {a} -> {b} reaches the confidence and is missing."
    for a, b in names:
        if (a, b) not in right:
            return f"The rule {a!r:.60} -> {b!r:.60} should not be listed: its confidence is too low, or it is no split."
    if names != right:
        return "The rules are right, but not in ascending order of (A, B), or one comes twice."
    for (a, b, *mine), (_, _, *values) in zip(got, wanted):
        for name, have, want in zip(("confidence", "lift"), mine, values):
            if type(have) not in (int, float) or not abs(have - want) <= 1e-9 * max(1, want):
                return f"The {name} of {a} -> {b} is {want:.6g}, yours is {have!r:.40}."
    return None


def oracle(inp):
    what, first, second, last = inp
    if what == "rules":
        return {"returned": _all_rules(first, second, last), "changed": False}
    counts = _counts(first, last)
    candidates = [c for c in _subsets(sorted(second)) if len(c) < 2 or all(p in counts for p in combinations(c, len(c) - 1))]
    passes = [list(group) for _, group in groupby(candidates, key=len)]
    return {"returned": [[key, counts[key]] for key in counts], "passes": passes, "changed": False}


def _all_rules(supports, n, least):
    pairs = ((a, b) for a in supports for b in supports if not set(a) & set(b))
    found = []
    for a, b in pairs:
        both = supports.get(tuple(sorted(a + b)))
        if both and both / supports[a] >= least:
            found.append((a, b, both / supports[a], both * n / (supports[a] * supports[b])))
    return sorted(found)


def oracle2(inp):
    """mlxtend; what Apriori asks for, from its maximal frequent sets: a candidate's parts are all frequent."""
    what, first, second, last = inp
    if what == "rules":
        return {"returned": _their_rules(first, second, last), "changed": False}
    counts = {}
    if second and last <= len(first):  # mlxtend takes shares up to 1 only
        table = pd.DataFrame([[item in basket for item in second] for basket in first], columns=second)
        found = apriori(table, min_support=(last - 0.5) / len(first), use_colnames=True)
        for share, itemset in zip(found["support"], found["itemsets"]):
            counts[tuple(sorted(itemset))] = round(share * len(first))
    level, passes = sorted((item,) for item in second), []
    while level:
        passes.append(level)
        known = {c for c in level if c in counts}
        longer = {tuple(sorted({*c, item})) for c in known for item in second if item not in c}
        level = sorted(c for c in longer if known.issuperset(combinations(c, len(c) - 1)))
    return {"returned": [[key, counts[key]] for key in sorted(counts)], "passes": passes, "changed": False}


def _their_rules(supports, n, least):
    if not any(len(key) > 1 for key in supports):
        return []
    table = pd.DataFrame({"support": [t / n for t in supports.values()], "itemsets": [frozenset(k) for k in supports]})
    found = association_rules(table, num_itemsets=n, metric="confidence", min_threshold=max(least - 1e-12, 0.0))
    columns = (found[name] for name in ("antecedents", "consequents", "confidence", "lift"))
    return sorted((tuple(sorted(a)), tuple(sorted(b)), float(c), float(x)) for a, b, c, x in zip(*columns))
