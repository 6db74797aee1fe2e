"""Shapes of the data that rows of the log carry: what pages read of it must be there."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from pydantic import TypeAdapter, ValidationError

from warmstart.content.drawn import Instance
from warmstart.judge.verdict import verdict_from_json
from warmstart.web.attempts.models import EntryKind, EventKind
from warmstart.web.attempts.record import Record
from warmstart.web.exchange import values
from warmstart.web.exchange.values import Reader, Refused

MALFORMED = (KeyError, TypeError, ValueError, AttributeError, AssertionError)
RECORD, INSTANCE = TypeAdapter(Record), TypeAdapter(Instance)
WRITTEN_AS_JSON = frozenset({EventKind.DISPUTED, EventKind.GROWN})


def day(came: object) -> date:
    try:
        return date.fromisoformat(values.text(came))
    except ValueError:
        raise Refused("a day such as 2026-11-23", came) from None


def weights(came: object) -> dict[str, float]:
    weigh = values.number(0, 1e9)
    return {values.text(name): weigh(weight) for name, weight in values.table(came).items()}


def weekdays(came: object) -> list[int]:
    read = values.whole(0, 6)
    if not isinstance(came, list):
        raise Refused("a list of weekdays, 0 is Monday", came)
    return [read(each) for each in came]


ENTRIES: Mapping[str, Mapping[str, Reader]] = {
    EntryKind.TARGET: {"role": values.text, "date": values.maybe(day), "rounds": values.maybe(weights)},
    EntryKind.PACE: {"minutes": values.whole(0, 24 * 60)},
    EntryKind.ZONE: {"zone": values.short(64)},
    EntryKind.BURIED: {"study_day": values.whole()},
    EntryKind.UNDONE: {"row": values.uuid},
    EntryKind.CARD: {
        "front": values.text,
        "back": values.text,
        "topic": values.text,
        "out": values.truth,
    },
    EntryKind.MEMORY: {
        "stability": values.number(0.001, 36500),
        "difficulty": values.number(1, 10),
        "last": values.moment,
    },
}
"""By kind, the keys that must be there; other keys are kept as they are."""
OF_AN_ITEM = frozenset(
    {EntryKind.BURIED, EntryKind.SUSPENDED, EntryKind.RESUMED, EntryKind.CARD, EntryKind.MEMORY}
)


def check_entry(fields: Mapping[str, Any]) -> None:
    kind, data = fields["kind"], fields["data"]
    if kind in OF_AN_ITEM and fields["item"] is None:
        raise Refused(f"the item of an entry {kind!r}", None)
    for key, read in _keys(kind, data).items():
        if key not in data:
            raise Refused(f"the key {key!r} in the data of an entry {kind!r}", ", ".join(data))
        read(data[key])


def _keys(kind: str, data: Mapping[str, Any]) -> Mapping[str, Reader]:
    if kind != EntryKind.DAY_OFF:
        return ENTRIES.get(kind, {})
    return {"weekdays": weekdays} if "weekdays" in data else {"date": day, "off": values.truth}


def check_verdict(fields: Mapping[str, Any]) -> None:
    try:
        said = str(verdict_from_json(fields["data"]).outcome)
    except MALFORMED:
        raise Refused("the data of a verdict", fields["data"]) from None
    if said != fields["outcome"]:
        raise Refused(f"one outcome in row and data, here {fields['outcome']}", said)


def check_grade(fields: Mapping[str, Any]) -> None:
    """Down to the types: pages compute with what stands in a grade."""
    try:
        record = RECORD.validate_json(json.dumps(fields["data"]), strict=True)
        if record.instance is not None:
            INSTANCE.validate_json(json.dumps(record.instance), strict=True)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False)[0]
        place = ".".join(map(str, first["loc"]))
        raise Refused(f"the data of a grade ({place}: {first['msg']})", fields["data"]) from None


def check_event(fields: Mapping[str, Any]) -> None:
    if fields["kind"] not in WRITTEN_AS_JSON:
        return
    try:
        written = values.table(json.loads(fields["text"]))
        if fields["kind"] == EventKind.DISPUTED:
            values.uuid(written["answer"])
            values.text(written["on"])
            values.one_of(("", "said", "unsaid"))(written["says"])
    except MALFORMED:
        raise Refused(f"the text of an event {fields['kind']!r} as JSON", fields["text"]) from None
