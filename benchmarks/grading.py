"""How far the offline grader agrees with readers, and what it lets through.

    python benchmarks/grading.py [--json] [--held-back | --worked-on] [--publish]
    python benchmarks/grading.py --outside FILE.jsonl [--json]

The set is described in benchmarks/grading_set/README.md. For each of its questions the curves are fitted on
the exemplars of all other questions of the pack. --publish writes what the calibration page shows. Exit
status 1: a bar is missed.
"""

import argparse
import json
import subprocess
import sys
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from figures import machine
from grading_answers import answers, held_back, questions
from grading_figures import (
    HONEST,
    Graded,
    contradictions,
    credit_given,
    points,
    score_agreement,
    wrong_credit,
)
from outside import outside_figures
from readers import readers

import warmstart.grading
from warmstart.content.labelled import labelled_exemplars
from warmstart.grading.fitting import fit
from warmstart.grading.grader import GRADER, grade

PUBLISHED = Path(warmstart.grading.__file__).parent / "agreement.json"


@dataclass(frozen=True)
class Figure:
    """One claim. `least`: the bar is a floor; else a ceiling."""

    name: str
    value: float
    bar: float
    least: bool

    @property
    def holds(self) -> bool:
        return self.value >= self.bar if self.least else self.value <= self.bar

    def __str__(self) -> str:
        sign = ">=" if self.least else "<="
        told = "holds" if self.holds else "MISSED"
        return f"{self.name:<52} {self.value:7.3f}  bar {sign} {self.bar:g}: {told}"


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--json", action="store_true")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--held-back", action="store_true", help="only the third that nobody worked with")
    which.add_argument("--worked-on", action="store_true", help="only the rest")
    parser.add_argument("--publish", action="store_true")
    parser.add_argument("--outside", metavar="FILE", type=Path)
    args = parser.parse_args()
    if args.outside:
        print(json.dumps(outside_figures(args.outside), indent=1))
        return 0
    slugs = {each.question for each in answers()}
    chosen = held_back() if args.held_back else slugs - held_back() if args.worked_on else slugs
    graded = graded_answers(chosen)
    figures = [*_figures(graded), *_costs()]
    tree = _tree(graded, figures, chosen)
    print(json.dumps(tree, indent=1) if args.json else _told(graded, figures, tree))
    if args.publish:
        PUBLISHED.write_text(json.dumps(tree, indent=1) + "\n", encoding="utf-8")
    return 0 if all(figure.holds for figure in figures) else 1


def graded_answers(slugs: frozenset[str] | set[str]) -> list[Graded]:
    """Each by curves that never saw an exemplar of its question."""
    known = questions()
    rows = list(labelled_exemplars(known.values()))
    curves = {slug: fit([row for other, row in rows if other != slug]) for slug in slugs}
    return [
        Graded(
            each,
            known[each.question].rubric,
            grade(known[each.question].rubric, each.text, curves[each.question]),
        )
        for each in answers()
        if each.question in slugs
    ]


def _figures(graded: list[Graded]) -> list[Figure]:
    student, wrong = points(graded, ["student"]), contradictions(graded)
    credit = {
        kind: wrong_credit(graded, kind)[0] for kind in ("keywords", "copied", "off-topic", "injection")
    }
    return [
        Figure("points, students: F1 of mentioned", student.f1, 0.87, True),
        Figure("points, students: macro F1", student.macro, 0.80, True),
        Figure("points, students: AUC", student.auc, 0.90, True),
        Figure("points, students: calibration error", student.calibration_error, 0.05, False),
        Figure("points, students: right at confidence >= .8", student.sure_right, 0.92, True),
        Figure("points, students: share at confidence >= .8", student.sure_share, 0.60, True),
        *(Figure(f"wrong credit: {kind}", share, 0.05, False) for kind, share in credit.items()),
        Figure("wrong credit: fluent and empty", wrong_credit(graded, "fluent-empty")[0], 0.10, False),
        Figure("wrong credit: swapped", wrong_credit(graded, "swapped")[0], 0.30, False),
        Figure("authored contradictions: recall", wrong.recall, 0.70, True),
        Figure("authored contradictions: precision", wrong.precision, 0.90, True),
        Figure("full answers that are flagged", wrong.flagged_full, 0.03, False),
        Figure("free paraphrase: credit given / due", credit_given(graded, "paraphrase"), 0.75, True),
    ]


def _costs() -> list[Figure]:
    """In a process of its own, because this one holds every exemplar of the pack."""
    script = Path(__file__).with_name("grading_cost.py")
    done = subprocess.run([sys.executable, str(script)], capture_output=True, check=True)  # noqa: S603
    cost = json.loads(done.stdout)
    return [
        Figure("CPU an answer, p95, ms", cost["p95_ms"], 15, False),
        Figure("load, s of CPU", cost["load_s"], 0.3, False),
        Figure("peak memory of a process that grades, MB", cost["peak_mb"], 120, False),
    ]


def _tree(graded: list[Graded], figures: list[Figure], slugs: frozenset[str] | set[str]) -> dict[str, object]:
    r, error = score_agreement([each for each in graded if each.answer.kind in HONEST])
    wrong = contradictions(graded)
    return {
        "on": date.today().isoformat(),
        "grader": GRADER,
        "command": "python benchmarks/grading.py --publish",
        "questions": sorted(slugs),
        "answers": len(graded),
        "point_labels": sum(len(each.rubric.points) for each in graded),
        "students": asdict(points(graded, ["student"])),
        "honest": asdict(points(graded, HONEST)),
        "score": {"r": r, "rmse": error},
        "contradictions": asdict(wrong),
        "readers": readers(slugs),
        "figures": [{**asdict(each), "holds": each.holds} for each in figures],
        "machine": machine(),
    }


def _told(graded: list[Graded], figures: list[Figure], tree: dict[str, object]) -> str:
    head = f"{len(graded)} answers, {tree['point_labels']} point labels, readers: {tree['readers']}"
    return "\n".join([head, f"score: {tree['score']}", *map(str, figures)])


if __name__ == "__main__":
    sys.exit(main())
