"""After AC: a person says how the code grows, sees it measured, and finds it again."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.browser import steps
from tests.browser.axe import serious_faults
from tests.browser.server import Server

PHONE = {"width": 360, "height": 740}
MEASURED_MS = 90_000
"""About two seconds of CPU, on a machine that may have ten other things to do."""


def accepted(page: Page, server: Server) -> Locator:
    """The growth panel of a submission that was accepted just now."""
    steps.open_problem(page, server)
    steps.write(page, steps.RIGHT)
    expect(steps.submit(page).get_by_role("heading")).to_contain_text("AC", timeout=steps.VERDICT_MS)
    return page.get_by_role("region", name="Growth", exact=True)


def claim(panel: Locator, time: str, memory: str) -> None:
    panel.get_by_label("Time", exact=True).select_option(time)
    panel.get_by_label("Memory beyond the input").select_option(memory)
    panel.get_by_role("button", name="Measure", exact=True).click()


def test_what_was_claimed_is_measured_and_stays(page: Page, server: Server) -> None:
    complaints = steps.complaints_of(page)
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]  # a TypedDict of Playwright's own
    panel = accepted(page, server)
    claim(panel, "n", "n^2")
    expect(panel.get_by_role("button", name="Cancel")).to_be_visible()
    expect(panel).to_contain_text("You said n. Measured: grows like n", timeout=MEASURED_MS)
    expect(panel.get_by_role("heading")).to_be_focused()
    expect(panel.get_by_role("button", name="Cancel")).to_be_hidden()
    panel.get_by_text("The points as a table").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert serious_faults(page) == [], scheme
    page.reload()
    expect(panel).to_contain_text("You said n. Measured: grows like n")
    expect(panel.get_by_role("img", name="Time against n")).to_be_visible()
    assert complaints == []


def test_a_measurement_that_is_cancelled_tells_what_is_known(page: Page, server: Server) -> None:
    panel = accepted(page, server)
    again = panel.locator("details.claim > summary")
    if again.count():
        again.click()
    claim(panel, "n", "n")
    panel.get_by_role("button", name="Cancel").click()
    expect(panel).to_contain_text("Cancelled: this is what was known by then", timeout=MEASURED_MS)
