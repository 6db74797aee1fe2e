"""visual.json: the steps of an algorithm on one input, as frames that the page draws.

`pack prove` makes it by running the author's visual.py; docs/pack-format.md tells what a frame is.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from warmstart.content import views
from warmstart.content.shape import kind, table, text
from warmstart.judge.arrays import InlineArrays
from warmstart.judge.pool import Judge
from warmstart.judge.problem import FrozenProblem
from warmstart.judge.replies import Raised
from warmstart.judge.value import MalformedValue, canonical, decode, encode, strict_loads

FORMAT = 1
FEWEST, MOST = 2, 40
MOST_BYTES = 100_000
MOST_TOLD = 20

Frame = Mapping[str, Any]
"""`caption`: a sentence; `view`: see `views`. Only what `check_frames` lets through is one."""

_ARRAYS = InlineArrays()
_FRAME = table({"caption": text(600, empty=False), "view": views.faults}, {})


@dataclass(frozen=True, slots=True)
class Visual:
    """`input`: of which the frames tell. `source`: visual.py, whose `frames(inp, out)` made them."""

    title: str
    input: object
    source: str
    frames: tuple[Frame, ...]


class Undrawable(Exception):
    """No frames came of a run; the message says why, for the one whose code it was."""


def check_frames(frames: object) -> list[str]:
    """All that keeps `frames` from being drawn, a sentence each; at most `MOST_TOLD`."""
    if type(frames) is not list:
        return [f"frames gives {kind(frames)}, not a list"]
    told = list(
        islice(
            (fault for index, frame in enumerate(frames) for fault in _FRAME(f"frames[{index}]", frame)),
            MOST_TOLD,
        )
    )
    if not FEWEST <= len(frames) <= MOST:
        told.insert(0, f"there are {len(frames)} frames, not {FEWEST} to {MOST}")
    if told:
        return told
    size = len(json.dumps(frames, ensure_ascii=False, separators=(",", ":")).encode(errors="replace"))
    return [f"the frames take {size} bytes, more than {MOST_BYTES}"] if size > MOST_BYTES else []


def play(judge: Judge, problem: FrozenProblem, code: str, drawing: str, value: object) -> tuple[Frame, ...]:
    """What `drawing` (a visual.py) shows of `code` run on `value`; each in a jailed worker of its own.

    Undrawable: the code failed on it, or its result cannot be drawn.
    """
    run = judge.results(problem, code, [value])
    if run.failure is not None:
        raise Undrawable(run.failure.sentence)
    if not run.cases:
        raise Undrawable(f"{run.end.value} {run.error}".strip())
    out = run.cases[0].result
    if isinstance(out, Raised):
        raise Undrawable(out.sentence)
    (drawn,) = judge.call(problem.stack, drawing, "frames", [(value, out.value)])
    if isinstance(drawn, Raised):
        raise Undrawable(f"frames fails: {drawn.sentence}")
    faults = check_frames(drawn.value)
    if faults:
        raise Undrawable("; ".join(faults))
    return tuple(drawn.value)  # type: ignore[arg-type]


def write_visual(visual: Visual) -> str:
    """Canonical text, one frame a line; the same visual, the same bytes."""
    head = canonical(
        {
            "format": FORMAT,
            "title": visual.title,
            "input": encode(visual.input, _ARRAYS),
            "source": visual.source,
        }
    )
    return f'{head[:-1]},"frames":[\n{_lines(visual.frames)}\n]}}\n'


def _lines(frames: Sequence[Frame]) -> str:
    return ",\n".join(canonical(frame) for frame in frames)


def read_visual(path: Path) -> Visual | None:
    """None: there is no such file, or it is none that prove writes."""
    try:
        tree: Any = strict_loads(path.read_bytes())
        if tree["format"] != FORMAT or check_frames(tree["frames"]):
            return None
        value = decode(tree["input"], _ARRAYS)
        return Visual(str(tree["title"]), value, str(tree["source"]), tuple(tree["frames"]))
    except (OSError, ValueError, KeyError, TypeError, MalformedValue, RecursionError):
        return None
