"""A person answers questions: well, badly, by a list of words; by keyboard, on a phone, without scripts."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser import steps
from tests.browser.axe import serious_faults
from tests.browser.server import Server
from tests.browser.test_solving import PHONE, press_until

SLUG, ORDER, CHOICES = "attention-scale", "pre-norm-block", "search-that-hangs"
GOOD = """The dot product q.k is a sum of d terms, each of variance one, so its variance is d and its standard
deviation is the square root of d. Large scores saturate the softmax: it becomes almost one-hot, and one key
takes all the weight. There the Jacobian diag(p) - p p^T goes to zero, so the gradients to q and k vanish.
Dividing by the square root of d brings the variance of the scores back to one, whatever d is. Dividing by d
itself would over-correct: the scores would shrink towards zero and attention would be almost uniform."""
BAD = "Otherwise the values get too large. The scaling prevents overflow in the exponential of the softmax."
KEYWORDS = "variance, sqrt(d), softmax, saturation, one-hot, gradient, Jacobian, scaling, uniform, attention"


def open_question(page: Page, server: Server, key: str = SLUG) -> Locator:
    page.goto(f"{server.url}/questions/{key}/")
    area = page.get_by_label("Your answer, in your own words")
    expect(area).to_be_visible()
    return area


def answer(page: Page, server: Server, text: str, sure: int = 80) -> Locator:
    """The section with the grade."""
    open_question(page, server).fill(text)
    page.locator(f"#confidence-{sure}").check()
    page.get_by_role("button", name="Grade my answer").click()
    return page.get_by_role("region", name="Grade", exact=True).first


def band(grade: Locator) -> tuple[float, float]:
    """Ends of `6 to 8 of 10`, as shares."""
    numbers = [int(each) for each in re.findall(r"\d+", grade.locator(".band strong").inner_text())]
    return numbers[0] / numbers[-1], numbers[-2] / numbers[-1]


def test_three_answers_get_three_fitting_results(page: Page, server: Server) -> None:
    complaints = steps.complaints_of(page)
    grade = answer(page, server, GOOD)
    assert band(grade)[0] >= 0.7
    expect(grade.locator(".point.covered")).not_to_have_count(0)
    expect(grade.locator(".level").last).to_contain_text("reads as")
    grade = answer(page, server, BAD, 100)
    assert band(grade)[1] < 0.7
    expect(grade.locator(".band .state")).not_to_have_text("good")
    expect(grade.get_by_text("Subtracting the row maximum")).to_be_visible()
    grade = answer(page, server, KEYWORDS)
    assert band(grade)[1] < 0.7
    expect(grade).to_contain_text("list of terms")
    expect(grade.locator(".point.covered")).to_have_count(0)
    expect(page.locator("#history li")).to_have_count(3)
    assert complaints == []


def test_words_and_points_light_up_together_and_link(page: Page, server: Server) -> None:
    grade = answer(page, server, GOOD)
    point = grade.locator(".point.covered").first
    span = grade.locator("mark.span").first
    point.hover()
    expect(grade.locator("mark.lit")).not_to_have_count(0)
    span.hover()
    expect(grade.locator(".point.lit")).not_to_have_count(0)
    number = grade.locator("a.ref").first
    number.press("Enter")
    expect(grade.locator(".point:target")).to_have_count(1)


def test_a_dispute_counts_and_can_be_undone(page: Page, server: Server) -> None:
    grade = answer(page, server, BAD)
    before = band(grade)
    first = grade.locator(".point").first
    first.get_by_role("button", name="I did say this").press("Enter")
    expect(first).to_contain_text("You say: I did say this")
    expect(first).to_be_focused()
    assert band(grade) > before
    expect(page.locator("#history")).to_contain_text(grade.locator(".band .state").inner_text())
    first.get_by_role("button", name="Undo").press("Enter")
    expect(first.get_by_role("button", name="I did say this")).to_be_visible()
    assert band(grade) == before


def test_follow_ups_come_one_by_one_and_notes_stay(page: Page, server: Server) -> None:
    answer(page, server, GOOD)
    links = page.locator(".links > li")
    expect(links).to_have_count(1)
    page.locator("#follow-up-answer").fill("They keep the logits bounded during the whole training.")
    page.get_by_role("button", name="Grade it").click()
    expect(links).to_have_count(2)
    expect(links.first).to_be_focused()
    expect(links.first).to_contain_text("In one sentence")
    page.get_by_role("button", name="Go on without").click()
    expect(links).to_have_count(3)
    page.get_by_label("For yourself").fill("variances of independent terms add")
    expect(page.locator("#saved-notes")).to_contain_text("Saved")
    page.reload()
    expect(page.get_by_label("For yourself")).to_have_value("variances of independent terms add")
    expect(links).to_have_count(3)


def test_a_draft_and_the_clock_survive_a_reload_and_go_with_the_answer(page: Page, server: Server) -> None:
    area = open_question(page, server)
    area.fill("half of an answer")
    expect(page.locator("#saved")).to_contain_text("Saved")
    expect(page.locator("[data-timer]")).not_to_contain_text("0:00")
    page.reload()
    expect(area).to_have_value("half of an answer")
    expect(page.locator("[data-timer]")).not_to_contain_text("0:00")
    page.get_by_role("button", name="Hide clock").click()
    expect(page.locator("[data-timer]")).to_be_hidden()
    page.get_by_role("button", name="Show clock").click()
    answer(page, server, GOOD)
    expect(open_question(page, server)).to_have_value("")
    expect(page.locator(".editor-notice")).to_have_count(0)


def test_two_tabs_do_not_overwrite_each_other(page: Page, server: Server) -> None:
    area = open_question(page, server)
    other = page.context.new_page()
    elsewhere = open_question(other, server)
    area.fill("mine")
    expect(page.locator("#saved")).to_contain_text("Saved")
    elsewhere.fill("other")
    expect(other.locator("#saved")).to_contain_text("changed on another page")
    other.get_by_role("button", name="Go on with the other").click()
    expect(elsewhere).to_have_value("mine")
    other.get_by_role("button", name="Use the other one").click()
    expect(elsewhere).to_have_value("other")
    elsewhere.fill("")
    expect(other.locator("#saved")).to_contain_text("Saved")


def test_what_was_typed_outlives_the_server(page: Page, server: Server) -> None:
    area = open_question(page, server)
    server.kill()
    area.fill("typed while nobody listened")
    expect(page.locator("[data-offline]")).to_be_visible()
    server.start()
    page.reload()
    expect(area).to_have_value("typed while nobody listened")
    area.fill("")
    expect(page.locator("#saved")).to_contain_text("Saved")


def test_the_keyboard_alone_is_enough(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/questions/")
    press_until(page, "Tab", f'a[href="/questions/{SLUG}/"]', most=400)
    page.keyboard.press("Enter")
    expect(page.locator("#answer")).to_be_visible()
    press_until(page, "Tab", "#answer")
    page.keyboard.type(BAD)
    press_until(page, "Tab", "#confidence-50")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#confidence-60")).to_be_checked()
    press_until(page, "Tab", "button.primary")
    page.keyboard.press("Enter")
    expect(page.locator(".band")).to_be_visible()
    press_until(page, "Tab", '.point button[value="said"]')
    page.keyboard.press("Enter")
    expect(page.locator(".verdict.you")).to_have_count(1)


DICTATED = """
window.SpeechRecognition = class extends EventTarget {
  start() {
    const heard = Object.assign([{ transcript: " the variance is d " }], { isFinal: true });
    const event = Object.assign(new Event("result"), { resultIndex: 0, results: [heard] });
    window.setTimeout(() => this.dispatchEvent(event), 0);
  }
  stop() { this.dispatchEvent(new Event("end")); }
};
"""
DEAF = "delete window.SpeechRecognition; delete window.webkitSpeechRecognition;"


def test_dictation_is_offered_where_the_browser_can_and_adds_to_the_text(page: Page, server: Server) -> None:
    page.add_init_script(DICTATED)  # the real one needs its maker's service
    area = open_question(page, server)
    area.fill("So")
    expect(page.locator("[data-dictation]")).to_contain_text("may send what you say to its maker")
    page.get_by_role("button", name="Dictate").click()
    expect(area).to_have_value("So the variance is d")
    page.get_by_role("button", name="Stop dictating").click()
    expect(page.get_by_role("button", name="Dictate", exact=True)).to_be_visible()
    area.fill("")
    expect(page.locator("#saved")).to_contain_text("Saved")


def test_without_a_browser_that_hears_there_is_no_such_button(page: Page, server: Server) -> None:
    page.add_init_script(DEAF)
    open_question(page, server)
    expect(page.locator("[data-timer]")).to_be_visible()
    expect(page.locator("[data-dictation]")).to_be_hidden()


def test_steps_are_moved_by_keyboard_and_options_are_chosen(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/questions/{ORDER}/")
    steps_shown = page.locator(".steps-to-order > li")
    first = steps_shown.first.inner_text()
    steps_shown.first.get_by_role("button", name="Down").press("Enter")
    expect(steps_shown.nth(1)).to_contain_text(first.strip())
    expect(steps_shown.nth(1).get_by_role("button", name="Down")).to_be_focused()
    expect(steps_shown.nth(1).locator("input")).to_have_value("2")
    expect(page.locator("#saved")).to_contain_text("Saved")
    page.reload()
    expect(steps_shown.nth(1)).to_contain_text(first.strip())
    assert serious_faults(page) == []
    page.locator("#confidence-50").check()
    page.get_by_role("button", name="Grade my answer").click()
    expect(page.locator(".band")).to_contain_text("of 10")
    page.goto(f"{server.url}/questions/{CHOICES}/")
    page.locator(".choice").first.click()
    page.locator("#confidence-50").check()
    page.get_by_role("button", name="Grade my answer").click()
    expect(page.locator(".point")).not_to_have_count(0)
    assert serious_faults(page) == []


def test_unlabelled_nothing_names_the_question(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/questions/?skill=dl.attention")
    page.get_by_role("link", name="Mixed, unlabelled").click()
    expect(page.get_by_role("heading", name="A question")).to_be_visible()
    expect(page.locator(".facts")).not_to_contain_text("ttention")
    page.get_by_role("button", name="I cannot answer this").click()
    expect(page.locator(".facts")).to_contain_text("Attention")
    page.get_by_role("link", name="Next question").click()
    expect(page.get_by_role("heading", name="A question")).to_be_visible()


def test_nothing_serious_for_those_who_see_badly(page: Page, server: Server) -> None:
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for path in ("/", "/questions/", f"/questions/{SLUG}/", "/calibration/"):
            page.goto(f"{server.url}{path}")
            assert serious_faults(page) == [], (scheme, path)
        answer(page, server, f"{BAD} {GOOD}")
        assert serious_faults(page) == [], scheme


def test_a_phone_never_scrolls_sideways(page: Page, server: Server) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]  # a TypedDict of Playwright's own
    for path in ("/", "/questions/", f"/questions/{SLUG}/", "/calibration/"):
        page.goto(f"{server.url}{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], path
    answer(page, server, f"{GOOD} {'x' * 300} $\\mathrm{{softmax}}$")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.parametrize("sure", [50, 100])
def test_without_scripts_one_still_answers(browser: Browser, server: Server, sure: int) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{server.url}/questions/{SLUG}/")
        page.get_by_label("Your answer, in your own words").fill(GOOD)
        page.locator(f"#confidence-{sure}").check()
        page.get_by_role("button", name="Grade my answer").click()
        expect(page.locator(".band")).to_be_visible()
        page.get_by_role("button", name="I did not say this").first.click()
        expect(page.locator(".verdict.you")).to_have_count(1)
        page.get_by_role("textbox", name="Your answer", exact=True).fill("Bounded logits.")
        page.get_by_role("button", name="Grade it").click()
        expect(page.locator(".links > li")).to_have_count(2)
