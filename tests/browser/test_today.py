"""A newcomer sets up by keyboard alone and lands on Today; the list follows the date and the minutes."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from playwright.sync_api import Browser, Page, expect

from tests.browser import steps
from tests.browser.axe import serious_faults
from tests.browser.server import Server
from tests.browser.test_solving import press_until


def in_days(days: int) -> datetime:
    return datetime.now(UTC) + timedelta(days=days)


def titles(page: Page) -> list[str]:
    return page.locator(".agenda .what > a").all_inner_texts()


def answer(page: Page) -> None:
    """One of the first questions, by its key or by ticking."""
    if page.locator("[data-press='2']").count():
        page.keyboard.press("2")
        return
    press_until(page, "Tab", "input[name=choice]")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")


def test_a_newcomer_sets_up_by_keyboard_and_lands_on_today(page: Page, server: Server) -> None:
    complaints = steps.complaints_of(page)
    page.goto(server.url)
    expect(page.get_by_role("heading", name="Set up in two minutes")).to_be_visible()
    assert serious_faults(page) == []
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="What are you preparing for?")).to_be_visible()
    assert serious_faults(page) == []
    press_until(page, "Tab", "#id_company")
    page.keyboard.type("Example")
    press_until(page, "Tab", "#id_day")
    page.keyboard.type(f"{in_days(18):%m%d%Y}")
    press_until(page, "Tab", "#id_minutes")
    page.keyboard.press("Enter")
    for number in range(1, 13):
        expect(page.get_by_role("heading", level=1)).to_have_text(f"Question {number} of 12")
        if number in (1, 5):
            assert serious_faults(page) == []
        if number == 5:
            page.goto(server.url)  # who leaves in the middle goes on there
            page.get_by_role("link", name="Go on with them").press("Enter")
            expect(page.get_by_role("heading", level=1)).to_have_text("Question 5 of 12")
        answer(page)
    expect(page.get_by_role("heading", name="Today", exact=True)).to_be_visible()
    expect(page.get_by_text("The interview at Example (ML engineer) is in 18 days.")).to_be_visible()
    expect(page.locator(".beside-list")).to_contain_text("12 items")
    assert len(titles(page)) > 2
    page.locator(".agenda summary").first.press("Enter")
    expect(page.locator(".agenda details[open] li").first).to_be_visible()
    assert serious_faults(page) == []
    page.locator("body").click(position={"x": 2, "y": 300})
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/review/"))
    assert complaints == []


def test_another_date_makes_another_plan(page: Page, server: Server) -> None:
    page.goto(server.url)
    before = page.locator(".agenda").inner_text()
    page.get_by_role("link", name="Interview, pace and days off").click()
    page.get_by_label("Interview date").fill(f"{in_days(-3):%Y-%m-%d}")
    page.get_by_role("button", name="Save the interview").click()
    expect(page.get_by_text("is past; today is")).to_be_visible()
    expect(page.get_by_label("Interview date")).to_be_focused()
    assert serious_faults(page) == []
    page.get_by_label("Interview date").fill(f"{in_days(1):%Y-%m-%d}")
    page.get_by_role("button", name="Save the interview").click()
    expect(page.get_by_role("status").filter(has_text="is saved")).to_be_visible()
    expect(page.get_by_text("The interview is tomorrow.")).to_be_visible()
    page.goto(server.url)
    expect(page.get_by_text("is tomorrow.")).to_be_visible()
    assert page.locator(".agenda").inner_text() != before  # other items, or other gains


def test_ten_minutes_are_planned_and_nought_are_not(page: Page, server: Server) -> None:
    page.goto(server.url)
    page.get_by_label("I have").fill("10")
    page.keyboard.press("Enter")
    expect(page.locator(".sum")).to_contain_text("of 10 min")
    expect(page.get_by_role("link", name="Start Enter")).to_have_attribute("href", "/review/?minutes=10")
    page.get_by_label("I have").fill("0")
    page.get_by_role("button", name="Plan for that").click()
    expect(page.get_by_role("alert").filter(has_text="0 minutes cannot be planned")).to_be_visible()
    expect(page.get_by_label("I have")).to_be_focused()
    assert serious_faults(page) == []


def test_on_a_phone_in_the_dark_and_without_scripts_it_is_all_there(browser: Browser, server: Server) -> None:
    with browser.new_context(
        viewport={"width": 390, "height": 844}, color_scheme="dark", reduced_motion="reduce"
    ) as phone:
        page = phone.new_page()
        for path in ("/", "/plan/", "/?minutes=0"):
            page.goto(f"{server.url}{path}")
            assert serious_faults(page) == []
            assert page.evaluate("document.querySelector('main').scrollWidth <= innerWidth")
    with browser.new_context(java_script_enabled=False, locale="en-US") as plain:
        page = plain.new_page()
        page.goto(f"{server.url}/plan/")
        page.get_by_label("Minutes a day").fill("20")
        page.get_by_role("button", name="Save the pace").click()
        page.goto(server.url)
        expect(page.get_by_role("link", name="Start Enter")).to_be_visible()
        page.get_by_label("I have").fill("12")
        page.get_by_role("button", name="Plan for that").click()
        expect(page.locator(".sum")).to_contain_text("of 12 min")
