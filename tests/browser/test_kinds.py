"""A query and a debugging round in the browser: pleasant by sight, by keyboard, on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from tests.browser import steps
from tests.browser.axe import serious_faults
from tests.browser.server import Server
from warmstart.judge.problem import write_problem
from warmstart.web.catalogue.tests.packs import frozen, write_pack
from warmstart.web.coding.tests.test_kinds import QUERY

PHONE = {"width": 390, "height": 800}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """`pair` is a query, `pair-1` a debugging round."""
    folder = tmp_path_factory.mktemp("kinds")
    pack = write_pack(folder / "pack", 2)
    for slug, problem in (("pair", QUERY), ("pair-1", replace(frozen(1), kind="debug"))):
        front = pack / "problems" / slug / "problem.md"
        kind = f'kind = "{problem.kind}"' + (f'\nschema = "{problem.schema}"' if problem.schema else "")
        front.write_text(front.read_text().replace('kind = "code"', kind))
        (pack / "problems" / slug / "cases.json").write_text(write_problem(problem))
    served = Server(folder / "data", pack)
    served.start()
    yield served
    served.stop()


def test_a_query_is_written_and_its_rows_are_compared(page: Page, server: Server) -> None:
    complaints = steps.complaints_of(page)
    steps.open_problem(page, server, "pair")
    sample = page.get_by_role("region", name="Samples", exact=True)
    expect(sample.get_by_role("table", name="staff")).to_contain_text("Ann")
    expect(sample.get_by_role("table", name="Expected")).to_be_visible()
    steps.write(page, "SELECT name, pay FROM staff WHERE pay < 25 OR pay IS NULL")
    expect(page.get_by_role("textbox", name="Your query (SQLite)")).to_be_visible()
    panel = steps.submit(page)
    compared = panel.get_by_role("table", name="Your rows beside the expected ones")
    expect(compared.get_by_role("row").filter(has_text="missing")).to_contain_text("Bob")
    expect(compared.get_by_role("row").filter(has_text="not wanted")).to_contain_text("NULL")
    assert complaints == []
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]  # a TypedDict of Playwright's own
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert serious_faults(page) == [], scheme


def test_keywords_of_a_query_are_set_apart(page: Page, server: Server) -> None:
    steps.open_problem(page, server, "pair")
    weight = "(line) => getComputedStyle(line.querySelector('span')).fontWeight"
    assert page.locator(".cm-line", has_text="SELECT").evaluate(weight) == "600"


def test_a_debugging_round_says_what_is_to_be_done(page: Page, server: Server) -> None:
    steps.open_problem(page, server, "pair-1")
    expect(page.get_by_text("A debugging round.")).to_be_visible()
    expect(page.get_by_role("textbox", name="The code to mend")).to_be_visible()
    assert steps.source(page).startswith("def pair")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert serious_faults(page) == [], scheme


def test_line_numbers_stand_beside_their_lines_on_a_phone(page: Page, server: Server) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(f"{server.url}/problems/attention-backward/")
    page.locator(".editor").scroll_into_view_if_needed()
    apart = """() => {
      const top = (one) => one.getBoundingClientRect().top;
      const tops = (found) => [...document.querySelectorAll(found)].map(top);
      const [numbers, lines] = [tops(".cm-lineNumbers .cm-gutterElement").slice(1), tops(".cm-line")];
      return lines.length > 3 && lines.every((line, at) => Math.abs(line - numbers[at]) < 2);
    }"""
    page.wait_for_function(apart)
