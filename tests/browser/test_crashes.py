"""What is left after the server, or the browser, was cut off in the middle of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser import steps
from tests.browser.server import Server


@pytest.fixture
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One of its own for each test: it is going to be killed."""
    served = Server(tmp_path_factory.mktemp("killed") / "data")
    served.start()
    yield served
    served.stop()


def test_a_server_killed_while_it_judges_loses_neither_draft_nor_submission(
    page: Page, server: Server
) -> None:
    steps.open_problem(page, server)
    steps.write(page, steps.ENDLESS)
    page.get_by_role("button", name="Submit").click()
    expect(page.locator("#result")).to_contain_text("Judging")
    server.kill()
    server.start()
    page.reload()
    assert steps.source(page) == steps.ENDLESS
    expect(steps.attempts(page)).to_have_count(1)
    steps.attempts(page).first.get_by_role("link").click()
    expect(page.get_by_role("main")).to_contain_text("TLE", timeout=steps.VERDICT_MS)
    steps.open_problem(page, server)
    expect(steps.attempts(page)).to_have_count(1)
    assert "TLE" in steps.attempts(page).first.inner_text()


def test_a_draft_outlives_the_page_and_the_server(page: Page, server: Server) -> None:
    steps.open_problem(page, server)
    steps.write(page, steps.WRONG)
    steps.await_saved(page, server, steps.WRONG)
    server.kill()
    server.start()
    page.reload()
    assert steps.source(page) == steps.WRONG


def test_what_is_typed_while_the_server_is_away_comes_back(page: Page, server: Server) -> None:
    steps.open_problem(page, server)
    steps.write(page, steps.WRONG)
    steps.await_saved(page, server, steps.WRONG)
    server.kill()
    steps.write(page, steps.RIGHT)
    expect(page.get_by_role("alert")).to_be_visible()
    server.start()
    page.reload()
    assert steps.source(page) == steps.RIGHT
    page.get_by_role("button", name="Use the other one").click()
    assert steps.source(page) == steps.WRONG


def test_a_page_that_waits_for_its_verdict_goes_on_when_the_server_is_back(
    page: Page, server: Server
) -> None:
    steps.open_problem(page, server)
    steps.write(page, steps.ENDLESS)
    page.get_by_role("button", name="Submit").click()
    expect(page.locator("#result")).to_contain_text("Judging")
    server.kill()
    server.start()
    expect(steps.verdict(page)).to_contain_text("TLE", timeout=steps.VERDICT_MS)
