"""The process that runs tests.py: cases, generator and oracles, which are trusted author code.

It answers one JSON object a line; values in it are trees of `judge.value`. What authors print goes
to stderr. It runs apart from prove, so that an oracle may crash, hang or import what it likes, and
apart from the judge, whose workers never see an answer.
"""

import json
import os
import random
import runpy
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TextIO

from warmstart.content.prove.absent import LibraryMissing, stand_in
from warmstart.judge.arrays import InlineArrays
from warmstart.judge.value import UnencodableValue, decode, encode

_ARRAYS = InlineArrays()
Tree = object
Names = dict[str, object]


class Unfit(Exception):
    """Something in tests.py is not of the form that the pack format asks for; the message says what."""


def main(arguments: Sequence[str]) -> None:
    """tests.py, then modules that shall count as not installed."""
    path, pretended = Path(arguments[0]), arguments[1:]
    replies = _own_output()
    stand_in(pretended)
    loaded: list[Names] = []
    for line in sys.stdin:
        request = json.loads(line)
        reply = _answer(path, loaded, request)
        replies.write(json.dumps(reply) + "\n")
        replies.flush()


def _own_output() -> TextIO:
    """The real stdout; whatever else writes to it now reaches stderr."""
    replies = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    return replies


def _answer(path: Path, loaded: list[Names], request: dict[str, object]) -> dict[str, object]:
    try:
        if not loaded:
            loaded.append(runpy.run_path(str(path), run_name="tests"))
        return {"value": _ACTIONS[str(request["do"])](loaded[0], request)}
    except LibraryMissing as error:
        return {"missing": str(error)}
    except Unfit as error:
        return {"fault": str(error), "line": 1}
    except BaseException as error:
        return {"fault": f"{type(error).__name__}: {error}"[:500], "line": _line(error, path)}


def _line(error: BaseException, path: Path) -> int:
    frames = traceback.extract_tb(error.__traceback__)
    return next((frame.lineno or 1 for frame in reversed(frames) if frame.filename == str(path)), 1)


def _load(names: Names, request: dict[str, object]) -> Tree:
    cases = _mapping(names, "CASES")
    return {
        "cases": [[name, *_case(name, value)] for name, value in cases.items()],
        "invalid": [[name, _tree(f"INVALID[{name!r}]", x)] for name, x in _mapping(names, "INVALID").items()],
        "keep": {name: str(reason) for name, reason in _mapping(names, "KEEP").items()},
        "statistical": [str(name) for name in _sequence(names, "STATISTICAL")],
        "ladder": [_size(n) for n in _sequence(names, "LADDER")],
        "rtol": _tolerance(names, "RTOL"),
        "atol": _tolerance(names, "ATOL"),
    }


def _mapping(names: Names, name: str) -> dict[str, object]:
    value = names.get(name, {})
    if not isinstance(value, dict) or not all(isinstance(key, str) for key in value):
        raise Unfit(f"{name} is not a dict with names as keys")
    return value


def _sequence(names: Names, name: str) -> list[object]:
    value = names.get(name, [])
    if not isinstance(value, list | tuple | set | frozenset | range):
        raise Unfit(f"{name} is not a list")
    return list(value)


def _case(name: str, value: object) -> tuple[str, Tree]:
    if not isinstance(value, tuple) or len(value) != 2 or not isinstance(value[0], str):
        raise Unfit(f"CASES[{name!r}] is not a pair (why, input)")
    return value[0], _tree(f"the input of CASES[{name!r}]", value[1])


def _tree(what: str, value: object) -> Tree:
    try:
        return encode(value, _ARRAYS)
    except UnencodableValue as error:
        raise Unfit(f"{what} holds {error}, which a case cannot hold") from error


def _size(n: object) -> int:
    if type(n) is not int or n < 1:
        raise Unfit(f"LADDER holds {n!r}, not a size")
    return n


def _tolerance(names: Names, name: str) -> float:
    value = names.get(name, 1e-9)
    if type(value) not in (int, float) or not 0 <= value < 1:  # type: ignore[operator]
        raise Unfit(f"{name} is {value!r}, not a tolerance of at least 0 and below 1")
    return float(value)  # type: ignore[arg-type]


def _generate(names: Names, request: dict[str, object]) -> Tree:
    generator = _function(names, "gen")
    count, seed = request["count"], request["seed"]
    assert isinstance(count, int)
    return [
        _tree(f"an input that gen made at size {k % 10}", generator(random.Random(f"{seed} {k}"), k % 10))  # noqa: S311
        for k in range(count)
    ]


def _consult(names: Names, request: dict[str, object]) -> Tree:
    """Each oracle answer as a tree; an exception is an answer too, `{"$raises": name}`."""
    oracle = _function(names, str(request["oracle"]))
    inputs = request["inputs"]
    assert isinstance(inputs, list)
    return [_ask(oracle, tree) for tree in inputs]


def _ask(oracle: Callable[..., object], tree: Tree) -> Tree:
    try:
        value = oracle(decode(tree, _ARRAYS))
    except (LibraryMissing, ImportError):
        raise
    except Exception as error:  # an expected exception is data
        return {"raises": type(error).__name__, "message": str(error)[:300]}
    return {"value": _tree("a value of the oracle", value)}


def _function(names: Names, name: str) -> Callable[..., object]:
    value = names.get(name)
    if not callable(value):
        raise Unfit(f"{name} is not a function")
    return value


_ACTIONS: dict[str, Callable[[Names, dict[str, object]], Tree]] = {
    "load": _load,
    "generate": _generate,
    "consult": _consult,
}

if __name__ == "__main__":
    main(sys.argv[1:])
