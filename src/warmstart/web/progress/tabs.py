"""The pages of this slice, one beside the other."""

from typing import Any

TABS = (
    ("progress:map", "Skill map"),
    ("progress:history", "History"),
    ("progress:readiness", "Readiness"),
    ("progress:debrief", "Debrief"),
    ("progress:reliability", "Reliability"),
)


def with_tabs(tab: str, context: dict[str, Any]) -> dict[str, Any]:
    """`tab`: where one is."""
    return {"tabs": TABS, "tab": tab, **context}
