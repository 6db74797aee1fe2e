"""The last steps: cases with costs and kills, limits, score; then the bytes of `cases.json`."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from warmstart import WarmstartError
from warmstart.content.finding import Finding
from warmstart.content.prove.bench import Bench, failing
from warmstart.content.prove.gate import Gate
from warmstart.content.prove.picture import NONE, Picture
from warmstart.content.prove.rejection import Named, Score
from warmstart.content.record import (
    PROVER,
    Record,
    cases_digest,
    read_record,
    replace_file,
    sources_digest,
    visual_digest,
    write_record,
)
from warmstart.content.workshop import Workshop
from warmstart.judge.problem import FrozenCase, FrozenProblem, write_problem

MOST_BYTES = 200_000
MOST_SECONDS = 2.0


def cpu_seconds(bench: Bench, problem: FrozenProblem) -> float:
    """CPU of the reference over all cases; of a slow one the best of five, since noise only adds."""
    times = [bench.verdict(problem, problem.reference).cpu_ms / 1000]
    if times[0] > 0.1:
        times += [bench.verdict(problem, problem.reference).cpu_ms / 1000 for _ in range(4)]
    return min(times)


def with_costs(bench: Bench, problem: FrozenProblem, known: FrozenProblem | None = None) -> FrozenProblem:
    """Each case with the lines that the reference runs for it, a count that repeats on every machine.

    Of a query, whose work is SQLite's, the rows that it is given.

    known: cases whose costs were measured before.
    """
    before = {} if known is None else {case.id: case.cost for case in known.cases}
    fresh = [case for case in problem.cases if case.id not in before]

    def lines(case: FrozenCase) -> int:
        if problem.is_query:
            return _rows(case.input)
        (count,) = bench.judge.measure(problem, problem.reference, [case.input], meter="lines")
        return int(count or 0)

    costs = before | dict(zip([case.id for case in fresh], bench.spread("costs", lines, fresh), strict=True))
    return problem.with_cases(tuple(replace(case, cost=costs[case.id]) for case in problem.cases))


def _rows(tables: object) -> int:
    return sum(len(rows) for rows in tables.values()) if isinstance(tables, dict) else 0


def with_kills(problem: FrozenProblem, named: Sequence[Named], score: Score) -> FrozenProblem:
    """With the kill matrix of the named wrong solutions, and the mutation score."""
    fails = {one.mutant.id: failing(one.verdict) for one in named}
    cases = tuple(
        replace(case, kills=tuple(sorted(name for name, cases in fails.items() if case.name in cases)))
        for case in problem.cases
    )
    return replace(problem.with_cases(cases), score=score.shares)


def size_gate(workshop: Workshop, text: str, seconds: float) -> Gate:
    """V13. seconds: CPU of the reference over all frozen cases."""
    size = len(text.encode())
    findings = []
    path = workshop.problem.path / "cases.json"
    if size > MOST_BYTES:
        message = f"{size} bytes, more than {MOST_BYTES}"
        findings.append(Finding(path, 1, message, "build large inputs inside run from a description of them"))
    if seconds > MOST_SECONDS:
        message = f"the reference takes {seconds:.1f} s of CPU for all cases, more than {MOST_SECONDS:g}"
        findings.append(Finding(path, 1, message, "make the cases smaller"))
    return Gate("V13", tuple(findings), f"{size / 1000:.1f} kB, reference {seconds * 1000:.0f} ms")


def reproduction_faults(folder: Path, text: str) -> list[Finding]:
    """V11: the same sources gave other bytes than those that are there."""
    record = read_record(folder)
    if record is None or record.prover != PROVER or record.sources != sources_digest(folder):
        return []
    path = folder / "cases.json"
    if path.is_file() and path.read_text(encoding="utf-8", errors="replace") == text:
        return []
    message = "differs from what its sources make"
    return [Finding(path, 1, message, "it is written anew; prove once more, and tell if this comes back")]


class Unwritable(WarmstartError):
    """What was made cannot be written; the message says where and why."""


def publish(
    folder: Path, text: str | None, record: Record | None, picture: Picture | None = None
) -> tuple[str, ...]:
    """Write what changed and name it. None: there is none, and an old record is no longer true."""
    try:
        return _publish(folder, text, record, picture)
    except OSError as error:
        raise Unwritable(
            f"{error.filename or folder}: {error.strerror}; nothing was lost, prove again"
        ) from error


def _publish(
    folder: Path, text: str | None, record: Record | None, picture: Picture | None
) -> tuple[str, ...]:
    changed = _written(folder / "cases.json", text)
    if picture is not None:
        changed += _written(folder / "visual.json", picture.text)
        if picture.gate == NONE and (folder / "visual.json").exists():
            (folder / "visual.json").unlink()
            changed.append("visual.json")
    proven = folder / "proven.json"
    if record is None and proven.exists():
        proven.unlink()
        changed.append(proven.name)
    elif record is not None:
        drawn = visual_digest(folder) if picture is not None and picture.gate.holds else ""
        record, old = replace(record, cases=cases_digest(folder), visual=drawn), read_record(folder)
        if old is None or replace(old, on=record.on) != record:
            write_record(folder, record)
            changed.append(proven.name)
    return tuple(changed)


def _written(path: Path, text: str | None) -> list[str]:
    if text is None or (path.is_file() and path.read_bytes() == text.encode()):
        return []
    replace_file(path, text)
    return [path.name]


def new_record(workshop: Workshop, score: Score, digest: str, today: str) -> Record:
    """`digest`: of the sources as they were read, in case they were edited meanwhile."""
    return Record(
        sources=digest,
        cases="",
        named=len(workshop.wrong.mutants),
        mutants=score.mutants,
        killed=score.killed,
        equivalent=score.equivalent,
        on=today,
    )


def frozen_text(problem: FrozenProblem, oracle: str) -> str:
    return write_problem(replace(problem, oracle=oracle))
