"""The first questions tell most, and never the same twice."""

from warmstart.skills.bank import Bank, Evidence, Share
from warmstart.skills.placement import ASKED, next_item

AREAS = ("cs", "ml", "dl")


def candidates() -> list[Evidence]:
    return [
        Evidence(f"{area}-{n}-{d}", 0.0, (Share(f"{area}.{n}", area, 1.0),), None, float(d), 0.5)
        for area in AREAS
        for n in range(6)
        for d in (-1, 0, 1)
    ]


def asked_in_a_row() -> list[str]:
    bank = Bank.fresh()
    asked: list[str] = []
    by_id = {each.id: each for each in candidates()}
    for _ in range(ASKED):
        found = next_item(bank, by_id.values(), 0.0, frozenset(asked))
        assert found is not None
        asked.append(found)
        bank.update(by_id[found])
    return asked


def test_twelve_items_are_of_twelve_skills_in_all_areas() -> None:
    asked = asked_in_a_row()
    assert len({id.rpartition("-")[0] for id in asked}) == ASKED
    assert {id.partition("-")[0] for id in asked} == set(AREAS)


def test_the_choice_does_not_depend_on_the_order_of_the_candidates() -> None:
    bank = Bank.fresh()
    assert next_item(bank, candidates(), 0.0) == next_item(bank, reversed(candidates()), 0.0)


def test_there_is_none_left_when_all_were_asked() -> None:
    every = candidates()
    assert next_item(Bank.fresh(), every, 0.0, {each.id for each in every}) is None
