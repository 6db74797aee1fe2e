from warmstart.judge.diagnosis import diagnose
from warmstart.judge.problem import FrozenCase, FrozenProblem, WrongSolution
from warmstart.judge.verdict import CaseResult, Outcome, Verdict

KILLS = {"a": ("fifo",), "b": ("fifo", "off-by-one"), "c": ("off-by-one",), "d": (), "e": ("returns-values",)}
PROBLEM = FrozenProblem(
    id="p",
    version=1,
    kind="code",
    entry="f",
    imports=(),
    starter="",
    reference="",
    cases=tuple(
        FrozenCase(name, name, "", (), None, False, "hand", 0, kills) for name, kills in KILLS.items()
    ),
    wrong=tuple(WrongSolution(name, f"it is {name}") for name in ("fifo", "off-by-one", "returns-values")),
)


def verdict(failed: str, not_run: str = "") -> Verdict:
    cases = [
        CaseResult(c, c, None if c in not_run else Outcome.WA if c in failed else Outcome.AC) for c in "abcde"
    ]
    return Verdict(Outcome.WA, tuple(cases))


def test_the_same_failing_set_names_the_wrong_solution() -> None:
    found = diagnose(PROBLEM, verdict("ab"))
    assert found is not None
    assert (found.wrong.id, found.likeness) == ("fifo", 1.0)
    assert found.confidence.startswith("it fails exactly the cases")


def test_cases_that_were_not_run_say_nothing_either_way() -> None:
    found = diagnose(PROBLEM, verdict("a", not_run="bc"))
    assert found is not None
    assert found.wrong.id == "fifo"


def test_a_set_unlike_any_is_not_named() -> None:
    assert diagnose(PROBLEM, verdict("ad")) is None


def test_two_that_fit_equally_are_not_named() -> None:
    assert diagnose(PROBLEM, verdict("b", not_run="ac")) is None


def test_what_fails_everywhere_is_not_named() -> None:
    assert diagnose(PROBLEM, verdict("abcde")) is None


def test_an_accepted_submission_has_no_mistake() -> None:
    assert diagnose(PROBLEM, verdict("")) is None
