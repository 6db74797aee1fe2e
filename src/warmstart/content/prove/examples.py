"""V12: the `>>>` lines in the statement's fenced blocks run on the reference and print what they say."""

import doctest
import re
from collections.abc import Sequence

from warmstart.content.prove.bench import Bench
from warmstart.content.prove.gate import Gate
from warmstart.content.textfile import read_text
from warmstart.content.workshop import Workshop
from warmstart.judge.replies import Raised

_FLAGS = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS

# Appended to the reference, so that examples see what a learner's file defines.
_DRIVER = """

def _run_examples(sources):
    import contextlib
    import io

    space = dict(globals())
    told = []
    for source in sources:
        printed = io.StringIO()
        raised = None
        with contextlib.redirect_stdout(printed):
            try:
                exec(compile(source, "<example>", "single"), space)
            except Exception as error:
                raised = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
        told.append([printed.getvalue(), raised])
    return told
"""


def statement_examples(statement: str) -> list[doctest.Example]:
    """Examples in order. ValueError: a block that doctest cannot read."""
    blocks = re.findall(r"(?ms)^ {0,3}(?:```|~~~)[^\n]*\n(.*?)^ {0,3}(?:```|~~~)\s*$", statement)
    parser = doctest.DocTestParser()
    return [example for block in blocks for example in parser.get_examples(block)]


def examples_gate(bench: Bench, workshop: Workshop) -> Gate:
    if workshop.problem.kind == "sql":
        return Gate("V12", note="the samples are its examples")
    try:
        examples = statement_examples(workshop.problem.statement)
    except ValueError as error:
        return _fault(workshop, ">>>", f"an example cannot be read: {error}", "mend its indentation")
    if not examples:
        mend = "show one as `>>> call` and, below it, what it prints, in a fenced block"
        return _fault(workshop, "# Statement", "the statement has no example", mend)
    source = workshop.solution.file.text + _DRIVER
    sources = [example.source for example in examples]
    (reply,) = bench.judge.call(workshop.problem.stack, source, "_run_examples", [(sources,)])
    if isinstance(reply, Raised):
        return _fault(workshop, ">>>", f"the examples do not run: {reply.sentence}", "mend them")
    assert isinstance(reply.value, list)
    gates = [_compare(workshop, example, told) for example, told in zip(examples, reply.value, strict=True)]
    findings = tuple(finding for gate in gates for finding in gate.findings)
    return Gate("V12", findings, f"{len(examples)} examples")


def _compare(workshop: Workshop, example: doctest.Example, told: Sequence[str | None]) -> Gate:
    printed, raised = told
    first = example.source.strip().split("\n")[0]
    if raised is not None:
        if example.exc_msg is not None and _same(example.exc_msg, raised + "\n"):
            return Gate("V12")
        return _fault(
            workshop, f">>> {first}", f"`{first}` raises {raised}", "mend the example or the reference"
        )
    if example.exc_msg is None and _same(example.want, printed or ""):
        return Gate("V12")
    got = (printed or "nothing").strip()[:200]
    return _fault(workshop, f">>> {first}", f"`{first}` prints {got}", "put that below it, if it is right")


def _same(want: str, got: str) -> bool:
    return doctest.OutputChecker().check_output(want, got, _FLAGS)


def _fault(workshop: Workshop, place: str, message: str, mend: str) -> Gate:
    path = workshop.problem.path / "problem.md"
    file, faults = read_text(path)
    if file is None:
        return Gate("V12", tuple(faults))
    at = file.text.find(place)
    line = file.text.count("\n", 0, at) + 1 if at >= 0 else 1
    return Gate("V12", (file.fault(line, message, mend),))
