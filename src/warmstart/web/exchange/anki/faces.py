"""What the cards of a note show: forwards, backwards, or with one gap; other templates count as forwards."""

import re

_GAP = re.compile(r"\{\{c(\d{1,4})::(.*?)(?:::(.*?))?\}\}", re.DOTALL)


def faces(front: str, back: str, place: int) -> tuple[str, str]:
    """(front, back) of the card of that place among its note's, as HTML."""
    if _GAP.search(front):
        return _asked(front, place + 1), f"{_GAP.sub(_said, front)}<br>{back}" if back else _GAP.sub(
            _said, front
        )
    return (back, front) if place == 1 and back.strip() else (front, back)


def _asked(text: str, gap: int) -> str:
    def hidden(found: re.Match[str]) -> str:
        return f"[{found[3] or '...'}]" if int(found[1]) == gap else found[2]

    return _GAP.sub(hidden, text)


def _said(found: re.Match[str]) -> str:
    return found[2]
