"""Gates Q2 and Q3: a question's Python holds, and draws numbers that can be asked and graded."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from warmstart.content.drawn import Instance
from warmstart.content.finding import Finding
from warmstart.content.form_rules import placeholder_faults
from warmstart.content.prove.desk import PINNED, own_path
from warmstart.content.prove.gate import Gate
from warmstart.content.question import Question
from warmstart.content.question_code import heading_line, read_block
from warmstart.content.question_record import code_digest, read_question_record
from warmstart.grading.numbers import Outcome, Wanted, check

DRAWS = 32
FEWEST = 4
"""Different instances, so that a second attempt is not the first one."""
SECONDS = 120.0


@dataclass(frozen=True, slots=True)
class Ran:
    """What came of the blocks; `instances`: each once, in the order drawn."""

    instances: tuple[Instance, ...]
    gates: tuple[Gate, ...]

    @property
    def holds(self) -> bool:
        return all(gate.holds for gate in self.gates)


def run_blocks(question: Question, *, force: bool) -> Ran:
    """The kept numbers where the same code has held before, unless forced; else a process runs it."""
    record = read_question_record(question.table.span.file.path)
    if not force and record is not None and record.code == code_digest(question):
        return Ran(record.instances, (Gate("Q2", note="as before"), *_drawn_gate(question, record.instances)))
    if not {"Numbers", "Check"} & question.sections.keys():
        return Ran((), (Gate("Q2", note="no code"),))
    first = _ask(question, hash_seed=0)
    faults = [_fault(question, int(each["line"]), str(each["message"])) for each in first["faults"]]
    instances = _distinct(first["instances"])
    if question.form == "numbers" and not faults:
        again = _ask(question, hash_seed=1, whole=False)
        if _distinct(again["instances"]) != instances:
            faults.append(
                _fault(question, heading_line(question, "Numbers"), "two processes drew differently")
            )
    return Ran(instances, (Gate("Q2", tuple(faults)), *_drawn_gate(question, instances)))


def _drawn_gate(question: Question, instances: Sequence[Instance]) -> list[Gate]:
    if question.form != "numbers":
        return []
    findings = tuple(dict.fromkeys(_instance_faults(question, instances)))
    return [Gate("Q3", findings, f"{len(instances)} instances")]


def _ask(question: Question, *, hash_seed: int, whole: bool = True) -> dict[str, list[dict[str, Any]]]:
    blocks = {title.lower(): read_block(question, title)[0] for title in ("Numbers", "Check")}
    blocks |= {} if whole else {"check": None}
    job = {
        "path": str(question.table.span.file.path),
        "numbers": blocks["numbers"].in_place if blocks["numbers"] else None,
        "check": blocks["check"].in_place if blocks["check"] else None,
        "lines": {title: block.line if block else 1 for title, block in blocks.items()},
        "slips": [(slip.name, slip.formula) for slip in question.forms.slips],
        "seed": question.id,
        "count": DRAWS,
    }
    environment = {**os.environ, **PINNED, "PYTHONHASHSEED": str(hash_seed), "PYTHONPATH": own_path()}
    try:
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-m", "warmstart.content.prove.blocks"],
            input=json.dumps(job).encode(),
            env=environment,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
        reply: dict[str, list[dict[str, Any]]] = json.loads(done.stdout)
    except (ValueError, subprocess.TimeoutExpired):
        line = heading_line(question, "Check" if blocks["check"] else "Numbers")
        reply = {"instances": [], "faults": [{"line": line, "message": "its process ended, or hung"}]}
    return reply


def _distinct(rows: Iterable[dict[str, Any]]) -> tuple[Instance, ...]:
    found = {json.dumps(row, sort_keys=True): row for row in rows}
    return tuple(Instance(**row) for row in found.values())


def _fault(question: Question, line: int, message: str) -> Finding:
    return question.table.span.file.fault(line, message, "run the block by hand to see more")


def _instance_faults(question: Question, instances: Sequence[Instance]) -> Iterable[Finding]:
    if len(instances) < FEWEST:
        line = heading_line(question, "Numbers")
        message = f"{len(instances)} different draws of {DRAWS}"
        yield question.table.span.file.fault(line, message, f"want at least {FEWEST}")
    for instance in instances:
        yield from _answer_faults(question, instance)
        for title in ("Question", "Context"):
            yield from placeholder_faults(question, title, instance.given)
        yield from placeholder_faults(question, "Model answer", {**instance.given, **instance.answers})


def _answer_faults(question: Question, instance: Instance) -> Iterable[Finding]:
    for at, each in enumerate(question.forms.wanted):
        span = question.table.span.table("answers", at)
        if each.name not in instance.answers:
            message = f"answer(given) has no '{each.name}'"
            yield span.file.fault(span.line_of("name"), message, "return it")
            continue
        wanted = Wanted(instance.answers[each.name], each.unit, each.rtol, each.atol)
        for typed in (f"{wanted.value!r}", f"{wanted.value!r} {each.unit}"):
            if not check(typed, wanted).is_right:
                message = f"'{typed}' is not taken for the right '{each.name}'"
                yield span.file.fault(span.line_of("unit"), message, "choose another unit or tolerance")
        yield from _slip_faults(question, each.name, wanted, instance)


def _slip_faults(question: Question, name: str, wanted: Wanted, instance: Instance) -> Iterable[Finding]:
    for at, slip in enumerate(question.forms.slips):
        if slip.answer != name or slip.name not in instance.slips:
            continue
        value = instance.slips[slip.name]
        near = Wanted(wanted.value, "", wanted.rtol, wanted.atol)
        if check(repr(value), near).outcome is Outcome.RIGHT:
            span = question.table.span.table("slips", at)
            mend = "let draw avoid it, or leave the slip out"
            yield span.file.fault(span.line_of("formula"), f"the slip '{slip.name}' can be right", mend)
