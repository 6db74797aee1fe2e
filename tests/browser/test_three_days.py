"""Three days of somebody's preparation, the clock in the test's hand: set up, practise, come back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import rmtree

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import steps
from tests.browser.axe import serious_faults
from tests.browser.server import Server

MONDAY = datetime(2027, 1, 11, 9, tzinfo=UTC)
ATTENTION, LAPSED = "attention-scale", "auc-under-imbalance"
GOOD = """The dot product q.k is a sum of d terms, each of variance one, so its variance is d and its standard
deviation is the square root of d. Large scores saturate the softmax: it becomes almost one-hot, and one key
takes all the weight. There the Jacobian diag(p) - p p^T goes to zero, so the gradients to q and k vanish.
Dividing by the square root of d brings the variance of the scores back to one, whatever d is. Dividing by d
itself would over-correct: the scores would shrink towards zero and attention would be almost uniform."""


@pytest.fixture
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    served = Server(tmp_path_factory.mktemp("three-days") / "data")
    served.set_clock(MONDAY)
    served.start()
    yield served
    served.stop()


def listed(page: Page, server: Server) -> list[str]:
    """Today's list, whole: kind and title of each item, in its order."""
    page.goto(server.url)
    items = page.locator(".agenda > li")
    return [
        f"{item.locator('.kind').inner_text()} {item.locator('.what > a').inner_text()}"
        for item in items.all()
    ]


def reasons(page: Page, title: str) -> str:
    item = page.locator(".agenda > li", has=page.get_by_role("link", name=title, exact=True))
    return item.locator("details").first.text_content() or ""


def set_up(page: Page, server: Server, day: datetime) -> None:
    page.goto(f"{server.url}/start/")
    page.get_by_label("Interview date").fill(f"{day:%Y-%m-%d}")
    page.get_by_label("Minutes a day").fill("45")
    page.keyboard.press("Enter")
    for _ in range(2):
        expect(page.get_by_role("heading", level=1)).to_contain_text("Question")
        if page.locator("[data-press='2']").count():
            page.keyboard.press("2")
        else:
            page.get_by_role("button", name="I do not know").click()
    page.get_by_role("button", name="Leave the rest out").click()
    expect(page.get_by_role("heading", name="Today", exact=True)).to_be_visible()


def answer(page: Page, server: Server, slug: str, text: str) -> None:
    """In writing, and graded; an empty text gives up."""
    page.goto(f"{server.url}/questions/{slug}/")
    if text:
        page.get_by_label("Your answer, in your own words").fill(text)
        page.locator("#confidence-80").check()
        page.get_by_role("button", name="Grade my answer").click()
    else:
        page.get_by_role("button", name="I cannot answer this: show me").click()
    expect(page.locator(".effect")).to_be_visible()


def solve(page: Page, server: Server) -> None:
    steps.open_problem(page, server)
    steps.write(page, steps.WRONG)
    steps.submit(page)
    steps.write(page, steps.RIGHT)
    panel = steps.submit(page)
    expect(panel.get_by_role("heading")).to_contain_text("AC", timeout=steps.VERDICT_MS)
    expect(page.locator(".effect")).to_contain_text("overall")


def effect(page: Page) -> Locator:
    return page.locator(".effect")


def test_three_days(page: Page, server: Server, tmp_path: Path) -> None:
    complaints = steps.complaints_of(page)
    set_up(page, server, MONDAY + timedelta(days=20))
    first = listed(page, server)
    assert len(first) >= 3
    assert serious_faults(page) == []

    # a success, a lapse, a problem at the second submission, and the proposed ratings
    answer(page, server, ATTENTION, GOOD)
    expect(effect(page)).to_contain_text("counts as easy")
    answer(page, server, LAPSED, "")
    expect(effect(page)).to_contain_text("counts as again")
    expect(effect(page)).to_contain_text("\N{MINUS SIGN}")
    solve(page, server)

    # the session shows what the last go counts as, and another rating may be chosen
    page.goto(f"{server.url}/review/")
    assert serious_faults(page) == []
    evening = listed(page, server)
    assert evening != first

    # Tuesday: what lapsed comes back, for a stated reason; what went well does not
    server.set_clock(MONDAY + timedelta(days=1))
    second = listed(page, server)
    assert second not in (first, evening)
    back = [line for line in second if line.startswith("review")]
    assert back
    title = back[0].removeprefix("review").strip()
    assert re.search(r"You would recall it today with a chance of \d+", reasons(page, title))
    page.goto(f"{server.url}/review/")
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name=re.compile("good"))).to_be_visible()
    page.keyboard.press("3")
    expect(page.locator(".said")).to_contain_text("Rated good")

    # a day off, and a nearer date: the plan follows
    page.goto(f"{server.url}/plan/")
    page.get_by_label("Interview date").fill(f"{MONDAY + timedelta(days=6):%Y-%m-%d}")
    page.get_by_role("button", name="Save the interview").click()
    nearer = listed(page, server)
    assert nearer != second
    expect(page.get_by_text("in 5 days")).to_be_visible()

    # Wednesday
    server.set_clock(MONDAY + timedelta(days=2))
    third = listed(page, server)
    assert third != second
    assert not any(title in line for line in third)  # recalled yesterday
    page.goto(f"{server.url}/progress/history/")
    expect(page.locator("main")).to_contain_text("11 Jan")
    expect(page.locator("main")).to_contain_text("12 Jan")
    page.goto(f"{server.url}/progress/reliability/")
    expect(page.locator("main")).to_contain_text("outcome")

    # export, wipe, import: everything is there again
    log = tmp_path / "log.jsonl"
    page.goto(f"{server.url}/exchange/")
    with page.expect_download() as download:
        page.get_by_role("link", name="The whole log").click()
    download.value.save_as(log)
    server.stop()
    rmtree(server.data)
    server.start()
    page.goto(server.url)
    expect(page.get_by_role("heading", name="Set up in two minutes")).to_be_visible()
    page.goto(f"{server.url}/exchange/")
    page.get_by_label("A log, a deck of Anki's, reviews or cards").set_input_files(log)
    page.get_by_role("button", name="Take it in").click()
    expect(page.get_by_role("status")).to_contain_text("added")
    assert listed(page, server) == third
    page.goto(f"{server.url}/progress/history/")
    expect(page.locator("main")).to_contain_text("11 Jan")
    assert complaints == []
