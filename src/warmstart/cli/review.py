"""`warmstart review`: today's list, item by item, in the terminal."""

import argparse
import time
from typing import Any
from uuid import UUID

from rich.console import Console
from rich.markdown import Markdown
from rich.panel import Panel

from warmstart.cli.command import Subparsers
from warmstart.cli.keys import pressed, written
from warmstart.cli.learner import Learner
from warmstart.cli.today import minutes, shown, took

KEYS = "Enter shows it · 1 again 2 hard 3 good 4 easy · u undo · b put off · s suspend · q end"


def add_parser(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser("review", help="go through today's list in the terminal")
    parser.add_argument(
        "--minutes", type=minutes, metavar="N", help="that you have; default: what is left of today's"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    session = Session(Learner(), Console(highlight=False), args.minutes)
    while session.step():
        pass
    session.end()
    return 0


class Session:
    """One sitting. What is left for the browser or an editor is named once and then left out."""

    def __init__(self, learner: Learner, console: Console, wanted: float | None) -> None:
        self.learner, self.console = learner, console
        self.standing = learner.standing()
        self.left = wanted
        self.left_out: set[UUID] = set()
        self.done = 0
        self.faces = learner.module("warmstart.cli.faces")
        self.log = learner.module("warmstart.web.attempts.practice_log")

    def step(self) -> bool:
        """One item. False: the session is over."""
        self.standing = self.learner.standing()
        agenda = self.learner.module("warmstart.web.standing.outside").whole_agenda(self.standing, self.left)
        items = [each for each in agenda.items if each.facts.id not in self.left_out]
        if not items:
            for sentence in agenda.sentences:
                self.console.print(sentence, soft_wrap=True)
            return False
        self.console.rule(f"{self.done} done, {len(items)} to come, about {agenda.minutes:.0f} minutes")
        return self._item(items[0])

    def _item(self, listed: Any) -> bool:
        if listed.facts.kind == "problem":
            return self._problem(listed)
        face = self.faces.face_of(self.standing, listed.facts)
        if face is None:
            self.left_out.add(listed.facts.id)
            return True
        self.console.print(Panel(Markdown(face.front), subtitle=took(listed.minutes)))
        self._why(listed)
        writing = listed.kind == "practice" and face.gradable
        self.console.print(f"[dim]{'w answer in writing · ' if writing else ''}{KEYS}[/dim]")
        return self._keyed(listed, face, writing=writing)

    def _why(self, listed: Any) -> None:
        for reason in listed.reasons:
            self.console.print(f"[dim]{shown(reason)}[/dim]", soft_wrap=True)

    def _keyed(self, listed: Any, face: Any, *, writing: bool) -> bool:
        began, shown = time.monotonic(), False
        while True:
            key = pressed()
            if key == "" and not shown:
                shown = True
                self.console.print(Markdown(face.back))
            elif key == "w" and writing and not shown:
                return self._write(listed, began)
            elif key in "1234" and key:
                if shown:
                    return self._rate(listed, int(key), began)
                self.console.print("Press Enter first, and look at the answer.")
            elif key in ("u", "b", "s", "q"):
                return self._aside(listed, key)

    def _rate(self, listed: Any, rating: int, began: float) -> bool:
        at, seconds = self.learner.now(), int(time.monotonic() - began)
        zone = self.standing.zone.key
        self.log.add_review(self.learner.person, listed.facts.id, rating, at, seconds=seconds, zone=zone)
        self._spend(seconds)
        self._told(listed.facts.id)
        return True

    def _write(self, listed: Any, began: float) -> bool:
        self.console.print("Write your answer; a line with a single full stop ends it.")
        text = written()
        if not text:
            self.console.print("Nothing written; the item stays on the list.")
            return True
        seconds = int(time.monotonic() - began)
        graded = self.faces.graded(self.learner.person, listed.facts, text, self.learner.now(), seconds)
        for line in graded:
            self.console.print(shown(line), soft_wrap=True)
        self._spend(seconds)
        self._told(listed.facts.id)
        return True

    def _told(self, item: UUID) -> None:
        """What the last go changed."""
        self.done += 1
        standing = self.learner.standing()
        goes = [go for go in standing.today if go.item == item]
        facts, rating = standing.items.get(item), goes[-1].rating if goes else None
        if facts is not None and rating is not None:
            said = self.learner.module("warmstart.web.review.rating").what_is_said
            self.console.print(said(standing, facts, rating, changed=False), soft_wrap=True)
        told = standing.told.get(goes[-1].id) if goes else None
        if told is not None:
            change = self.learner.module("warmstart.web.standing.changes").of_told(told, standing.items[item])
            self.console.print(f"[dim]{change.sentence} ({shown(change.skill_title)})[/dim]")

    def _problem(self, listed: Any) -> bool:
        facts = listed.facts
        what = f"{shown(facts.title)}\n{shown(facts.skill_title)}, {took(listed.minutes)}"
        self.console.print(Panel(what))
        self._why(listed)
        self.console.print(
            f"Solve it from a blank page: warmstart work {facts.slug} && cd {facts.slug}, then "
            "warmstart judge. The verdict counts by itself.",
            soft_wrap=True,
        )
        self.console.print("[dim]Enter goes on · b put off · s suspend · q end[/dim]")
        key = pressed()
        self.left_out.add(facts.id)
        return self._aside(listed, key) if key in ("b", "s", "q", "u") and key else True

    def _aside(self, listed: Any, key: str) -> bool:
        person, at = self.learner.person, self.learner.now()
        if key == "q":
            return False
        if key == "b":
            self.log.bury(person, listed.facts.id, at, self.standing.study_day)
            self.console.print("Put off until tomorrow.")
        elif key == "s":
            self.log.suspend(person, listed.facts.id, at)
            self.console.print("Suspended: it does not come again until you resume it in the browser.")
        else:
            self._undo(at)
        return True

    def _undo(self, at: Any) -> None:
        undoing = self.learner.module("warmstart.web.review.undoing")
        found = undoing.undoables(self.standing)
        if not found or undoing.take_back(self.standing, found[0].row, at) is None:
            self.console.print("There is nothing of today to take back.")
        else:
            self.console.print(f"Taken back: {shown(found[0].what)}.")

    def _spend(self, seconds: int) -> None:
        if self.left is not None:
            self.left = max(self.left - seconds / 60, 0.0)

    def end(self) -> None:
        times = "one item" if self.done == 1 else f"{self.done} items"
        self.console.print(f"{times} done." if self.done else "Nothing done this time.")
