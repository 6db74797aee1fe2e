"""What practising an item adds to its skills: kinds of blocks, with the simulator's values (judgements)."""

from warmstart.plan.ledger import Ledger
from warmstart.plan.ledger import practised as with_block
from warmstart.web.standing.facts import Facts
from warmstart.web.standing.goes import Go

CODING = {"easy": 0.8, "medium": 1.0, "hard": 1.2}
QUIZ, DESIGN, STORY = 0.35, 0.45, 0.6
"""A written question; one of system design, which is half a case; a behavioural one."""
DIFFICULTY = {"easy": -0.7, "medium": 0.3, "hard": 1.2}
QUIZ_DIFFICULTY, DESIGN_DIFFICULTY, STORY_DIFFICULTY = 0.2, 0.5, 0.0


def kind_of(facts: Facts) -> str:
    """Of block: coding, design, behavioural or concepts."""
    if facts.kind == "problem":
        return "coding"
    area = facts.skill.partition(".")[0]
    return {"sy": "design", "be": "behavioural"}.get(area, "concepts")


def mult_of(facts: Facts) -> float:
    """How much one block of it teaches, beside a medium coding problem."""
    kind = kind_of(facts)
    if kind == "coding":
        return CODING.get(facts.difficulty, 1.0)
    return {"design": DESIGN, "behavioural": STORY}.get(kind, QUIZ)


def difficulty_of(facts: Facts) -> float:
    """In the units of z."""
    kind = kind_of(facts)
    if kind == "coding":
        return DIFFICULTY.get(facts.difficulty, 0.3)
    return {"design": DESIGN_DIFFICULTY, "behavioural": STORY_DIFFICULTY}.get(kind, QUIZ_DIFFICULTY)


def practised(ledger: Ledger | None, go: Go, facts: Facts, loading: float, chance: float) -> Ledger:
    """With one more block of the item; `loading`: how far it trains the skill."""
    return with_block(ledger, go.day, mult_of(facts) * loading, chance)
