"""The sandbox profile as text: what Apple's own tools will read."""

import os
import sys

import pytest

from warmstart.judge import jail
from warmstart.judge.jail import macos


def rules() -> list[str]:
    return jail.profile(jail.standard_view()).splitlines()


def test_everything_is_denied_but_reading_and_itself() -> None:
    assert rules()[:2] == ["(version 1)", "(deny default)"]
    allowed = {rule.split()[1] for rule in rules() if rule.startswith("(allow")}
    assert allowed == {
        "file-read-metadata)",
        "sysctl-read)",
        "process-info*",
        "signal",
        "file-read*",
    }
    for action in ("file-write", "network", "process-fork", "process-exec", "mach-lookup", "ipc"):
        assert not any(action in rule for rule in rules())


def test_a_package_is_opened_after_the_packages_around_it_were_closed() -> None:
    library = os.path.dirname(os.__file__)
    site = next(
        path
        for path in (os.path.join(library, "site-packages"), os.path.join(library, "dist-packages"))
        if os.path.isdir(path)
    )
    package = next(path for name in os.listdir(site) if os.path.isdir(path := os.path.join(site, name)))
    text = jail.profile(jail.View((library, package))).splitlines()
    closed = text.index(f'(deny file-read-data (subpath "{os.path.realpath(site)}"))')
    assert text.index(f'(allow file-read* (subpath "{os.path.realpath(package)}"))') > closed


def test_a_path_cannot_end_its_own_rule() -> None:
    assert macos._quoted('/a") (allow default) ("') == '"/a\\") (allow default) (\\""'
    assert macos._quoted("/a\\") == '"/a\\\\"'


@pytest.mark.skipif(sys.platform == "darwin", reason="it would close the test itself")
def test_another_system_has_no_such_sandbox() -> None:
    with pytest.raises(jail.JailError, match="needs macOS"):
        jail.seal("(version 1)")
