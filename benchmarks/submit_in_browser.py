"""From pressing Submit to the verdict on the page, in a real Chromium on a real server.

    python benchmarks/submit_in_browser.py [--json] [--n 50]

The two codes change at every submit, one right and one wrong, and the page must show each one's own
verdict. The clock is the browser's own: it starts at the click and stops at the first frame that shows
the new verdict. The figures are reported, there is no bar; exit status 1: a verdict was wrong.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

from figures import Row, machine, tell
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.browser import steps  # noqa: E402
from tests.browser.chromium import FLAGS, NODE, find  # noqa: E402
from tests.browser.server import Server  # noqa: E402

WARM_UP = 3
GAP_MS = 300
"""Between submits, as people pause, though far longer."""

# The verdict is on the page once a panel that was not there before says AC or WA and a frame was drawn.
PRESS_AND_WAIT = """
() => new Promise((resolve) => {
  const result = document.querySelector("#result");
  const before = result.querySelector(".panel");
  const button = document.querySelector("[data-submit]");
  const look = new MutationObserver(() => {
    const panel = result.querySelector(".panel:has(.mark)");
    if (!panel || panel === before) return;
    look.disconnect();
    requestAnimationFrame(() => setTimeout(() => resolve({
      ms: performance.now() - started,
      text: panel.querySelector("h1, h2, h3, h4").textContent,
    })));
  });
  look.observe(result, { childList: true, subtree: true });
  const started = performance.now();
  button.click();
})
"""


def press(page: Page, code: str, wanted: str) -> float:
    """Milliseconds; the code is in the editor before the clock starts."""
    steps.write(page, code)
    page.wait_for_timeout(GAP_MS)
    told = page.evaluate(PRESS_AND_WAIT)
    if wanted not in told["text"]:
        raise SystemExit(f"the page says {told['text']!r}, want {wanted}")
    return float(told["ms"])


def take(n: int, folder: Path) -> Row:
    row = Row("submit to verdict visible")
    chromium = find()
    server = Server(folder / "data")
    server.start()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=chromium.path, args=FLAGS, env=chromium.environment
            )
            page = browser.new_context(locale="en-US", timezone_id="UTC").new_page()
            steps.open_problem(page, server)
            for number in range(n + WARM_UP):
                code, wanted = ((steps.RIGHT, "AC"), (steps.WRONG, "WA"))[number % 2]
                ms = press(page, code, wanted)
                if number >= WARM_UP:
                    row.samples.append(ms)
            browser.close()
    finally:
        server.stop()
    return row


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--n", type=int, default=50, help="submits")
    chosen = parser.parse_args()
    os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(NODE))
    with tempfile.TemporaryDirectory(prefix="submit-in-browser-") as folder:
        row = take(chosen.n, Path(folder))
    p50, p95 = (f"{row.percentile(percent):.0f} ms" for percent in (50, 95))
    return tell([row], [], machine(p50=p50, p95=p95), as_json=chosen.json)


if __name__ == "__main__":
    sys.exit(main())
