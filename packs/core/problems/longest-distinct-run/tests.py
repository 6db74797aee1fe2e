"""Cases, generator and oracle of "Longest run without repeats"."""

import random

LARGEST = 10**9
LONGEST = 100_000

CASES = {
    "repeat-inside": (
        "the run 'pear' begins behind the first p: what stands between the two places of a repeat is kept",
        ("papear",),
    ),
    "repeat-outside-the-window": (
        "the last a repeats one that lies left of the run: the left edge must not move back to it",
        ("abbcda",),
    ),
    "list-of-integers": (
        "a list of integers is a sequence like a string",
        ([4, -1, 4, 7, 0, -1, 4],),
    ),
    "empty": ("the empty string has only the empty slice", ("",)),
    "empty-list": ("the empty list too", ([],)),
    "single": ("one item is a run of one", ("x",)),
    "all-same": ("of equal items only one can be in a run", ("zzzzzz",)),
    "all-different": (
        "without any repeat the whole sequence is the answer, and it is reached at the very end",
        ("wiglombq",),
    ),
    "keeps-the-middle": (
        "g is met again: the run goes on with what stood behind the first g",
        ("gkgst",),
    ),
    "distinct-but-apart": (
        "four different items occur, and never more than two of them together without a repeat",
        ([1, 2, 1, 1, 3, 3, 4, 4],),
    ),
    "best-at-the-start": ("the longest run may come first and be followed by shorter ones", ("abcdeaaabab",)),
    "best-at-the-end": (
        "the longest run may end with the sequence, where no repeat follows it",
        ("aabaabcde",),
    ),
    "first-item-again": (
        "the repeated item stands at position 0, which counts as false",
        ("abca",),
    ),
    "zero-and-minus-one": (
        "0 and -1 are items like any other",
        ([0, -1, 0, -1, 0],),
    ),
    "neighbours-repeat": ("a repeat right beside its twin cuts the run to one item", ("abcddefg",)),
    "capitals": ("a capital and a small letter are different characters", ("aAbBaA",)),
    "not-only-letters": ("spaces, digits and signs are characters too", ("to be, or 2b?",)),
    "unicode": (
        "any character may occur: an array of 26 or 128 places is too small",
        ("żółć λ→∞ 雪 🙂🙃🙂",),
    ),
    "accent-apart": (
        "e with a combining accent is two code points, and the ready-made letter is a third one",
        ("e\u0301\u00e9e\u0301",),
    ),
    "numbers-far-apart": (
        "0, 65,536 and 131,072 are three items: a table by their lowest 16 bits takes them for one",
        ([0, 65536, 131072, 65536],),
    ),
    "characters-far-apart": (
        "the codes of these characters differ by 65,536, and they are different characters",
        ("a\U00010061\U00020061",),
    ),
    "extremes": ("the largest and smallest numbers allowed", ([LARGEST, -LARGEST, LARGEST],)),
    "two-thousand": (
        "many different items: 0 to 999 twice over, so every slice of 1,000 is a run",
        (list(range(1000)) * 2,),
    ),
}

KEEP = {
    "empty-list": "the other kind of empty sequence",
    "single": "the shortest run that there is",
    "extremes": "the ends of the range that the statement allows",
    "zero-and-minus-one": "guards against tests for truth and against -1 as a mark",
}

INVALID = {
    "not-a-sequence": (7,),
    "tuple": ((1, 2),),
    "float-item": ([1, 2.5],),
    "bool-item": ([True, 2],),
    "too-large": ([LARGEST + 1],),
    "two-arguments": ("abc", 3),
    "too-long": ("ab" * LONGEST,),
}

LADDER = (1000, 2000, 4000, 8000)


def big(n):
    """The same n/2 different numbers twice: every window is n/2 long, and each item of the second half repeats."""
    items = list(range(n // 2))
    random.Random(n).shuffle(items)
    return (items * 2,)


def gen(rng: random.Random, size: int):
    """Few different items, so that repeats are near and far."""
    spread = rng.choice([2, 3, 6])
    items = [rng.randint(0, spread) for _ in range(rng.randint(size, 2 * size + 1))]
    return (items,) if rng.random() < 0.5 else ("".join("abcdefg"[item] for item in items),)


def valid(inp):
    assert type(inp) is tuple and len(inp) == 1, "want one argument: the items"
    (items,) = inp
    assert type(items) in (str, list), "items must be a string or a list"
    assert len(items) <= LONGEST, "at most 100,000 items"
    if type(items) is list:
        assert all(type(item) is int for item in items), "every item of a list must be an integer"
        assert all(abs(item) <= LARGEST for item in items), "items lie between -10^9 and 10^9"


def oracle(inp):
    """All slices from each place, as long as they have as many different items as items."""
    (items,) = inp
    longest = 0
    for start in range(len(items)):
        end = start
        while end < len(items) and items[end] not in items[start:end]:
            end += 1
        longest = max(longest, end - start)
    return longest
