"""Chromium and a real server for the flows."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.chromium import FLAGS, NODE, Chromium, NoChromium, find
from tests.browser.server import Server

# Playwright's own node wants a libatomic that a bare Debian has not.
os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(NODE))
HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> Chromium:
    try:
        return find()
    except NoChromium as reason:
        if os.environ.get("CI"):
            pytest.fail(str(reason), pytrace=False)
        pytest.skip(str(reason))


@pytest.fixture(scope="session")
def base_url() -> None:
    """Flows name their server. (The plugin's own fixture of this name warns under pytest 9.)"""


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any], chromium: Chromium) -> dict[str, Any]:
    own = {"executable_path": str(chromium.path), "args": FLAGS, "env": chromium.environment}
    return {**browser_type_launch_args, **own}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    # Without a locale the headless shell calls itself "en-US@posix", and Intl throws.
    # With motion, axe may look while a button is on its way from the dark colours to the light ones.
    still = {"locale": "en-US", "timezone_id": "UTC", "reduced_motion": "reduce"}
    return {**browser_context_args, **still}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One for the tests of a file: whoever kills it starts it again."""
    served = Server(tmp_path_factory.mktemp("served") / "data")
    served.start()
    yield served
    served.stop()
