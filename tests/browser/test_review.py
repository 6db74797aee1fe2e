"""The review session by keyboard alone, on a phone, without scripts; undo, put off, suspend."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser import steps
from tests.browser.axe import serious_faults
from tests.browser.server import Server
from tests.browser.test_questions import GOOD
from tests.browser.test_solving import PHONE, press_until

ATTENTION = "3c9008ea-8192-4bf7-84f9-2212cf1fdbec"


@pytest.fixture
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One a test: a session leaves its traces."""
    served = Server(tmp_path_factory.mktemp("reviewed") / "data")
    served.start()
    yield served
    served.stop()


def write_card(page: Page, server: Server, front: str, back: str) -> None:
    page.goto(f"{server.url}/review/cards/")
    page.get_by_label("Front").fill(front)
    page.get_by_label("Back").fill(back)
    page.get_by_role("button", name="Keep the card").click()
    expect(page.locator(".said")).to_contain_text("The card is kept")


def step(page: Page) -> Locator:
    """The step in the middle of the page."""
    return page.locator(".sides")


def said(page: Page) -> Locator:
    """What the page says of what was just done."""
    return page.locator(".said").get_by_role("status")


def press(page: Page, key: str) -> None:
    """A key that leads to another page."""
    with page.expect_navigation():
        page.keyboard.press(key)


def test_a_session_by_keyboard_alone(page: Page, server: Server) -> None:
    complaints = steps.complaints_of(page)
    write_card(page, server, "What is the capital of $F$?", "**Paris**")
    page.goto(f"{server.url}/review/")
    expect(step(page)).to_contain_text("capital")
    expect(step(page).locator(".katex")).not_to_have_count(0)
    expect(step(page)).not_to_contain_text("Paris")
    expect(page.get_by_role("button", name="Show the answer")).to_be_focused()
    press(page, "Space")
    expect(page.get_by_role("heading", name="The back")).to_be_focused()
    expect(step(page)).to_contain_text("Paris")
    press(page, "3")
    expect(said(page)).to_contain_text("Rated good")
    expect(step(page)).not_to_contain_text("capital")
    press(page, "u")
    expect(said(page)).to_contain_text("Taken back")
    expect(step(page)).to_contain_text("capital")
    press(page, "Enter")
    press(page, "4")
    expect(said(page)).to_contain_text("Rated easy")
    first = step(page).inner_text()
    press(page, "b")
    expect(said(page)).to_contain_text("Put off")
    expect(step(page)).not_to_have_text(first, use_inner_text=True)
    press(page, "u")
    expect(step(page)).to_have_text(first, use_inner_text=True)
    press(page, "s")
    expect(said(page)).to_contain_text("Suspended")
    expect(step(page)).not_to_have_text(first, use_inner_text=True)
    page.keyboard.press("?")
    expect(page.locator(".keys dl")).to_be_visible()
    page.goto(f"{server.url}/review/cards/")
    press_until(page, "Tab", 'button[aria-label^="Resume"]', most=60)
    press(page, "Enter")
    expect(page.locator(".said")).to_contain_text("may come again")
    assert complaints == []


def test_a_question_is_recalled_at_sight_and_its_time_is_kept(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/review/?item={ATTENTION}&way=sight")
    expect(step(page)).to_contain_text("divided by")
    expect(step(page)).not_to_contain_text("Why attention scores")
    kept = "(item) => Number(sessionStorage.getItem(`warmstart.clock.review.${item}`)) >= 2"
    page.wait_for_function(kept, arg=ATTENTION)
    press(page, "Enter")
    expect(step(page)).to_contain_text("Why attention scores")
    page.locator(".checks input").first.check()
    page.keyboard.press("u")
    expect(page.locator(".checks input").first).to_be_checked()
    with page.expect_request("**/review/rate/") as sent:
        press(page, "2")
    assert int(str(sent.value.post_data).partition("seconds=")[2].partition("&")[0]) >= 2
    expect(said(page)).to_contain_text("Rated hard")


def test_an_answer_in_writing_comes_back_with_its_proposal(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/review/?item={ATTENTION}&way=writing")
    press(page, "w")
    expect(page.get_by_role("heading", name="A question")).to_be_visible()
    page.get_by_label("Your answer, in your own words").fill(f"{GOOD} 1234 sub?")
    page.locator("#confidence-80").check()
    page.get_by_role("button", name="Grade my answer").click()
    expect(page.locator(".band")).to_be_visible()
    page.goto(f"{server.url}/review/")
    expect(step(page)).to_contain_text("Proposed:")
    expect(step(page)).to_contain_text("changed what is believed of you")
    expect(step(page).get_by_role("button", name="proposed")).to_be_focused()
    assert serious_faults(page) == []
    press(page, "Enter")
    expect(said(page)).to_contain_text("Rated")
    expect(step(page)).not_to_contain_text("Proposed:")


def test_a_double_press_counts_once(page: Page, server: Server) -> None:
    write_card(page, server, "one?", "1")
    page.goto(f"{server.url}/review/")
    press(page, "Space")
    page.get_by_role("button", name="good").dblclick()
    expect(said(page)).to_contain_text("Rated good")
    expect(page.get_by_label("Progress")).to_contain_text("1 done")


def test_a_short_session_ends_with_honest_words(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/review/?minutes=1")
    expect(page.get_by_label("Progress").first).to_contain_text("1 minute")
    for _ in range(60):
        if page.locator("#end").count():
            break
        press(page, "b")
    expect(page.locator("#end")).to_be_focused()
    expect(step(page)).to_contain_text("Tomorrow")


def test_nothing_serious_for_those_who_see_badly_and_no_scrolling_sideways(
    page: Page, server: Server
) -> None:
    write_card(
        page, server, f"wide {'x' * 300} $\\mathrm{{softmax}}$", "`code`\n\n| a | b |\n|---|---|\n| 1 | 2 |"
    )
    paths = (
        "/review/",
        "/review/cards/",
        f"/review/?item={ATTENTION}&way=sight",
        f"/review/?item={ATTENTION}&way=sight&shown=1",
        f"/review/?item={ATTENTION}&way=writing",
    )
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]  # a TypedDict of Playwright's own
    for path in paths:
        page.goto(f"{server.url}{path}")
        assert page.evaluate("document.querySelector('main').scrollWidth") <= PHONE["width"], path
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            assert serious_faults(page) == [], (scheme, path)
    page.goto(f"{server.url}/review/cards/")
    page.locator(".cards a").first.click()
    assert page.evaluate("document.querySelector('main').scrollWidth") <= PHONE["width"]


def test_without_scripts_the_session_is_plain_forms(browser: Browser, server: Server) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        write_card(page, server, "one?", "1")
        page.goto(f"{server.url}/review/")
        page.get_by_role("button", name="Show the answer").click()
        page.get_by_role("button", name="good").click()
        expect(said(page)).to_contain_text("Rated good")
        page.get_by_role("button", name="Undo").click()
        expect(step(page)).to_contain_text("one?")
        page.get_by_role("button", name="Put off").click()
        expect(said(page)).to_contain_text("Put off")
        page.get_by_role("button", name="Suspend").click()
        expect(said(page)).to_contain_text("Suspended")
