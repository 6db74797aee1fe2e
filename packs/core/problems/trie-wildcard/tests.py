"""Cases, generator, driver and oracle of "Dictionary with single-letter wildcards"."""

import random
import re

LONGEST = 30
MOST_STEPS = 20_000


def _book(words, patterns):
    """Steps that add the words and then ask the patterns; both are texts, divided by spaces."""
    return [
        *[["add", word] for word in words.split(" ")],
        *[["match", pattern] for pattern in patterns.split(" ")],
    ]


CASES = {
    "dot-is-any-letter": (
        "a dot may stand for any letter, at every place",
        _book("mint", ".int m.nt mi.t min. .i.t ...."),
    ),
    "prefix-is-no-word": (
        "the beginning of a word is no word, unless it was added itself",
        _book("candle", "can candl candle ... ..... c"),
    ),
    "second-branch": (
        "when the first letter tried for a dot leads nowhere, the others must be tried",
        _book("abx cdy efz gha", ".bx .dy .fz .ha .by .hx"),
    ),
    "empty-book": ("nothing is stored, so nothing fits", [["match", "a"], ["match", "."], ["match", ""]]),
    "empty-pattern": (
        "the empty pattern fits the empty word only, once that is added",
        [
            ["add", "a"],
            ["match", ""],
            ["add", ""],
            ["match", ""],
            ["match", "."],
            ["match", "a"],
            ["match", ".."],
        ],
    ),
    "all-dots": (
        "a pattern of dots asks whether there is a word of this length",
        _book("to tea house", ". .. ... .... ..... ......"),
    ),
    "longer-than-the-word": (
        "a pattern longer than the word does not fit: a dot is exactly one letter, never none",
        _book("sun", "sun. .sun s.un .... sunn s..n"),
    ),
    "shorter-than-the-word": (
        "a pattern must cover the whole word",
        _book("river", "rive r... ..... rive. river. ...."),
    ),
    "plain-letters": (
        "without dots every letter must be the same",
        _book("lamp lame", "lamp lame lamb lam lama xamp lxmp"),
    ),
    "word-inside-word": (
        "a word and its beginning may both be stored, in either order",
        [
            *_book("in inn", "in inn i. .n. inne"),
            *_book("outer out", "out outer oute ou. o..er out."),
        ],
    ),
    "dot-at-the-end": (
        "a dot at the end needs a letter there, and a word that ends with it",
        _book("bad bard", "ba. bar. b.. b... ba bard."),
    ),
    "several-dots": (
        "dots beside each other and apart: all of them must be filled by the same word",
        _book("stone shore slope", "s.o.e s..ne .h..e st..e sl..e s.ore ..o.e sto.p .t..t"),
    ),
    "mixed-from-two-words": (
        "no word may be put together from the letters of two stored ones",
        _book("ab cd", "ad cb a. .d .b c. .. a.. da"),
    ),
    "ask-between": (
        "a word counts from the moment it is added, and asking stores nothing",
        [
            ["match", "fog"],
            ["match", "f.g"],
            ["add", "fig"],
            ["match", "fog"],
            ["match", "f.g"],
            ["match", ".og"],
            ["add", "fog"],
            ["match", ".og"],
        ],
    ),
    "added-twice": ("adding a word again changes nothing", _book("key key keys key", "key k.y keys ke k...")),
    "deep-dead-ends": (
        "many ways fail only at the last letter",
        _book("aaaa aaab aaba abaa baaa bbbb", "...c ..bb .aab b..b bb.a ba.a .b.a c... abb."),
    ),
    "thirty-letters": (
        "the longest words and patterns",
        _book(
            "a" * 30 + " " + "ab" * 15,
            " ".join(["." * 30, "a" * 29 + ".", "." * 29 + "b", "." * 29 + "c", "a" * 29]),
        ),
    ),
    "many-dots-few-words": (
        "eight dots and two words: trying all letters of the alphabet would take for ever",
        _book("elephant squirrel", ".......x ........ ..e..... e......l s......l"),
    ),
    "repeated-search": ("each question starts anew", _book("one two", "t.o t.o o.. o.. ..x ..x two")),
}

