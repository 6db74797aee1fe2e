"""What the terminal shows of an item."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from warmstart.cli.faces import Face, face_of
from warmstart.web.accounts.models import Person
from warmstart.web.attempts.practice_log import write_card
from warmstart.web.standing.standing import standing_of

AT = datetime(2026, 11, 23, 18, tzinfo=UTC)


@pytest.mark.django_db
def test_a_card_of_somebodys_deck_steers_no_terminal() -> None:
    person = Person.objects.create(username="carla")
    write_card(person, uuid4(), AT, front="\x1b]0;mine\x07Which?\r\nWhy?", back="\x1b[2Jthis \u202e")
    standing = standing_of(person, AT)
    (card,) = (facts for facts in standing.items.values() if facts.kind == "card")
    assert face_of(standing, card) == Face(
        "\\x1b]0;mine\\x07Which?\nWhy?", "\\x1b[2Jthis \\u202e", gradable=False
    )
