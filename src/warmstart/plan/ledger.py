"""What practice of one skill added, and how it fades. Values of the simulator: judgements."""

from dataclasses import dataclass

RATE, FLOOR, SLOWING = 0.5, 0.2, 0.12
FADES_AFTER, FADES_BY = 15.0, 0.3


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast somebody learns by practice: what a medium block adds to z, and the days it fades by."""

    rate: float = RATE
    fades_after: float = FADES_AFTER


USUAL = Pace()


@dataclass(frozen=True, slots=True)
class Ledger:
    """`gain`: in units of z, as it stood on the real day `last`. `count`: blocks so far."""

    gain: float
    count: int
    last: float


def faded(ledger: Ledger | None, day: float, pace: Pace = USUAL) -> float:
    """What is left of the gain on that day; before `last` nothing has faded."""
    if ledger is None:
        return 0.0
    gone = max(day - ledger.last, 0.0)
    return float(ledger.gain * (1.0 + gone / (pace.fades_after * (1.0 + ledger.count / 2.0))) ** -FADES_BY)


def block_gain(count: int, mult: float, chance: float, pace: Pace = USUAL) -> float:
    """Of one more block after `count`, at the difficulty at which one succeeds with `chance`."""
    spread = FLOOR + (1.0 - FLOOR) * 4.0 * chance * (1.0 - chance)
    return pace.rate * mult * spread / (1.0 + SLOWING * count)


def practised(ledger: Ledger | None, day: float, mult: float, chance: float, pace: Pace = USUAL) -> Ledger:
    """With one more block on that day."""
    count = 0 if ledger is None else ledger.count
    gain = faded(ledger, day, pace) + block_gain(count, mult, chance, pace)
    return Ledger(gain, count + 1, day)