KEEP = {
    "thirty-letters": "the longest words that the statement allows",
    "repeated-search": "guards against answers that leave something behind",
    "added-twice": "the same word again",
    "empty-book": "the book before anything is stored",
}

INVALID = {
    "not-a-list": "abc",
    "unknown-step": [["remove", "a"]],
    "dot-in-word": [["add", "a.b"]],
    "capital-letter": [["match", "Tea"]],
    "star": [["match", "a*"]],
    "number": [["add", 3]],
    "too-many-parts": [["match", "a", "b"]],
    "too-long": [["add", "a" * (LONGEST + 1)]],
}

LADDER = (250, 500, 1000, 2000)


def big(n):
    """n words of ten letters, half of them with one beginning; each is followed by a pattern that hardly any word fits."""
    rng = random.Random(n)
    letters = "abcdefghijklmnopqrstuvwxyz"
    steps, words = [], []
    for _ in range(n):
        word = rng.choice(["commun", "".join(rng.choices(letters, k=6))]) + "".join(rng.choices(letters, k=4))
        words.append(word)
        pattern = list(rng.choice(words)[:9] + "!")
        pattern[9] = rng.choice(letters)
        pattern[rng.randrange(7, 9)] = "."
        steps += [["add", word], ["match", "".join(pattern)]]
    return steps


def gen(rng, size):
    letters = "ab" if size < 5 else "abc"
    longest = 2 + size // 3
    steps = []
    for _ in range(2 + 2 * size):
        name = rng.choice(["add", "match", "match"])
        signs = letters if name == "add" else letters + ".."
        steps.append([name, "".join(rng.choices(signs, k=rng.randint(0, longest)))])
    return steps


def valid(inp):
    assert isinstance(inp, list), "the input is a list of steps"
    assert len(inp) <= MOST_STEPS, f"at most {MOST_STEPS} steps"
    for step in inp:
        assert isinstance(step, (list, tuple)) and len(step) == 2, (
            f"a step is a name and a text, unlike {step!r}"
        )
        name, text = step
        assert name in ("add", "match"), f"unknown step {name!r}: use add or match"
        assert isinstance(text, str), f"{name} takes a text, not {text!r}"
        assert len(text) <= LONGEST, f"{name} takes at most {LONGEST} characters"
        allowed = "letters from a to z" if name == "add" else "letters from a to z and dots"
        assert all("a" <= sign <= "z" or (sign == "." and name == "match") for sign in text), (
            f"{name} takes {allowed}"
        )


def run(sol, inp):
    book = sol.WordBook()
    return [getattr(book, name)(text) for name, text in inp]


def oracle(inp):
    """Every stored word against the pattern as a regular expression."""
    words, results = [], []
    for name, text in inp:
        if name == "add":
            words.append(text)
        fits = any(re.fullmatch(text, word) for word in words)
        results.append(None if name == "add" else fits)
    return results


def check(inp, out, expected):
    if not isinstance(out, list) or len(out) != len(expected):
        return "there is not one result for each step"
    words = []
    for number, ((name, text), got, want) in enumerate(zip(inp, out, expected)):
        if name == "add":
            words.append(text)
        if got is want:
            continue
        step = f"step {number + 1}, {name}({text!r}): "
        if name == "add":
            return step + f"add returns nothing, not {got!r:.40}"
        if type(got) is not bool:
            return step + f"match returns True or False, not {got!r:.40}"
        if want:
            fitting = [word for word in words if re.fullmatch(text, word)]
            return step + f"{fitting[0]!r} is stored and fits, and the answer is False"
        return (
            step
            + f"no stored word fits, and the answer is True; stored: {', '.join(map(repr, words[:8])) or 'nothing'}"
        )
    return None
