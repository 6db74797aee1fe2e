"""The golden file: forty invented attempts, folded by another implementation of the same equations."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from warmstart.skills.bank import Evidence, Share

GOLDEN: dict[str, Any] = json.loads(Path(__file__).with_name("mastery_golden.json").read_text("utf-8"))
TOLERANCE = 1e-9


def evidence_of(row: Mapping[str, Any], number: int = 0) -> Evidence:
    """Of an attempt of the file, or of a probe (which has no outcome)."""
    return Evidence(
        id=f"{number:04}",
        day=row["day"],
        skills=(Share(row["skill"], row["area"], 1.0),),
        item=row["item"],
        difficulty=row["difficulty"],
        y=row.get("y", 0.0),
        weight=row.get("weight", 1.0),
        difficulty_variance=row.get("difficulty_variance", 0.0),
        guess=row["guess"],
    )


ATTEMPTS = [evidence_of(row, n) for n, row in enumerate(GOLDEN["attempts"])]
