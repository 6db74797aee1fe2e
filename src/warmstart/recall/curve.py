"""The forgetting curve, and how long it takes to fall to a wanted chance.

Source: FSRS-6; recall after S days (the stability) is 0.9 whatever the parameters.
"""

from warmstart.recall.parameters import DEFAULTS, Parameters


def factor(w: Parameters) -> float:
    """What makes the chance after S days 0.9."""
    return float(0.9 ** (-1.0 / w[20])) - 1.0


def chance(days: float, stability: float, w: Parameters = DEFAULTS) -> float:
    """Of recall, real `days` after the last review; before it (a clock set back) as at once: 1."""
    return float((1.0 + factor(w) * max(days, 0.0) / stability) ** -w[20])


def interval(stability: float, wanted: float, w: Parameters = DEFAULTS) -> float:
    """Days after which the chance has fallen to `wanted`, which lies between 0 and 1."""
    return stability / factor(w) * (float(wanted ** (-1.0 / w[20])) - 1.0)
