from itertools import groupby


def _long_team():
    """One team whose scores are all different, in no order."""
    return [("solo", f"m{n % 7}", (n * 7919) % 2000) for n in range(2000)]


CASES = {
    "three-in-a-team": (
        "places start anew in each team, and the third is left out",
        {
            "run": [
                ("red", "mlp", 71),
                ("blue", "cnn", 64),
                ("red", "cnn", 83),
                ("red", "knn", 55),
                ("blue", "svm", 60),
                ("blue", "mlp", 88),
            ]
        },
    ),
    "tie-for-second": (
        "equal scores share place 2, so three rows come back",
        {"run": [("red", "svm", 70), ("red", "cnn", 90), ("red", "mlp", 70), ("red", "knn", 10)]},
    ),
    "tie-for-first": (
        "two runs at place 1 are followed by place 3, which is left out",
        {"run": [("red", "mlp", 90), ("red", "svm", 80), ("red", "cnn", 90)]},
    ),
    "small-team": (
        "a team with a single run gives that one",
        {"run": [("red", "mlp", 5), ("blue", "cnn", 7), ("blue", "mlp", 6), ("blue", "svm", 4)]},
    ),
    "unfinished": (
        "a run without a score takes no place, even where the team has only one other",
        {"run": [("red", "mlp", None), ("red", "cnn", 40), ("blue", "svm", None), ("blue", "knn", None)]},
    ),
    "no-team": (
        "runs without a team are one group, and NULL equals NULL there",
        {"run": [(None, "mlp", 3), (None, "cnn", 9), ("red", "svm", 1), (None, "knn", 5)]},
    ),
    "twice": (
        "the same row twice is two runs that share a place",
        {
            "run": [
                ("red", "mlp", 8),
                ("red", "mlp", 8),
                ("red", "cnn", 7),
                ("blue", "cnn", 7),
                ("blue", "cnn", 7),
            ]
        },
    ),
    "zero-and-below": (
        "zero is a score, and so is what lies below it",
        {
            "run": [
                ("red", "mlp", -4),
                ("red", "cnn", 0),
                ("red", "svm", -9),
                ("blue", "mlp", 0),
                ("blue", "cnn", -1),
            ]
        },
    ),
    "order-of-rows": (
        "rows are sorted by team, then place, then model",
        {
            "run": [
                ("b", "z", 1),
                ("b", "a", 1),
                ("b", "m", 3),
                ("a", "q", 2),
                (None, "w", 7),
                ("Z", "k", 4),
                ("a", "p", 5),
            ]
        },
    ),
    "team-without-a-name": (
        "a team whose name is the empty text is a team of its own; NULL is no text",
        {"run": [(None, "a", 3), ("", "b", 2), ("", "c", 1)]},
    ),
    "nothing": ("an empty table gives no rows", {"run": []}),
    "one-long-team": (
        "2,000 runs of one team: comparing each with each other takes too many steps",
        {"run": _long_team()},
    ),
}

INVALID = {
    "no table": {},
    "another table": {"runs": []},
    "a row too short": {"run": [("red", "mlp")]},
    "a score of text": {"run": [("red", "mlp", "5")]},
    "a fraction": {"run": [("red", "mlp", 0.5)]},
    "no model": {"run": [("red", None, 5)]},
    "too many rows": {"run": [("red", "mlp", 1)] * 2001},
}

KEEP = {"nothing": "an empty table is where a query over aggregates would make a row of NULLs"}


def gen(rng, size):
    teams = [None, "red", "blue", "Green"][: 1 + rng.randint(0, 3)]
    scores = [None, *range(-1, 2 + size // 2)]
    rows = [(rng.choice(teams), rng.choice("abcd"), rng.choice(scores)) for _ in range(3 * size)]
    return {"run": rows}


def valid(inp):
    assert isinstance(inp, dict) and list(inp) == ["run"], "the input is {'run': rows}"
    rows = inp["run"]
    assert isinstance(rows, list), "the rows of run are a list"
    assert len(rows) <= 2000, "run has at most 2,000 rows"
    for row in rows:
        assert isinstance(row, tuple) and len(row) == 3, "a row is (team, model, score)"
        team, model, score = row
        assert team is None or isinstance(team, str), "team is a text or NULL"
        assert isinstance(model, str), "model is a text"
        assert score is None or type(score) is int, "score is an integer or NULL"
        assert score is None or abs(score) <= 10**9, "score lies within -10^9 and 10^9"


def oracle(inp):
    """The definition: count the finished runs of the same team that are strictly better."""
    result = []
    for team, model, score in inp["run"]:
        if score is None:
            continue
        better = 0
        for other, _, value in inp["run"]:
            better += other == team and value is not None and value > score
        if better < 2:
            result.append((team, model, score, better + 1))
    return sorted(result, key=lambda row: (row[0] is not None, row[0] or "", row[3], row[1]))


def oracle2(inp):
    """Groups of equal scores, best first; a group's place is one more than the rows before it."""
    finished = [row for row in inp["run"] if row[2] is not None]
    finished.sort(key=lambda row: (row[0] is not None, row[0] or "", -row[2], row[1]))
    result = []
    for _, team in groupby(finished, key=lambda row: row[0]):
        place = 1
        for _, equals in groupby(team, key=lambda row: row[2]):
            rows = list(equals)
            if place <= 2:
                result += [(*row, place) for row in rows]
            place += len(rows)
    return result
