"""A verdict as a page shows it: the first failing case first; hidden cases keep their data to themselves."""

from dataclasses import dataclass

from warmstart.judge.diagnosis import diagnose
from warmstart.judge.jail import Tier
from warmstart.judge.problem import FrozenCase, FrozenProblem
from warmstart.judge.verdict import CaseResult, Outcome, Verdict
from warmstart.web.coding.difference import Line, differences
from warmstart.web.coding.layout import layout, layout_of_text
from warmstart.web.coding.printable import printable
from warmstart.web.coding.tables import Table, differing, given, wanted

MOST_SHOWN = 4000
"""Characters of one line of a value."""
SHORT = 60
"""Characters of both sides that are compared by eye, without marks."""
FEW = 6
"""Cases that are shown without being asked for."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What only a visible case shows. Empty: there is none of it. What differs is marked.

    `tables`: of a query, in the place of input and results.
    """

    input: str
    expected: tuple[Line, ...]
    got: tuple[Line, ...]
    stdout: str
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One case. `words` of a case that was not run say so; `evidence` None: the case is hidden."""

    name: str
    why: str
    letters: str
    words: str
    passed: bool
    ran: bool
    cpu_ms: float
    memory_mb: float
    message: str
    trace: str
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class Panel:
    """A whole verdict. `rows`: failing cases, then passed ones, then those that were not run."""

    letters: str
    words: str
    accepted: bool
    message: str
    diagnosis: str
    confidence: str
    rows: tuple[Row, ...]
    passed: int
    total: int
    cpu_ms: float
    total_ms: float
    memory_mb: float
    tier: str

    @property
    def jail(self) -> Tier | None:
        """What ran it, with what that protects and what not; None: nothing had to be run."""
        return Tier(self.tier) if self.tier else None

    @property
    def first(self) -> tuple[Row, ...]:
        """Shown at once: all cases where they are few, else the first that fail."""
        ran = tuple(row for row in self.rows if row.ran)
        return ran if len(ran) <= FEW else tuple(row for row in ran if not row.passed)[:FEW]

    @property
    def folded(self) -> tuple[tuple[str, tuple[Row, ...]], ...]:
        """The others that ran, under what they have in common."""
        rest = [row for row in self.rows if row.ran][len(self.first) :]
        failed = tuple(row for row in rest if not row.passed)
        passed = tuple(row for row in rest if row.passed)
        return tuple((name, rows) for name, rows in (("more failed", failed), ("passed", passed)) if rows)

    @property
    def not_run(self) -> int:
        return sum(not row.ran for row in self.rows)


def panel_of(problem: FrozenProblem, verdict: Verdict) -> Panel:
    """`verdict` may be older than `problem`: cases that are gone show their name and verdict only."""
    cases = {case.id: case for case in problem.cases}
    rows = tuple(_row(problem, cases.get(result.id), result) for result in verdict.cases)
    known = diagnose(problem, verdict)
    return Panel(
        letters=verdict.outcome.value,
        words=verdict.outcome.words,
        accepted=verdict.outcome is Outcome.AC,
        message=_overall(verdict),
        diagnosis="" if known is None else known.wrong.why,
        confidence="" if known is None else known.confidence,
        rows=tuple(sorted(rows, key=lambda row: (not row.ran, row.passed))),
        passed=sum(row.passed for row in rows),
        total=len(rows),
        cpu_ms=verdict.cpu_ms,
        total_ms=verdict.total_ms,
        memory_mb=verdict.memory_mb,
        tier=verdict.tier,
    )


def _overall(verdict: Verdict) -> str:
    """Said once for all where no case ran; otherwise the cases say it themselves."""
    nothing_ran = all(case.verdict is None for case in verdict.cases)
    return printable(verdict.message) if nothing_ran else ""


def _row(problem: FrozenProblem, case: FrozenCase | None, result: CaseResult) -> Row:
    verdict = result.verdict
    visible = case is not None and case.visible
    return Row(
        name=result.name,
        why=case.why if case is not None and case.group in ("hand", "sample", "own") else "",
        letters="\u2013" if verdict is None else verdict.value,
        words="not run" if verdict is None else verdict.words,
        passed=verdict is Outcome.AC,
        ran=verdict is not None,
        cpu_ms=result.cpu_ms,
        memory_mb=result.memory_mb,
        message=printable(result.message),
        trace=printable(result.trace),
        evidence=_evidence(problem, case, result)
        if case is not None and visible and verdict is not None
        else None,
    )


def _evidence(problem: FrozenProblem, case: FrozenCase, result: CaseResult) -> Evidence:
    if problem.is_query:
        return Evidence("", (), (), "", _tables(problem, case, result))
    expected, got = _laid_out(layout(case.expected)), _laid_out(layout_of_text(result.got or ""))
    wrong = result.verdict is Outcome.WA and bool(result.got)
    by_eye = len("".join(expected + got)) <= SHORT
    sides = differences(expected, got) if wrong and not by_eye else (_plain(expected), _plain(got))
    return Evidence(
        input="\n".join(_laid_out(layout(case.input))),
        expected=sides[0],
        got=sides[1] if result.got else (),
        stdout=printable(result.stdout),
    )


def _tables(problem: FrozenProblem, case: FrozenCase, result: CaseResult) -> tuple[Table, ...]:
    """What the query ran on, then what differs; where nothing came back, what was wanted."""
    compared = differing(problem, case, result.got) if result.got else None
    return *given(problem, case), wanted(problem, case) if compared is None else compared


def _laid_out(lines: list[str]) -> list[str]:
    return [_shown(printable(line)) for line in lines]


def _plain(lines: list[str]) -> tuple[Line, ...]:
    return tuple(Line(line) for line in lines)


def _shown(text: str) -> str:
    return text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}\u2026 ({len(text):,} characters)"
