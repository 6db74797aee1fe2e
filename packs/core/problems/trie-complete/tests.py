"""Cases, oracle and checker of the completer."""

import random

LIMIT = 10**9


def _sets(**weights):
    """Steps that store the words with these weights, in this order."""
    return [["set", word, weight] for word, weight in weights.items()]


CASES = {
    "prefix-is-a-word": (
        "the prefix itself is a completion when it is a stored word",
        [*_sets(car=3, cart=5, care=4, cat=9), ["complete", "car", 5]],
    ),
    "ties-by-alphabet": (
        "equal weights come in alphabetical order, whatever the order of storing and the length",
        [*_sets(pin=2, pine=7, peach=2, pod=2), ["complete", "p", 4], ["complete", "p", 2]],
    ),
    "no-match": (
        "a prefix that leaves the stored words at its first, middle or last letter has no completions",
        [
            *_sets(north=1, note=2),
            ["complete", "s", 3],
            ["complete", "nab", 3],
            ["complete", "nor", 3],
            ["complete", "norths", 3],
            ["complete", "notes", 3],
        ],
    ),
    "inside-is-not-a-prefix": (
        "the letters must be at the beginning of the word, not somewhere inside",
        [*_sets(sand=1, island=5), ["set", "and", 3], ["complete", "and", 9], ["complete", "land", 9]],
    ),
    "inner-node-is-not-a-word": (
        "a beginning that was never stored is not a completion, although the walk passes it",
        [*_sets(steam=1, steel=2), ["complete", "ste", 9], ["complete", "", 9]],
    ),
    "empty-prefix": (
        "every stored word starts with the empty prefix",
        [*_sets(b=2, a=1, abc=3), ["complete", "", 10], ["complete", "", 2]],
    ),
    "empty-completer": (
        "with nothing stored there is nothing to complete",
        [["complete", "", 3], ["complete", "a", 3]],
    ),
    "heavier-again": (
        "a word whose weight grows moves up and is still listed once",
        [*_sets(run=5, rust=8, rue=6), ["set", "run", 9], ["complete", "ru", 9], ["complete", "ru", 1]],
    ),
    "lighter-again": (
        "a word whose weight falls moves down: the latest weight counts, not the largest, not the sum",
        [
            *_sets(mild=9, milk=8, mill=7),
            ["complete", "mil", 1],
            ["set", "mild", 7],
            ["complete", "mil", 3],
            ["set", "milk", 1],
            ["complete", "mil", 3],
        ],
    ),
    "weight-zero-and-below": (
        "a weight of 0 or less still makes a word",
        [*_sets(dim=-4, dip=0, dig=-9), ["complete", "di", 5], ["set", "dig", 0], ["complete", "di", 5]],
    ),
    "smallest-weight": (
        "-10^9 is a weight like any other: no number in the range can mean 'no word'",
        [["set", "low", -1000000000], ["complete", "l", 1]],
    ),
    "k-cuts": (
        "k = 0 gives nothing, k = 1 the best one, and k may exceed the number of matches",
        [
            *_sets(low=1, lot=3, log=2),
            ["complete", "lo", 0],
            ["complete", "lo", 1],
            ["complete", "lo", 3],
            ["complete", "lo", 1000000],
        ],
    ),
    "empty-word": (
        "storing the empty word raises ValueError and stores nothing",
        [["set", "", 5], ["complete", "", 5], ["set", "a", 1], ["set", "", 9], ["complete", "", 5]],
    ),
    "negative-k": (
        "a negative k raises ValueError, also where nothing matches",
        [
            ["set", "ab", 1],
            ["set", "ac", 2],
            ["complete", "a", -1],
            ["complete", "zzz", -2],
            ["complete", "a", 2],
        ],
    ),
    "queries-change-nothing": (
        "asking must not store the prefix, nor use up the answers",
        [
            *_sets(sun=1, sum=2),
            ["complete", "su", 2],
            ["complete", "sup", 2],
            ["complete", "su", 2],
            ["complete", "", 9],
        ],
    ),
    "long-words": (
        "a long word and its beginnings are different words",
        [
            ["set", "a" * 50, 1],
            ["set", "a" * 49, 2],
            ["set", "a" * 25, 1],
            ["complete", "a" * 30, 9],
            ["complete", "a" * 50, 9],
            ["complete", "a" * 51, 9],
            ["complete", "a", 9],
        ],
    ),
}

INVALID = {
    "not-a-list": "abc",
    "unknown-step": [["remove", "a"]],
    "capital-letter": [["set", "Tea", 1]],
    "word-is-a-number": [["complete", 3, 1]],
    "weight-is-text": [["set", "tea", "1"]],
    "k-missing": [["complete", "t"]],
    "word-too-long": [["set", "a" * 51, 1]],
    "weight-too-large": [["set", "a", 10**10]],
}

LADDER = (250, 500, 1000, 2000)


