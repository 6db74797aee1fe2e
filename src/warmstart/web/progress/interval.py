"""A chance with its 80 % interval as a bar, and the same in words."""

from django.utils.html import format_html
from django.utils.safestring import SafeString

WIDTH, HEIGHT = 160, 14
_RANGE = (
    '<svg class="interval" viewBox="0 0 {} {}" aria-hidden="true" focusable="false">'
    '<path class="track" d="M0 7H160M0.5 3v8M80 4v6M159.5 3v8"/>'
    '<rect class="between" x="{}" y="3" width="{}" height="8" rx="2"/></svg>'
)
_BAR = _RANGE.replace("</svg>", '<path class="middle" d="M{} 0v14"/></svg>')


def interval_bar(p: float, low: float, high: float) -> SafeString:
    """Beside the words of `interval_words`, which say it for those who do not see it."""
    left, right, middle = (round(WIDTH * min(max(at, 0.0), 1.0), 1) for at in (low, high, p))
    middle = min(max(middle, 1.0), WIDTH - 1.0)
    return format_html(_BAR, WIDTH, HEIGHT, left, round(max(right - left, 2), 1), middle)


def range_bar(low: float, high: float) -> SafeString:
    """Where only a range is shown, beside its words."""
    left, right = (round(WIDTH * min(max(at, 0.0), 1.0), 1) for at in (low, high))
    return format_html(_RANGE, WIDTH, HEIGHT, left, round(max(right - left, 2), 1))


def exact_percent(share: float) -> str:
    """Of what was counted, or was said before."""
    return f"{round(100 * share)} %"


def percent(share: float) -> str:
    """Nothing that is estimated is 0 or 100 %."""
    rounded = round(100 * share)
    return "over 99 %" if rounded >= 100 else "under 1 %" if rounded <= 0 else f"{rounded} %"


def range_words(low: float, high: float) -> str:
    """Of estimates: `20 % to 60 %`, `under 1 % to 9 %`, `under 1 %`."""
    ends = (percent(low), percent(high))
    certain = ends[0] == ends[1] and not ends[0][0].isdigit()
    return ends[0] if certain else " to ".join(ends)


def interval_words(p: float, low: float, high: float) -> str:
    return f"{percent(p)}, probably {round(100 * low)} to {round(100 * high)} %"


def attempts_words(count: int) -> str:
    return "nothing seen yet" if not count else f"from {count} attempt{'' if count == 1 else 's'}"
