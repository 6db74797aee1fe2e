"""A small pack, cards of one's own, and the steps that a person takes with them."""

import re
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

from django.test import Client

from warmstart.web.accounts.models import Person
from warmstart.web.attempts import log
from warmstart.web.attempts.models import Attempt
from warmstart.web.catalogue.tests.packs import write_pack
from warmstart.web.standing.standing import Standing, standing_of

QUESTIONS = Path(__file__).parent / "questions"
AVERAGE = UUID("5b8e6a0e-6a54-4b27-9b39-0a4f6a6c9f10")
EVEN = UUID("4a0be2f6-3d58-4a65-8e5b-6f2a3f6fb6a1")
EVENING = datetime(2026, 11, 2, 18, tzinfo=UTC)
HERE = "/review/"


@dataclass
class Clock:
    """What time it is for the views."""

    at: datetime = EVENING

    def now(self) -> datetime:
        return self.at

    def pass_by(self, **span: float) -> None:
        self.at += timedelta(**span)


def write_deck(folder: Path) -> Path:
    """`pair`, a question in prose and one of choices."""
    write_pack(folder)
    shutil.copytree(QUESTIONS, folder / "questions")
    return folder


def person(name: str = "alice") -> Person:
    return Person.objects.get(username=name)


def standing(clock: Clock, name: str = "alice") -> Standing:
    return standing_of(person(name), clock.at)


def written(client: Client, front: str = "capital of France", back: str = "Paris", topic: str = "") -> UUID:
    """A card of one's own, by the form."""
    card = uuid4()
    form = {"front": front, "back": back, "topic": topic}
    response = client.post(f"{HERE}cards/{card}/write/", form)
    assert response.status_code == 302, response.content.decode()[-1500:]
    return card


def shown(client: Client, address: str = HERE) -> str:
    """The page; what a redirect leads to."""
    return client.get(address, follow=True).content.decode()


def field(html: str, name: str, form: str = "rate/") -> str:
    """The hidden field's value within the form that goes to `form`."""
    within = html[html.index(f'action="{HERE}{form}"') :]
    found = re.search(f'name="{name}" value="([^"]*)"', within[: within.index("</form>")])
    assert found is not None, (name, form)
    return found.group(1)


def back_of(client: Client, item: UUID) -> str:
    """The page with the answer shown."""
    return shown(client, f"{HERE}?item={item}&way=sight&shown=1")


def fields(html: str, *names: str) -> dict[str, str]:
    return {name: field(html, name) for name in names}


def rate(client: Client, item: UUID, rating: int | str, **more: str) -> str:
    """As one does it at sight: look, rate; the page after that."""
    form = fields(back_of(client, item), "item", "once", "seen", "face") | {"rating": str(rating)} | more
    return client.post(f"{HERE}rate/", form, follow=True).content.decode()


def answered(clock: Clock, item: UUID, share: float, name: str = "alice") -> Attempt:
    """A graded answer, as the page of the question leaves it in the log."""
    attempt = log.begin_attempt(person(name), item, 1, clock.at)
    given = log.add_answer(attempt, "words", clock.at, seconds=200)
    log.add_grade(given, 1, "offline", share, {}, clock.at)
    clock.pass_by(seconds=1)
    return attempt
