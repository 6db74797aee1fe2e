"""What is tracked works on any machine: no registry's host, nobody's folder."""

from __future__ import annotations

import json
import re
from pathlib import Path

from tests.house.tracked import text_of, tracked

# Attacks name the folders that they go for.
HOSTILE = [Path("src/warmstart/judge/tests/hostile"), Path("src/warmstart/judge/jail/tests")]
SOMEBODYS_FOLDER = re.compile(r"(?<![\w.])/(?:work|home/[a-z]\w*|root|Users/\w+)/[\w.]")
REGISTRY = re.compile(r"https?://[^\s\"'<>)]*(?:pypi|pythonhosted|registry\.|npmjs|/simple\b)")


def locks() -> list[Path]:
    return [path for path in tracked() if path.suffix == ".lock" or path.name == "package-lock.json"]


def test_no_lock_file_names_a_host() -> None:
    assert len(locks()) >= 2
    for path in locks():
        assert '"resolved"' not in text_of(path), path
        assert "index-url" not in text_of(path), path
        assert not REGISTRY.search(text_of(path)), path
    assert "://" not in text_of(Path("requirements.lock"))


def test_every_package_of_the_locks_is_pinned_by_hash() -> None:
    entries = re.split(r"\n(?=\S)", re.sub(r"\n *#.*", "", text_of(Path("requirements.lock"))).strip())
    assert [entry for entry in entries if "==" not in entry or "--hash=sha256:" not in entry] == []
    for path in (path for path in locks() if path.name == "package-lock.json"):
        packages = json.loads(text_of(path))["packages"]
        assert [name for name, entry in packages.items() if name and "integrity" not in entry] == []


def test_npm_is_told_no_registry() -> None:
    settings = [path for path in tracked() if path.name == ".npmrc"]
    assert settings
    assert [path for path in settings if re.search(r"registry\s*=", text_of(path))] == []


def test_no_tracked_file_names_a_registry() -> None:
    assert [str(path) for path in tracked() if REGISTRY.search(text_of(path))] == []


def test_no_tracked_file_names_somebodys_folder() -> None:
    ours = (path for path in tracked() if not any(path.is_relative_to(folder) for folder in HOSTILE))
    found = {str(path): SOMEBODYS_FOLDER.findall(text_of(path)) for path in ours}
    assert {path: folders for path, folders in found.items() if folders} == {}
