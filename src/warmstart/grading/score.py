"""From what is known of each point to a score in points, with its spread."""

from warmstart.grading.grade import Band, Grade, PointGrade, Raised
from warmstart.grading.rubric import Rubric


def summed(
    rubric: Rubric,
    points: list[PointGrade],
    raised: list[Raised],
    flags: list[str],
    notes: list[str],
) -> Grade:
    """The band is the expected score and one standard deviation each way, points taken as independent."""
    shares = [(each.probability + each.full) / 2 for each in points]
    costs = {each.id: each.costs for each in rubric.misconceptions}
    lost = sum(costs[each.id] for each in raised if each.sure)
    pairs = [(point.pts, share) for point, share in zip(rubric.points, shares, strict=True)]
    expected = sum(pts * share for pts, share in pairs) - lost
    spread = sum(pts * pts * share * (1 - share) for pts, share in pairs) ** 0.5
    low, middle, high = (
        min(max(x, 0.0), rubric.total) for x in (expected - spread, expected, expected + spread)
    )
    sure = [max(each.probability, 1 - each.probability) for each in points]
    return Grade(
        tuple(points),
        tuple(raised),
        Band(low, middle, high, rubric.total),
        sum(sure) / len(sure) if sure else 0.0,
        tuple(dict.fromkeys(flags)),
        tuple(dict.fromkeys(notes)),
    )
