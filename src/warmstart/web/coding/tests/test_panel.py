"""What a verdict shows, and what it keeps to itself."""

from dataclasses import replace
from html import unescape
from unicodedata import category

from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from warmstart.judge.jail import Tier
from warmstart.judge.verdict import CaseResult, Outcome, Verdict
from warmstart.web.catalogue.tests.packs import CASES, HIDDEN_TARGET, frozen
from warmstart.web.coding.difference import Line
from warmstart.web.coding.panel import panel_of
from warmstart.web.coding.printable import printable

SAMPLE, TWICE, LARGE, NONE = CASES


def result(case: object, verdict: Outcome | None, **more: object) -> CaseResult:
    return CaseResult(getattr(case, "id"), getattr(case, "name"), verdict, **more)  # type: ignore[arg-type]  # noqa: B009


def test_the_first_failing_case_comes_first_and_what_was_not_run_last() -> None:
    verdict = Verdict(
        Outcome.WA,
        (
            result(SAMPLE, Outcome.AC),
            result(TWICE, Outcome.WA),
            result(LARGE, Outcome.RE),
            result(NONE, None),
        ),
    )
    panel = panel_of(frozen(), verdict)
    assert [row.name for row in panel.rows] == ["same-number-twice", "large", "sample", "none"]
    assert (panel.passed, panel.total) == (1, 4)


def test_hidden_cases_show_why_but_no_data() -> None:
    wrong = result(LARGE, Outcome.WA, got=str(HIDDEN_TARGET), stdout=str(HIDDEN_TARGET))
    panel = panel_of(frozen(), Verdict(Outcome.WA, (wrong,)))
    assert panel.rows[0].why == "sums need not be small"
    assert panel.rows[0].evidence is None
    assert str(HIDDEN_TARGET) not in repr(panel)


def test_visible_cases_show_everything() -> None:
    wrong = result(SAMPLE, Outcome.WA, got="[1, 0]", stdout="seen \x07")
    evidence = panel_of(frozen(), Verdict(Outcome.WA, (wrong,))).rows[0].evidence
    assert evidence is not None
    assert (evidence.input, text(evidence.expected), text(evidence.got)) == (
        "([2, 7, 11], 9)",
        "[0, 1]",
        "[1, 0]",
    )
    assert evidence.stdout == "seen \u2407"


def test_a_case_that_the_problem_no_longer_has_keeps_name_and_verdict() -> None:
    gone = CaseResult("gone", "old case", Outcome.WA, got="1", stdout="2")
    row = panel_of(frozen(), Verdict(Outcome.WA, (gone,))).rows[0]
    assert (row.name, row.letters, row.evidence) == ("old case", "WA", None)


def test_the_jail_is_shown_with_what_it_protects_and_what_not() -> None:
    verdict = Verdict(Outcome.AC, (result(SAMPLE, Outcome.AC),), tier="T2")
    page = unescape(render_to_string("coding/panel.html", {"panel": panel_of(frozen(), verdict)}))
    assert "jail T2" in page
    assert Tier.T2.protects in page
    assert Tier.T2.leaves in page
    nothing_ran = panel_of(frozen(), replace(verdict, tier=""))
    assert "jail" not in render_to_string("coding/panel.html", {"panel": nothing_ran})


def test_what_does_not_compile_is_said_once_for_all() -> None:
    cases = tuple(result(case, None) for case in CASES)
    panel = panel_of(frozen(), Verdict(Outcome.CE, cases, message="SyntaxError: \x1b"))
    assert panel.message == "SyntaxError: \u241b"


def test_a_diagnosis_says_how_sure_it_is() -> None:
    failed = tuple(result(case, Outcome.WA if case is TWICE else Outcome.AC) for case in CASES)
    panel = panel_of(frozen(), Verdict(Outcome.WA, failed))
    assert panel.diagnosis == "pairs a number with itself"
    assert panel.confidence.startswith("it fails exactly the cases that this mistake fails")


def text(lines: tuple[Line, ...]) -> str:
    return "\n".join(line.before + line.different + line.after for line in lines)


def test_what_differs_is_marked_on_both_sides() -> None:
    expected, got = list(range(100)), [*range(50), -1, *range(51, 100)]
    case = replace(SAMPLE, expected=expected)
    wrong = result(SAMPLE, Outcome.WA, got=repr(got))
    evidence = panel_of(frozen().with_cases((case,)), Verdict(Outcome.WA, (wrong,))).rows[0].evidence
    assert evidence is not None
    assert [line.different for line in evidence.expected if line.different] == ["50"]
    assert [line.different for line in evidence.got if line.different] == ["-1"]


@given(st.text())
def test_printable_text_holds_nothing_that_a_terminal_obeys(text: str) -> None:
    shown = printable(text)
    shown.encode()
    assert {category(character) for character in shown.replace("\t", "").replace("\n", "")}.isdisjoint(
        {"Cc", "Cs"}
    )


def test_line_ends_and_tabs_stay() -> None:
    assert printable("a\tb\n") == "a\tb\n"
    assert printable("\x1b[31m\x00\u202e\ud800") == "\u241b[31m\u2400\\u202e\\ud800"
