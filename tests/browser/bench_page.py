"""A page with the built islands and nothing else, under the policy that the real pages have."""

from __future__ import annotations

import json
import mimetypes
from pathlib import Path

from playwright.sync_api import Page, Route

DIST = Path(__file__).resolve().parents[2] / "src/warmstart/web/static/dist"
ADDRESS = "http://islands.test/"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-island'; connect-src 'self'; "
    "img-src 'self' data:; font-src 'self'; form-action 'self'; base-uri 'none'"
)
FRAME = """<!doctype html><html lang="en"><head><title>Islands</title><meta charset="utf-8">
<meta name="csp-nonce" content="island"><meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">{links}</head><body><main><h1>Islands</h1>{body}</main></body></html>"""


def show(page: Page, body: str, *islands: str) -> list[str]:
    """Open the page; the list fills with whatever the browser complains about."""
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    html = FRAME.format(links=_links(islands), body=body)
    page.route(f"{ADDRESS}**", lambda route: _answer(route, html))
    page.goto(ADDRESS)
    return complaints


def _links(islands: tuple[str, ...]) -> str:
    manifest = json.loads((DIST / "manifest.json").read_text())
    built = [manifest[name] for name in islands]
    sheets = [f'<link rel="stylesheet" href="/dist/{entry["css"]}">' for entry in built if entry["css"]]
    return "".join(
        [*sheets, *(f'<script type="module" src="/dist/{entry["js"]}"></script>' for entry in built)]
    )


def _answer(route: Route, html: str) -> None:
    _, _, asset = route.request.url.partition("/dist/")
    if not asset:
        headers = {"Content-Security-Policy": POLICY, "Content-Type": "text/html"}
        route.fulfill(body=html, headers=headers)
        return
    kind = mimetypes.guess_type(asset)[0] or "application/octet-stream"
    route.fulfill(path=DIST / asset, content_type=kind)
