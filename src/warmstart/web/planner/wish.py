"""`I have N minutes`: how long a list somebody asks for."""

from dataclasses import dataclass

LEAST, MOST = 1, 600


@dataclass(frozen=True, slots=True)
class Wish:
    """`text`: as typed. `minutes` None: no list of a length was asked for, or `fault`."""

    text: str = ""
    minutes: int | None = None
    fault: str = ""


def wished(text: str) -> Wish:
    text = text.strip()
    if not text:
        return Wish()
    whole = text.isascii() and text.isdigit() and len(text) < 10
    if not whole or not LEAST <= int(text) <= MOST:
        given = "0 minutes" if whole and not int(text) else f"“{text[:20]}”"
        return Wish(
            text[:20],
            fault=f"{given} cannot be planned: write a whole number of minutes from {LEAST} to {MOST}. "
            "The list below is for the whole day.",
        )
    return Wish(str(int(text)), int(text))
