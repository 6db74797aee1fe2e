"""A month of practice looked at: map, skill, history, readiness, debrief and what forecasts came to."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import steps
from tests.browser.axe import serious_faults
from tests.browser.server import Server
from tests.browser.test_solving import PHONE, press_until

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("", "?order=weakest", "history/", "readiness/", "debrief/", "reliability/", "skills/cs.complexity/")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """With a month of practice in its log."""
    data = tmp_path_factory.mktemp("lived") / "data"
    subprocess.run([sys.executable, "-m", "tests.browser.lived_month", str(data)], cwd=ROOT, check=True)
    served = Server(data)
    served.start()
    yield served
    served.stop()


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_can_be_read_by_everybody_on_any_screen(
    browser: Browser, server: Server, path: str, scheme: str
) -> None:
    for size in ({"width": 1440, "height": 900}, PHONE):
        with browser.new_context(viewport=size, color_scheme=scheme, reduced_motion="reduce") as context:  # type: ignore[arg-type]
            page = context.new_page()
            complaints = steps.complaints_of(page)
            page.goto(f"{server.url}/progress/{path}")
            expect(page.get_by_role("navigation", name="Progress")).to_be_visible()
            assert serious_faults(page) == []
            assert complaints == []
            assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


def test_by_keyboard_from_an_area_to_a_skill_and_its_prerequisite(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/progress/")
    press_until(page, "Tab", "summary")
    page.keyboard.press("Enter")
    skill = page.locator("details[open] .skill").nth(1)
    expect(skill).to_be_visible()
    expect(skill).to_contain_text("needs Time and space complexity")
    skill.get_by_role("link").first.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Arrays and strings: two pointers, windows, prefix sums"
    )
    page.get_by_role("link", name="Time and space complexity, amortised cost").press("Enter")
    expect(page.get_by_role("region", name="What you did, and what it changed").last).to_contain_text(
        "overall"
    )


def test_the_map_narrows_as_one_chooses_and_the_address_keeps_it(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/progress/")
    page.get_by_label("Asked in").select_option(label="Coding")
    expect(page).to_have_url(f"{server.url}/progress/?round=coding&seen=&order=")
    page.get_by_label("Order").select_option(label="weakest first")
    first = page.locator("ol.skills > li").first
    expect(first).to_contain_text("%, probably")
    page.reload()
    expect(first).to_contain_text("%, probably")
    expect(page.get_by_label("Asked in")).to_have_value("coding")


CUT_OFF = """
() => [...document.querySelectorAll("main svg.chart")].flatMap((chart) => {
  const {x, y, width, height} = chart.viewBox.baseVal;
  return [...chart.querySelectorAll("text")].filter((text) => {
    const box = text.getBBox();
    return box.x < x || box.y < y || box.x + box.width > x + width || box.y + box.height > y + height;
  }).map((text) => text.textContent);
})
"""


CROPPED = """
regions => regions.filter(one => getComputedStyle(one).overflowX !== "visible"
  || getComputedStyle(one).overflowY !== "visible" || one.scrollWidth > one.clientWidth).length
"""


@pytest.mark.parametrize("path", ["history/", "readiness/", "reliability/"])
def test_no_word_of_a_chart_is_cut_off(page: Page, server: Server, path: str) -> None:
    page.goto(f"{server.url}/progress/{path}")
    assert page.locator("main svg.chart").count() > 0
    assert page.evaluate(CUT_OFF) == []


def test_time_by_week_is_seen_whole_on_a_screen_of_1280(page: Page, server: Server) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{server.url}/progress/history/")
    table = page.get_by_role("region", name="Time by week and kind")
    assert table.evaluate("shown => shown.scrollWidth - shown.clientWidth") == 0


@pytest.mark.parametrize("path", ["history/", "readiness/", "reliability/", "skills/cs.complexity/"])
def test_paper_has_every_column_and_row_of_a_table(page: Page, server: Server, path: str) -> None:
    page.set_viewport_size({"width": 720, "height": 1000})  # A4 within its margins
    page.emulate_media(media="print")
    page.goto(f"{server.url}/progress/{path}")
    page.evaluate("document.querySelectorAll('main details').forEach(part => { part.open = true; })")
    tables = page.locator("main .scrolls")
    assert tables.count() > 0
    assert tables.evaluate_all(CROPPED) == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 720


def test_a_chart_and_its_table_say_the_same(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/progress/readiness/")
    page.get_by_text("The same as a table").press("Enter")
    newest = page.get_by_role("region", name="Forecasts over time").locator("tbody tr").first
    first = page.locator(".rounds > section").first.locator(".chance strong").inner_text()
    expect(newest.locator("td").first).to_have_text(first)


def test_nothing_typed_of_a_debrief_is_lost_and_forecasts_are_held_to_it(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/progress/reliability/")
    expect(page.get_by_text("have an outcome yet")).to_be_visible()
    page.get_by_role("link", name="tell what happened").click()
    coding = page.get_by_role("group", name="Coding", exact=True)
    coding.get_by_label("What was asked, in your words").fill("An LRU cache, then its cost.")
    expect(page.locator("#saved")).to_contain_text("Draft saved")
    page.reload()
    expect(coding.get_by_label("What was asked, in your words")).to_have_value("An LRU cache, then its cost.")
    coding.get_by_label("not held").check()
    page.get_by_role("button", name="Keep the debrief").click()
    fault = page.get_by_role("alert").filter(has_text="Not saved yet")
    expect(fault).to_contain_text("it was not held, and yet")
    expect(coding.get_by_label("What was asked, in your words")).to_have_value("An LRU cache, then its cost.")
    coding.get_by_label("passed", exact=True).check()
    coding.get_by_text("Skills that were asked").press("Enter")
    coding.locator("summary", has_text="Complexity and data structures").press("Enter")
    coding.get_by_label("Hash tables").check()
    page.get_by_role("button", name="Keep the debrief").click()
    expect(page.get_by_text("Kept.")).to_be_visible()
    expect(coding.get_by_label("Hash tables")).to_be_checked()
    page.get_by_role("link", name="See how the forecasts did").click()
    expect(page.get_by_text("forecasts have an outcome.")).to_be_visible()
    expect(page.get_by_role("region", name="Every forecast with its outcome")).to_contain_text("passed")
