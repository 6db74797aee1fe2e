"""The line of submissions that wait for a judge, and word of how each is doing."""

import threading
from collections import deque
from dataclasses import dataclass, replace
from uuid import UUID


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


@dataclass(frozen=True, slots=True)
class Turn:
    """A submission whose turn it is; `stop` is set when nobody wants its verdict any more."""

    submission: UUID
    stop: threading.Event


class WaitingLine:
    """First come, first judged. Any thread may call any method."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._waiting: deque[UUID] = deque()
        self._stacks: deque[str] = deque()
        self._progress: dict[UUID, Progress] = {}
        self._turns: dict[UUID, Turn] = {}
        self._closed = False

    def add(self, submission: UUID) -> None:
        with self._changed:
            self._progress[submission] = Progress(ahead=len(self._waiting))
            self._waiting.append(submission)
            self._changed.notify_all()

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
        turn = Turn(self._waiting.popleft(), threading.Event())
        self._turns[turn.submission] = turn
        for place, waiting in enumerate(self._waiting):
            self.tell(waiting, ahead=place)
        return turn

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
            if submission in self._waiting:
                self._waiting.remove(submission)
                self.leave(submission)
            elif submission in self._turns:
                self._turns[submission].stop.set()

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