def big(n):
    """n words, half of them with the same first six letters; each is followed by a look-up of a few words."""
    rng = random.Random(n)
    letters = "abcdefghijklmnopqrstuvwxyz"
    steps, stems = [], []
    for _ in range(n):
        stem = rng.choice(["", "common"]) + "".join(rng.choices(letters, k=4))
        stems.append(stem)
        steps.append(["set", stem + rng.choice(["", "s"]), rng.randrange(1000)])
        steps.append(["complete", rng.choice(stems), 3])
    return steps


def gen(rng, size):
    letters = "ab" if size < 4 else "abc"
    steps = []
    for _ in range(1 + 2 * size):
        word = "".join(rng.choices(letters, k=rng.randint(0, 4)))
        steps.append(["set", word, rng.randint(-2, 2)])
    for _ in range(1 + size):
        prefix = "".join(rng.choices(letters, k=rng.randint(0, 3)))
        place = rng.randint(len(steps) // 2, len(steps))
        steps.insert(place, ["complete", prefix, rng.choice([-1, 0, 1, 2, 2, 3, 9])])
    return steps


def valid(inp):
    assert isinstance(inp, list), "the input is a list of steps"
    assert len(inp) <= 50_000, "at most 50,000 steps"
    for step in inp:
        assert isinstance(step, (list, tuple)) and len(step) == 3, f"a step has three parts, unlike {step!r}"
        name, word, number = step
        assert name in ("set", "complete"), f"unknown step {name!r}: use set or complete"
        assert isinstance(word, str), f"{name} takes a text, not {word!r}"
        assert all("a" <= letter <= "z" for letter in word), f"only the letters a to z occur, unlike {word!r}"
        longest = 50 if name == "set" else 60
        assert len(word) <= longest, f"{name} takes at most {longest} letters"
        assert type(number) is int, f"{name} takes an integer, not {number!r}"
        most = LIMIT if name == "set" else 10**6
        assert -LIMIT <= number <= most, f"{number} is out of range for {name}"


def run(sol, inp):
    completer = sol.Completer()
    results = []
    for name, word, number in inp:
        try:
            if name == "set":
                completer.set_weight(word, number)
                results.append(None)
            else:
                results.append(completer.complete(word, number))
        except ValueError:
            results.append("ValueError")
    return results


def oracle(inp):
    """A plain dict, filtered and sorted anew for each query."""
    weights, results = {}, []
    for name, word, number in inp:
        if (name == "set" and word == "") or (name == "complete" and number < 0):
            results.append("ValueError")
        elif name == "set":
            weights[word] = number
            results.append(None)
        else:
            matches = [stored for stored in weights if stored.startswith(word)]
            results.append(sorted(matches, key=lambda stored: (-weights[stored], stored))[:number])
    return results


def _weights_before(inp, number):
    """The weights that are stored when step `number` begins."""
    return {word: weight for name, word, weight in inp[:number] if name == "set" and word}


def _fault(got, want, prefix, k, weights):
    """What is wrong with one answer of `complete`, in words."""
    if want == "ValueError":
        return "k is negative, so ValueError is wanted"
    if got == "ValueError":
        return "it raised ValueError, and nothing is wrong with the call"
    if not isinstance(got, list) or not all(isinstance(word, str) for word in got):
        return f"it returned {got!r:.80}, not a list of words"
    for word in got:
        if word not in weights:
            return f"{word!r} is in the answer and was never stored"
        if not word.startswith(prefix):
            return f"{word!r} is in the answer and does not start with {prefix!r}"
        if got.count(word) > 1:
            return f"{word!r} is in the answer {got.count(word)} times"
    if len(got) > k:
        return f"it returned {len(got)} words, more than k = {k}"
    if len(got) < len(want):
        missing = next(word for word in want if word not in got)
        if missing == prefix:
            return f"{missing!r} is missing: it is the prefix itself, and it is a stored word"
        return f"{missing!r} is missing: it starts with {prefix!r} and there is room for it"
    return _rank_fault(got, want, weights)


def _rank_fault(got, want, weights):
    for first, better in zip(got, want):
        weight = weights[first]
        if first != better and weight == weights[better]:
            return f"{first!r} is where {better!r} belongs: both weigh {weight}, so the alphabet decides"
        if first != better:
            return f"{first!r} is where {better!r} belongs: they now weigh {weight} and {weights[better]}"
    return "the order is not the one by weight, then alphabet"


def check(inp, out, expected):
    if not isinstance(out, list) or len(out) != len(expected):
        return "there is not one result for each step"
    for number, (got, want) in enumerate(zip(out, expected)):
        if got == want:
            continue
        name, word, amount = inp[number]
        step = f"step {number + 1}, {name}({word!r}, {amount}): "
        if name == "complete":
            return step + _fault(got, want, word, amount, _weights_before(inp, number))
        if want == "ValueError":
            return step + "the empty word must be refused with ValueError"
        return step + "this word and weight can be stored, yet it did not return None"
    return None
