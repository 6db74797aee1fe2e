"""The shape of the repository: sizes, names, captions, arrows."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path

import pytest

from tests.house.tracked import SOURCES, text_of, tracked

LONGEST = 400
SAYS_NOTHING = {"util", "utils", "helper", "helpers", "common", "misc", "lib", "base", "core"}
PACKAGE = Path("src/warmstart")


def code() -> list[Path]:
    """Source files of ours; what packs hold is content, and migrations are written by Django."""
    ours = (path for path in tracked() if path.suffix in SOURCES and path.parts[0] != "packs")
    return [path for path in ours if "migrations" not in path.parts]


def packages() -> list[Path]:
    found = {path.parent for path in code() if path.suffix == ".py" and path.is_relative_to(PACKAGE)}
    return sorted(folder for folder in found if "tests" not in folder.parts)


def test_no_source_file_is_longer_than_400_lines() -> None:
    long = {str(path): text_of(path).count("\n") for path in code()}
    assert {path: lines for path, lines in long.items() if lines > LONGEST} == {}


def test_no_module_or_folder_has_a_name_that_says_nothing() -> None:
    modules = (path for path in code() if path.suffix != ".html")  # Django looks for base.html
    assert [str(path) for path in modules if SAYS_NOTHING & {path.stem, *path.parent.parts}] == []


@pytest.mark.parametrize("folder", packages(), ids=str)
def test_every_package_opens_with_its_caption(folder: Path) -> None:
    docstring = ast.get_docstring(ast.parse(text_of(folder / "__init__.py"))) or ""
    caption = docstring.partition("\n")[0]
    assert len(caption) > 10
    assert caption.endswith(".")


def test_every_room_stands_in_the_arrows() -> None:
    """import-linter, which scripts/check runs, holds the arrows; this holds import-linter to the rooms."""
    config = tomllib.loads(text_of(Path("pyproject.toml")))["tool"]["importlinter"]
    contracts = {contract["id"]: contract for contract in config["contracts"]}
    rooms = {folder.name for folder in packages() if folder.parent == PACKAGE}
    layers = " | ".join(contracts["rooms"]["layers"])
    assert set(layers.split(" | ")) == rooms
    assert contracts["rooms"]["exhaustive"]
    assert {"pure", "rings"} <= set(contracts)
    assert "lint-imports" in text_of(Path("scripts/check"))


def test_no_import_hides_inside_a_function() -> None:
    """ruff sees late imports; nobody may tell it not to."""
    lint = tomllib.loads(text_of(Path("pyproject.toml")))["tool"]["ruff"]["lint"]
    rule = "PLC" + "0415"
    assert rule in lint["select"]
    assert rule not in str([lint["ignore"], lint["per-file-ignores"]])
    assert [str(path) for path in code() if rule in text_of(path)] == []


def test_a_room_is_committed_only_with_something_in_it() -> None:
    """A caption alone is a plan, not a room."""
    filled = {path for path in code() if path.suffix == ".py" and path.name != "__init__.py"}
    empty = [room for room in packages() if not any(path.is_relative_to(room) for path in filled)]
    assert [str(room) for room in empty] == []
