"""What a person does on the pages, step by step."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.browser.server import Server

SLUG = "pair-with-sum"
RIGHT = """def pair_with_sum(values, target):
    first_at = {}
    for j, value in enumerate(values):
        if target - value in first_at:
            return first_at[target - value], j
        first_at.setdefault(value, j)
    return None
"""
# Pairs an entry with itself, and finds the smallest i before the smallest j.
WRONG = """def pair_with_sum(values, target):
    for i in range(len(values)):
        for j in range(i, len(values)):
            if values[i] + values[j] == target:
                return i, j
    return None
"""
ENDLESS = """def pair_with_sum(values, target):
    while True:
        pass
"""
VERDICT_MS = 20_000


def open_problem(page: Page, server: Server, slug: str = SLUG) -> None:
    page.goto(f"{server.url}/problems/{slug}/")
    expect(editor(page)).to_be_visible()


def editor(page: Page) -> Locator:
    return page.locator(".cm-content")


def source(page: Page) -> str:
    return page.locator("#source").input_value()


def write(page: Page, code: str) -> None:
    """As one pastes: the editor's own indenting stays out of it."""
    editor(page).click()
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")
    page.keyboard.insert_text(code)
    assert source(page) == code


def await_saved(page: Page, server: Server, code: str) -> None:
    """Until a page of its own, with nothing kept in its browser, shows `code` too."""
    expect(page.locator("#saved")).to_contain_text("Saved")
    browser = page.context.browser
    assert browser is not None
    with browser.new_context() as stranger:
        elsewhere = stranger.new_page()
        open_problem(elsewhere, server)
        elsewhere.wait_for_function("(code) => document.querySelector('#source').value === code", arg=code)


def submit(page: Page) -> Locator:
    """Press Submit; the panel with the verdict."""
    page.get_by_role("button", name="Submit").click()
    return verdict(page)


def verdict(page: Page) -> Locator:
    panel = page.locator("#result .panel:has(.mark)")
    expect(panel).to_be_visible(timeout=VERDICT_MS)
    return panel


def attempts(page: Page) -> Locator:
    """Lines of the history, the newest first."""
    return page.locator("#history ol > li")


def complaints_of(page: Page) -> list[str]:
    """Fills with whatever the browser complains about."""
    found: list[str] = []
    page.on("console", lambda said: found.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: found.append(str(error)))
    return found
