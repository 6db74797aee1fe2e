"""Cards that name no skill are on the list of the day, within its minutes."""

from datetime import timedelta
from uuid import uuid4

from warmstart.web.accounts.models import Person
from warmstart.web.attempts.practice_log import add_review, write_card
from warmstart.web.standing.agenda import agenda_of
from warmstart.web.standing.outside import whole_agenda
from warmstart.web.standing.standing import standing_of
from warmstart.web.standing.tests.test_standing import MONDAY, person

__all__ = ["person"]


def test_without_such_cards_the_list_is_the_plans(person: Person) -> None:
    standing = standing_of(person, MONDAY)
    assert whole_agenda(standing) == agenda_of(standing)


def test_such_cards_come_first_and_the_rest_still_fits(person: Person) -> None:
    for number in range(20):
        write_card(person, uuid4(), MONDAY, front=f"card {number}", back="b", topic="")
    for minutes in (10, 45):
        standing = standing_of(person, MONDAY)
        agenda = whole_agenda(standing, minutes)
        own = [each for each in agenda.items if each.facts.kind == "card"]
        assert agenda.items[: len(own)] == tuple(own)
        assert 0 < len(own) < len(agenda.items)
        assert agenda.minutes == sum(each.minutes for each in agenda.items) <= minutes + 3
        assert agenda.wanted == minutes


def test_where_only_such_cards_are_left_nothing_is_said_to_be_missing(person: Person) -> None:
    card = uuid4()
    write_card(person, card, MONDAY, front="card", back="b", topic="")
    add_review(person, card, 1, MONDAY, zone="UTC")
    agenda = whole_agenda(standing_of(person, MONDAY + timedelta(days=3)), 0.5)
    assert [each.facts.kind for each in agenda.items] == ["card"]
    assert not [sentence for sentence in agenda.sentences if "nothing that would raise" in sentence]
