"""The log out and in again: nothing is lost, nothing comes twice, the order does not matter."""

import json
import random
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from warmstart.web.accounts.models import Person
from warmstart.web.attempts.drafts import draft_of, save_draft
from warmstart.web.attempts.models import LogHead, Submission
from warmstart.web.exchange.tests import logs
from warmstart.web.exchange.tests.logs import WHOLE, log_of, rows_of, take

pytestmark = pytest.mark.django_db


def by_id(rows: list[dict[str, Any]]) -> list[tuple[str, dict[str, Any]]]:
    return sorted((row["id"] + row["row"], row) for row in rows)


def test_a_log_comes_back_as_it_was() -> None:
    report = take("alice", WHOLE)
    assert (report.added, report.already, report.refused) == (len(WHOLE), 0, 0)
    assert by_id(rows_of("alice")) == by_id(WHOLE)


def test_a_source_that_is_no_text_comes_back_byte_for_byte() -> None:
    take("alice", WHOLE)
    assert bytes(Submission.objects.get(pk=logs.id_of("bytes")).source) == b"\xff\x00\xfe"


def test_the_header_counts_the_rows() -> None:
    take("alice", WHOLE)
    head = json.loads(log_of("alice").splitlines()[0])
    assert (head["warmstart"], head["row"], head["rows"]) == (1, "log", len(WHOLE))
    assert head["counts"]["submission"] == 2


def test_a_second_import_adds_nothing() -> None:
    take("alice", WHOLE)
    before = log_of("alice")
    report = take("alice", before)
    assert (report.added, report.already, report.refused) == (0, len(WHOLE), 0)
    assert log_of("alice") == before


def test_the_length_of_the_log_grows_by_the_rows_that_were_added() -> None:
    take("alice", WHOLE[:3])
    take("alice", WHOLE)
    drafts = 1
    assert LogHead.objects.get(person__username="alice").length == len(WHOLE) - drafts


@pytest.mark.parametrize("seed", range(5))
def test_parents_may_come_after_their_children(seed: int) -> None:
    shuffled = random.Random(seed).sample(WHOLE, len(WHOLE)) if seed else WHOLE[::-1]
    report = take("alice", shuffled)
    assert (report.added, report.refused) == (len(WHOLE), 0)
    assert by_id(rows_of("alice")) == by_id(WHOLE)


