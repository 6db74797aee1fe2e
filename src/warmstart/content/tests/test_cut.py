"""What travels in cases.json stands alone and carries no answers; the starter carries no solution."""

from pathlib import Path

from warmstart.content.cut import cut, forbidden_imports
from warmstart.content.pysource import Module, read_module
from warmstart.content.starter import derive_starter, starter_regions
from warmstart.content.textfile import TextFile

TESTS = '''\
"""Caption."""
from __future__ import annotations

import math, random
import numpy as np
from collections import Counter, deque
from scipy.stats import norm

LIMIT = 10
TABLE = {}
TABLE["a"] = LIMIT
CASES = {"a": ("b", [x for x in range(LIMIT)]), **{"c": key for key in ()}}


class Box:
    size = LIMIT


@staticmethod
def helper(x):
    return deque([x]) if TABLE else check(x, x, x)


def check(inp, out, expected):
    key = Box()  # a local name, whatever CASES calls it
    return None if helper(out) else math.pi


def valid(inp: np.ndarray):
    norm = len(inp)
    assert norm


def oracle(inp):
    return norm(Counter(inp))
'''


def module(text: str) -> Module:
    read, findings = read_module(TextFile(Path("tests.py"), text))
    assert read is not None, findings
    return read


def test_a_cut_has_all_that_the_function_leans_on_and_no_more() -> None:
    text = cut(module(TESTS), "check")
    names: dict[str, object] = {}
    exec(compile(text, "check.py", "exec"), names)
    kept = {"math", "deque", "LIMIT", "TABLE", "Box", "helper", "check", "annotations"}
    assert {name for name in names if not name.startswith("__")} == kept


def test_a_local_name_brings_no_import_along() -> None:
    text = cut(module(TESTS), "valid")
    assert "scipy" not in text
    assert "import numpy as np" in text


def test_only_numpy_and_the_standard_library_travel_and_numpy_only_by_name() -> None:
    names = frozenset({"check", "valid"})
    assert [f.message for f in forbidden_imports(module(TESTS), names, ("numpy",))] == []
    (finding,) = forbidden_imports(module(TESTS), names, ())
    assert "numpy" in finding.message
    assert finding.line == 5


def test_a_cut_of_a_cut_is_the_same() -> None:
    once = cut(module(TESTS), "check")
    assert cut(module(once), "check") == once


SOLUTION = '''\
import math


class Node:
    """Given."""

    def __init__(self) -> None:
        self.next = None


class Store:
    """Written."""

    def put(
        self,
        key: int,
    ) -> None:  # any key
        """Docs stay."""
        # <starter>
        # how it goes
        if key:
            self._grow()
        # </starter>

    # <starter>
    def _grow(self) -> None:
        return None
    # </starter>


# <starter>
def helper():
    return Store()
# </starter>
'''

STARTER = '''\
import math


class Node:
    """Given."""

    def __init__(self) -> None:
        self.next = None


class Store:
    """Written."""

    def put(
        self,
        key: int,
    ) -> None:  # any key
        """Docs stay."""
        raise NotImplementedError
'''


def test_marked_bodies_raise_and_marked_helpers_vanish() -> None:
    read = module(SOLUTION)
    regions, findings = starter_regions(read)
    assert findings == []
    assert derive_starter(read, regions) == STARTER
