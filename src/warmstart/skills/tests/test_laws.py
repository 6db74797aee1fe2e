"""What holds of the bank for every log."""

import json
from dataclasses import replace

from hypothesis import given, settings

from warmstart.skills.bank import Bank, Evidence, Share, folded
from warmstart.skills.filters import SHARE
from warmstart.skills.tests.logs import evidence, logs

ASKED = 21000.0
QUICK = settings(max_examples=40, deadline=None)


@QUICK
@given(logs())
def test_weights_sum_to_one_and_no_filter_is_lost(log: list[Evidence]) -> None:
    weights = folded(log).weights
    assert abs(weights.sum() - 1) < 1e-12
    assert weights.min() >= SHARE / len(weights)


@QUICK
@given(logs())
def test_variances_stay_above_zero(log: list[Evidence]) -> None:
    assert min(min(row) for row in folded(log).as_json()["var"]) > 0


@QUICK
@given(logs(), evidence(ASKED))
def test_a_success_above_what_was_expected_moves_no_level_down(log: list[Evidence], seen: Evidence) -> None:
    bank = folded(log)
    right, wrong = (replace(seen, y=y) for y in (1.0, 0.0))
    up, down = bank.copy().update(right), bank.copy().update(wrong)
    assert min(up.skill, up.area, up.overall, up.item) >= 0
    assert max(down.skill, down.area, down.overall, down.item) <= 0


@QUICK
@given(logs(), evidence(ASKED))
def test_what_moved_is_the_sum_of_its_levels(log: list[Evidence], seen: Evidence) -> None:
    moved = folded(log).update(seen)
    assert abs(moved.total - (moved.skill + moved.area + moved.overall + moved.item)) < 1e-12


@QUICK
@given(logs())
def test_folding_a_log_twice_gives_the_same_to_the_bit(log: list[Evidence]) -> None:
    assert folded(log).as_json() == folded(log).as_json()


@QUICK
@given(logs(), logs(least=1))
def test_a_bank_written_and_read_goes_on_to_the_bit(before: list[Evidence], after: list[Evidence]) -> None:
    bank = folded(before)
    read = Bank.from_json(json.loads(json.dumps(bank.as_json())))
    assert read.as_json() == bank.as_json()
    assert folded(after, read).as_json() == folded(after, bank).as_json()


@QUICK
@given(logs(), logs(least=1), evidence(ASKED))
def test_neither_a_copy_nor_a_question_changes_the_bank(
    before: list[Evidence], after: list[Evidence], asked: Evidence
) -> None:
    bank = folded(before)
    told = json.dumps(bank.as_json())
    folded(after, bank.copy())
    bank.predict(asked, ASKED)
    bank.mastery("s1", "a1", ASKED)
    bank.logit("s4", "a3", ASKED)
    assert json.dumps(bank.as_json()) == told


@QUICK
@given(logs(), evidence(ASKED))
def test_a_prediction_lies_within_its_interval_of_chances(log: list[Evidence], asked: Evidence) -> None:
    told = folded(log).predict(asked, ASKED)
    assert asked.guess <= told.low <= told.high <= 1
    assert 0 < told.recalibrated < 1


def test_one_skill_in_two_halves_of_an_area_is_that_area_whole() -> None:
    """Two skills of an area with half a loading each: the area is on the path once, with loading 1."""
    log = _two_halves()
    told = folded(log).as_json()
    names = [tuple(node) for node in told["nodes"]]
    assert names.count(("area", "a1")) == 1
    s1, s2 = (names.index(("skill", name)) for name in ("s1", "s2"))
    assert told["mean"][s1] == told["mean"][s2]
    assert told["var"][s1] == told["var"][s2]


def _two_halves() -> list[Evidence]:
    return [
        Evidence(str(n), float(n), (Share("s1", "a1", 0.5), Share("s2", "a1", 0.5)), "i", 0.0, y)
        for n, y in enumerate((1.0, 0.0, 1.0))
    ]


def test_the_open_area_leaves_a_newcomers_spread_as_it_was() -> None:
    opened, closed = (Bank.fresh(area_level=each).logit("s1", "a1", 0.0) for each in (True, False))
    assert abs(opened.var_skill + opened.var_shared - closed.var_skill - closed.var_shared) < 1e-9
    assert opened.var_shared > closed.var_shared


def test_mastery_counts_its_attempts_and_widens_with_time() -> None:
    bank = folded(_two_halves())
    soon, late = (bank.mastery("s1", "a1", day) for day in (2.0, 400.0))
    assert (soon.attempts, soon.last_day) == (3, 2.0)
    assert late.high - late.low > soon.high - soon.low
    assert bank.mastery("s9", "a9", 2.0).attempts == 0
