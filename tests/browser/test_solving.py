"""A person solves a problem: by mouse, by keyboard alone, on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import steps
from tests.browser.axe import serious_faults
from tests.browser.server import Server

PHONE = {"width": 360, "height": 740}


def test_wrong_code_mended_is_accepted_and_both_attempts_stay(page: Page, server: Server) -> None:
    complaints = steps.complaints_of(page)
    page.goto(server.url)
    page.get_by_role("link", name="Pick a problem").click()
    page.get_by_role("searchbox", name="Search").fill("add up")
    page.get_by_role("link", name="Two entries that add up").click()

    steps.write(page, steps.WRONG)
    panel = steps.submit(page)
    expect(panel.get_by_role("heading")).to_contain_text("WA")
    failing = panel.locator("details.case[open]").first
    expect(failing).to_be_visible()
    expect(failing).to_contain_text("Why this case")

    steps.write(page, steps.RIGHT)
    panel = steps.submit(page)
    expect(panel.get_by_role("heading")).to_contain_text("AC", timeout=steps.VERDICT_MS)
    expect(page.get_by_role("region", name="Help")).to_contain_text("Explanation")

    page.reload()
    expect(steps.attempts(page)).to_have_count(2)
    expect(steps.attempts(page).nth(0)).to_contain_text("AC")
    expect(steps.attempts(page).nth(1)).to_contain_text("WA")
    assert steps.source(page) == steps.RIGHT
    steps.attempts(page).nth(1).get_by_role("link").click()
    expect(page.get_by_role("main")).to_contain_text("range(i, len(values))")
    assert complaints == []


def press_until(page: Page, key: str, focused: str, most: int = 60) -> None:
    for _ in range(most):
        page.keyboard.press(key)
        if page.evaluate("(wanted) => document.activeElement.matches(wanted)", focused):
            return
    pytest.fail(f"{most} times {key} did not reach {focused}")


def test_the_keyboard_alone_is_enough(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/problems/")
    press_until(page, "Tab", f'a[href="/problems/{steps.SLUG}/"]')
    page.keyboard.press("Enter")
    expect(steps.editor(page)).to_be_visible()
    press_until(page, "Tab", ".cm-content")
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")
    for line in ("def pair_with_sum(values, target):", "for j in range(len(values)):", "for i in range(j):"):
        page.keyboard.type(line)
        page.keyboard.press("Enter")
    page.keyboard.type("if values[i] + values[j] == target:\nreturn i, j")
    assert "\n                return i, j" in steps.source(page)
    page.keyboard.press("Control+'")
    expect(steps.verdict(page)).to_contain_text("AC", timeout=steps.VERDICT_MS)
    page.keyboard.press("Control+Enter")
    expect(steps.attempts(page).first).to_be_visible(timeout=steps.VERDICT_MS)
    expect(steps.editor(page)).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    expect(steps.editor(page)).not_to_be_focused()


def test_own_input_is_checked_before_it_runs(page: Page, server: Server) -> None:
    steps.open_problem(page, server)
    steps.write(page, steps.RIGHT)
    page.get_by_text("Your own input").click()
    page.get_by_label("Input, as Python writes it").fill("([1, 2, 3], 5)")
    page.get_by_role("button", name="Run this input").click()
    expect(page.locator("#result")).to_contain_text("(1, 2)", timeout=steps.VERDICT_MS)
    page.get_by_label("Input, as Python writes it").fill("([1, 2, 3], 'five')")
    page.get_by_role("button", name="Run this input").click()
    expect(page.locator("#result")).not_to_contain_text("(1, 2)", timeout=steps.VERDICT_MS)


def test_hints_come_one_at_a_time(page: Page, server: Server) -> None:
    steps.open_problem(page, server, "brackets")
    hints = page.locator("#help ol.hints > li")
    expect(hints).to_have_count(0)
    for shown in (1, 2):
        page.get_by_role("button", name="hint").click()
        expect(hints).to_have_count(shown)


@pytest.mark.parametrize("slug", [steps.SLUG, "attention-backward"])
def test_a_phone_never_scrolls_sideways(page: Page, server: Server, slug: str) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]  # a TypedDict of Playwright's own
    for path in ("/", "/problems/", "/strength/", f"/problems/{slug}/"):
        page.goto(f"{server.url}{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], path
    expect(steps.editor(page)).to_be_visible()
    steps.write(
        page,
        "def f(values):\n    return 'a long line ' * 40  # and some more of it, to be wider than any phone\n",
    )
    steps.submit(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_nothing_serious_for_those_who_see_badly(page: Page, server: Server) -> None:
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for path in ("/", "/problems/", "/strength/", "/problems/attention-backward/"):
            page.goto(f"{server.url}{path}")
            assert serious_faults(page) == [], (scheme, path)
        steps.open_problem(page, server)
        steps.write(page, steps.WRONG)
        steps.submit(page)
        assert serious_faults(page) == [], scheme


def test_without_scripts_one_still_solves(browser: Browser, server: Server) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{server.url}/problems/{steps.SLUG}/")
        page.get_by_label("Your code").fill(steps.RIGHT)
        page.get_by_role("button", name="Submit").click()
        expect(page.get_by_role("main")).to_contain_text("accepted", timeout=steps.VERDICT_MS)
