"""The files that `warmstart pack new` writes: a problem to be filled, whose gaps `check` names."""

from pathlib import Path

from warmstart import WarmstartError
from warmstart.content.wrong import SLUG


class SkeletonRefused(WarmstartError):
    """No skeleton can be written there; the message says why."""


def write_skeleton(folder: Path, fresh_id: str) -> list[Path]:
    """The files written. SkeletonRefused: the name is no slug, or the folder exists."""
    if not SLUG.fullmatch(folder.name):
        raise SkeletonRefused(f"'{folder.name}' is no slug: use a-z, 0-9 and single hyphens")
    try:
        folder.mkdir(parents=True)
    except FileExistsError as error:
        raise SkeletonRefused(f"{folder} exists already") from error
    except OSError as error:
        raise SkeletonRefused(f"{folder} cannot be made: {error.strerror}") from error
    title = folder.name.replace("-", " ").capitalize()
    texts = {
        "problem.md": _PROBLEM.format(id=fresh_id, title=title),
        "solution.py": _SOLUTION,
        "tests.py": _TESTS,
        "wrong.toml": _WRONG,
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in texts]


_PROBLEM = """+++
id = "{id}"
version = 1
status = "draft"
title = "{title}"
kind = "code"
difficulty = ""    # easy, medium or hard
minutes = 20
skills = []        # ids of skills.toml, the primary one first
entry = "solve"
imports = []       # "numpy" if the learner may use it
sample = ["smallest"]
sources = []
+++

# Statement

What to write, in your own words. Then: input ranges, the tie rule, what happens on empty and
malformed input, the accuracy wanted.

```python
>>> solve([3, 1, 2])
3
```

# Hints

1. A nudge.
2. The key idea.

# Explanation

"""

_SOLUTION = '''# <starter>
def solve(values: list[int]) -> int:
    """Say what comes back."""
    return max(values)
# </starter>
'''

_TESTS = '''"""Expected values are never typed: the oracle gives them."""

CASES = {
    "smallest": ("one value is its own answer", ([3],)),
}

INVALID = {}  # at least three inputs that `valid` must reject


def gen(rng, size):
    return ([rng.randint(-9, 9) for _ in range(size + 1)],)


def valid(inp):
    (values,) = inp
    assert isinstance(values, list), "values must be a list"
    assert values, "values must not be empty"


def oracle(inp):
    (values,) = inp
    return sorted(values)[-1]
'''

_WRONG = '''[[mutant]]
id = ""
why = ""           # written for the learner who made this mistake
replace = """
    return max(values)"""
with = """
    return min(values)"""
'''
