"""The data folder: one server at a time, one sentence when it cannot be used."""

import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from warmstart.web.site.data_folder import FolderInUse, FolderNotUsable, held, key_of, make_key

NOBODY = 65534


@contextmanager
def without_root() -> Iterator[None]:
    """As an ordinary user: root may write anywhere."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody may reach; pytest's own are their user's only."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def test_the_folder_is_made_for_its_owner_only(tmp_path: Path) -> None:
    with held(tmp_path / "a/b"):
        assert stat.S_IMODE((tmp_path / "a/b").stat().st_mode) == 0o700


def test_a_second_server_is_told_who_serves_and_where(tmp_path: Path) -> None:
    with held(tmp_path) as lock:
        lock.announce(4711)
        with pytest.raises(FolderInUse) as caught, held(tmp_path):
            pass
    assert f"process {os.getpid()} at http://127.0.0.1:4711/" in str(caught.value)


def test_a_folder_that_was_left_can_be_held_again(tmp_path: Path) -> None:
    for _ in range(2):
        with held(tmp_path) as lock:
            lock.announce(1)


def test_a_read_only_folder_is_one_sentence(open_folder: Path) -> None:
    open_folder.chmod(0o555)
    with without_root(), pytest.raises(FolderNotUsable, match="may not write here"), held(open_folder):
        pass


def test_a_file_in_place_of_the_folder_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(FolderNotUsable, match="a file where a folder is wanted"), held(tmp_path / "file"):
        pass


def test_the_key_is_made_once_and_is_its_owners_only(tmp_path: Path) -> None:
    make_key(tmp_path)
    key = key_of(tmp_path)
    make_key(tmp_path)
    assert key_of(tmp_path) == key
    assert len(key) >= 50
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600


def test_reading_the_key_of_a_folder_without_one_writes_nothing(tmp_path: Path) -> None:
    assert len(key_of(tmp_path)) >= 50
    assert list(tmp_path.iterdir()) == []
