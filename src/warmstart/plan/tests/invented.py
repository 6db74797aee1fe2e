"""Learners that are made up, and a hypothesis strategy for them."""

from dataclasses import replace

from hypothesis import strategies as st

from warmstart.plan.learner import Block, Card, Learner, SkillState
from warmstart.plan.ledger import Ledger
from warmstart.recall.memory import Memory
from warmstart.skills.readiness import RoundSpec

TODAY = 20_000.0
SKILLS = ("alpha", "beta", "gamma", "delta")
LENGTHS = (5.0, 12.0, 20.0, 32.0)


def memory(stability: float, ago: float, difficulty: float = 5.0) -> Memory:
    last = TODAY - ago
    return Memory(stability, difficulty, last, int(last))


def card(id: str, skill: str = "alpha", seen: Memory | None = None, *, held: bool = False) -> Card:
    return Card(id, skill, seen, 1.2 if seen is None else 0.25, held)


def block(id: str, skill: str = "alpha", minutes: float = 12.0, difficulty: float = 0.3) -> Block:
    return Block(id, {skill: 1.0}, minutes, 0.8, difficulty, is_coding=minutes >= 12)


def learner(
    cards: tuple[Card, ...] = (), blocks: tuple[Block, ...] = (), *, left: float = 30.0, z: float = -0.3
) -> Learner:
    """With two rounds that share the skills evenly."""
    rounds = tuple(
        RoundSpec(name, name.title(), 0.5, alpha, dict.fromkeys(names, 0.5))
        for name, alpha, names in (("concepts", 0.6, SKILLS[:2]), ("coding", 0.2, SKILLS[2:]))
    )
    skills = {name: SkillState(z, 0.25) for name in SKILLS}
    return Learner(rounds, skills, cards, blocks, TODAY, TODAY + left)


def full(left: float = 30.0) -> Learner:
    """Ten cards a skill, half of them met, and four blocks."""
    cards = tuple(
        card(f"{skill}-{n}", skill, memory(1.0 + 3 * n, 1.0 + n) if n % 2 else None)
        for skill in SKILLS
        for n in range(10)
    )
    blocks = tuple(
        block(f"{skill}-{minutes:g}", skill, minutes, n - 1.0)
        for skill in SKILLS
        for n, minutes in enumerate(LENGTHS)
    )
    return learner(cards, blocks, left=left)


def _memories() -> st.SearchStrategy[Memory]:
    return st.builds(
        memory,
        st.floats(0.01, 2000.0),
        st.floats(0.0, 400.0),
        st.floats(1.0, 10.0),
    )


@st.composite
def learners(draw: st.DrawFn) -> Learner:
    skill = st.sampled_from(SKILLS)
    cards = tuple(
        card(f"c{n}", draw(skill), draw(st.none() | _memories()), held=draw(st.booleans()))
        for n in range(draw(st.integers(0, 12)))
    )
    lengths, difficulties = st.sampled_from(LENGTHS), st.floats(-2.0, 2.0)
    own = tuple(
        replace(block(each.id, each.skill, draw(lengths), draw(difficulties)), card=each.id)
        for each in cards
        if not each.held and draw(st.booleans())
    )
    others = tuple(
        block(f"b{n}", draw(skill), draw(lengths), draw(difficulties)) for n in range(draw(st.integers(0, 6)))
    )
    blocks = own + others
    ledgers = st.none() | st.builds(
        Ledger, st.floats(0.0, 2.0), st.integers(0, 30), st.floats(TODAY - 60, TODAY)
    )
    states = {
        name: SkillState(draw(st.floats(-3.0, 3.0)), draw(st.floats(0.0, 1.0)), draw(ledgers))
        for name in SKILLS
    }
    drawn = learner(cards, blocks, left=draw(st.floats(-5.0, 120.0)))
    return replace(
        drawn,
        skills=states,
        practised=frozenset(draw(st.sets(skill))),
        long_block_done=draw(st.booleans()),
        coding_block_done=draw(st.booleans()),
        done=draw(st.floats(0.0, 200.0)),
        reviewed=draw(st.floats(0.0, 60.0)),
        capacity=draw(st.none() | st.floats(0.0, 3000.0)),
    )
