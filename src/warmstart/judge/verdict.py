"""What a submission did: one outcome over all, and one a case with its evidence."""

from dataclasses import asdict, dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """The verdicts. IE is a fault of ours, which no submission may cause."""

    AC = "AC"
    WA = "WA"
    TLE = "TLE"
    MLE = "MLE"
    OLE = "OLE"
    RE = "RE"
    CE = "CE"
    IE = "IE"

    @property
    def words(self) -> str:
        return _WORDS[self]


_WORDS = {
    Outcome.AC: "accepted",
    Outcome.WA: "wrong answer",
    Outcome.TLE: "time limit exceeded",
    Outcome.MLE: "memory limit exceeded",
    Outcome.OLE: "output limit exceeded",
    Outcome.RE: "run time error",
    Outcome.CE: "does not compile",
    Outcome.IE: "internal error",
}


@dataclass(frozen=True, slots=True)
class CaseResult:
    """How one case went. `verdict` None: not run, because an earlier one ended the run.

    cpu_ms and wall_ms: of this case, read outside the sandbox. memory_mb: peak so far over what
    the worker held before the job, in MiB. `got`: the result as text, None where there was none.
    `stdout`: what the case printed, as it came, not yet escaped. `trace`: the learner's own
    lines of a traceback.
    """

    id: str
    name: str
    verdict: Outcome | None
    cpu_ms: float = 0.0
    wall_ms: float = 0.0
    memory_mb: float = 0.0
    message: str = ""
    got: str | None = None
    stdout: str = ""
    trace: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The whole: the first case that is not AC decides. `message` says what happened in one sentence.

    total_ms: wall time from the call to the verdict. tier: the jail in force (T1, T2, ...).
    """

    outcome: Outcome
    cases: tuple[CaseResult, ...]
    message: str = ""
    total_ms: float = 0.0
    cpu_ms: float = 0.0
    memory_mb: float = 0.0
    tier: str = ""
    stdout: str = ""

    def as_json(self) -> dict[str, object]:
        """Plain data for a log or `--json`; `verdict` is the outcome's letters."""
        data = asdict(self)
        data["verdict"] = str(data.pop("outcome"))
        data["cases"] = list(data["cases"])
        for case in data["cases"]:
            case["verdict"] = None if case["verdict"] is None else str(case["verdict"])
        return data


def verdict_from_json(data: dict[str, object]) -> Verdict:
    """The inverse of `Verdict.as_json`; keys that a later version added are left out."""
    known = {
        name: data[name] for name in Verdict.__slots__ if name in data and name not in ("outcome", "cases")
    }
    cases = data["cases"]
    assert isinstance(cases, list)
    return Verdict(Outcome(str(data["verdict"])), tuple(_case(case) for case in cases), **known)  # type: ignore[arg-type]


def _case(data: dict[str, object]) -> CaseResult:
    known = {name: data[name] for name in CaseResult.__slots__ if name in data and name != "verdict"}
    verdict = data["verdict"]
    return CaseResult(verdict=None if verdict is None else Outcome(str(verdict)), **known)  # type: ignore[arg-type]
