"""The line of submissions that wait for a judge, and word of how each is doing."""

import threading
from collections import deque
from collections.abc import Hashable
from dataclasses import dataclass, replace
from itertools import chain, zip_longest
from uuid import UUID

NEAR = 4
"""Places from the front at which news comes every moment, so that a page may wait for it."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How an unfinished submission is doing. `serial` grows with every change that a page should hear of.

    `ahead`: submissions before it in the line, None once it is being judged.
    `trouble`: why there will be no verdict from this server; the row stays unfinished.
    """

    serial: int = 0
    ahead: int | None = 0
    done: int = 0
    failed: int = 0
    total: int = 0
    trouble: str = ""

    @property
    def near(self) -> bool:
        """It is being judged, or will be in a moment."""
        return self.ahead is None or self.ahead < NEAR


@dataclass(frozen=True, slots=True)
class Turn:
    """A submission whose turn it is; `stop` is set when nobody wants its verdict any more."""

    submission: UUID
    stop: threading.Event


class WaitingLine:
    """Learners in turn, each one's submissions in their order. Any thread may call any method."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._waiting: dict[Hashable, deque[UUID]] = {}
        self._stacks: deque[str] = deque()
        self._progress: dict[UUID, Progress] = {}
        self._turns: dict[UUID, Turn] = {}
        self._closed = False

    def add(self, submission: UUID, learner: Hashable) -> None:
        with self._changed:
            self._progress[submission] = Progress(ahead=sum(map(len, self._waiting.values())))
            self._waiting.setdefault(learner, deque()).append(submission)
            self._tell_places()

    def want(self, stack: str) -> None:
        """Have a stack warmed when nobody waits."""
        with self._changed:
            if stack not in self._stacks:
                self._stacks.append(stack)
                self._changed.notify_all()

    def next(self) -> Turn | str | None:
        """Wait for the next submission, or for a stack to warm; None: the line is closed."""
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._stacks or self._closed)
            if self._closed:
                return None
            return self._first() if self._waiting else self._stacks.popleft()

    def _first(self) -> Turn:
        """Of the learner whose turn it is, who then stands behind all others."""
        learner, own = next(iter(self._waiting.items()))
        del self._waiting[learner]
        turn = Turn(own.popleft(), threading.Event())
        if own:
            self._waiting[learner] = own
        self._turns[turn.submission] = turn
        self._tell_places()
        return turn

    def _tell_places(self) -> None:
        """Round by round: what a learner sends stands behind one of each other learner, not behind all."""
        rounds = chain.from_iterable(zip_longest(*self._waiting.values()))
        for place, waiting in enumerate(one for one in rounds if one is not None):
            now = self._progress[waiting]
            if now.ahead != place:
                self._progress[waiting] = replace(now, serial=now.serial + 1, ahead=place)
        self._changed.notify_all()

    def tell(self, submission: UUID, **news: object) -> None:
        """Change what is known of a submission, and wake the pages that wait for it."""
        with self._changed:
            now = self._progress.get(submission, Progress())
            self._progress[submission] = replace(now, serial=now.serial + 1, **news)  # type: ignore[arg-type]
            self._changed.notify_all()

    def leave(self, submission: UUID, *, trouble: str = "") -> None:
        """Its turn is over: forget it, or keep the trouble for whoever asks."""
        with self._changed:
            self._turns.pop(submission, None)
            if trouble:
                self.tell(submission, trouble=trouble)
                return
            self._progress.pop(submission, None)
            self._changed.notify_all()

    def cancel(self, submission: UUID) -> None:
        with self._changed:
            learner = next((who for who, own in self._waiting.items() if submission in own), None)
            if learner is not None:
                self._remove(submission, learner)
            elif submission in self._turns:
                self._turns[submission].stop.set()

    def _remove(self, submission: UUID, learner: Hashable) -> None:
        own = self._waiting[learner]
        own.remove(submission)
        if not own:
            del self._waiting[learner]
        self.leave(submission)
        self._tell_places()

    def progress(self, submission: UUID, *, seen: int | None, seconds: float) -> Progress | None:
        """How it is doing, after a change from serial `seen` or after `seconds`, whichever comes first.

        seen None: only the end counts as a change. None: it is not, or no longer, in the line.
        """

        def changed() -> bool:
            now = self._progress.get(submission)
            if now is None or now.trouble or self._closed:
                return True
            return seen is not None and now.serial != seen

        with self._changed:
            self._changed.wait_for(changed, timeout=seconds)
            return self._progress.get(submission)

    def close(self) -> None:
        """Nobody gets another turn, and who has one is told to stop."""
        with self._changed:
            self._closed = True
            for turn in self._turns.values():
                turn.stop.set()
            self._changed.notify_all()
