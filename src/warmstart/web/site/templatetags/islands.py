"""`{% island "editor" %}` links a built island; `{% islands_notice %}` says when nothing was built."""

import json
from functools import lru_cache
from pathlib import Path

from django import template
from django.conf import settings
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()

NOTICE = (
    "The page's scripts are not built, so the editor is a plain text area and formulas stay as TeX: "
    "start Warmstart with “python3 dev.py run”, which builds them."
)


@lru_cache(maxsize=4)
def _read(path: Path, changed: int) -> dict[str, dict[str, str | None]]:
    return dict(json.loads(path.read_text(encoding="utf-8")))


def manifest() -> dict[str, dict[str, str | None]] | None:
    """What was built; None: nothing. A new build is seen without a restart."""
    path = Path(settings.STATICFILES_DIRS[0]) / "dist" / "manifest.json"
    try:
        return _read(path, path.stat().st_mtime_ns)
    except (OSError, ValueError):
        return None


@register.simple_tag
def island(name: str) -> SafeString:
    """Links for the head of a page; nothing where the island is not built."""
    built = (manifest() or {}).get(name)
    if built is None:
        return SafeString("")
    css, js = built.get("css"), built.get("js")
    links = format_html_join(
        "\n", '<link rel="stylesheet" href="{}">', [(static(f"dist/{css}"),)] if css else []
    )
    return links + format_html('<script type="module" src="{}"></script>', static(f"dist/{js}"))


@register.simple_tag
def islands_notice() -> SafeString:
    """One sentence for the top of a page when the islands are missing."""
    if manifest() is not None:
        return SafeString("")
    return format_html('<p class="notice" role="status">{}</p>', NOTICE)
