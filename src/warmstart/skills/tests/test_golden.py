"""The bank gives the golden vectors to 1e-9."""

from collections.abc import Mapping
from typing import Any

import pytest

from warmstart.skills.bank import Bank, folded
from warmstart.skills.filters import Filters
from warmstart.skills.tests.golden import ATTEMPTS, GOLDEN, TOLERANCE, evidence_of


def near(wanted: Any) -> Any:
    return pytest.approx(wanted, rel=TOLERANCE, abs=TOLERANCE)


def nodes_of(bank: Bank, filter_: int) -> dict[str, dict[str, float]]:
    """Under the names of the golden file."""
    told = bank.as_json()
    found = {}
    for row, (level, name) in enumerate(told["nodes"]):
        node = {"mean": told["mean"][row][filter_], "variance": told["var"][row][filter_]}
        if level == "skill":
            node["day"] = told["last"][str(row)]
        found["root" if level == "root" else f"{level}:{name}"] = node
    return found


def assert_nodes(bank: Bank, filter_: int, wanted: Mapping[str, Mapping[str, float]]) -> None:
    found = nodes_of(bank, filter_)
    assert set(found) == set(wanted)
    for name, node in wanted.items():
        assert found[name] == near(node), name


def test_one_filter_with_an_open_area_moves_each_level_as_the_golden_one() -> None:
    bank = Bank(Filters.of([GOLDEN["single"]["hyper_parameters"]]))
    for seen, wanted in zip(ATTEMPTS, GOLDEN["single"]["expected"], strict=True):
        assert bank.predict(seen, seen.day).p == near(wanted["p"])
        moved = bank.update(seen)
        assert {
            "root": moved.overall,
            "area": moved.area,
            "skill": moved.skill,
            "item": moved.item,
        } == near({"item": 0.0} | wanted["moved"])
        assert moved.total == near(sum(wanted["moved"].values()))
    assert_nodes(bank, 0, GOLDEN["single"]["nodes_at_end"])


def test_the_bank_predicts_and_weighs_its_filters_as_the_golden_one() -> None:
    bank, wanted = Bank.fresh(area_level=False), GOLDEN["bank"]
    for number, (seen, expected) in enumerate(zip(ATTEMPTS, wanted["expected"], strict=True), 1):
        told = bank.predict(seen, seen.day)
        assert (told.p, told.recalibrated) == near((expected["p"], expected["recalibrated"]))
        bank.update(seen)
        if number == 20:
            assert bank.weights.tolist() == near(wanted["weights_after_20"])
    assert bank.weights.tolist() == near(wanted["weights_at_end"])


def test_the_bank_ends_where_the_golden_one_ends() -> None:
    bank, wanted = folded(ATTEMPTS, Bank.fresh(area_level=False)), GOLDEN["bank"]
    assert_nodes(bank, 0, wanted["first_filter_nodes_at_end"])
    assert_nodes(bank, -1, wanted["last_filter_nodes_at_end"])
    names = ("a", "b", "var_a", "var_b", "cov")
    assert dict(zip(names, bank.recalibration.state, strict=True)) == near(wanted["recalibration_at_end"])


def test_a_probe_far_ahead_finds_the_variance_capped_and_the_interval_of_the_golden_one() -> None:
    bank = folded(ATTEMPTS, Bank.fresh(area_level=False))
    for row in GOLDEN["probes"]:
        told, wanted = bank.predict(evidence_of(row), row["day"]), row["expected"]
        assert told.p == near(wanted["p"])
        assert (told.low, told.high) == near((wanted["low80"], wanted["high80"]))


def test_the_logit_of_a_skill_is_that_of_a_probe_without_an_item() -> None:
    bank = folded(ATTEMPTS, Bank.fresh(area_level=False))
    bare = [row for row in GOLDEN["probes"] if row["item"] is None and row["difficulty"] == 0]
    assert bare
    for row in bare:
        told, wanted = bank.logit(row["skill"], row["area"], row["day"]), row["expected"]
        assert told.mean == near(wanted["logit_mean"])
        assert told.var_skill + told.var_shared == near(wanted["logit_variance"])
