"""How a day's minutes are spent: the product's planner, its fallback, and what others do."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

import numpy as np
from planner_study import Study
from planner_world import MEET, REVIEW, ROUNDS

from warmstart.plan.fallback import fallback
from warmstart.plan.greedy import LEAST_LEFT, Plan, plan
from warmstart.plan.learner import Block
from warmstart.recall.memory import recall_at
from warmstart.skills.readiness import quality

Policy: TypeAlias = Callable[[Study], None]
DUE = 0.9


def greedy(rho: float) -> Policy:
    """d, d* and the oracle: the list is done from its head, and made anew when it is through."""
    return lambda study: _follow(study, lambda: plan(study.learner(), study.left, rho=rho))


def fallback_first(study: Study) -> None:
    """e: weight times weakness over minutes."""
    _follow(study, lambda: fallback(study.learner(), study.left))


def _follow(study: Study, listed: Callable[[], Plan]) -> None:
    moved = True
    while moved and study.left >= LEAST_LEFT:
        moved = False
        for item in listed().items:
            is_block = item.kind == "practice"
            if study.fits(item.minutes, is_block=is_block):
                moved = True
                if is_block:
                    study.practise(study.block_at[item.id])
                else:
                    study.see(study.card_at[item.id])


def at_random(study: Study) -> None:
    """a: anything that fits, each as likely."""
    rng = np.random.default_rng((study.day, 7))
    while True:
        unseen = (card for card in range(len(study.world.cards)) if card not in study.today_seen)
        cards = [card for card in unseen if _card_fits(study, card)]
        blocks = list(_open_blocks(study))
        if not cards and not blocks:
            return
        chosen = int(rng.integers(len(cards) + len(blocks)))
        if chosen < len(cards):
            study.see(cards[chosen])
        else:
            study.practise(blocks[chosen - len(cards)])


def weakest_first(study: Study) -> None:
    """b: the topic with the lowest believed score, its practice and then its cards; then the next one."""
    alphas = [ROUNDS[round_][2] for round_ in study.world.round_of]
    scores = [quality(alphas[n], study.z(n), study.recall(n)) for n in range(len(alphas))]
    for skill in np.argsort(scores, kind="stable").tolist():
        name = study.world.skills[skill]
        block = next((b for b in _open_blocks(study) if b.skill == name and _is_usual(b)), None)
        if block is not None:
            study.practise(block)
        for card in study.of_skill[skill]:
            memory = study.memories.get(card)
            wanted = memory is None or recall_at(memory, study.day) <= DUE
            if wanted and card not in study.today_seen and _card_fits(study, card):
                study.see(card)


def spaced(new_a_day: int) -> Policy:
    """c: what is due by FSRS, likeliest forgotten first; then new cards, then practice, as the syllabus has
    it: topics of all rounds in turn, the least practised first."""

    def policy(study: Study) -> None:
        recalls = {card: recall_at(memory, study.day) for card, memory in study.memories.items()}
        for card in sorted(recalls, key=lambda card: (recalls[card], card)):
            if recalls[card] <= DUE and _card_fits(study, card):
                study.see(card)
        syllabus = _syllabus(study)
        new = [card for skill in syllabus for card in study.of_skill[skill] if card not in study.memories]
        for card in new[:new_a_day]:
            if _card_fits(study, card):
                study.see(card)
        _practise_in_turn(study, syllabus)

    return policy


def _practise_in_turn(study: Study, syllabus: list[int]) -> None:
    counts = {skill: 0 if (kept := study.ledgers[skill]) is None else kept.count for skill in syllabus}
    for skill in sorted(syllabus, key=lambda skill: (counts[skill], syllabus.index(skill))):
        name = study.world.skills[skill]
        block = next((b for b in _open_blocks(study) if b.skill == name and _is_usual(b)), None)
        if block is not None:
            study.practise(block)


def _syllabus(study: Study) -> list[int]:
    """Skills of the four rounds dealt out evenly."""
    places: dict[int, list[int]] = {}
    for skill, round_ in enumerate(study.world.round_of):
        places.setdefault(round_, []).append(skill)
    order = [
        ((place + 0.5) / len(mine), round_, skill)
        for round_, mine in places.items()
        for place, skill in enumerate(mine)
    ]
    return [skill for *_, skill in sorted(order)]


def _is_usual(block: Block) -> bool:
    """Of coding problems the medium ones."""
    return not block.is_coding or block.mult == 1.0


def _card_fits(study: Study, card: int) -> bool:
    return study.fits(REVIEW if card in study.memories else MEET, is_block=False)


def _open_blocks(study: Study) -> Iterator[Block]:
    for block in study.world.blocks:
        if block.skill not in study.practised and study.fits(block.minutes, is_block=True):
            yield block


POLICIES: dict[str, Policy] = {
    "a random": at_random,
    "b weakest topic first": weakest_first,
    "c FSRS due + syllabus, 20 new a day": spaced(20),
    "c' same, 40 new a day": spaced(40),
    "d greedy, rho 0": greedy(0.0),
    "e weight x weakness / minutes": fallback_first,
    "d* greedy, rho 1/2": greedy(0.5),
    "h oracle d*": greedy(0.5),
}
"""By name; the oracle is the product's plan over an `Oracle`."""
