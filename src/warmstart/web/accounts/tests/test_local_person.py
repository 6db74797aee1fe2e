"""The one person of this machine."""

from django.test import Client

from warmstart.web.accounts.local import the_local_person
from warmstart.web.accounts.models import Person


def test_whoever_has_no_session_is_the_local_person(db: None, client: Client) -> None:
    assert client.get("/").status_code == 200
    assert [person.username for person in Person.objects.all()] == ["you"]


def test_the_local_person_is_made_once(db: None) -> None:
    assert the_local_person() == the_local_person()


def test_whoever_signed_in_stays_who_they_are(alice: Client) -> None:
    alice.get("/")
    assert not Person.objects.filter(username="you").exists()
