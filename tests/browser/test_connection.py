"""What a page says while the server does not answer."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.bench_page import show

PAGE = """<p data-offline role="alert" hidden>The server does not answer.</p>
<button hx-get="/save" hx-target="#saved">Save</button><p id="saved"></p>"""


def test_a_lost_server_is_said_until_it_answers(page: Page) -> None:
    show(page, PAGE, "htmx")
    page.route("**/save", lambda route: route.abort(), times=1)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_be_visible()
    page.route("**/save", lambda route: route.fulfill(body="saved"))
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#saved")).to_have_text("saved")
    expect(page.get_by_role("alert")).to_be_hidden()
