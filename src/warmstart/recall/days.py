"""Days: real ones since 1970, and study days, which begin at four in the morning local time."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo

BEGINS = timedelta(hours=4)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DAY = timedelta(days=1)


def real_day(at: datetime) -> float:
    """Days since 1970-01-01T00:00Z. `at` knows its zone."""
    return (at - _EPOCH) / _DAY


def moment(day: float) -> datetime:
    """The instant, in UTC; what lies beyond the calendar is its end."""
    try:
        return _EPOCH + day * _DAY
    except OverflowError:
        return datetime.max.replace(tzinfo=UTC)


def study_day(at: datetime, zone: tzinfo) -> int:
    """Ordinal of the local date four hours ago by the clock on the wall, also when that clock jumps."""
    return (at.astimezone(zone).replace(tzinfo=None) - BEGINS).toordinal()


def start_of(study_day: int, zone: tzinfo) -> datetime:
    """The instant at which the study day begins, in UTC."""
    wall = datetime.combine(date.fromordinal(study_day), time()) + BEGINS
    return wall.replace(tzinfo=zone).astimezone(UTC)
