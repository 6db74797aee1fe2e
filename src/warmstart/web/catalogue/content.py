"""The content behind the index: read from the pack's files, kept as long as they do not change."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from uuid import UUID

from warmstart import WarmstartError
from warmstart.content.problem import Problem, read_problem_folder
from warmstart.content.visual import Visual, read_visual
from warmstart.judge.problem import FrozenProblem
from warmstart.web.catalogue.fingerprint import problem_hash
from warmstart.web.catalogue.models import IndexedProblem


class ContentGone(WarmstartError):
    """The files behind an index row cannot be read any more; the message says which."""


@dataclass(frozen=True, slots=True)
class Content:
    """A problem as its page needs it: what is read, what is judged, what is played."""

    problem: Problem
    frozen: FrozenProblem
    visual: Visual | None = None


def folder_of(row: IndexedProblem) -> Path:
    return Path(row.pack.path) / "problems" / row.slug


def content_of(row: IndexedProblem) -> Content:
    """ContentGone: the pack was moved, or is no longer readable."""
    return _read(folder_of(row), row.content_hash)


def content_by_id(item: UUID) -> Content:
    """ContentGone: no installed pack has the problem."""
    row = IndexedProblem.objects.select_related("pack").filter(pk=item).first()
    if row is None:
        raise ContentGone(f"no installed pack has the problem {item}: install its pack again")
    return content_of(row)


# The hash is a key only: files that change while a server runs are seen at its next start, all at once.
@lru_cache(maxsize=256)
def _read(folder: Path, content_hash: str) -> Content:
    problem, findings = read_problem_folder(folder)
    if problem is None or problem.frozen is None:
        why = f": {findings[0]}" if findings else " (cases.json)"
        raise ContentGone(f"the problem in {folder} cannot be read{why}")
    if problem_hash(folder) != content_hash:
        raise ContentGone(f"the files in {folder} changed since Warmstart was started: start it again")
    return Content(problem, problem.frozen, read_visual(folder / "visual.json"))
