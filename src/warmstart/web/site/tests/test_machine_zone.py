"""The machine's zone is told from its environment, or from where its local time points."""

from pathlib import Path

import pytest

from warmstart.web.site.machine_zone import machine_zone


@pytest.mark.parametrize(
    ("told", "zone"),
    [("Europe/Berlin", "Europe/Berlin"), (":Asia/Tokyo", "Asia/Tokyo"), ("Nowhere", "UTC"), ("../x", "UTC")],
)
def test_the_environment_comes_first(told: str, zone: str, tmp_path: Path) -> None:
    assert machine_zone({"TZ": told}, tmp_path) == zone


def test_else_local_time_says_it(tmp_path: Path) -> None:
    zones = tmp_path / "zoneinfo" / "America"
    zones.mkdir(parents=True)
    (zones / "New_York").touch()
    (tmp_path / "localtime").symlink_to(zones / "New_York")
    assert machine_zone({}, tmp_path / "localtime") == "America/New_York"
    assert machine_zone({}, tmp_path / "missing") == "UTC"
