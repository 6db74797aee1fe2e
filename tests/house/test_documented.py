"""What one can set, call, write or say stands in the docs."""

from __future__ import annotations

import argparse
import ast
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from tests.house.tracked import ROOT, text_of, tracked
from warmstart.cli.main import COMMANDS, parser_for
from warmstart.content.schema import TABLES, TESTS
from warmstart.web.site.configuration import Configuration, variable

TERMINAL = text_of(Path("docs/guide/terminal.md"))
GLOSSARY = text_of(Path("docs/glossary.md"))
WORDS = re.findall(r"^\| \*\*(.+?)\*\* \|", GLOSSARY, re.MULTILINE)
OF_THE_DATABASE = re.compile(r"^Indexed|Row$|Kind$")


def options(parser: argparse.ArgumentParser) -> Iterator[str]:
    """Long options of a parser and of the parsers below it."""
    for action in parser._actions:
        yield from (option for option in action.option_strings if option.startswith("--"))
        if isinstance(action, argparse._SubParsersAction):
            for below in action.choices.values():
                yield from options(below)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_in_the_terminal_guide(name: str) -> None:
    assert f"## `warmstart {name}" in TERMINAL
    missing = {option for option in options(parser_for([name])) if f"`{option}" not in TERMINAL}
    assert missing - {"--help", "--version"} == set()


@pytest.mark.parametrize("name", [variable(item) for item in fields(Configuration)])
def test_every_setting_is_in_the_settings_page(name: str) -> None:
    assert f"`{name}`" in text_of(Path("docs/settings.md"))


@pytest.mark.parametrize("table", TABLES)
def test_every_key_of_a_pack_is_in_the_pack_format(table: str) -> None:
    page = text_of(Path("docs/pack-format.md"))
    assert [key.name for key in TABLES[table] if f"`{key.name}`" not in page] == []


def test_every_name_of_tests_py_is_in_the_pack_format() -> None:
    page = text_of(Path("docs/pack-format.md"))
    assert [name.name for name in TESTS if not re.search(rf"`{name.name}\b", page)] == []


def models() -> Iterator[str]:
    for path in tracked():
        if path.name == "models.py":
            classes = (node for node in ast.walk(ast.parse(text_of(path))) if isinstance(node, ast.ClassDef))
            yield from (node.name for node in classes if node.name != "Meta")


def test_every_model_is_called_by_a_word_of_the_glossary() -> None:
    assert {OF_THE_DATABASE.sub("", name) for name in models()} - set(WORDS) == set()


def test_every_word_of_the_glossary_is_in_use_and_explained_once() -> None:
    assert sorted(set(WORDS)) == sorted(WORDS)
    code = [path for path in tracked() if path.is_relative_to("src") or path.is_relative_to("docs")]
    text = "\n".join(text_of(path) for path in code if path.name != "glossary.md").lower()
    assert [word for word in WORDS if word.lower() not in text] == []


def test_no_page_of_the_docs_links_to_nothing() -> None:
    pages = [path for path in tracked() if path.suffix == ".md" and "packs" not in path.parts]
    links = [
        (page, link) for page in pages for link in re.findall(r"\]\(([^)#:\s]+)[^):\s]*\)", text_of(page))
    ]
    assert [(str(page), link) for page, link in links if not (ROOT / page.parent / link).exists()] == []
