"""Laws of memory that hold for any memory, rating and day; and bad clocks."""

from hypothesis import given
from hypothesis import strategies as st

from warmstart.recall.curve import chance, interval
from warmstart.recall.memory import EASIEST, HARDEST, LONGEST, SHORTEST, Memory, Rating, after, recall_at
from warmstart.recall.parameters import HIGH, LOW, Parameters
from warmstart.recall.replay import Course, Review, replay

stabilities = st.floats(SHORTEST, LONGEST)
difficulties = st.floats(EASIEST, HARDEST)
gaps = st.floats(0, 4000)
memories = st.builds(Memory, stabilities, difficulties, st.floats(20000, 21000), st.just(738000))
parameters = st.tuples(*(st.floats(low, high) for low, high in zip(LOW, HIGH, strict=True)))
ratings = st.sampled_from(Rating)
later_days = st.integers(1, 4000)


@given(gaps, gaps, stabilities)
def test_recall_falls_with_time(one: float, two: float, stability: float) -> None:
    soon, late = sorted((one, two))
    assert 0 < chance(late, stability) <= chance(soon, stability) <= 1


@given(gaps, stabilities, stabilities)
def test_recall_rises_with_stability(days: float, one: float, two: float) -> None:
    weak, strong = sorted((one, two))
    assert chance(days, weak) <= chance(days, strong)


@given(stabilities, st.floats(0.5, 0.99), st.floats(0.1, 0.8))
def test_after_the_interval_the_chance_is_the_wanted_one(
    stability: float, wanted: float, decay: float
) -> None:
    w = (*LOW[:20], decay)
    assert abs(chance(interval(stability, wanted, w), stability, w) - wanted) < 1e-9


@given(memories, st.sampled_from([Rating.GOOD, Rating.EASY]), gaps, st.integers(0, 4000), parameters)
def test_good_and_easy_never_shrink_stability(
    memory: Memory, rating: Rating, gap: float, days: int, w: Parameters
) -> None:
    found = after(memory, rating, memory.last + gap, memory.study_day + days, w)
    assert found.stability >= memory.stability


@given(memories, gaps, later_days, parameters)
def test_again_on_a_later_day_never_raises_stability(
    memory: Memory, gap: float, days: int, w: Parameters
) -> None:
    found = after(memory, Rating.AGAIN, memory.last + gap, memory.study_day + days, w)
    assert found.stability <= memory.stability


@given(memories, ratings, gaps, st.integers(-3, 4000), parameters)
def test_memory_stays_within_its_bounds(
    memory: Memory, rating: Rating, gap: float, days: int, w: Parameters
) -> None:
    found = after(memory, rating, memory.last + gap, memory.study_day + days, w)
    assert SHORTEST <= found.stability <= LONGEST
    assert EASIEST <= found.difficulty <= HARDEST


@given(memories, ratings, st.floats(0.01, 400), st.integers(-400, 0))
def test_a_clock_set_back_counts_as_no_time_gone_by(
    memory: Memory, rating: Rating, back: float, days: int
) -> None:
    early = after(memory, rating, memory.last - back, memory.study_day + days)
    assert early == after(memory, rating, memory.last, memory.study_day)
    assert recall_at(memory, memory.last - back) == 1.0


def test_less_than_a_day_later_is_predicted_at_its_fraction_and_updated_as_a_day() -> None:
    memory = Memory(2.0, 5.0, 100.5, 738000)
    assert recall_at(memory, 100.75) == chance(0.25, 2.0) < 1.0
    sooner = after(memory, Rating.GOOD, 100.75, 738001)
    assert sooner.stability == after(memory, Rating.GOOD, 101.5, 738001).stability
    assert sooner.last == 100.75


def test_the_same_instant_twice_is_the_same_study_day() -> None:
    once = after(None, Rating.GOOD, 100.5, 738000)
    twice = after(once, Rating.GOOD, 100.5, 738000)
    assert once.stability <= twice.stability < 1.5 * once.stability


@st.composite
def logs(draw: st.DrawFn) -> list[Review]:
    rows = draw(st.lists(st.tuples(st.sampled_from("abc"), st.floats(0, 300), ratings), max_size=60))
    rows.sort(key=lambda row: row[1])
    return [
        Review(item, day, 738000 + int(day), rating, f"{place:03d}")
        for place, (item, day, rating) in enumerate(rows)
    ]


@given(logs(), st.integers(0, 60))
def test_a_course_kept_and_read_back_goes_on_to_the_same_last_bit(log: list[Review], cut: int) -> None:
    first = Course()
    for review in log[:cut]:
        first.add(review)
    second = Course.from_json(first.as_json())
    apart = first.copy()
    for review in log[cut:]:
        assert first.add(review) == second.add(review)
    assert first.as_json() == second.as_json()
    assert first.memories == replay(log).memories
    assert apart.as_json() == Course.from_json(apart.as_json()).as_json()


@given(logs())
def test_predictions_are_of_next_day_reviews_only(log: list[Review]) -> None:
    course = Course()
    told = [course.add(review) for review in log]
    days: dict[str, int] = {}
    for review, chance_ in zip(log, told, strict=True):
        assert (chance_ is not None) is (days.get(review.item, review.study_day) < review.study_day)
        days[review.item] = review.study_day
    assert course.next_day_reviews == len(replay(log).predictions)
