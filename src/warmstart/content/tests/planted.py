"""A tiny pack with one problem that passes every gate; a test plants it with one thing changed."""

import subprocess
from pathlib import Path

PACK = """\
id = "tiny"
title = "Tiny"
version = "1.0"
format = 1
licence = "MIT"
authors = ["Nobody"]
"""

SKILLS = """\
[[area]]
id = "ds"
title = "Data structures"

[[skill]]
id = "ds.array"
title = "Arrays"
needs = []
mark = "S"
why = "Everything is one"

[[skill]]
id = "ds.hash"
title = "Hash tables"
needs = ["ds.array"]
mark = "S"
why = "The default tool"
"""

PROBLEM = """\
+++
id = "0b9f7d4e-2c1a-4b6e-9d53-7f1a2b3c4d5e"
version = 1
status = "draft"
title = "Without repeats"
kind = "code"
difficulty = "easy"
minutes = 10
skills = ["ds.hash"]
entry = "distinct"
sample = ["a pair"]
complexity = {n = "number of values", time = 1.0, slack = 0.35}
+++

# Statement

The values without repeats, in order of first occurrence.

```python
>>> distinct([3, 1, 3])
[3, 1]
```

# Hints

1. What have you seen?
2. A set remembers.

# Explanation

A set of what was seen; linear.
"""

SOLUTION = '''\
"""Keep a set."""


def distinct(values: list[int]) -> list[int]:
    """The values without repeats, in order of first occurrence."""
    # <starter>
    seen = set()
    result = []
    for value in values:
        if value not in seen:
            seen.add(value)
            result.append(value)
    return result
    # </starter>
'''

TESTS = """\
CASES = {
    "a pair": ("two equal values are one", ([2, 2],)),
    "order": ("first come, first kept", ([3, 1, 2, 1],)),
    "empty": ("nothing in, nothing out", ([],)),
}

INVALID = {"no list": (5,), "a text in it": ([1, "2"],), "two lists": ([1], [2])}
LADDER = [100, 200, 400]


def gen(rng, size):
    return ([rng.randint(0, size + 1) for _ in range(size)],)


def valid(inp):
    assert len(inp) == 1, "one argument"
    assert isinstance(inp[0], list), "values is a list"
    assert all(type(value) is int for value in inp[0]), "all values are integers"


def oracle(inp):
    return list(dict.fromkeys(inp[0]))


def big(n):
    return (list(range(n)),)
"""

WRONG = '''\
[[mutant]]
id = "sorts"
why = "a set alone forgets the order of its values"
replace = """
    return result"""
with = """
    return sorted(result)"""

[[mutant]]
id = "looks-through-the-result"
why = "right, but each look goes through all that was kept"
verdict = ["growth_exceeded"]
replace = """
        if value not in seen:"""
with = """
        known = False
        for other in result:
            known = known or other == value
        if not known:"""
'''

VISUAL = """\
TITLE = "What was seen is left out"
INPUT = ([3, 1, 3],)


def frames(inp, out):
    (values,) = inp
    steps = []
    for index in range(len(values)):
        row = {"label": "values", "values": values, "pointers": {"at": index}}
        kept = {"label": "kept", "values": [value for value in out if value in values[: index + 1]]}
        view = {"kind": "arrays", "rows": [row, kept]}
        steps.append({"caption": f"Look at {values[index]}.", "view": view})
    return steps
"""

FILES = {
    "problem.md": PROBLEM,
    "solution.py": SOLUTION,
    "tests.py": TESTS,
    "wrong.toml": WRONG,
    "visual.py": VISUAL,
}
SLUG = "without-repeats"

Change = tuple[str, str, str]
"""File, text that stands in it once, text to put there instead."""


def plant(root: Path, *changes: Change) -> Path:
    """The folder of the problem, in the pack `root`."""
    files = dict(FILES)
    for name, old, new in changes:
        assert files[name].count(old) == 1, f"{old!r} is in {name} {files[name].count(old)} times"
        files[name] = files[name].replace(old, new)
    folder = root / "problems" / SLUG
    folder.mkdir(parents=True)
    (root / "pack.toml").write_text(PACK)
    (root / "skills.toml").write_text(SKILLS)
    for name, text in files.items():
        (folder / name).write_text(text)
    return folder


def commit(root: Path) -> None:
    """Make `root` a git checkout whose last commit is all that is there."""
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", "-C", str(root)]
    for words in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "first"]):
        subprocess.run([*git, *words], check=True, capture_output=True)
