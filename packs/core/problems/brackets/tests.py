"""Cases, generator and oracle of "Where the brackets go wrong"."""

import random

PAIRS = ("()", "[]", "{}")

CASES = {
    "well-formed": (
        "nested and neighbouring brackets of all three kinds, nothing wrong",
        ("{[]()}",),
    ),
    "wrong-kind": (
        "the brackets cross: each kind is balanced by count, but the order is wrong",
        ("([)]",),
    ),
    "unclosed": (
        "one bracket is still open at the end: its position is the answer",
        ("()([]",),
    ),
    "extra-closer": (
        "a closing bracket with nothing open is an error at once",
        ("())(",),
    ),
    "empty": ("the empty text is well-formed", ("",)),
    "one-opener": ("a lone opening bracket, at position 0", ("{",)),
    "one-closer": ("a lone closing bracket: nothing has been opened yet", ("]",)),
    "leftmost-of-several": (
        "three brackets stay open: the leftmost is reported, not the innermost",
        ("[](({})[",),
    ),
    "closer-before-leftover": (
        "a wrong closing bracket is reported although an earlier bracket is never closed",
        ("[[(])",),
    ),
    "closed-then-reopened": (
        "the stack runs empty in the middle and the text goes on",
        ("()[]{}()}",),
    ),
    "wrong-kind-at-depth": (
        "the mismatch sits deep inside an otherwise balanced text",
        ("{[(])}",),
    ),
    "swapped-curly": ("a curly bracket closed by a round one", ("[{)]",)),
    "swapped-square": ("a square bracket closed by a curly one", ("([}])",)),
    "two-errors": (
        "both closing brackets are wrong: only the first is reported",
        ("(]{)",),
    ),
    "right-after-closing": (
        "a closed bracket is finished: the next closing one belongs to the bracket around it",
        ("([]))",),
    ),
    "odd-length": (
        "an odd length proves that something is wrong, but not where",
        ("(()())]()",),
    ),
    "closer-after-hope-is-lost": (
        "more is open than the rest of the text can close, but a wrong closing bracket may still come",
        ("[{(}",),
    ),
    "deep": (
        "600 brackets deep and well-formed: no recursion limit, no fixed depth",
        ("([{" * 200 + "}])" * 200,),
    ),
    "deep-last-wrong": (
        "only the very last of 600 closing brackets is of the wrong kind",
        ("[" + "(" * 599 + ")" * 600,),
    ),
}

INVALID = {
    "not-text": (7,),
    "other-character": ("(a)",),
    "space": ("( )",),
    "two-arguments": ("()", "[]"),
    "too-long": ("()" * 50_001,),
}

LADDER = [2500, 5000, 10_000, 20_000]


def gen(rng: random.Random, size: int) -> tuple[str]:
    """A well-formed text with at most two characters changed, dropped or added."""
    text = ""
    for _ in range(size):
        at = rng.randint(0, len(text))
        pair = rng.choice(PAIRS)
        text = rng.choice([pair + text, text + pair, pair[0] + text + pair[1], text[:at] + pair + text[at:]])
    for _ in range(rng.choice([0, 1, 1, 2])):
        at = rng.randint(0, len(text))
        text = text[:at] + rng.choice(["", *"()[]{}"]) + text[at + rng.randint(0, 1) :]
    return (text,)


def valid(inp: tuple) -> None:
    assert type(inp) is tuple and len(inp) == 1, "want one argument: text"
    (text,) = inp
    assert type(text) is str, "text must be a string"
    assert len(text) <= 100_000, "text has at most 100,000 characters"
    assert set(text) <= set("()[]{}"), "text may hold only the brackets ( ) [ ] { }"


def oracle(inp: tuple[str]) -> int:
    """Delete adjacent pairs until none is left; what remains, with its positions, tells."""
    (text,) = inp
    left = list(enumerate(text))
    at = 0
    while at + 1 < len(left):
        if left[at][1] + left[at + 1][1] in PAIRS:
            del left[at : at + 2]
            at = 0
        else:
            at += 1
    closers = [position for position, bracket in left if bracket in ")]}"]
    leftovers = [position for position, _ in left]
    return (closers + leftovers + [-1])[0]


def check(inp: tuple[str], out: object, expected: int) -> str | None:
    """On which side of the answer the first error lies, but not where."""
    (text,) = inp
    if type(out) is not int:
        return f"the answer is a position or -1, not {out!r:.80}"
    if out == expected:
        return None
    if not -1 <= out < len(text):
        return f"{out} is not a position: the text has {len(text)} characters, counted from 0"
    if expected == -1:
        return f"it found an error at position {out}, and there is none"
    if out == -1:
        return "it found no error where there is one"
    return f"the first error comes {'earlier' if expected < out else 'later'} than position {out}"


def big(n: int) -> tuple[str]:
    """One deep nest: every partner is far away and the stack is long."""
    rng = random.Random(n)
    nest = [rng.choice(PAIRS) for _ in range(n // 2)]
    return ("".join(pair[0] for pair in nest) + "".join(pair[1] for pair in reversed(nest)),)
