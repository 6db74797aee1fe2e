"""The process that runs a question's Python: `draw`, `answer`, the slips and `# Check`.

It reads one JSON object and writes one. It runs apart from prove, with limits, so that a block may crash,
hang or print what it likes.
"""

import json
import math
import os
import random
import resource
import sys
import traceback
from collections.abc import Callable, Mapping
from typing import Any

CPU_SECONDS = 30
MOST_BYTES = 4 * 2**30
LARGEST_FILE = 2**20

Names = dict[str, Any]


class Unfit(Exception):
    """A block gave something that a question cannot hold; the message says what."""


def main() -> None:
    """Answers on the real stdout; whatever else writes to it reaches stderr."""
    replies = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    job = json.load(sys.stdin)
    for what, most in (
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_AS, MOST_BYTES),
        (resource.RLIMIT_FSIZE, LARGEST_FILE),
    ):
        resource.setrlimit(what, (most, most))
    json.dump(_answer(job), replies)
    replies.close()


def _answer(job: Names) -> Names:
    names: Names = {"__name__": "question"}
    reply: Names = {"instances": [], "faults": []}
    if job["numbers"] is not None:
        drawn = _tried(job, reply, lambda: _draw_all(job, names), job["lines"]["numbers"])
        reply["instances"] = drawn or []
    if job["check"] is not None:
        _tried(job, reply, lambda: _run(job["check"], job["path"], names), job["lines"]["check"])
    return reply


def _tried(job: Names, reply: Names, step: Callable[[], Any], line: int) -> Any:
    try:
        return step()
    except BaseException as error:
        frames = traceback.extract_tb(error.__traceback__)
        own = (frame.lineno or line for frame in reversed(frames) if frame.filename == job["path"])
        said = str(error) if isinstance(error, Unfit) else f"{type(error).__name__}: {error}"
        reply["faults"].append({"line": next(own, line), "message": said[:300]})
        return None


def _run(source: str, path: str, names: Names) -> None:
    exec(compile(source, path, "exec"), names)  # noqa: S102


def _draw_all(job: Names, names: Names) -> list[Names]:
    _run(job["numbers"], job["path"], names)
    return [_drawn(job, names, number) for number in range(job["count"])]


def _drawn(job: Names, names: Names, number: int) -> Names:
    given = names["draw"](random.Random(f"{job['seed']} {number}"))  # noqa: S311
    if not isinstance(given, dict) or not all(isinstance(key, str) for key in given):
        raise Unfit("draw(rng) gives no dict with names as keys")
    for name, value in given.items():
        if not _plain(value):
            raise Unfit(f"draw gives {name} = {value!r}: want numbers, texts and lists of them"[:200])
    answers = names["answer"](json.loads(json.dumps(given)))
    if not isinstance(answers, dict):
        raise Unfit("answer(given) gives no dict")
    found = {str(name): _number(f"answer gives {name}", value) for name, value in answers.items()}
    return {"given": given, "answers": found, "slips": _slips(job, names, given, found)}


def _slips(job: Names, names: Names, given: Names, answers: Mapping[str, float]) -> dict[str, float]:
    scope = {**names, "math": math, **answers, **given, "given": given}
    found = {}
    for name, formula in job["slips"]:
        try:
            value = eval(formula.strip(), dict(scope))  # noqa: S307
        except Exception as error:
            raise Unfit(f"the slip '{name}': {type(error).__name__}: {error}") from error
        found[name] = _number(f"the slip '{name}' is", value)
    return found


def _plain(value: object) -> bool:
    if isinstance(value, list):
        return all(map(_plain, value))
    if type(value) is float:
        return math.isfinite(value)
    return type(value) in (int, str)


def _number(what: str, value: Any) -> float:
    """Whole numbers stay whole."""
    if isinstance(value, bool) or not hasattr(value, "__float__"):
        raise Unfit(f"{what} = {value!r}, which is no number"[:200])
    number = float(value)
    if not math.isfinite(number):
        raise Unfit(f"{what} = {value!r}, which is not finite"[:200])
    return int(value) if hasattr(value, "__index__") else number


if __name__ == "__main__":
    main()
