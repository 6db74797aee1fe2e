"""Cases for bpe-train. The oracle counts everything again with str.count, on one character a token;
oracle2 counts runs in lists of tokens.
"""

import random
from itertools import groupby

LOW = [b"low", b"low", b"lower"]
WIDEST = [b"low"] * 5 + [b"lower"] * 2 + [b"newest"] * 6 + [b"widest"] * 3
EURO = "für fünf Euro: € €".encode()
ALL_BYTES = bytes(range(256))


def _merges(words, limit):
    """By full counts; a token is one character, so str.count and str.replace do not overlap."""
    texts, merges = ["".join(map(chr, word)) for word in words], []
    while len(merges) < limit:
        found = {text[i : i + 2] for text in texts for i in range(len(text) - 1)}
        ranked = sorted((-sum(text.count(pair) for text in texts), ord(pair[0]), ord(pair[1])) for pair in found)
        if not ranked or ranked[0][0] > -2:
            break
        _, a, b = ranked[0]
        merges.append((a, b))
        texts = [text.replace(chr(a) + chr(b), chr(255 + len(merges))) for text in texts]
    return merges


LEARNED = _merges(WIDEST, 20)
RUNS = _merges([b"aaaaaaaa", b"aaab"], 9)

CASES = {
    "low and lower": ("two merges, then no pair occurs twice", ("train", LOW, 10)),
    "a run of equal bytes": ("aaaa holds the pair (a, a) twice, not three times", ("train", [b"aaaa", b"ba"], 10)),
    "three equal bytes": ("aaa holds the pair (a, a) once: the occurrences overlap", ("train", [b"aaa"], 5)),
    "a run after another byte": (
        "in baa the pair (b, a) ends where (a, a) begins: those are different pairs, and both count",
        ("train", [b"baa", b"caa", b"xba"], 3),
    ),
    "overlaps decide": (
        "(a, a) occurs 2 times without overlap and (b, c) 3 times: (b, c) goes first",
        ("train", [b"aaaaa", b"bcbcbc"], 2),
    ),
    "odd run merges from the left": ("aaaaa becomes X X a, and so (X, X) and (X, a) follow", ("train", [b"aaaaa", b"aaaaa"], 5)),
    "runs of merged tokens": (
        "the new token may form runs as well: eight a are XXXX, then YY, then Z",
        ("train", [b"aaaaaaaa"] * 2, 9),
    ),
    "a run of three new tokens": (
        "ababab is X X X, which holds the pair (X, X) once: new tokens overlap as well as bytes do",
        ("train", [b"ababab"], 10),
    ),
    "widest newest": ("counts weigh each word by how often it occurs", ("train", WIDEST, 10)),
    "limit": ("no more than `limit` merges", ("train", WIDEST, 3)),
    "limit zero": ("limit = 0 learns nothing", ("train", LOW, 0)),
    "ties": (
        "all pairs occur twice: the smallest goes first, comparing numbers, left token first",
        ("train", [b"xy", b"xy", b"ab", b"ab", b"ac", b"ac", b"Zb", b"Zb"], 4),
    ),
    "tie with a new token": (
        "a new token has the largest number, so in a tie its pairs come last",
        ("train", [b"abcd", b"abcd", b"abef", b"abef"], 8),
    ),
    "not across words": ("the end of one word and the beginning of the next are no neighbours", ("train", [b"ab", b"ca", b"bc", b"aa"], 5)),
    "twice is enough": ("a pair that occurs twice is merged, one that occurs once is not", ("train", [b"zz", b"zz", b"qr"], 5)),
    "twice in one word": ("both occurrences may stand in one word", ("train", [b"abxab"], 5)),
    "a count that falls": (
        "merging (a, b) breaks up (b, c) and (x, a): their old counts are no longer true",
        ("train", [b"xab", b"xab", b"abc", b"abc", b"ab", b"bcd", b"bcd", b"xa"], 6),
    ),
    "a count that rises again": (
        "a pair can lose its occurrences in one word and keep those in another",
        ("train", [b"abab", b"bab", b"bab", b"aba", b"ba", b"ba", b"ba"], 8),
    ),
    "empty words": ("empty words and single bytes hold no pairs", ("train", [b"", b"a", b"", b"a", b"b"], 5)),
    "no words": ("nothing to learn from", ("train", [], 5)),
    "any bytes": ("bytes need not be text: 0 and 255 are tokens like any others", ("train", [b"\x00\xff\x00\xff", b"\xff\x00"], 4)),
    "encode by rank": ("merges are applied in the order in which they were learned", ("encode", b"lowest newest", LEARNED)),
    "rank beats frequency": (
        "(b, c) stands twice and (a, b) once, but (a, b) was learned first",
        ("encode", b"abcbc", [(98 - 1, 98), (98, 99)]),
    ),
    "rank beats the left end": (
        "the earliest merge is applied first, wherever it stands",
        ("encode", b"xabc", [(98, 99), (120, 97), (97, 98)]),
    ),
    "no longest match": (
        "abc is a token, but the first merge takes (b, c) away from it",
        ("encode", b"abcd", [(99, 100), (97, 98), (257, 99)]),
    ),
    "earlier merge appears later": (
        "a merge may bring up a pair of an earlier rank than others that stand there",
        ("encode", b"abcabab", [(97, 98), (256, 256), (256, 99), (99, 256)]),
    ),
    "encode runs": ("a run is replaced from the left: aaaaa is X X a", ("encode", b"aaaaab aaa", RUNS)),
    "encode nothing": ("no bytes, no tokens", ("encode", b"", LEARNED)),
    "without merges": ("without merges every byte is its own token", ("encode", EURO, [])),
    "not utf-8": ("every byte comes back, also where a token is half a character", ("encode", b"\xe2\x82" + ALL_BYTES[120:140] + b"\x82\xac", [(0xE2, 0x82), (0x82, 0xAC)])),
    "decode": ("tokens of tokens", ("decode", [256 + len(LEARNED) - 1, 0, 255, 256], LEARNED)),
    "decode another way": ("tokens need not be what encode would give", ("decode", [108, 111, 119], LEARNED)),
    "token too large": ("256 + the number of merges is no token: ValueError", ("decode", [97, 256 + len(LEARNED)], LEARNED)),
    "token below zero": ("-1 is no token, although Python would find the last one: ValueError", ("decode", [-1], LEARNED)),
    "decode nothing": ("no tokens, no bytes", ("decode", [], [])),
}

