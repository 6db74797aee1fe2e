"""The judge inside the server: a few threads that take submission rows from a line and judge them.

The rows are the durable jobs; what is kept here may be lost at any moment.
"""

import threading
import time
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from logging import getLogger
from uuid import UUID

from django.conf import settings
from django.db import DatabaseError, connections
from django.utils import timezone

from warmstart import WarmstartError
from warmstart.judge.pool import Judge, JudgingStopped
from warmstart.judge.verdict import CaseResult, Outcome
from warmstart.web.attempts import storage
from warmstart.web.attempts.jobs import claim, release_unfinished
from warmstart.web.attempts.log import add_verdict
from warmstart.web.attempts.models import Submission
from warmstart.web.catalogue.content import content_by_id
from warmstart.web.coding.waiting import Progress, Turn, WaitingLine

log = getLogger(__name__)

BETWEEN_WORDS = 0.25
"""Least seconds between two words on the same submission's cases: pages cannot show more."""


class NotJudging(WarmstartError):
    """This server judges nothing; the message says why."""

    status = 503


class Runner:
    """Judges submissions in threads of its own. Any thread may call any method."""

    def __init__(self, make_judge: Callable[[], Judge] = Judge) -> None:
        self._make_judge = make_judge
        self._judge: Judge | None = None
        self._why_not = "the judge was not started"
        self._line = WaitingLine()
        self._threads: list[threading.Thread] = []
        self._turns = threading.BoundedSemaphore(1)

    def start(self) -> None:
        """Start judging, what an earlier server left unfinished first. Without a jail nothing is judged."""
        try:
            self._judge = self._make_judge()
        except WarmstartError as error:
            self._why_not = str(error)
            log.warning("not judging", extra={"why": error})
            return
        count = settings.WARMSTART.judges
        self._turns = threading.BoundedSemaphore(count)
        self._line = WaitingLine()
        for submission, learner in _left_unfinished():
            self._line.add(submission, learner)
        names = [f"judging-{number}" for number in range(count)]
        self._threads = [threading.Thread(target=self._work, name=name, daemon=True) for name in names]
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """End within a moment; what is under way stays unfinished and is judged at the next start."""
        self._line.close()
        for thread in self._threads:
            thread.join()
        if self._judge is not None:
            self._judge.close()
        self._threads, self._judge = [], None

    @contextmanager
    def judging(self) -> Iterator[Judge]:
        """The judge, for a run that somebody waits for; at most `judges` at a time. NotJudging."""
        judge = self._judge
        if judge is None:
            raise NotJudging(self.trouble)
        with self._turns:
            yield judge

    @property
    def trouble(self) -> str:
        """Why this server judges nothing; empty: it judges."""
        return "" if self._judge is not None else f"Nothing is judged on this machine: {self._why_not}"

    def check(self) -> None:
        """NotJudging: a submission would wait for ever."""
        if self.trouble:
            raise NotJudging(self.trouble)

    def expect(self, stack: str) -> None:
        """Somebody looks at a problem of this stack: have its workers warm by the time they submit."""
        if self._judge is not None:
            self._line.want(stack)

    def add(self, submission: UUID, learner: Hashable) -> None:
        """Have a row judged that is already saved. Learners take turns."""
        self._line.add(submission, learner)

    def cancel(self, submission: UUID) -> None:
        """Stop judging it; the row says already that it was cancelled."""
        self._line.cancel(submission)

    def progress(self, submission: UUID, *, seen: int | None = None, seconds: float = 0.0) -> Progress | None:
        """As `WaitingLine.progress`."""
        return self._line.progress(submission, seen=seen, seconds=seconds)

    def _work(self) -> None:
        """A thread's life. One submission's trouble must not end it."""
        try:
            while (task := self._line.next()) is not None:
                if isinstance(task, Turn):
                    self._judge_guarded(task)
                else:
                    self._warm(task)
        finally:
            connections.close_all()

    def _warm(self, stack: str) -> None:
        assert self._judge is not None
        try:
            if stack not in self._judge.zygote_pids():
                self._judge.warm(stack)
        except Exception as error:  # whoever submits next hears of it
            log.warning("not warmed", extra={"stack": stack, "why": error})

    def _judge_guarded(self, turn: Turn) -> None:
        trouble = ""
        try:
            self._judge_one(turn)
        except JudgingStopped:
            pass
        except Exception as error:
            trouble = _told(error, turn.submission)
            connections.close_all()
        self._line.leave(turn.submission, trouble=trouble)

    def _judge_one(self, turn: Turn) -> None:
        assert self._judge is not None
        if not claim(turn.submission, timezone.now()):
            return
        submission = Submission.objects.select_related("attempt").get(pk=turn.submission)
        frozen = content_by_id(submission.attempt.item).frozen
        self._line.tell(turn.submission, ahead=None, total=len(frozen.cases))
        with self._turns:
            verdict = self._judge.judge(
                frozen, bytes(submission.source), on_case=self._counter(turn.submission), stop=turn.stop
            )
        add_verdict(submission, frozen.version, verdict, timezone.now())

    def _counter(self, submission: UUID) -> Callable[[CaseResult], None]:
        """Counts cases; speaks only as often as a page can show it."""
        spoken = time.monotonic()
        done = failed = 0

        def count(case: CaseResult) -> None:
            nonlocal spoken, done, failed
            done += 1
            failed += case.verdict is not Outcome.AC
            if time.monotonic() - spoken >= BETWEEN_WORDS:
                spoken = time.monotonic()
                self._line.tell(submission, done=done, failed=failed)

        return count


def _left_unfinished() -> list[tuple[UUID, UUID]]:
    try:
        return release_unfinished()
    except DatabaseError as error:  # on a full disk they wait for a later start
        log.warning("unfinished submissions wait", extra={"why": error})
        return []


def _told(error: Exception, submission: UUID) -> str:
    """What the page says of it; a bug of ours goes into the log with its traceback."""
    sentence = str(error) if isinstance(error, WarmstartError) else storage.sentence(error)
    if sentence:
        log.warning("not judged", extra={"submission": str(submission), "why": sentence})
        return sentence
    log.error("judging failed", exc_info=error, extra={"submission": str(submission)})
    return "Judging failed by a fault of ours; the server's log has the traceback."


runner = Runner()
