"""Packs made for tests: small, complete, and independent of the packs that Warmstart ships."""

from pathlib import Path
from uuid import UUID

from warmstart.judge.problem import (
    FrozenCase,
    FrozenProblem,
    Limits,
    Sources,
    WrongSolution,
    write_problem,
)

PAIR = "pair"
REFERENCE = """\
def pair(nums, target):
    seen = {}
    for i, x in enumerate(nums):
        if target - x in seen:
            return [seen[target - x], i]
        seen[x] = i
    return None
"""
STARTER = "def pair(nums, target):\n    ...\n"
VALID = """\
def valid(inp):
    nums, target = inp
    assert isinstance(nums, list), "nums is a list"
    assert len(nums) >= 2, "there are at least two numbers"
"""
WRONG_SELF = """\
def pair(nums, target):
    for i, x in enumerate(nums):
        if target - x in nums:
            return [i, nums.index(target - x)]
    return None
"""
HINTS = ("Look at each number once.", "Remember *where* you saw it: a `dict`.")
EXPLANATION = "A dictionary from number to place, filled while walking: $O(n)$."
STATEMENT = """\
Given a list `nums` and a number `target`, return the places `[i, j]`, $i < j$, of two numbers
with sum `target`, or `None`. <script>alert(1)</script>

$$\\sum_k a_k < 10$$
"""
HIDDEN_TARGET = 987654


def _case(name: str, why: str, nums: list[int], target: int, expected: object, **more: object) -> FrozenCase:
    given = {"visible": False, "group": "hand", "kills": ()} | more
    return FrozenCase(id=f"case-{name}", name=name, why=why, input=(nums, target), expected=expected, **given)  # type: ignore[arg-type]


CASES = (
    _case("sample", "the plain one", [2, 7, 11], 9, [0, 1], visible=True, group="sample"),
    _case("same-number-twice", "a number may not pair with itself", [3, 5, 3], 6, [0, 2], kills=("self",)),
    _case("large", "sums need not be small", [987000, 654], HIDDEN_TARGET, [0, 1]),
    _case("none", "there may be no pair", [1, 2], 10, None),
)


def problem_id(number: int) -> UUID:
    """A UUID v4 of its own for each number."""
    return UUID(f"00000000-0000-4000-8000-{number:012d}")


def frozen(number: int = 0, *, seconds: float = 1.0) -> FrozenProblem:
    """The judge's side of the test problem."""
    return FrozenProblem(
        id=str(problem_id(number)),
        version=1,
        kind="code",
        entry="pair",
        imports=(),
        starter=STARTER,
        reference=REFERENCE,
        cases=CASES,
        source=Sources(valid=VALID),
        limits=Limits(seconds=seconds),
        wrong=(WrongSolution("self", "pairs a number with itself"),),
    )


def write_pack(folder: Path, problems: int = 1, *, pack_id: str = "test", seconds: float = 1.0) -> Path:
    """A pack with that many problems: `pair`, `pair-1`, `pair-2`, ... of mixed difficulty and skill."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pack.toml").write_text(
        f'id = "{pack_id}"\ntitle = "Test"\nversion = "1"\nformat = 1\nlicence = "MIT"\nauthors = ["Test"]\n'
    )
    (folder / "skills.toml").write_text(
        "".join(f'[[area]]\nid = "{a}"\ntitle = "Area {a}"\n' for a in ("ds", "al"))
        + "".join(
            f'[[skill]]\nid = "{skill}"\ntitle = "{title}"\nneeds = []\nmark = "S"\nwhy = "asked"\n'
            for skill, title in (("ds.hash", "Hash tables"), ("al.greedy", "Greedy choices"))
        )
    )
    for number in range(problems):
        write_folder(
            folder / "problems" / (PAIR if number == 0 else f"{PAIR}-{number}"), number, seconds=seconds
        )
    return folder


def write_folder(
    folder: Path, number: int, *, version: int = 1, status: str = "live", seconds: float = 1.0
) -> None:
    """One problem folder, as far as the web reads it."""
    folder.mkdir(parents=True, exist_ok=True)
    title = "Pair with a sum" if number == 0 else f"Pair number {number}"
    front = f"""+++
id = "{problem_id(number)}"
version = {version}
status = "{status}"
title = "{title}"
kind = "code"
difficulty = "{("easy", "medium", "hard")[number % 3]}"
minutes = 15
skills = ["{("ds.hash", "al.greedy")[number % 2]}"]
entry = "pair"
imports = []
sample = ["sample"]
sources = []
+++
"""
    hints = "\n".join(f"{n}. {hint}" for n, hint in enumerate(HINTS, start=1))
    body = f"# Statement\n\n{STATEMENT}\n# Hints\n\n{hints}\n\n# Explanation\n\n{EXPLANATION}\n"
    (folder / "problem.md").write_text(front + "\n" + body)
    (folder / "cases.json").write_text(write_problem(frozen(number, seconds=seconds)))
