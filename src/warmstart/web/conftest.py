"""What the slices' tests share: three people, an indexed test pack, a running judge."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client

from warmstart.web.accounts.models import Person
from warmstart.web.catalogue.index import index_packs
from warmstart.web.catalogue.models import IndexedProblem
from warmstart.web.catalogue.tests.packs import PAIR, write_pack
from warmstart.web.coding.runner import runner


def client_of(name: str) -> Client:
    """Somebody's browser: it says where its writes come from, as browsers do."""
    client = Client(headers={"origin": "http://testserver"})
    client.force_login(Person.objects.get_or_create(username=name)[0])
    return client


@pytest.fixture
def alice(db: None) -> Client:
    """The owner."""
    return client_of("alice")


@pytest.fixture
def bob(db: None) -> Client:
    """Somebody who works on the same problems."""
    return client_of("bob")


@pytest.fixture
def charlie(db: None) -> Client:
    """A stranger."""
    return client_of("charlie")


@pytest.fixture
def pair(db: None, tmp_path: Path) -> IndexedProblem:
    """The problem `pair` of a test pack, indexed."""
    index_packs([write_pack(tmp_path / "pack")])
    return IndexedProblem.objects.select_related("pack").get(slug=PAIR)


@pytest.fixture
def judging(transactional_db: None) -> Iterator[None]:
    """A real judge at work; its threads see what other threads committed."""
    runner.start()
    yield
    runner.stop()
