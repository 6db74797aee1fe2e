"""The judge inside the server: a queue of submission rows, a few threads, and word of how each is doing.

The rows are the durable jobs; what is kept here may be lost at any moment.
"""

import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from logging import getLogger
from uuid import UUID

from django.conf import settings
from django.db import connections
from django.utils import timezone

from warmstart import WarmstartError
from warmstart.judge.pool import Judge, JudgingStopped
from warmstart.judge.verdict import CaseResult, Outcome
from warmstart.web.attempts import storage
from warmstart.web.attempts.jobs import claim, release_unfinished
from warmstart.web.attempts.log import add_verdict
from warmstart.web.attempts.models import Submission
from warmstart.web.catalogue.content import content_by_id

log = getLogger(__name__)

BETWEEN_WORDS = 0.25
"""Least seconds between two words on the same submission's cases: pages cannot show more."""


class NotJudging(WarmstartError):
    """This server judges nothing; the message says why."""

    status = 503


@dataclass(frozen=True, slots=True)
class Progress:
    """How an unfinished submission is doing. `serial` grows with every change that a page should hear of.

    `ahead`: submissions before it in the queue, None once it is being judged.
    `trouble`: why there will be no verdict from this server; the row stays unfinished.
    """

    serial: int = 0
    ahead: int | None = 0
    done: int = 0
    failed: int = 0
    total: int = 0
    trouble: str = ""


class Runner:
    """Judges submissions in threads of its own. Any thread may call any method."""

    def __init__(self, make_judge: Callable[[], Judge] = Judge) -> None:
        self._make_judge = make_judge
        self._judge: Judge | None = None
        self._why_not = "the judge was not started"
        self._changed = threading.Condition()
        self._queue: deque[UUID] = deque()
        self._wanted_stacks: deque[str] = deque()
        self._progress: dict[UUID, Progress] = {}
        self._stops: dict[UUID, threading.Event] = {}
        self._threads: list[threading.Thread] = []
        self._turns = threading.BoundedSemaphore(1)
        self._ending = False

    # -- start and stop

    def start(self) -> None:
        """Start judging, what an earlier server left unfinished first. Without a jail nothing is judged."""
        self._ending = False
        try:
            self._judge = self._make_judge()
        except WarmstartError as error:
            self._why_not = str(error)
            log.warning("not judging: %s", error)
            return
        count = settings.WARMSTART.judges
        self._turns = threading.BoundedSemaphore(count)
        names = [f"judging-{number}" for number in range(count)]
        self._threads = [threading.Thread(target=self._work, name=name, daemon=True) for name in names]
        for submission in release_unfinished():
            self.add(submission)
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """End within a moment; what is under way stays unfinished and is judged at the next start."""
        with self._changed:
            self._ending = True
            for stop in self._stops.values():
                stop.set()
            self._changed.notify_all()
        for thread in self._threads:
            thread.join()
        if self._judge is not None:
            self._judge.close()
        self._threads, self._judge = [], None
        self._queue.clear()
        self._progress.clear()

    # -- what pages ask

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
        with self._changed:
            if self._judge is not None and stack not in self._wanted_stacks:
                self._wanted_stacks.append(stack)
                self._changed.notify_all()

    def add(self, submission: UUID) -> None:
        """Queue a row that is already saved."""
        with self._changed:
            self._progress[submission] = Progress(ahead=len(self._queue))
            self._queue.append(submission)
            self._changed.notify_all()

    def cancel(self, submission: UUID) -> None:
        """Stop judging it; the row says already that it was cancelled."""
        with self._changed:
            if submission in self._queue:
                self._queue.remove(submission)
                self._forget(submission)
            elif submission in self._stops:
                self._stops[submission].set()

    def progress(self, submission: UUID, *, seen: int | None = None, seconds: float = 0.0) -> Progress | None:
        """How it is doing, after a change from serial `seen` or after `seconds`, whichever comes first.

        seen None: only the end counts as a change. None: it is not, or no longer, in hand here.
        """

        def changed() -> bool:
            now = self._progress.get(submission)
            return (
                now is None or bool(now.trouble) or self._ending or (seen is not None and now.serial != seen)
            )

        with self._changed:
            self._changed.wait_for(changed, timeout=seconds)
            return self._progress.get(submission)

    # -- the threads

    def _work(self) -> None:
        try:
            while (task := self._next()) is not None:
                task()
        finally:
            connections.close_all()

    def _next(self) -> Callable[[], None] | None:
        """Submissions before warming: somebody waits for them."""
        with self._changed:
            self._changed.wait_for(lambda: self._queue or self._wanted_stacks or self._ending)
            if self._ending:
                return None
            if self._queue:
                submission = self._queue.popleft()
                self._stops[submission] = threading.Event()
                self._move_up()
                return lambda: self._judge_guarded(submission)
            stack = self._wanted_stacks.popleft()
            return lambda: self._warm(stack)

    def _warm(self, stack: str) -> None:
        assert self._judge is not None
        if stack not in self._judge.zygote_pids():
            self._judge.warm(stack)

    def _judge_guarded(self, submission: UUID) -> None:
        trouble = ""
        try:
            self._judge_one(submission)
        except JudgingStopped:
            pass
        except Exception as error:  # one submission's trouble must not end the thread
            trouble = _told(error, submission)
            connections.close_all()
        with self._changed:
            self._stops.pop(submission, None)
            if trouble:
                self._tell(submission, trouble=trouble)
            else:
                self._forget(submission)

    def _judge_one(self, pk: UUID) -> None:
        assert self._judge is not None
        if not claim(pk, timezone.now()):
            return
        submission = Submission.objects.select_related("attempt").get(pk=pk)
        frozen = content_by_id(submission.attempt.item).frozen
        self._tell(pk, ahead=None, total=len(frozen.cases))
        with self._turns:
            verdict = self._judge.judge(
                frozen, bytes(submission.source), on_case=self._counter(pk), stop=self._stops[pk]
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
                self._tell(submission, done=done, failed=failed)

        return count

    def _tell(self, submission: UUID, **news: object) -> None:
        with self._changed:
            now = self._progress.get(submission, Progress())
            self._progress[submission] = replace(now, serial=now.serial + 1, **news)  # type: ignore[arg-type]
            self._changed.notify_all()

    def _move_up(self) -> None:
        for place, waiting in enumerate(self._queue):
            now = self._progress[waiting]
            self._progress[waiting] = replace(now, serial=now.serial + 1, ahead=place)
        self._changed.notify_all()

    def _forget(self, submission: UUID) -> None:
        self._progress.pop(submission, None)
        self._changed.notify_all()


def _told(error: Exception, submission: UUID) -> str:
    """What the page says of it; a bug of ours goes into the log with its traceback."""
    sentence = str(error) if isinstance(error, WarmstartError) else storage.sentence(error)
    if sentence:
        log.warning("not judged", extra={"submission": str(submission), "why": sentence})
        return sentence
    log.error("judging failed", exc_info=error, extra={"submission": str(submission)})
    return "Judging failed by a fault of ours; the server's log has the traceback."


runner = Runner()
