import pandas


def _one_entity():
    """1,500 labels and as many values of one entity, written in another order than they became known."""
    labels = [(n, "e", 3 * ((n * 701) % 1500)) for n in range(1500)]
    features = [(n, "e", 3 * ((n * 1201) % 1500) + 1, float(n % 9)) for n in range(1500)]
    return {"label": labels, "feature": features}


CASES = {
    "latest-before": (
        "the latest of the values known before the label counts, and what came later does not",
        {
            "label": [(1, "a", 50), (2, "b", 10)],
            "feature": [(1, "a", 10, 0.5), (2, "a", 40, 0.7), (3, "a", 60, 0.9), (4, "b", 5, 2.0)],
        },
    ),
    "not-at-the-same-time": (
        "a value of the label's own second may have been computed from it",
        {"label": [(1, "a", 50)], "feature": [(1, "a", 30, 1.5), (2, "a", 50, 9.5)]},
    ),
    "nothing-known": (
        "a label before the first value, and one of an unknown entity, keep their rows",
        {"label": [(1, "a", 5), (2, "c", 99), (3, "a", 12)], "feature": [(1, "a", 10, 3.0)]},
    ),
    "other-entities": (
        "values of others are no values of one's own, and A is not a",
        {
            "label": [(7, "a", 100), (8, "A", 100)],
            "feature": [(1, "b", 99, 8.0), (2, "a", 20, 4.0), (3, "A", 30, 5.0), (4, "B", 98, 6.0)],
        },
    ),
    "two-at-one-time": (
        "of two rows of the same second the one written last counts, and the label stays one row",
        {
            "label": [(1, "a", 20), (2, "a", 30)],
            "feature": [
                (5, "a", 10, 2.5),
                (6, "a", 10, 1.5),
                (4, "a", 10, 9.5),
                (2, "a", 25, 7.0),
                (1, "a", 25, 8.0),
            ],
        },
    ),
    "written-late": (
        "a row written last may speak of an earlier time",
        {"label": [(1, "a", 100)], "feature": [(1, "a", 90, 1.0), (2, "a", 40, 2.0), (3, "a", 10, 3.0)]},
    ),
    "known-to-be-missing": (
        "where the latest row says NULL the answer is NULL, and its age tells that a row was there",
        {"label": [(1, "a", 100), (2, "a", 60)], "feature": [(1, "a", 50, 4.5), (2, "a", 90, None)]},
    ),
    "times-below-zero": (
        "times may be negative, and zero is a time like others",
        {
            "label": [(1, "a", 0), (2, "a", -5), (3, "a", 1)],
            "feature": [(1, "a", -10, 0.0), (2, "a", 0, 1.0), (3, "a", -5, 2.0)],
        },
    ),
    "order-of-labels": (
        "rows come by the label's id, whatever their times",
        {
            "label": [(30, "b", 1), (4, "a", 9), (12, "a", 3), (100, "b", 7)],
            "feature": [(1, "a", 2, 1.0), (2, "b", 6, 2.0), (3, "a", 8, 3.0)],
        },
    ),
    "no-labels": ("without labels there are no rows", {"label": [], "feature": [(1, "a", 1, 1.0)]}),
    "no-features": (
        "without values every label still has its row",
        {"label": [(2, "a", 3), (1, "b", 4)], "feature": []},
    ),
    "one-long-entity": (
        "1,500 labels and as many values of one entity: pairing them all takes too many steps",
        _one_entity(),
    ),
}

KEEP = {"no-labels": "an empty table is where a query over aggregates would make a row of NULLs"}

INVALID = {
    "a table missing": {"label": []},
    "a third table": {"label": [], "feature": [], "other": []},
    "an id twice": {"label": [(1, "a", 1), (1, "b", 2)], "feature": []},
    "a label without entity": {"label": [(1, None, 1)], "feature": []},
    "a time of text": {"label": [], "feature": [(1, "a", "now", 1.0)]},
    "a value of text": {"label": [], "feature": [(1, "a", 1, "high")]},
    "an infinite value": {"label": [], "feature": [(1, "a", 1, float("inf"))]},
    "a row too short": {"label": [(1, "a")], "feature": []},
}


def gen(rng, size):
    entities = "abA"[: 1 + rng.randint(0, 2)]
    values = [None, 0.0, 0.25, 1.5, -2.0]
    label_ids = rng.sample(range(1, 40), size)
    feature_ids = rng.sample(range(1, 60), 2 * size)
    return {
        "label": [(i, rng.choice(entities), rng.randint(-2, 4 + size)) for i in label_ids],
        "feature": [
            (i, rng.choice(entities), rng.randint(-2, 4 + size), rng.choice(values)) for i in feature_ids
        ],
    }


def valid(inp):
    assert isinstance(inp, dict) and set(inp) == {"label", "feature"}, "the tables are label and feature"
    for name, width in (("label", 3), ("feature", 4)):
        rows = inp[name]
        assert isinstance(rows, list) and len(rows) <= 2000, f"{name} is a list of at most 2,000 rows"
        for row in rows:
            assert isinstance(row, tuple) and len(row) == width, f"a row of {name} has {width} columns"
            assert type(row[0]) is int, "ids are integers"
            assert isinstance(row[1], str), "entity is a text"
            assert type(row[2]) is int and abs(row[2]) <= 10**12, "at is an integer of moderate size"
        assert len({row[0] for row in rows}) == len(rows), f"ids of {name} are unique"
    for row in inp["feature"]:
        assert row[3] is None or type(row[3]) is float, "value is a float or NULL"
        assert row[3] is None or abs(row[3]) <= 1e12, "value is finite and of moderate size"


def oracle(inp):
    """Label by label, look at every feature row."""
    result = []
    for number, entity, at in sorted(inp["label"]):
        earlier = [row for row in inp["feature"] if row[1] == entity and row[2] < at]
        if earlier:
            row = max(earlier, key=lambda row: (row[2], row[0]))
            result.append((number, row[3], at - row[2]))
        else:
            result.append((number, None, None))
    return result


def oracle2(inp):
    """An as-of join of data frames, which finds the row; what stands in it is read from the input."""
    if not inp["label"] or not inp["feature"]:
        return [(number, None, None) for number, _, _ in sorted(inp["label"])]
    labels = pandas.DataFrame(inp["label"], columns=["id", "entity", "at"]).sort_values("at", kind="stable")
    rows = sorted((at, number, entity) for number, entity, at, _ in inp["feature"])
    features = pandas.DataFrame(rows, columns=["at", "row", "entity"])
    joined = pandas.merge_asof(labels, features, on="at", by="entity", allow_exact_matches=False)
    known = {row[0]: row for row in inp["feature"]}
    result = []
    for number, at, row in zip(joined["id"], joined["at"], joined["row"], strict=True):
        found = None if pandas.isna(row) else known[int(row)]
        result.append((int(number), found and found[3], found and int(at) - found[2]))
    return sorted(result, key=lambda row: row[0])
