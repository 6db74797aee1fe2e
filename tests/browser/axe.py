"""What axe-core finds wrong with a page for people who cannot see it well or use no mouse."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

SCRIPT = Path(__file__).resolve().parents[2] / "islands/node_modules/axe-core/axe.min.js"
SERIOUS = {"serious", "critical"}


def serious_faults(page: Page) -> list[str]:
    """One line for each fault that axe calls serious or critical: rule, and where."""
    page.evaluate(SCRIPT.read_text(encoding="utf-8"))  # by DevTools: the page's own policy forbids strangers
    found: dict[str, Any] = page.evaluate("axe.run({ resultTypes: ['violations'] })")
    return [
        f"{fault['id']}: {fault['help']} ({', '.join(str(node['target']) for node in fault['nodes'])})"
        for fault in found["violations"]
        if fault["impact"] in SERIOUS
    ]
