"""A visual is played: by mouse, by keyboard, by reader, on a phone, without scripts, with one's own code."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser import steps
from tests.browser.axe import serious_faults
from tests.browser.server import Server
from warmstart.content.visual import Visual, write_visual
from warmstart.web.catalogue.tests.packs import PAIR, REFERENCE, write_pack
from warmstart.web.coding.drawing.tests.views import VIEWS, frames

PHONE = {"width": 390, "height": 800}
DRAWING = """
def frames(inp, out):
    rows = [{"label": "nums", "values": inp[0], "pointers": {"i": i}} for i in out]
    views = [{"kind": "arrays", "rows": [row]} for row in rows]
    return [{"caption": f"Place {i} of mine.", "view": view} for i, view in zip(out, views)]
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """With a problem `pair` that has a visual of five frames, one a kind of view."""
    folder = tmp_path_factory.mktemp("played")
    pack = write_pack(folder / "pack")
    visual = Visual("Two places meet", ([1, 2, 3], 5), DRAWING, tuple(frames(*VIEWS)))
    (pack / "problems" / PAIR / "visual.json").write_text(write_visual(visual))
    served = Server(folder / "data", pack)
    served.start()
    yield served
    served.stop()


@pytest.fixture
def stage(page: Page, server: Server) -> Locator:
    """The player, opened after a submission."""
    steps.open_problem(page, server, PAIR)
    steps.write(page, REFERENCE)
    expect(steps.submit(page).get_by_role("heading")).to_contain_text("AC", timeout=steps.VERDICT_MS)
    page.locator("#see-it-run > summary").click()
    shown = page.get_by_role("group", name="Two places meet")
    expect(shown).to_be_visible()
    return shown


def caption(stage: Locator) -> Locator:
    return stage.locator("figcaption:visible")


def at(stage: Locator, number: int) -> None:
    """Only this step is to be seen."""
    expect(stage.get_by_text(f"{number} of {len(VIEWS)}", exact=True)).to_be_visible()
    expect(caption(stage)).to_have_count(1)
    expect(caption(stage)).to_contain_text(f"Step number {number}.")


def test_buttons_step_and_play_to_the_end(page: Page, stage: Locator) -> None:
    page.clock.install()
    at(stage, 1)
    stage.get_by_role("button", name="Next").click()
    at(stage, 2)
    stage.get_by_role("button", name="Last").click()
    at(stage, 5)
    stage.get_by_role("button", name="Back").click()
    at(stage, 4)
    stage.get_by_role("button", name="First").click()
    at(stage, 1)
    stage.get_by_role("button", name="Play").click()
    page.clock.run_for(30_000)
    at(stage, 5)
    expect(stage.get_by_role("button", name="Play")).to_be_visible()


def test_the_keyboard_is_enough_and_focus_stays(page: Page, stage: Locator) -> None:
    stage.focus()
    for key, step in (("ArrowRight", 2), ("End", 5), ("ArrowRight", 5), ("ArrowLeft", 4), ("Home", 1)):
        page.keyboard.press(key)
        at(stage, step)
    page.keyboard.press("Space")
    expect(stage.get_by_role("button", name="Pause")).to_be_visible()
    page.keyboard.press("Space")
    expect(stage.get_by_role("button", name="Play")).to_be_visible()
    expect(stage).to_be_focused()
    last = stage.get_by_role("button", name="Last")
    last.focus()
    page.keyboard.press("Space")
    at(stage, 5)
    expect(last).to_be_focused()


def test_captions_are_read_out_and_stand_together_as_a_story(page: Page, stage: Locator) -> None:
    said = stage.locator("[aria-live]")
    expect(said).to_have_text("")
    stage.get_by_role("button", name="Next").click()
    expect(said).to_contain_text("Step number 2.")
    page.get_by_text("The whole story as text").click()
    expect(page.locator(".visual ol.prose > li:visible")).to_have_count(len(VIEWS))


def test_nothing_plays_unasked(page: Page, stage: Locator) -> None:
    page.clock.install()
    page.clock.run_for(60_000)
    at(stage, 1)


def test_nothing_serious_for_those_who_see_badly_and_no_sideways_scrolling(
    page: Page, stage: Locator
) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]  # a TypedDict of Playwright's own
    for step in range(1, len(VIEWS) + 1):
        at(stage, step)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            assert serious_faults(page) == [], (step, scheme)
        stage.press("ArrowRight")


def test_ones_own_code_is_played_beside_it(page: Page, server: Server, stage: Locator) -> None:
    complaints = steps.complaints_of(page)
    page.get_by_role("button", name="Play it with my code").click()
    played = page.locator("#played")
    expect(played).to_contain_text("Your code on this input: passed", timeout=steps.VERDICT_MS)
    expect(played.get_by_role("group", name="with your code")).to_contain_text("Place 1 of mine.")
    assert complaints == []
    assert page.url == f"{server.url}/problems/{PAIR}/"


def test_a_submission_leaves_the_open_player_alone(page: Page, stage: Locator) -> None:
    stage.get_by_role("button", name="Last").click()
    before = steps.attempts(page).count()
    page.get_by_role("button", name="Submit").click()
    expect(steps.attempts(page)).to_have_count(before + 1)
    at(stage, 5)


def test_without_scripts_all_steps_stand_below_one_another(
    page: Page, browser: Browser, server: Server, stage: Locator
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        plain = context.new_page()
        plain.goto(f"{server.url}/problems/{PAIR}/")
        plain.locator("#see-it-run > summary").click()
        plain.get_by_role("link", name="All steps on one page").click()
        expect(plain.locator(".picture:visible")).to_have_count(len(VIEWS))
        plain.go_back()
        plain.locator("#see-it-run > summary").click()
        plain.get_by_label("Your code").fill(REFERENCE)
        plain.get_by_role("button", name="Play it with my code").click()
        expect(plain.get_by_role("main")).to_contain_text("Place 1 of mine.", timeout=steps.VERDICT_MS)
