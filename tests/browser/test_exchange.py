"""Everything taken out and brought in again by browser; the page can be read by everybody."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import steps
from tests.browser.axe import serious_faults
from tests.browser.server import Server
from tests.browser.test_solving import PHONE

ROW = '{"warmstart": 1, "row": "draft", "id": "00000000-0000-0000-0000-00000000000%d", "text": "x", %s}\n'
SAVED = '"saved_at": "2026-03-14T12:00:00+00:00"'


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_page_and_result_can_be_read_by_everybody_on_any_screen(
    browser: Browser, server: Server, tmp_path: Path, scheme: str
) -> None:
    log = tmp_path / "log.jsonl"
    log.write_text(ROW % (1, SAVED) + "x" * 300 + "\n", encoding="utf-8")
    for size in ({"width": 1440, "height": 900}, PHONE):
        with browser.new_context(viewport=size, color_scheme=scheme, reduced_motion="reduce") as context:  # type: ignore[arg-type]
            page = context.new_page()
            complaints = steps.complaints_of(page)
            page.goto(f"{server.url}/exchange/")
            for heading in ("Export and import", "Taken in: the whole log"):
                expect(page.get_by_role("heading", level=1)).to_have_text(heading)
                assert serious_faults(page) == []
                assert page.evaluate("document.querySelector('main').scrollWidth") <= size["width"]
                if heading.startswith("Export"):
                    page.get_by_label("A log, a deck of Anki's, reviews or cards").set_input_files(log)
                    page.get_by_role("button", name="Take it in").press("Enter")
            expect(page.get_by_text("Line 2: want a line of JSON in UTF-8")).to_be_visible()
            assert complaints == []


def test_what_goes_out_comes_in_again(page: Page, server: Server, tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    log.write_text(ROW % (2, SAVED), encoding="utf-8")
    for said in ("added", "there already"):
        page.goto(f"{server.url}/exchange/")
        page.get_by_label("A log, a deck of Anki's, reviews or cards").set_input_files(log)
        page.get_by_role("button", name="Take it in").click()
        expect(page.get_by_role("status")).to_contain_text(f"{said}, ")
        page.get_by_role("main").get_by_role("link", name="Export and import").click()
        with page.expect_download() as download:
            page.get_by_role("link", name="The whole log").click()
        download.value.save_as(log)
    assert ROW.split(",")[0] in log.read_text(encoding="utf-8").replace('":', '": ')
