"""Static files: names with their content in them, kept for ever; islands from the manifest."""

import json
from pathlib import Path

import pytest
from django.template import Context, Template
from django.test import Client
from pytest_django.fixtures import Settings

pytestmark = pytest.mark.django_db


def sheet(client: Client) -> str:
    return client.get("/").content.decode().partition('rel="stylesheet" href="')[2].partition('"')[0]


def test_the_sheet_has_its_hash_in_its_name_and_may_be_kept_for_ever(alice: Client) -> None:
    answer = alice.get(sheet(alice))
    assert answer.status_code == 200
    assert "immutable" in answer.headers["Cache-Control"]
    answer.close()


def test_the_plain_name_works_and_is_asked_for_again_soon(alice: Client) -> None:
    answer = alice.get("/static/site/house.css")
    assert "immutable" not in answer.headers["Cache-Control"]
    answer.close()


def rendered() -> str:
    return Template('{% islands_notice %}{% island "editor" %}').render(Context())


def test_an_island_links_what_the_manifest_says(settings: Settings, tmp_path: Path) -> None:
    settings.STATICFILES_DIRS = [tmp_path]
    (tmp_path / "dist").mkdir()
    built = {"editor": {"js": "editor-ABCDEFGH.js", "css": "editor-ABCDEFGH.css"}}
    (tmp_path / "dist/manifest.json").write_text(json.dumps(built))
    assert '<script type="module" src="/static/dist/editor-ABCDEFGH.js">' in rendered()
    assert '<link rel="stylesheet" href="/static/dist/editor-ABCDEFGH.css">' in rendered()


def test_islands_that_are_not_built_are_told_in_the_page(settings: Settings, tmp_path: Path) -> None:
    settings.STATICFILES_DIRS = [tmp_path]
    assert "<script" not in rendered()
    assert "scripts are not built" in rendered()