def test_parents_may_come_batches_after_their_children(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("warmstart.web.exchange.union.ROWS", 1)
    report = take("alice", WHOLE[::-1])
    assert (report.added, report.already, report.refused) == (len(WHOLE), 0, 0)
    assert by_id(rows_of("alice")) == by_id(WHOLE)


def test_a_row_that_is_there_stays_as_it_is() -> None:
    take("alice", [logs.review("r", rating=1)])
    report = take("alice", [logs.review("r", rating=4)])
    assert (report.added, report.already) == (0, 1)
    assert rows_of("alice")[0]["rating"] == 1


def test_of_two_drafts_the_later_one_stays_whatever_comes_first() -> None:
    early, late = logs.draft("item", 1, "early"), logs.draft("item", 2, "late")
    take("alice", [early])
    take("alice", [late])
    take("bob", [late, early])
    assert [row["text"] for row in rows_of("alice") + rows_of("bob")] == ["late", "late"]


def test_a_page_that_saw_the_old_draft_is_told_of_the_imported_one() -> None:
    alice = logs.person("alice")
    save_draft(alice, UUID(logs.id_of("item")), "typed", logs.NOON)
    take("alice", [logs.draft("item", 1, "imported")])
    found = draft_of(alice, UUID(logs.id_of("item")))
    assert found is not None
    assert (found.text, found.revision) == ("imported", 2)


def test_a_job_cancelled_on_one_machine_is_cancelled_on_both_and_claims_stay_at_home() -> None:
    cancelled = logs.submission("s", "a") | {"cancelled_at": logs.at(2)}
    take("alice", [logs.attempt("a"), logs.submission("s", "a")])
    take("alice", [cancelled])
    assert rows_of("alice")[1]["cancelled_at"] == logs.at(2)
    assert "claimed_at" not in log_of("alice").decode()


def test_of_two_forecasts_of_one_day_the_earlier_one_stays_whatever_comes_first() -> None:
    early = logs.entry("f", 1, "forecast", days_left=3)
    late = logs.entry("f", 2, "forecast", days_left=2)
    found = []
    for order in ((early, late), (late, early)):
        for row in order:
            take("alice", [row])
        found.append(log_of("alice"))
        assert LogHead.objects.get().length == 1
        Person.objects.all().delete()
    assert found[0] == found[1]
    assert b'"days_left":3' in found[0]


def test_somebody_elses_rows_are_refused_and_stay_theirs() -> None:
    take("bob", WHOLE)
    before = log_of("bob")
    mine = logs.event("mine", "a", kind="gave_up")
    report = take("alice", [*WHOLE, mine])
    assert report.refused == len(WHOLE)  # the draft is of an item, which is nobody's: it is taken
    assert [refusal.line for refusal in report.in_order] == [*range(1, 12), 13]
    assert "somebody else's" in report.refusals[0].why
    assert log_of("bob") == before
    assert [row["row"] for row in rows_of("alice")] == ["draft"]


BAD: list[tuple[bytes, str]] = [
    (b'{"warmstart": 1, "row": "attempt", "id": "3f', "this one is cut"),
    (b"no JSON\n", "a line of JSON in UTF-8, got 'no JSON'"),
    (b"[1]\n", "an object"),
    (b'{"warmstart": 1, "x": NaN}\n', "a line of JSON"),
    (b'{"warmstart": 1, "x": 1e999}\n', "a line of JSON"),
    (b'{"warmstart": 1, "x": "\\ud800"}\n', "a line of JSON"),
    (b'{"x": "\xff"}\n', "a line of JSON in UTF-8"),
    (b"[" * 100_000 + b"\n", "a line of JSON"),
    (b'{"warmstart": 1, "x": ' + b"9" * 5000 + b"}\n", "a line of JSON"),
    (b'{"id": 1}\n', 'the key "warmstart"'),
    (logs.packed([logs.entry("x") | {"warmstart": 2}]), "take a newer Warmstart for this line, got 2"),
    (logs.packed([logs.entry("x") | {"row": "dream"}]), "one of attempt, event"),
    (logs.packed([logs.entry("x") | {"mood": 3}]), "and no others, got 'mood'"),
    (logs.packed([logs.entry("x") | {"id": "17"}]), "id: want a UUID"),
    (logs.packed([logs.entry("x", kind="wish")]), "kind: want one of target"),
    (logs.packed([logs.entry("x", minutes="many")]), "a whole number from 0 to 1440, got 'many'"),
    (logs.packed([logs.entry("x", kind="card", front="?")]), "the item of an entry 'card'"),
    (logs.packed([logs.entry("x", kind="day_off", date="tomorrow", off=True)]), "a day such as"),
    (logs.packed([logs.entry("x", kind="zone", zone="Z" * 65)]), "at most 64 letters"),
    (logs.packed([logs.entry("x", kind="target", role="mle")]), "the key 'date'"),
    (
        logs.packed([logs.review("x") | {"reviewed_at": "2026-13-01T00:00:00+00:00"}]),
        "a time with its offset",
    ),
    (logs.packed([logs.review("x") | {"reviewed_at": "2026-03-01T00:00:00"}]), "a time with its offset"),
    (logs.packed([logs.review("x") | {"reviewed_at": "0001-01-01T00:00:00+10:00"}]), "1970 to 2999"),
    (logs.packed([logs.review("x", rating=5)]), "rating: want a whole number from 1 to 4, got 5"),
    (logs.packed([logs.review("x") | {"rating": True}]), "rating: want a whole number"),
    (logs.packed([logs.review("x", of="nowhere")]), "is not in this file, nor in your log"),
    (logs.packed([logs.verdict("x", "nowhere")]), "its submission"),
    (logs.packed([logs.verdict("x", "s") | {"outcome": "ZZ"}]), "outcome: want one of AC"),
    (logs.packed([logs.verdict("x", "s") | {"outcome": "WA"}]), "one outcome in row and data"),
    (logs.packed([logs.verdict("x", "s") | {"data": {"verdict": "AC"}}]), "the data of a verdict"),
    (logs.packed([logs.grade("x", "w") | {"data": {}}]), "the data of a grade"),
    (logs.packed([logs.grade("x", "w", expected="much")]), "the data of a grade (expected: "),
    (logs.packed([logs.grade("x", "w", instance={"given": 3})]), "the data of a grade (given: "),
    (logs.packed([logs.grade("x", "w") | {"share": 1.5}]), "share: want a number from 0 to 1, got 1.5"),
    (logs.packed([logs.submission("x", "a", source={"base64": "=!"})]), "source: want text, or"),
    (
        logs.packed([logs.event("x", "a", kind="disputed", text="{}")]),
        "the text of an event 'disputed' as JSON",
    ),
    (b'{"warmstart": 1, "row": "entry", "id": "' + b"x" * (9 * 2**20) + b'"}\n', "at most 8 MiB"),
]


@pytest.mark.parametrize(("bad", "why"), BAD, ids=[why for _, why in BAD])
def test_a_bad_line_is_told_with_its_number_and_all_others_are_taken(bad: bytes, why: str) -> None:
    good = logs.packed(WHOLE)
    file = (
        good + bad
        if b"\n" not in bad
        else good[: good.index(b"\n") + 1] + bad + good[good.index(b"\n") + 1 :]
    )
    report = take("alice", file)
    assert (report.added, report.refused) == (len(WHOLE), 1)
    assert report.refusals[0].line == (len(WHOLE) + 1 if b"\n" not in bad else 2)
    assert why in report.refusals[0].why
    assert by_id(rows_of("alice")) == by_id(WHOLE)


def test_a_file_that_lost_its_end_is_told_although_every_line_is_whole() -> None:
    take("bob", WHOLE)
    lines = log_of("bob").splitlines(keepends=True)
    Person.objects.get(username="bob").delete()
    report = take("alice", b"".join(lines[:-2]))
    assert report.added == len(WHOLE) - 2
    assert "its end may be cut off" in report.notes[0]


def test_empty_lines_a_byte_order_mark_and_other_line_ends_do_no_harm() -> None:
    report = take("alice", b"\xef\xbb\xbf\r\n" + logs.packed(WHOLE).replace(b"\n", b"\r\n\r\n"))
    assert (report.added, report.refused) == (len(WHOLE), 0)


def test_lines_that_come_twice_count_once() -> None:
    report = take("alice", [*WHOLE, *WHOLE])
    assert (report.added, report.already) == (len(WHOLE), len(WHOLE))


def test_an_import_asks_the_database_by_batch_and_not_by_row() -> None:
    rows = [logs.review(str(n), n) for n in range(900)]
    with CaptureQueriesContext(
        connection,
    ) as queries:
        take("alice", rows)
    assert len(queries) < 40


names = st.integers(0, 4).map(str)
minutes = st.integers(0, 3)


@st.composite
def machines(draw: st.DrawFn) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Two logs that began as one. A row of one id is the same on both; drafts are not."""
    attempts = [logs.attempt(f"a{n}", draw(minutes), f"i{n % 3}") for n in range(draw(st.integers(1, 4)))]
    of = st.sampled_from(range(len(attempts))).map("a{}".format)
    rows = list(attempts)
    for n in range(draw(st.integers(0, 8))):
        make = draw(st.sampled_from((logs.event, logs.submission, logs.answer)))
        rows.append(make(f"c{n}", draw(of), draw(minutes)))
        below = {"submission": logs.verdict, "answer": logs.grade}.get(rows[-1]["row"])
        if below is not None and draw(st.booleans()):
            rows.append(below(f"d{n}", f"c{n}", draw(minutes)))
    rows += [logs.review(f"r{n}", draw(minutes)) for n in range(draw(st.integers(0, 3)))]
    rows += [logs.entry(f"p{n}", draw(minutes)) for n in range(draw(st.integers(0, 3)))]
    return _half(draw, rows), _half(draw, rows)


def _half(draw: st.DrawFn, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Some of the rows, with everything that they hang on, and drafts of this machine's own."""
    kept = {row["id"]: row for row in rows if draw(st.booleans())}
    known = {row["id"]: row for row in rows}
    for row in list(kept.values()):
        above: dict[str, Any] | None = row
        while above is not None:
            kept[above["id"]] = above
            above = known.get(above.get("attempt") or above.get("submission") or above.get("answer"))
    items = draw(st.lists(names, unique=True, max_size=3))
    drafts = [logs.draft(item, draw(minutes), draw(st.sampled_from("ab"))) for item in items]
    return draw(st.permutations([*kept.values(), *drafts]))


@given(machines())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_two_machines_logs_merged_in_either_order_are_identical(
    both: tuple[list[dict[str, Any]], list[dict[str, Any]]],
) -> None:
    found = []
    for order in (both, both[::-1]):
        for half in order:
            report = take("alice", half)
            assert report.refused == 0
        found.append(log_of("alice"))
        Person.objects.all().delete()
    assert found[0] == found[1]
