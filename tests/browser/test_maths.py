"""The mathematics island: TeX in the page becomes formulas, or stays readable TeX."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.bench_page import show


def test_formulas_are_typeset_once_with_their_own_sheet(page: Page) -> None:
    complaints = show(
        page,
        r'<p>Sum <span class="math inline">\(x^2\)</span></p><div class="math block">\[\frac{a}{b}\]</div>',
        "maths",
        "htmx",
    )
    expect(page.locator(".katex")).to_have_count(2)
    expect(page.locator(".katex-display")).to_have_count(1)
    page.evaluate("document.body.dispatchEvent(new CustomEvent('htmx:load', { bubbles: true }))")
    expect(page.locator(".katex")).to_have_count(2)
    assert page.locator("math").first.text_content() == "x2x^2"
    assert complaints == []


def test_a_formula_that_comes_with_a_swap_is_typeset(page: Page) -> None:
    show(page, '<div id="place"></div>', "maths")
    page.evaluate("""() => {
      document.querySelector("#place").innerHTML = '<span class="math inline">y_1</span>';
      document.body.dispatchEvent(new CustomEvent("htmx:load", { bubbles: true }));
    }""")
    expect(page.locator("#place .katex")).to_have_count(1)


def test_faulty_tex_stays_readable(page: Page) -> None:
    complaints = show(
        page, r'<span class="math inline">\(\frac{a\)</span><span class="math inline">b</span>', "maths"
    )
    expect(page.locator(".katex")).to_have_count(1)
    expect(page.locator(".math-faulty")).to_have_text(r"\(\frac{a\)")
    assert complaints == []


def test_only_a_formula_that_scrolls_is_a_stop_for_the_keyboard(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    long = "+".join(f"a_{{{n}}}" for n in range(40))
    blocks = "".join(f'<div class="math block">\\[{tex}\\]</div>' for tex in (long, "a"))
    show(page, blocks, "maths")
    expect(page.locator(".math.block").first).to_have_attribute("tabindex", "0")
    expect(page.locator(".math.block").last).not_to_have_attribute("tabindex", "0")
