"""Numbers as people type them: read right, told what went wrong, and never an exception."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmstart.grading.numbers import Checked, Outcome, Wanted, check
from warmstart.grading.typed import parse

SHARE = Wanted(1.613, "%", rtol=0.02)
PLAIN = Wanted(0.01613, "", rtol=0.02)
WHOLE = Wanted(1234567, "", atol=0.5)
MIB = Wanted(12, "MiB", rtol=0.02)
MB = Wanted(12, "MB", rtol=0.02)
MILLION = Wanted(124.4, "million", rtol=0.005)
STEPS = Wanted(1200, "comparisons", rtol=0.02)

RIGHT = [
    (SHARE, ["1.6 %", "1,6%", "1.6", "0.016", "1.6e-2", "1 in 62", "1/62", "\u2248 1.6 percent"]),
    (SHARE, ["1.6 per cent", "P(ill | positive) = 1.6%"]),
    (SHARE, ["about 1.61", "1 out of 62", "1.6 % of them", "16 * 10^-3", "1.6 × 10⁻²", "1.6 x 10**-2"]),
    (PLAIN, ["16‰", "1.6%", "0.016", "0,016", ".0161", "1/62", "1.613e-02", "+0.0161", "p = 0.0161"]),
    (WHOLE, ["1234567", "1,234,567", "1.234.567", "1 234 567", "1'234'567", "1_234_567", "1,234,567.0"]),
    (WHOLE, ["1234567 parameters", "1.234567 million", "1.234567M", "1.234567e6", "about 1,234,567 in all"]),
    (MIB, ["12", "12 MiB", "12 mebibytes", "12.58 MB", "12.58 mb", "12582912 bytes", "100.7 Mbit"]),
    (MB, ["12 MB", "12000 kB", "12 million bytes", "11.44 MiB", "0.012 GB", "12 megabytes", "12M", "12e6 B"]),
    (MILLION, ["124.4", "124.4 million", "124.4M", "124.4e6 parameters", "124,400,000 weights"]),
    (MILLION, ["0.1244B", "0.1244 billion"]),
    (STEPS, ["1200", "1,200", "1200 comparisons", "1.2 thousand", "1.2k", "12 * 100", "2^10 * 1.17"]),
    (Wanted(1.5, "s", rtol=0.01), ["1.5 s", "1500 ms", "1.5 seconds", "0.025 min", "1.5"]),
    (Wanted(0.97, "bit", atol=0.01), ["0.97", "0.97 bits", "0.672 nats", "0.97 bit"]),
    (Wanted(-3, "", atol=0.01), ["-3", "−3", "- 3", "-3.0"]),
    (Wanted(1.234, "", rtol=0.001), ["1.234", "1,234"]),
    (Wanted(2.5, "GFLOP", rtol=0.01), ["2.5 GFLOPs", "2.5 gflop", "2500 MFLOP", "2.5 billion FLOPs", "2.5G"]),
    (Wanted(27, "px", atol=0.5), ["27", "27 px", "27 pixels"]),
    (Wanted(0, "", atol=0.001), ["0", "0.0", "0 %", "-0"]),
]  # fmt: skip


@pytest.mark.parametrize(("wanted", "text"), [(wanted, text) for wanted, texts in RIGHT for text in texts])
def test_what_means_the_same_is_right(wanted: Wanted, text: str) -> None:
    assert check(text, wanted).outcome is Outcome.RIGHT


OTHERWISE = [
    ("12 MB", MIB, Outcome.WRONG_UNIT),
    ("12 GB", MIB, Outcome.WRONG_UNIT),
    ("12 ms", MIB, Outcome.WRONG_UNIT),
    ("12 ms or so", MIB, Outcome.WRONG_UNIT),
    ("*".join(["1,111"] * 20), WHOLE, Outcome.NO_NUMBER),
    ("1200 s", STEPS, Outcome.WRONG_UNIT),
    ("1.6", PLAIN, Outcome.FACTOR),
    ("161", SHARE, Outcome.FACTOR),
    ("12345670", WHOLE, Outcome.FACTOR),
    ("12000", MB, Outcome.FACTOR),
    ("12288", MIB, Outcome.FACTOR),
    ("3", SHARE, Outcome.WRONG),
    ("-1.6", SHARE, Outcome.WRONG),
    ("12,345,6", WHOLE, Outcome.NO_NUMBER),
    ("5-6", STEPS, Outcome.NO_NUMBER),
    ("2 to 3", STEPS, Outcome.NO_NUMBER),
    *(
        (text, STEPS, Outcome.NO_NUMBER)
        for text in (
            "", " ", "many", "nan", "inf", "1/0", "10^9999", "sqrt(2)", "%", "=", "1e999", "not 5",
            "\0", "9" * 400, "<b>1200</b>", "๓", "1..2", "-", "🙂",
        )
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted", "outcome"), OTHERWISE)
def test_what_is_not_right_is_told_apart(text: str, wanted: Wanted, outcome: Outcome) -> None:
    assert check(text, wanted).outcome is outcome


def test_a_slip_is_named_the_nearest_first() -> None:
    slips = [("base rate forgotten", 99.0), ("other way round", 97.0)]
    assert check("0.99", SHARE, slips) == Checked(Outcome.SLIP, 99.0, "base rate forgotten")
    assert check("97.4", SHARE, slips).slip == "other way round"


def test_the_right_value_is_no_slip() -> None:
    assert check("1.6", SHARE, [("near", 1.62)]).is_right


@pytest.mark.parametrize(
    ("text", "factor"), [("12 GB", 1.0), ("12288", 1024.0), ("0.012", 1e-3), ("120", 10.0)]
)
def test_the_factor_says_how_far_off(text: str, factor: float) -> None:
    assert check(text, MIB).factor == factor


@given(st.floats(allow_nan=False, allow_infinity=False, width=32).filter(lambda x: x == 0 or abs(x) > 1e-30))
def test_what_python_prints_is_read_back(value: float) -> None:
    assert check(repr(value), Wanted(value, rtol=1e-6)).is_right
    assert parse(repr(value))[0].value == value


@given(st.integers(0, 10**15))
def test_separated_thousands_are_read_back(value: int) -> None:
    for mark in ",_ ":
        assert any(typed.value == value for typed in parse(f"{value:,}".replace(",", mark)))


@given(st.floats(1e-3, 1e9), st.sampled_from(["kB", "MB", "GB", "KiB", "MiB", "GiB", "bytes", "bit"]))
def test_another_unit_of_the_same_family_changes_nothing(size: float, unit: str) -> None:
    scale = {
        "kB": 1e3,
        "MB": 1e6,
        "GB": 1e9,
        "KiB": 1024,
        "MiB": 1024**2,
        "GiB": 1024**3,
        "bytes": 1,
        "bit": 1 / 8,
    }
    typed = f"{size * 1e6 / scale[unit]:.9e} {unit}"
    assert check(typed, Wanted(size, "MB", rtol=1e-6)).is_right


@given(st.text(max_size=60), st.sampled_from(["", "%", "MiB", "s", "million", "bit", "comparisons"]))
def test_any_text_gets_an_outcome(text: str, unit: str) -> None:
    outcome = check(text, Wanted(7.0, unit, rtol=0.01), [("slip", 8.0)])
    assert outcome.value is None or math.isfinite(outcome.value)


@given(st.text("0123456789.,eE^*/x% -+kM", max_size=30))
def test_text_of_digits_and_signs_gets_an_outcome(text: str) -> None:
    assert isinstance(check(text, STEPS).outcome, Outcome)
