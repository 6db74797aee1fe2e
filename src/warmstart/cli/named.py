"""Problems as one names them in the terminal: by slug, or by the mark in the folder one works in."""

import difflib
from pathlib import Path

from warmstart import WarmstartError
from warmstart.content.installed import (
    first_party_packs,
    problem_folder,
    problem_slugs,
    question_file,
    question_slugs,
)

MARK = ".warmstart.toml"
"""Left by `warmstart work`, so that `warmstart judge` there knows the problem."""


class UnknownProblem(WarmstartError):
    """No installed pack has a problem of this name; the message has the nearest one."""


class UnknownQuestion(WarmstartError):
    """No installed pack has a question of this name; the message has the nearest ones."""


def problem_named(slug: str) -> Path:
    """The folder of an installed problem. UnknownProblem."""
    packs = first_party_packs()
    found = problem_folder(slug, packs)
    if found is None:
        near = difflib.get_close_matches(slug, problem_slugs(packs), n=1)
        hint = f"; did you mean {near[0]}?" if near else ""
        raise UnknownProblem(f"no installed problem is called {slug!r}{hint}")
    return found


def question_named(name: str) -> Path:
    """A file as one names it, or an installed question by its slug. UnknownQuestion."""
    path = Path(name)
    if path.suffix == ".md" or len(path.parts) > 1:
        return path
    packs = first_party_packs()
    found = question_file(name, packs)
    if found is None:
        near = difflib.get_close_matches(name, question_slugs(packs), n=3, cutoff=0.4)
        hint = f"; did you mean {' or '.join(near)}?" if near else ""
        raise UnknownQuestion(f"no installed question is called {name[:80]!r}{hint}")
    return found
