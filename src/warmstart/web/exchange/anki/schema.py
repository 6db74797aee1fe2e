"""The tables of a package as every Anki since 2.1 reads them, and what stands in the row `col`."""

import json

from warmstart.web.exchange.anki.values import Calendar

VERSION = 11
DECK, DECK_NAME = 1_784_000_000_000, "Warmstart"
MODEL, MODEL_NAME = 1_784_000_000_001, "Warmstart"
TABLES = """
CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL,
    ver integer NOT NULL, dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL, conf text NOT NULL,
    models text NOT NULL, decks text NOT NULL, dconf text NOT NULL, tags text NOT NULL);
CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL,
    usn integer NOT NULL, tags text NOT NULL, flds text NOT NULL, sfld integer NOT NULL,
    csum integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL,
    mod integer NOT NULL, usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL,
    due integer NOT NULL, ivl integer NOT NULL, factor integer NOT NULL, reps integer NOT NULL,
    lapses integer NOT NULL, left integer NOT NULL, odue integer NOT NULL, odid integer NOT NULL,
    flags integer NOT NULL, data text NOT NULL);
CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL,
    ease integer NOT NULL, ivl integer NOT NULL, lastIvl integer NOT NULL, factor integer NOT NULL,
    time integer NOT NULL, type integer NOT NULL);
CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);
CREATE INDEX ix_notes_usn ON notes (usn);
CREATE INDEX ix_cards_usn ON cards (usn);
CREATE INDEX ix_revlog_usn ON revlog (usn);
CREATE INDEX ix_cards_nid ON cards (nid);
CREATE INDEX ix_cards_sched ON cards (did, queue, due);
CREATE INDEX ix_revlog_cid ON revlog (cid);
CREATE INDEX ix_notes_csum ON notes (csum);
"""
CSS = (
    ".card { font-family: sans-serif; font-size: 18px; line-height: 1.5; max-width: 42em; margin: auto; }\n"
    "pre { overflow-x: auto; padding: .6em; background: rgba(128, 128, 128, .15); }\n"
    "table { border-collapse: collapse; } td, th { border: 1px solid gray; padding: .2em .5em; }\n"
)
BACK = "{{FrontSide}}\n\n<hr id=answer>\n\n{{Back}}"


def collection_row(calendar: Calendar, made: int) -> tuple[object, ...]:
    """The one row of `col`. `made`: seconds since 1970. Without schedVer 2 Anki shifts first ratings."""
    start = int(calendar.start.timestamp())
    conf: dict[str, object] = {
        "schedVer": 2,
        "sched2021": True,
        "creationOffset": calendar.west,
        "curDeck": DECK,
        "activeDecks": [DECK],
        "curModel": MODEL,
        "nextPos": 1,
        "sortType": "noteFld",
        "sortBackwards": False,
        "collapseTime": 1200,
        "estTimes": True,
        "dueCounts": True,
        "addToCur": True,
        "dayLearnFirst": False,
        "newSpread": 0,
        "timeLim": 0,
    }
    texts: tuple[dict[str, object], ...] = (
        conf,
        {str(MODEL): _model(made)},
        _decks(made),
        {"1": _options()},
        {},
    )
    return (1, start, made * 1000, made * 1000, VERSION, 0, 0, 0, *map(json.dumps, texts))


def _model(made: int) -> dict[str, object]:
    template = {"name": "Card 1", "ord": 0, "qfmt": "{{Front}}", "afmt": BACK, "did": None}
    shown = {"bqfmt": "", "bafmt": "", "bfont": "", "bsize": 0}
    return {
        "id": MODEL,
        "name": MODEL_NAME,
        "type": 0,
        "mod": made,
        "usn": -1,
        "sortf": 0,
        "did": DECK,
        "tmpls": [template | shown],
        "flds": [_field("Front", 0), _field("Back", 1)],
        "css": CSS,
        "latexPre": "",
        "latexPost": "",
        "latexsvg": False,
        "req": [[0, "any", [0]]],
    }


def _field(name: str, place: int) -> dict[str, object]:
    return {"name": name, "ord": place, "sticky": False, "rtl": False, "font": "Arial", "size": 20}


def _decks(made: int) -> dict[str, object]:
    today = {name: [0, 0] for name in ("lrnToday", "revToday", "newToday", "timeToday")}
    state = {"collapsed": False, "browserCollapsed": False, "desc": "", "dyn": 0, "conf": 1}
    deck = {"usn": -1, "mod": made, "extendNew": 0, "extendRev": 0, **state, **today}
    named = {"1": (1, "Default"), str(DECK): (DECK, DECK_NAME)}
    return {key: deck | {"id": id, "name": name} for key, (id, name) in named.items()}


def _options() -> dict[str, object]:
    new = {"bury": False, "delays": [1.0, 10.0], "initialFactor": 2500, "ints": [1, 4, 0]}
    lapse = {"delays": [10.0], "leechAction": 1, "leechFails": 8, "minInt": 1, "mult": 0.0}
    rev = {"bury": False, "ease4": 1.3, "ivlFct": 1.0, "maxIvl": 36500, "perDay": 200, "hardFactor": 1.2}
    shown = {"maxTaken": 60, "autoplay": True, "timer": 0, "replayq": True, "dyn": False}
    head = {"id": 1, "mod": 0, "usn": 0, "name": "Default", **shown}
    return {**head, "new": new | {"order": 1, "perDay": 20}, "rev": rev, "lapse": lapse}
