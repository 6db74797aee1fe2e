"""Two tabs on one problem, the keyboard's place after help, and times as one's own clock has them."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

from tests.browser import steps
from tests.browser.axe import serious_faults
from tests.browser.server import Server

MINE = "def pair_with_sum(values, target):\n    return 'mine'\n"
OTHER = "def pair_with_sum(values, target):\n    return 'other'\n"


def saved(page: Page) -> None:
    expect(page.locator("#saved")).to_contain_text("Saved at")


def quarrel(page: Page, server: Server) -> Page:
    """Two tabs; the one that is given back typed last and was told."""
    steps.open_problem(page, server)
    other = page.context.new_page()
    steps.open_problem(other, server)
    steps.write(page, MINE)
    saved(page)
    steps.write(other, OTHER)
    expect(other.locator("#saved")).to_contain_text("changed on another page")
    return other


def test_the_second_tab_may_go_on_with_its_own(page: Page, server: Server) -> None:
    other = quarrel(page, server)
    assert serious_faults(other) == []
    other.get_by_role("button", name="Go on with this one").click()
    saved(other)
    steps.await_saved(other, server, OTHER)
    other.reload()
    expect(other.locator("#history")).to_contain_text("Draft put away")
    other.locator("#history details > summary").first.click()
    expect(other.locator("#history")).to_contain_text("'mine'")


def test_the_second_tab_may_go_on_with_the_other(page: Page, server: Server) -> None:
    other = quarrel(page, server)
    other.get_by_role("button", name="Go on with the other").click()
    expect(steps.editor(other)).to_contain_text("'mine'")
    expect(other.get_by_role("button", name="Use the other one")).to_be_visible()
    expect(other.locator("#history")).to_contain_text("Draft put away")
    steps.write(other, f"{MINE}# and on\n")
    saved(other)


def test_help_keeps_the_keyboards_place(page: Page, server: Server) -> None:
    steps.open_problem(page, server, "brackets")
    more = page.get_by_role("button", name="hint")
    while more.count():
        more.press("Enter")
        expect(page.locator("#help .hints > li").last).to_be_focused()
    page.get_by_text("Give up and see the solution").press("Enter")
    page.get_by_role("button", name="Yes, give up").press("Enter")
    expect(page.get_by_role("heading", name="After the fact")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_text("Explanation", exact=True)).to_be_focused()


def test_times_are_those_of_ones_own_clock(browser: Browser, server: Server) -> None:
    with browser.new_context(locale="en-US", timezone_id="Asia/Kolkata") as context:
        page = context.new_page()
        steps.open_problem(page, server)
        steps.write(page, steps.RIGHT)
        steps.submit(page)
        time = steps.attempts(page).first.locator("time")
        expect(time).not_to_contain_text("UTC")
        hour = (
            "(time) => [new Date(time.dateTime).getUTCHours(), Number(time.textContent.match(/(\\d+):/)[1])]"
        )
        utc, told = time.evaluate(hour)
        assert told in {(utc + 5) % 24, (utc + 6) % 24}
