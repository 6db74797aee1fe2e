"""The runner: what an earlier server left is judged, faults are told, cancelled work ends."""

from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest

from warmstart.judge.pool import JailUnavailable, Judge
from warmstart.web.accounts.models import Person
from warmstart.web.attempts.jobs import cancel, claim
from warmstart.web.attempts.log import add_submission, attempt_at
from warmstart.web.attempts.models import Submission, VerdictRow
from warmstart.web.catalogue.models import IndexedProblem
from warmstart.web.catalogue.tests.packs import REFERENCE
from warmstart.web.coding.runner import NotJudging, Runner
from warmstart.web.coding.waiting import Turn, WaitingLine

pytestmark = pytest.mark.django_db(transaction=True)
AT = datetime(2026, 11, 22, tzinfo=UTC)
FOR_EVER = b"while True:\n    pass\n"


@pytest.fixture
def runner() -> Runner:
    return Runner()


def submission(item: UUID, source: bytes = REFERENCE.encode()) -> Submission:
    person = Person.objects.get_or_create(username="alice")[0]
    return add_submission(attempt_at(person, item, 1, AT), source, AT)


def test_what_an_earlier_server_left_unfinished_is_judged_at_start(
    runner: Runner, pair: IndexedProblem
) -> None:
    left = submission(pair.pk)
    claim(left.pk, AT)
    runner.start()
    assert runner.progress(left.pk, seconds=30) is None
    runner.stop()
    assert VerdictRow.objects.get(submission=left).outcome == "AC"


def test_a_problem_that_is_gone_is_told_and_the_row_stays_unfinished(runner: Runner, db: None) -> None:
    left = submission(uuid4())
    runner.start()
    progress = runner.progress(left.pk, seconds=30)
    runner.stop()
    assert progress is not None
    assert "no installed pack has the problem" in progress.trouble
    assert not VerdictRow.objects.exists()


def test_a_cancelled_submission_gets_no_verdict_and_frees_the_judge(
    runner: Runner, pair: IndexedProblem
) -> None:
    endless, honest = submission(pair.pk, FOR_EVER), submission(pair.pk)
    runner.start()
    runner.progress(endless.pk, seen=0, seconds=30)
    cancel(endless, AT)
    runner.cancel(endless.pk)
    assert runner.progress(endless.pk, seconds=30) is None
    assert runner.progress(honest.pk, seconds=30) is None
    runner.stop()
    assert [row.submission_id for row in VerdictRow.objects.all()] == [honest.pk]


def test_stopping_leaves_what_is_under_way_for_the_next_start(runner: Runner, pair: IndexedProblem) -> None:
    endless = submission(pair.pk, FOR_EVER)
    runner.start()
    runner.progress(endless.pk, seen=0, seconds=30)
    runner.stop()
    assert not VerdictRow.objects.exists()


def test_without_a_jail_nothing_is_judged_and_the_reason_is_told() -> None:
    def none_here() -> Judge:
        raise JailUnavailable("this machine offers no jail")

    runner = Runner(none_here)
    runner.start()
    with pytest.raises(NotJudging, match="this machine offers no jail"):
        runner.check()
    with pytest.raises(NotJudging), runner.judging():
        pass
    runner.stop()


def test_a_stack_can_be_warmed_before_anybody_submits(runner: Runner, pair: IndexedProblem) -> None:
    runner.start()
    runner.expect("pure")
    left = submission(pair.pk)
    runner.add(left.pk, "alice")
    assert runner.progress(left.pk, seconds=30) is None
    runner.stop()


class NeverWarm(Judge):
    """Its stacks cannot be warmed, as on a machine that runs out of processes."""

    def warm(self, stack: str) -> None:
        raise BlockingIOError


def test_a_stack_that_cannot_be_warmed_does_not_end_judging(pair: IndexedProblem) -> None:
    runner = Runner(NeverWarm)
    runner.start()
    for stack in ("pure", "numpy", "pure"):
        runner.expect(stack)
    left = submission(pair.pk)
    runner.add(left.pk, "alice")
    assert runner.progress(left.pk, seconds=30) is None
    runner.stop()
    assert VerdictRow.objects.get().outcome == "AC"


def test_those_who_wait_hear_when_they_move_up() -> None:
    line = WaitingLine()
    first, second, third = uuid4(), uuid4(), uuid4()
    for waiting in (first, second, third):
        line.add(waiting, "alice")
    turn = line.next()
    assert isinstance(turn, Turn)
    assert turn.submission == first
    progress = line.progress(third, seen=0, seconds=30)
    assert progress is not None
    assert progress.ahead == 1
    line.cancel(second)
    assert line.progress(second, seen=None, seconds=30) is None
    assert not turn.stop.is_set()
    line.close()
    assert turn.stop.is_set()
    assert line.next() is None


def turns(line: WaitingLine, count: int) -> list[UUID]:
    found = [line.next() for _ in range(count)]
    return [turn.submission for turn in found if isinstance(turn, Turn)]


def ahead(line: WaitingLine, submission: UUID) -> int | None:
    progress = line.progress(submission, seen=None, seconds=0)
    assert progress is not None
    return progress.ahead


def test_learners_take_turns_however_many_one_of_them_sends() -> None:
    line = WaitingLine()
    alices, bobs = [uuid4() for _ in range(100)], [uuid4() for _ in range(2)]
    for submission in alices:
        line.add(submission, "alice")
    for submission in bobs:
        line.add(submission, "bob")
    assert [ahead(line, submission) for submission in (*bobs, alices[1], alices[99])] == [1, 3, 2, 101]
    assert turns(line, 5) == [alices[0], bobs[0], alices[1], bobs[1], alices[2]]
    assert ahead(line, alices[3]) == 0


def test_a_newcomer_waits_one_turn_of_each_who_was_there_before() -> None:
    line = WaitingLine()
    first, second, newcomer = uuid4(), uuid4(), uuid4()
    line.add(first, "alice")
    line.add(second, "alice")
    assert turns(line, 1) == [first]
    line.add(newcomer, "bob")
    assert ahead(line, newcomer) == 1
    assert turns(line, 2) == [second, newcomer]


def test_places_close_up_when_somebody_gives_up_waiting() -> None:
    line = WaitingLine()
    alices, bobs = uuid4(), uuid4()
    line.add(alices, "alice")
    line.add(bobs, "bob")
    line.cancel(alices)
    assert ahead(line, bobs) == 0
    assert turns(line, 1) == [bobs]
