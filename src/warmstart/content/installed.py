"""Where packs lie on this machine: those that come with Warmstart, and a learner's own."""

import re
from collections.abc import Iterable
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def first_party_packs() -> list[Path]:
    """Packs inside the installed package; in a checkout, the folder `packs` beside `src`."""
    inside = _PACKAGE / "packs"
    root = inside if inside.is_dir() else _PACKAGE.parents[1] / "packs"
    return sorted(path.parent for path in root.glob("*/pack.toml"))


def problem_folder(slug: str, packs: Iterable[Path]) -> Path | None:
    """The folder of a problem by its slug, in the first pack that has it. None: no pack has it."""
    if not _SLUG.fullmatch(slug):
        return None
    folders = (pack / "problems" / slug for pack in packs)
    return next((folder for folder in folders if (folder / "problem.md").is_file()), None)


def question_file(slug: str, packs: Iterable[Path]) -> Path | None:
    """A question's file by its slug, in the first pack that has it. None: no pack has it."""
    if not _SLUG.fullmatch(slug):
        return None
    files = (pack / "questions" / f"{slug}.md" for pack in packs)
    return next((file for file in files if file.is_file()), None)


def question_slugs(packs: Iterable[Path]) -> list[str]:
    return sorted({path.stem for pack in packs for path in pack.glob("questions/*.md")})


def problem_slugs(packs: Iterable[Path]) -> list[str]:
    return sorted({path.parent.name for pack in packs for path in pack.glob("problems/*/problem.md")})
