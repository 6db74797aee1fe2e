"""How far two readers of the evaluation set agree with each other."""

from collections.abc import Collection

import numpy as np
from agreement import kappa
from grading_answers import Answer, answers


def readers(slugs: Collection[str]) -> dict[str, float | int]:
    """Over every point of every answer: four labels, and "mentioned" (C or P) alone."""
    one, two = (_labels(reading, slugs) for reading in ("one", "two"))
    both = sorted(set(one) & set(two))
    first, second = np.array([one[key] for key in both]), np.array([two[key] for key in both])
    said, also = np.isin(first, ["C", "P"]), np.isin(second, ["C", "P"])
    return {
        "labels": len(both),
        "same": float((first == second).mean()),
        "kappa": kappa(first, second),
        "same_mentioned": float((said == also).mean()),
        "kappa_mentioned": kappa(said, also),
    }


def _labels(reading: str, slugs: Collection[str]) -> dict[tuple[str, str], str]:
    rows: list[Answer] = [each for each in answers(reading) if each.question in slugs]
    return {(each.id, point): label for each in rows for point, label in each.labels.items()}
