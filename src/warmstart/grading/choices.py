"""Which of several options were chosen: all right ones have to be, and no other."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Chosen:
    """Places of options, from 0. `missed`: right and not chosen; `wrong`: chosen and not right.

    `share`: right ones chosen less wrong ones, of all right ones, at least 0: choosing all earns little.
    """

    hits: tuple[int, ...]
    missed: tuple[int, ...]
    wrong: tuple[int, ...]
    share: float

    @property
    def is_right(self) -> bool:
        return not self.missed and not self.wrong


def check_choices(right: Sequence[bool], chosen: Collection[int]) -> Chosen:
    """right: of each option. What is chosen twice counts once; what is no option is left out."""
    hits = tuple(at for at, is_right in enumerate(right) if is_right and at in chosen)
    missed = tuple(at for at, is_right in enumerate(right) if is_right and at not in chosen)
    wrong = tuple(at for at, is_right in enumerate(right) if not is_right and at in chosen)
    most = len(hits) + len(missed)
    share = max(len(hits) - len(wrong), 0) / most if most else float(not wrong)
    return Chosen(hits, missed, wrong, share)
