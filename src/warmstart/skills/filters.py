"""Hyper-parameters of the bank's filters, one array of the length K for each.

kalman_bank.json says what each means, and on which public data set it was tuned.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float64]
SHARE = 0.005
"""Fixed share: each filter keeps at least SHARE / K of the weight."""
VAR_A, VAR_B = 0.15, 0.03
"""Prior variances of the recalibration's intercept and slope."""
OPENED = 0.4
"""Variance of an area where that level is opened; taken out of the skill's, so that the total stays. A
judgement: the fits had flat skills, so no value was measured."""


@dataclass(frozen=True, slots=True)
class Filters:
    """m0 to item_gain: (K,), as in kalman_bank.json."""

    m0: Array
    v_root: Array
    v_area: Array
    v_skill: Array
    v_item: Array
    learn_right: Array
    learn_wrong: Array
    q_skill: Array
    q_root: Array
    forget: Array
    q_day: Array
    item_gain: Array

    @classmethod
    def of(cls, rows: Sequence[Mapping[str, Any]]) -> "Filters":
        return cls(*(np.array([float(row[each.name]) for row in rows]) for each in fields(cls)))


def shipped(*, area_level: bool) -> Filters:
    """The fifteen that come with Warmstart."""
    rows = json.loads((Path(__file__).parent / "kalman_bank.json").read_text(encoding="utf-8"))["filters"]
    if area_level:
        rows = [row | {"v_area": OPENED, "v_skill": row["v_skill"] - OPENED} for row in rows]
    return Filters.of(rows)
