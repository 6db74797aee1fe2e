"""What the exemplars of questions say of each point, as the grader's curves are fitted on it."""

from collections.abc import Iterable, Iterator

from warmstart.content.question import Question
from warmstart.grading.fitting import Labelled
from warmstart.grading.grader import Reading, read


def labelled_exemplars(questions: Iterable[Question]) -> Iterator[tuple[str, Labelled]]:
    """Slug and labelled answer; without the lists of terms, for which there is a guard."""
    for question in questions:
        for exemplar in (question.model, *question.exemplars):
            reading = read(question.rubric, exemplar.text)
            if exemplar.kind == "keywords" or not question.rubric.points or not isinstance(reading, Reading):
                continue
            points, wrong = question.rubric.points, question.rubric.misconceptions
            yield (
                question.slug,
                Labelled(
                    reading.features.points,
                    reading.features.wrong,
                    [point.id in exemplar.has for point in points],
                    [point.id in exemplar.half for point in points],
                    [point.id in exemplar.denies for point in points],
                    [each.id in exemplar.flags for each in wrong],
                ),
            )
