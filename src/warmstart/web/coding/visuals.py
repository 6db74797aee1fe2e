"""A problem's visual as its page shows it: drawn from the author's frames, or from the learner's own run."""

from collections.abc import Sequence
from dataclasses import dataclass

from warmstart import WarmstartError
from warmstart.content.visual import Frame, Undrawable, Visual, play
from warmstart.judge.pool import Judge
from warmstart.judge.problem import FrozenProblem
from warmstart.judge.verdict import Outcome
from warmstart.web.coding.drawing.frames import Picture, draw_frames, states_in, swatch
from warmstart.web.coding.layout import layout
from warmstart.web.coding.own_input import try_value
from warmstart.web.coding.panel import Panel, panel_of
from warmstart.web.coding.printable import printable

NOT_RUN = "Without a result there is nothing to draw."


class NotYet(WarmstartError):
    """The visual would give the idea away."""

    status = 403


@dataclass(frozen=True, slots=True)
class Sign:
    """A line of the key. `svg` is safe markup."""

    svg: str
    words: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A visual on a page. `input` is laid out for reading."""

    title: str
    input: str
    pictures: tuple[Picture, ...]
    key: tuple[Sign, ...]


@dataclass(frozen=True, slots=True)
class Played:
    """The learner's code on the visual's input. `shown` None: nothing can be drawn; `why` says why."""

    panel: Panel
    shown: Shown | None
    why: str = ""


def shown(visual: Visual) -> Shown:
    return _shown(visual, visual.frames)


def _shown(visual: Visual, frames: Sequence[Frame]) -> Shown:
    return Shown(
        visual.title,
        "\n".join(map(printable, layout(visual.input))),
        draw_frames(frames),
        tuple(Sign(swatch(state), words) for state, words in states_in(frames)),
    )


def play_own(judge: Judge, problem: FrozenProblem, visual: Visual, source: str) -> Played:
    """Run `source` on the visual's input and have the author's drawing tell of it. UnfitInput.

    A wrong result is drawn too: to see where it goes wrong is what a learner plays it for.
    """
    alone, verdict = try_value(judge, problem, source, visual.input)
    panel = panel_of(alone, verdict)
    if verdict.outcome not in (Outcome.AC, Outcome.WA):
        return Played(panel, None, NOT_RUN)
    try:
        frames = play(judge, problem, source, visual.source, visual.input)
    except Undrawable as reason:
        return Played(panel, None, f"The steps of this result cannot be drawn ({printable(str(reason))}).")
    return Played(panel, _shown(visual, frames))
