"""Which cases are frozen, in which order, and how a slope is read off a ladder."""

import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmstart.content.prove.growth import Slopes, slope
from warmstart.content.prove.rejection import derived_limits
from warmstart.content.prove.suite import Candidate, cover, generated_candidates, guards
from warmstart.content.record import (
    PROVER,
    Record,
    cases_digest,
    cases_proven,
    is_proven,
    read_record,
    sources_digest,
    visual_digest,
    write_record,
)
from warmstart.content.tests.planted import plant
from warmstart.judge.problem import FrozenProblem, Limits

NAMES = [f"random-{n:02d}" for n in range(12)]
CANDIDATES = generated_candidates([[n] for n in range(12)], [])
KILLS = st.dictionaries(st.sampled_from("abcdefgh"), st.frozensets(st.sampled_from(NAMES)))


@given(KILLS, st.integers(0, 12))
def test_a_cover_kills_whatever_can_be_killed(kills: dict[str, frozenset[str]], split: int) -> None:
    have, more = list(CANDIDATES[:split]), list(CANDIDATES[split:])
    chosen = cover(kills, have, more)
    names = {candidate.name for candidate in [*have, *chosen]}
    assert all(by & names for by in kills.values() if by)
    assert all(any(c.name in by for by in kills.values()) for c in chosen)
    assert len(chosen) <= len(kills)


def test_equal_inputs_become_one_candidate_and_numbers_stay() -> None:
    made = generated_candidates([[1], [1], [2], [0]], ["[0]"])
    assert [candidate.name for candidate in made] == ["random-00", "random-02"]


def test_what_is_told_of_a_drawn_input_speaks_no_figures() -> None:
    whys = [candidate.why for candidate in generated_candidates([[n] for n in range(10)], [])]
    assert len(set(whys)) == 4
    assert not any(character.isdigit() for why in whys for character in why)


def test_one_guard_a_size() -> None:
    assert [candidate.size for candidate in guards(CANDIDATES)] == list(range(10))
    assert isinstance(CANDIDATES[0], Candidate)


@given(st.floats(0.2, 3), st.floats(0.001, 100))
def test_a_power_law_reads_as_its_exponent(exponent: float, factor: float) -> None:
    sizes = [100, 200, 400, 800]
    assert slope(sizes, [factor * n**exponent for n in sizes]) == pytest.approx(exponent)


def test_the_lower_half_of_a_long_ladder_says_nothing() -> None:
    sizes = [2**k for k in range(4, 12)]
    assert slope(sizes, [7.0] * 4 + [float(n) for n in sizes[4:]]) == pytest.approx(1)


def test_one_meter_beyond_is_beyond_and_silence_is_not() -> None:
    assert Slopes(2.0, None).beyond(1.35)
    assert Slopes(1.0, 2.0).beyond(1.35)
    assert Slopes(None, None, broke_off=True).beyond(1.35)
    assert not Slopes(1.0, None).beyond(1.35)
    assert not Slopes(None, None).beyond(1.35)


FROZEN = FrozenProblem("", 1, "code", "f", (), "", "", ())


@pytest.mark.parametrize(
    ("given_seconds", "reference", "committed", "seconds"),
    [
        (0.0, 0.01, None, 2.0),
        (0.0, 0.2, None, 2.0),
        (0.0, 0.21, None, 4.0),
        (0.0, 0.9, None, 16.0),
        (5.0, 0.9, None, 5.0),
        (0.0, 0.19, 4.0, 4.0),
        (0.0, 0.45, 4.0, 4.0),
        (0.0, 0.81, 4.0, 16.0),
        (0.0, 0.01, 4.0, 2.0),
    ],
)
def test_a_limit_is_ten_times_the_reference_in_steps_and_stays_if_it_can(
    given_seconds: float, reference: float, committed: float | None, seconds: float
) -> None:
    old = None if committed is None else Limits(committed)
    limits = derived_limits(FROZEN, Limits(given_seconds), reference, old)
    assert limits.seconds == seconds
    assert math.isfinite(limits.mib)


def test_a_record_holds_until_a_source_or_the_cases_change(tmp_path: Path) -> None:
    folder = plant(tmp_path)
    (folder / "cases.json").write_text("{}")
    assert not is_proven(folder)
    write_record(folder, record_of(folder))
    assert is_proven(folder)
    for name in ("tests.py", "cases.json"):
        before = (folder / name).read_bytes()
        (folder / name).write_bytes(before + b"\n")
        assert not is_proven(folder)
        (folder / name).write_bytes(before)
    (folder / "visual.py").write_text("")
    assert not is_proven(folder)
    assert cases_proven(folder)


def record_of(folder: Path) -> Record:
    from_disk = read_record(folder)
    assert from_disk is None
    return Record(sources_digest(folder), cases_digest(folder), 1, 2, 2, 0, visual_digest(folder), PROVER)
