"""Every hostile submission, in every mode: the verdict declared, and nothing hurt or left behind."""

import fcntl
import json
from collections.abc import Iterator
from dataclasses import asdict

import pytest

from warmstart.judge.tests.hostile.arena import Record
from warmstart.judge.tests.hostile.catalogue import ENTRIES, Entry
from warmstart.judge.tests.hostile.modes import MODES, Mode, run_catalogue
from warmstart.judge.verdict import Outcome

_LEFT_BEHIND = ""
_IDS = [*(entry.id for entry in ENTRIES), _LEFT_BEHIND]

FAMILIES = {
    "time", "outliving", "memory", "crash", "output", "exit", "signals", "processes", "reading",
    "writing", "kernel", "network", "forging", "hunting", "protocol", "source", "sql",
}  # fmt: skip


def _cases() -> Iterator[object]:
    """Grouped by mode, so that under `--dist loadgroup` a mode runs in one process."""
    for mode in MODES:
        for name in _IDS:
            marks = (pytest.mark.slow, pytest.mark.xdist_group(str(mode)))
            yield pytest.param(mode, name, id=f"{mode}-{name or 'left-behind'}", marks=marks)


@pytest.fixture(scope="session")
def records(tmp_path_factory: pytest.TempPathFactory) -> "Records":
    return Records(tmp_path_factory)


class Records:
    """What each mode gave; whichever test process comes first runs it, the others read its file."""

    def __init__(self, factory: pytest.TempPathFactory) -> None:
        shared = factory.getbasetemp()
        self._shared = shared.parent if shared.name.startswith("popen-") else shared
        self._known: dict[str, dict[str, Record]] = {}

    def of(self, mode: Mode) -> dict[str, Record]:
        if str(mode) not in self._known:
            self._known[str(mode)] = self._read(mode)
        return self._known[str(mode)]

    def _read(self, mode: Mode) -> dict[str, Record]:
        file = self._shared / f"hostile-{mode}.json"
        with open(file, "a+", encoding="utf-8") as shared:
            fcntl.flock(shared, fcntl.LOCK_EX)
            shared.seek(0)
            rows = json.loads(shared.read() or "null")
            if rows is None:
                rows = [asdict(record) for record in run_catalogue(mode, [e.id for e in ENTRIES])]
                json.dump(rows, shared)
        return {row["id"]: Record(**{**row, "faults": tuple(row["faults"])}) for row in rows}


@pytest.mark.parametrize(("mode", "name"), list(_cases()))
def test_hostile_code_does_what_its_row_says_and_no_more(mode: Mode, name: str, records: Records) -> None:
    if reason := mode.impossible:
        pytest.skip(reason)
    assert records.of(mode)[name].faults == ()


def test_every_class_has_its_entries() -> None:
    assert {entry.family for entry in ENTRIES} == FAMILIES
    assert len(ENTRIES) >= 120


def test_an_id_names_one_entry() -> None:
    assert len({entry.id for entry in ENTRIES}) == len(ENTRIES)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_a_row_is_whole(entry: Entry) -> None:
    assert set(entry.verdicts) <= set(Outcome) - {Outcome.IE}
    assert entry.title
    assert entry.note or len(entry.verdicts) == 1, "several verdicts need a reason"
    assert entry.source() or entry.id == "source/empty"