LADDER = (1500, 3000, 6000, 12000)


def big(n):
    """Words of six bytes over a large alphabet, each twice; a merge for every twelve bytes."""
    rng = random.Random(n)
    words = [bytes(rng.randrange(256) for _ in range(6)) for _ in range(n // 12)]
    return "train", words * 2, n // 12


def gen(rng, size):
    letters = rng.choice([b"ab", b"abc", b"abcdefg"])
    words = [bytes(rng.choice(letters) for _ in range(rng.randint(0, 3 + size))) for _ in range(rng.randint(1, 3 + size))]
    words += [rng.choice(words) for _ in range(size)]
    if rng.random() < 0.5:
        return "train", words, rng.randint(1, 6 + size)
    merges = _merges(words, rng.randint(1, 6))
    if rng.random() < 0.2:
        return "decode", [rng.randint(97, 257 + len(merges)) for _ in range(size)], merges
    return "encode", bytes(rng.choice(letters) for _ in range(2 * size)), merges


def valid(inp):
    assert isinstance(inp, (tuple, list)) and len(inp) == 3, "the input is what to call and its two arguments"
    what, first, second = inp
    assert what in ("train", "encode", "decode"), "the first entry is 'train', 'encode' or 'decode'"
    if what == "train":
        assert isinstance(first, (list, tuple)) and all(type(word) is bytes for word in first), "words are bytes"
        assert all(len(word) <= 100 for word in first), "a word has at most 100 bytes"
        assert sum(map(len, first)) <= 10**6, "at most a million bytes"
        assert type(second) is int and 0 <= second <= 2000, "limit is an int from 0 to 2000"
        return
    if what == "encode":
        assert type(first) is bytes and len(first) <= 10_000, "data is bytes, at most 10000"
    else:
        assert isinstance(first, (list, tuple)) and all(type(t) is int for t in first), "tokens are integers"
    assert isinstance(second, (list, tuple)) and len(set(second)) == len(second), "merges are a list without repetition"
    for number, pair in enumerate(second):
        assert isinstance(pair, tuple) and len(pair) == 2, "a merge is a pair of tokens"
        assert all(type(t) is int and 0 <= t < 256 + number for t in pair), "a merge joins older tokens"
        assert number <= 2000, "at most 2000 merges"


INVALID = {
    "words as text": ("train", ["low"], 3),
    "limit below zero": ("train", [b"low"], -1),
    "a merge of newer tokens": ("encode", b"ab", [(97, 256)]),
    "data as text": ("encode", "ab", []),
    "merges twice": ("encode", b"ab", [(97, 98), (97, 98)]),
    "tokens as bytes": ("decode", [b"a"], []),
}


def run(sol, inp):
    what, first, second = inp
    if what == "train":
        words = list(first)
        merges = sol.train(words, second)
        return {"merges": merges, "changed": words != list(first)}
    merges = list(second)
    if what == "encode":
        tokens = sol.encode(first, merges)
        back = sol.decode(list(tokens), merges)
        return {"tokens": tokens, "decoded": back, "changed": merges != list(second)}
    tokens = list(first)
    back = sol.decode(tokens, merges)
    return {"decoded": back, "changed": merges != list(second) or tokens != list(first)}


def check(inp, out, expected):
    if out["changed"]:
        return "Your function changed its argument, which belongs to the caller."
    if inp[0] == "train":
        return _merges_fault(out["merges"], expected["merges"])
    if inp[0] == "encode" and out["tokens"] != expected["tokens"]:
        return _tokens_fault(out["tokens"], expected["tokens"])
    if out["decoded"] != expected["decoded"] or type(out["decoded"]) is not bytes:
        return f"decode gives {out['decoded']!r:.60}, wanted {expected['decoded']!r:.60}."
    return None


def _merges_fault(got, wanted):
    if not isinstance(got, list):
        return "train must return a list of pairs."
    for number, pair in enumerate(got):
        if number == len(wanted):
            return f"After {number} merges training should stop: no pair occurs twice, or the limit is reached."
        if pair != wanted[number] or not isinstance(pair, tuple):
            same = "" if number == 0 else f" (the {number} before agree)"
            return (
                f"Merge {number} should be {wanted[number]}{same}; yours is {pair!r:.60}. "
                "The most frequent pair without overlaps, of equally frequent ones the smallest, as a tuple."
            )
    if len(got) < len(wanted):
        return f"Training stops after {len(got)} merges, although {wanted[len(got)]} still occurs at least twice."
    return None


def _tokens_fault(got, wanted):
    if not isinstance(got, list):
        return "encode must return a list of tokens."
    place = next((i for i, (a, b) in enumerate(zip(got, wanted)) if a != b), min(len(got), len(wanted)))
    return (
        f"encode parts from the right tokens at place {place}: yours {got[place : place + 4]}, "
        f"wanted {wanted[place : place + 4]}. The earliest merge that applies goes first."
    )


def oracle(inp):
    what, first, second = inp
    if what == "train":
        return {"merges": _merges(first, second), "changed": False}
    if what == "encode":
        text = "".join(map(chr, first))
        while True:
            for number, (a, b) in enumerate(second):
                if chr(a) + chr(b) in text:
                    text = text.replace(chr(a) + chr(b), chr(256 + number))
                    break
            else:
                return {"tokens": list(map(ord, text)), "decoded": first, "changed": False}
    return {"decoded": b"".join(_bytes(token, second) for token in first), "changed": False}


def _bytes(token, merges):
    if not 0 <= token < 256 + len(merges):
        raise ValueError(token)
    if token < 256:
        return bytes([token])
    a, b = merges[token - 256]
    return _bytes(a, merges) + _bytes(b, merges)


def oracle2(inp):
    """Lists of tokens and runs: a run of m equal tokens holds its pair m // 2 times."""
    what, first, second = inp
    if what == "train":
        return {"merges": _merges_by_runs([list(word) for word in first], second), "changed": False}
    if what == "decode":
        return {"decoded": _spelled(first, second), "changed": False}
    tokens = list(first)
    for number, pair in enumerate(second):  # a merge makes only pairs that are learned after it
        tokens = _replaced(tokens, pair, 256 + number)
    return {"tokens": tokens, "decoded": _spelled(tokens, second), "changed": False}


def _merges_by_runs(words, limit):
    merges = []
    while len(merges) < limit:
        tally = {}
        for word in words:
            runs = [(token, len(list(run))) for token, run in groupby(word)]
            for token, length in runs:
                tally[token, token] = tally.get((token, token), 0) + length // 2
            for (a, _), (b, _) in zip(runs, runs[1:]):
                tally[a, b] = tally.get((a, b), 0) + 1
        most = max(tally.values(), default=0)
        if most < 2:
            break
        merges.append(min(pair for pair, times in tally.items() if times == most))
        words = [_replaced(word, merges[-1], 255 + len(merges)) for word in words]
    return merges


def _replaced(word, pair, token):
    made = []
    for last in word:
        if made and (made[-1], last) == pair:
            made[-1] = token
        else:
            made.append(last)
    return made


def _spelled(tokens, merges):
    left, spelled = list(tokens)[::-1], bytearray()
    while left:
        token = left.pop()
        if token not in range(256 + len(merges)):
            raise ValueError(token)
        if token < 256:
            spelled.append(token)
        else:
            left += merges[token - 256][::-1]
    return bytes(spelled)
