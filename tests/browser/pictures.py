"""Pictures of the pages, for the README and for looking at; scripts/screenshot takes them."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser import steps
from tests.browser.chromium import FLAGS, find
from tests.browser.server import Server
from tests.browser.test_questions import BAD, GOOD, answer, open_question

SIZES = {"desktop": (1280, 800), "phone": (390, 844)}
PLAIN = {"home": "/", "list": "/problems/", "questions": "/questions/", "calibration": "/calibration/"}
README = ("desktop", "light")
TALL = 1120  # the page brings a verdict into sight; here the code above it stays in sight as well


def main(folder: Path, every: bool) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as data, served(Path(data) / "data") as server, chromium() as browser:
        for size, (width, height) in SIZES.items():
            for scheme in ("light", "dark"):
                if not every and (size, scheme) != README:
                    continue
                with browser.new_context(
                    viewport={"width": width, "height": height if every else TALL},
                    color_scheme=scheme,
                    locale="en-US",
                ) as context:
                    take_all(context.new_page(), server, folder, f"{size}-{scheme}" if every else "")


@contextmanager
def served(data: Path) -> Iterator[Server]:
    server = Server(data)
    server.start()
    try:
        yield server
    finally:
        server.stop()


@contextmanager
def chromium() -> Iterator[Browser]:
    found = find()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found.path, args=FLAGS, env=found.environment)
        try:
            yield browser
        finally:
            browser.close()


def take_all(page: Page, server: Server, folder: Path, name: str) -> None:
    """Without a name: only the picture of the README."""
    if name:
        for page_name, path in PLAIN.items():
            page.goto(f"{server.url}{path}")
            page.screenshot(path=folder / f"{name}-{page_name}.png", full_page=True)
        open_question(page, server)
        page.screenshot(path=folder / f"{name}-question.png", full_page=True)
        expect(answer(page, server, f"{GOOD} {BAD}")).to_be_visible()
        page.screenshot(path=folder / f"{name}-graded.png", full_page=True)
        steps.open_problem(page, server, "attention-backward")
        page.screenshot(path=folder / f"{name}-mathematics.png", full_page=True)
    steps.open_problem(page, server)
    steps.write(page, steps.WRONG)
    expect(steps.submit(page).get_by_role("heading")).to_contain_text("WA")
    page.screenshot(path=folder / (f"{name}-verdict.png" if name else "screenshot.png"), full_page=bool(name))
    if name:
        steps.write(page, steps.RIGHT)
        expect(steps.submit(page).get_by_role("heading")).to_contain_text("AC")
        page.screenshot(path=folder / f"{name}-accepted.png", full_page=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), every="--all" in sys.argv)
