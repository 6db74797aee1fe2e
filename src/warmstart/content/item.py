"""Anything in a pack that one can attempt. A new kind is one more member of the union.

Every `match` over an Item ends in `assert_never`, so mypy then lists each place that must decide.
"""

from typing import TypeAlias, assert_never

from warmstart.content.problem import Problem

Item: TypeAlias = Problem

FOLDERS = {"problems": Problem}
"""Folder of a pack to the kind of item in it."""


def reference(item: Item) -> str:
    """How decks and links name an item inside its pack: `problems/lru-cache`."""
    match item:
        case Problem(slug=slug):
            return f"problems/{slug}"
        case _:
            assert_never(item)
