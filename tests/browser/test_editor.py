"""The editor island: what a person does with it, in a page of its own."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.axe import serious_faults
from tests.browser.bench_page import show

FORM = """<form id="form"><label for="source">Your code</label>
<textarea id="source" name="source" rows="9" data-island="editor" data-language="python"
 data-draft-key="two-sum" data-draft-saved-at="{saved_at}">{source}</textarea>
<button type="button" data-editor-plain hidden>Plain text</button>
<button type="button" data-run>Run</button><button type="button" data-submit>Submit</button></form>"""


def open_editor(page: Page, source: str = "def f():\n    pass\n", saved_at: int = 0) -> list[str]:
    complaints = show(page, FORM.format(source=source, saved_at=saved_at), "editor", "htmx")
    page.evaluate("""() => {
      window.heard = [];
      document.addEventListener("input", (event) => window.heard.push(event.target.name));
      for (const name of ["run", "submit"])
        document.querySelector(`[data-${name}]`).addEventListener("click", () => window.heard.push(name));
    }""")
    return complaints


def value(page: Page) -> str:
    return page.locator("#source").input_value()


def heard(page: Page) -> list[str]:
    return list(page.evaluate("window.heard"))


def write(page: Page, text: str) -> None:
    page.locator(".cm-content").click()
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")  # typing over a selection, Chromium itself tries an inline style
    page.keyboard.type(text)


def test_typing_reaches_the_text_area_and_its_form(page: Page) -> None:
    complaints = open_editor(page)
    expect(page.locator("#source")).to_be_hidden()
    write(page, "def f():\nreturn 1")  # the editor indents the second line
    assert value(page) == "def f():\n    return 1"
    assert "source" in heard(page)
    assert complaints == []


def test_the_editor_is_called_what_the_text_area_is_called(page: Page) -> None:
    open_editor(page)
    box = page.get_by_role("textbox", name="Your code")
    expect(box).to_have_accessible_description("Tab indents; Escape, then Tab, leaves the editor. "
        "Ctrl-Enter submits, Ctrl-' runs (Command on a Mac).")  # fmt: skip
    page.locator("label").click()
    expect(box).to_be_focused()


def test_tab_indents_and_escape_then_tab_leaves(page: Page) -> None:
    open_editor(page, source="x")
    page.locator(".cm-content").click()
    page.keyboard.press("Control+Home")
    page.keyboard.press("Tab")
    assert value(page) == "    x"
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    expect(page.locator("[data-editor-plain]")).to_be_focused()
    assert value(page) == "    x"


def test_keys_submit_and_run_in_editor_and_plain_text(page: Page) -> None:
    open_editor(page)
    page.locator(".cm-content").click()
    page.keyboard.press("Control+Enter")
    page.keyboard.press("Control+'")
    assert heard(page) == ["submit", "run"]
    page.locator("[data-editor-plain]").click()
    page.locator("#source").press("Control+Enter")
    assert heard(page) == ["submit", "run", "submit"]
    assert value(page) == "def f():\n    pass\n"


def test_plain_text_is_remembered(page: Page) -> None:
    open_editor(page)
    page.locator("[data-editor-plain]").click()
    expect(page.locator("#source")).to_be_visible()
    page.locator("#source").fill("plain = 1")
    page.reload()
    expect(page.locator("#source")).to_be_visible()
    expect(page.locator("[data-editor-plain]")).to_have_attribute("aria-pressed", "true")
    page.locator("[data-editor-plain]").click()
    expect(page.locator(".cm-content")).to_contain_text("plain = 1")


def test_what_the_server_never_saved_comes_back_and_the_other_stays_at_hand(page: Page) -> None:
    open_editor(page, source="server = 1", saved_at=1000)
    write(page, "local = 1")
    page.reload()
    expect(page.locator(".cm-content")).to_contain_text("local = 1")
    assert value(page) == "local = 1"
    page.get_by_role("button", name="Use the other one").click()
    assert value(page) == "server = 1"
    page.get_by_role("button", name="Use the other one").click()
    assert value(page) == "local = 1"
    page.get_by_role("button", name="Dismiss").click()
    page.reload()
    expect(
        page.get_by_role("button", name="Use the other one")
    ).to_be_visible()  # the server still has its own


def test_a_newer_draft_of_the_server_wins_and_the_local_copy_stays_at_hand(page: Page) -> None:
    open_editor(page, source="first = 1")
    write(page, "local = 1")
    page.unroute_all()
    open_editor(page, source="server = 2", saved_at=4_000_000_000_000)
    assert value(page) == "server = 2"
    page.get_by_role("button", name="Dismiss").click()
    page.reload()
    expect(page.locator(".cm-content")).to_contain_text("server = 2")
    expect(page.get_by_role("button", name="Use the other one")).to_have_count(0)


def test_a_swapped_text_area_gets_an_editor_of_its_own(page: Page) -> None:
    complaints = open_editor(page)
    page.evaluate("""(form) => {
      document.querySelector("main").innerHTML = form;
      document.body.dispatchEvent(new CustomEvent("htmx:load", { bubbles: true }));
    }""", FORM.format(source="swapped = 1", saved_at=0))  # fmt: skip
    expect(page.locator(".cm-content")).to_have_count(1)
    expect(page.locator(".cm-content")).to_contain_text("swapped = 1")
    assert complaints == []


def test_without_scripts_the_form_is_a_form(page: Page) -> None:
    show(page, FORM.format(source="x", saved_at=0))
    expect(page.get_by_label("Your code")).to_be_visible()


def test_nothing_serious_for_those_who_see_badly(page: Page) -> None:
    open_editor(
        page, source='import numpy as np\n\n\nclass A:\n    """Doc."""\n\n    x = "s" + f(1)  # why\n'
    )
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert serious_faults(page) == []
