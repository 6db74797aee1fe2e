"""V15: visual.py runs, on a valid input, twice the same, and what it gives can be drawn."""

import re
from dataclasses import dataclass

from warmstart.content.drawing import read_drawing
from warmstart.content.finding import Finding
from warmstart.content.problem import Problem
from warmstart.content.prove.bench import Bench
from warmstart.content.prove.gate import Gate
from warmstart.content.pysource import Module
from warmstart.content.visual import MOST_BYTES, Undrawable, Visual, play, write_visual
from warmstart.judge.problem import FrozenProblem
from warmstart.judge.replies import Raised, Returned

NONE = Gate("V15", note="no visual")

LONGEST_TITLE = 120

_DRIVER = """

def _title_and_input():
    return [TITLE, INPUT]
"""


@dataclass(frozen=True, slots=True)
class Picture:
    """The gate's word and the text of `visual.json`; None: there is none to write."""

    gate: Gate
    text: str | None = None


def picture(bench: Bench, problem: Problem, frozen: FrozenProblem) -> Picture:
    module, findings = read_drawing(problem)
    if module is None:
        return Picture(Gate("V15", tuple(findings)) if findings else NONE)
    source = module.file.text
    (reply,) = bench.judge.call(frozen.stack, source + _DRIVER, "_title_and_input", [()])
    if isinstance(reply, Raised):
        return _fault(module, f"visual.py does not run: {reply.sentence}", "mend it", reply)
    assert isinstance(reply.value, list)
    title, value = reply.value
    if type(title) is not str or not 0 < len(title.strip()) <= LONGEST_TITLE:
        return _fault(module, "TITLE is no short text", f"want at most {LONGEST_TITLE} characters")
    refused = _refused(bench, frozen, value)
    if refused is not None:
        return _fault(module, f"valid rejects INPUT: {refused.sentence}", "draw a valid input")
    return _drawn(bench, module, frozen, title, value)


def _refused(bench: Bench, frozen: FrozenProblem, value: object) -> Raised | None:
    (reply,) = bench.judge.call(frozen.stack, frozen.source.valid or "", "valid", [(value,)])
    return None if isinstance(reply, Returned) else reply


def _drawn(bench: Bench, module: Module, frozen: FrozenProblem, title: str, value: object) -> Picture:
    source = module.file.text
    try:
        first, second = (play(bench.judge, frozen, frozen.reference, source, value) for _ in range(2))
    except Undrawable as error:
        return _fault(module, f"with the reference's result {error}", "docs/pack-format.md tells of frames")
    if first != second:
        return _fault(module, "two runs draw different frames", "take chance and the order of sets out")
    text = write_visual(Visual(title, value, source, first))
    size = len(text.encode())
    if size > MOST_BYTES:
        return _fault(module, f"visual.json has {size} bytes, more than {MOST_BYTES}", "draw less")
    return Picture(Gate("V15", note=f"{len(first)} frames, {size / 1000:.1f} kB"), text)


def _fault(module: Module, message: str, mend: str, reply: Raised | None = None) -> Picture:
    lines = re.findall(r"line (\d+)", reply.trace) if reply is not None else []
    found: Finding = module.file.fault(int(lines[-1]) if lines else 1, message, mend)
    return Picture(Gate("V15", (found,)))
