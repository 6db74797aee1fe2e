"""What a view opens, on real directories."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmstart.judge.jail import JailError, View, standard_view, view
from warmstart.judge.jail.view import resolve


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A standard library with site-packages in it, as pyenv, conda and the official images have."""
    library = tmp_path.resolve() / "python"
    for name in ("json", "site-packages/numpy", "site-packages/packs"):
        (library / name).mkdir(parents=True)
    (library / "os.py").touch()
    monkeypatch.setattr(os, "__file__", str(library / "os.py"))
    return library


def test_site_packages_in_the_library_are_hidden(house: Path) -> None:
    resolved = resolve(View((str(house),)))
    assert resolved.readable == (str(house),)
    assert resolved.hidden == (str(house / "site-packages"),)


def test_a_package_in_hidden_site_packages_is_opened_alone(house: Path) -> None:
    numpy = str(house / "site-packages" / "numpy")
    resolved = resolve(View((numpy, str(house))))
    assert resolved.readable == (str(house), numpy)
    assert resolved.hidden == (str(house / "site-packages"),)


def test_a_path_in_an_open_directory_is_not_opened_twice(house: Path) -> None:
    assert resolve(View((str(house / "json"), str(house)))).readable == (str(house),)


def test_standard_view_leaves_site_packages_out(house: Path) -> None:
    assert str(house) in standard_view().readable
    assert not any("-packages" in path for path in standard_view().readable)
    assert "/somewhere/numpy" not in standard_view(["/somewhere/numpy"]).readable  # it does not exist
    assert str(house / "json") in standard_view([str(house / "json")]).readable


def test_links_are_followed_and_remembered(tmp_path: Path) -> None:
    root = tmp_path.resolve()
    (root / "usr" / "lib").mkdir(parents=True)
    (root / "usr" / "lib" / "x.so.1").touch()
    (root / "usr" / "lib" / "x.so").symlink_to("x.so.1")
    (root / "lib").symlink_to("usr/lib")
    resolved = resolve(View((str(root / "lib" / "x.so"),)))
    assert resolved.readable == (str(root / "usr/lib/x.so.1"),)
    assert dict(resolved.links) == {str(root / "lib"): "usr/lib", str(root / "usr/lib/x.so"): "x.so.1"}


def test_a_ring_of_links_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(JailError, match="ring"):
        resolve(View((str(tmp_path / "a"),)))


@pytest.mark.parametrize("path", ["/warmstart/does/not/exist", "relative"])
def test_a_path_that_is_none_is_an_error(path: str) -> None:
    with pytest.raises(JailError):
        resolve(View((path,)))


names = st.lists(st.sampled_from(["a", "b", "ab"]), min_size=1, max_size=3).map("/".join)


@given(st.lists(names, max_size=6))
def test_every_wanted_path_stays_open(wanted: list[str]) -> None:
    paths = [f"/{name}" for name in wanted]
    kept = list(view._needed(paths, set()))
    assert all(any(p == k or p.startswith(k + "/") for k in kept) for p in paths)
    assert not any(a != b and a.startswith(b + "/") for a in kept for b in kept)
    assert kept == sorted(kept)
