"""Values of a foreign file, read one by one: each is what was wanted, or `Refused` says what came instead."""

from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Callable, Collection
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from warmstart import WarmstartError

MOST = 2**31 - 1
"""The largest number that a column of the log holds."""
SMALL = 2**15 - 1
FIRST = datetime(1970, 1, 1, tzinfo=UTC)
LAST = datetime(3000, 1, 1, tzinfo=UTC)
SHOWN = 60
Reader = Callable[[object], Any]


class Refused(WarmstartError):
    """One row cannot be taken: what was wanted, and what came."""

    def __init__(self, wanted: str, came: object) -> None:
        super().__init__(f"want {wanted}, got {shown(came)}")

    @classmethod
    def of(cls, name: str, error: "Refused") -> "Refused":
        """The same of a value that has a name."""
        named = cls("", "")
        named.args = (f"{name}: {error}",)
        return named


def shown(came: object) -> str:
    """What came, short enough for a line."""
    text = came if isinstance(came, str) else repr(came)
    if not text:
        return "nothing"
    cut = text if len(text) <= SHOWN else f"{text[:SHOWN]}..."
    return repr(cut) if isinstance(came, str) else cut


def uuid(came: object) -> UUID:
    """In the one spelling that is written."""
    try:
        found = UUID(came) if isinstance(came, str) else None
    except ValueError:
        found = None
    if found is None or str(found) != came:
        raise Refused("a UUID such as 3f0c...-...", came)
    return found


def moment(came: object) -> datetime:
    """ISO 8601 with its offset, as UTC."""
    try:
        at = datetime.fromisoformat(came) if isinstance(came, str) else None
        utc = at.astimezone(UTC) if at is not None and at.tzinfo is not None else None
    except (ValueError, OverflowError):
        utc = None
    if utc is None or not FIRST <= utc < LAST:
        raise Refused("a time with its offset such as 2026-11-23T08:15:00+00:00, 1970 to 2999", came)
    return utc


def text(came: object) -> str:
    if not isinstance(came, str):
        raise Refused("text", came)
    return came


def short(most: int) -> Reader:
    def read(came: object) -> str:
        if not isinstance(came, str) or len(came) > most:
            raise Refused(f"text of at most {most} letters", came)
        return came

    return read


def whole(low: int = 0, high: int = MOST) -> Reader:
    def read(came: object) -> int:
        if type(came) is not int or not low <= came <= high:
            raise Refused(f"a whole number from {low} to {high}", came)
        return came

    return read


def number(low: float, high: float) -> Reader:
    def read(came: object) -> float:
        if type(came) not in (int, float) or not low <= came <= high:  # type: ignore[operator]
            raise Refused(f"a number from {low:g} to {high:g}", came)
        return float(came)  # type: ignore[arg-type]

    return read


def truth(came: object) -> bool:
    if not isinstance(came, bool):
        raise Refused("true or false", came)
    return came


def one_of(names: Collection[str]) -> Reader:
    def read(came: object) -> str:
        if not isinstance(came, str) or came not in names:
            raise Refused(f"one of {', '.join(names)}", came)
        return came

    return read


def maybe(read: Reader) -> Reader:
    def optional(came: object) -> Any:
        return None if came is None else read(came)

    return optional


def table(came: object) -> dict[str, Any]:
    if not isinstance(came, dict):
        raise Refused("an object", came)
    return came


def source(came: object) -> bytes:
    """Text as it is, other bytes as {"base64": ...}."""
    if isinstance(came, str):
        return came.encode()
    if isinstance(came, dict) and list(came) == ["base64"] and isinstance(came["base64"], str):
        try:
            return b64decode(came["base64"], validate=True)
        except (NotBase64, ValueError):
            pass
    raise Refused('text, or {"base64": "..."}', came)
