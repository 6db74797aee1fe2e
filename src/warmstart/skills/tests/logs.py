"""Logs that hypothesis invents."""

from hypothesis import strategies as st

from warmstart.skills.bank import Evidence, Share

AREAS = {"s1": "a1", "s2": "a1", "s3": "a2", "s4": "a3"}
ITEMS = [None, "i1", "i2", "i3"]


@st.composite
def shares(draw: st.DrawFn) -> tuple[Share, ...]:
    """One to three skills, with loadings that sum to 1."""
    chosen = draw(st.lists(st.sampled_from(sorted(AREAS)), min_size=1, max_size=3, unique=True))
    parts = [draw(st.integers(1, 4)) for _ in chosen]
    return tuple(
        Share(skill, AREAS[skill], part / sum(parts)) for skill, part in zip(chosen, parts, strict=True)
    )


@st.composite
def evidence(draw: st.DrawFn, day: float = 0.0) -> Evidence:
    return Evidence(
        id=draw(st.uuids()).hex,
        day=day,
        skills=draw(shares()),
        item=draw(st.sampled_from(ITEMS)),
        difficulty=draw(st.floats(-3, 3)),
        y=draw(st.floats(0, 1)),
        weight=draw(st.floats(0.1, 3)),
        difficulty_variance=draw(st.sampled_from([0.0, 0.4])),
        guess=draw(st.sampled_from([0.0, 0.25])),
    )


@st.composite
def logs(draw: st.DrawFn, least: int = 0, most: int = 12) -> list[Evidence]:
    """In the order of time, with gaps of up to a year."""
    day, log = 20000.0, []
    for gap in draw(st.lists(st.floats(0, 400), min_size=least, max_size=most)):
        day += gap
        log.append(draw(evidence(day)))
    return log
