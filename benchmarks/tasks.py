"""What the benchmarks have judged: a right and a wrong solution to each task, and its frozen cases."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy
from judge_latency import RIGHT, WRONG, two_sum

from warmstart.judge.problem import FrozenCase, FrozenProblem

CASES = 20
POINTS, DIMENSIONS, CLUSTERS = 200, 4, 8
FITS = 5
"""A fit takes as long as five of those steps."""

STEP = """
import numpy as np

def step(points, centres):
    squares = ((points[:, None, :] - centres[None, :, :]) ** 2).sum(axis=2)
    labels = squares.argmin(axis=1)
    moved = centres.copy()
    for j in range(len(centres)):
        if (labels == j).any():
            moved[j] = points[labels == j].mean(axis=0)
    return labels, moved
"""
WRONG_STEP = STEP.replace("argmin", "argmax")

NUMPY_PAIR = """
import numpy as np

def pair(xs, target):
    array = np.array(xs)
    order = np.argsort(array)
    values = array[order]
    at = np.searchsorted(values, target - values)
    at[at == len(xs)] = 0
    i = int(np.flatnonzero(values[at] == target - values)[0])
    return sorted([int(order[i]), int(order[at[i]])])
"""
WRONG_NUMPY_PAIR = NUMPY_PAIR.replace("sorted([", "list([0, ")

FIT = """
import numpy as np
from sklearn.linear_model import LinearRegression

def fit(points, values):
    model = LinearRegression().fit(points, values)
    return np.append(model.coef_, model.intercept_)
"""
WRONG_FIT = FIT.replace("model.intercept_)", "0.0)")


@dataclass(frozen=True)
class Task:
    """`right` must be AC and `wrong` WA wherever the task is judged."""

    name: str
    problem: FrozenProblem
    right: str
    wrong: str


def pure_pair() -> Task:
    return Task("two-sum", two_sum(), RIGHT, WRONG)


def numpy_pair() -> Task:
    """The same cases, answered with NumPy."""
    problem = two_sum()
    return Task("two-sum in NumPy", _problem("numpy-pair", "pair", ("numpy",), problem.cases), NUMPY_PAIR,
                WRONG_NUMPY_PAIR)  # fmt: skip


def kmeans() -> Task:
    """One step of k-means on 20 clouds of 200 points in 4 dimensions."""
    rng = numpy.random.default_rng(0)
    inputs = [
        (rng.normal(size=(POINTS, DIMENSIONS)), rng.normal(size=(CLUSTERS, DIMENSIONS))) for _ in range(CASES)
    ]
    return Task("k-means step", _frozen("k-means", "step", ("numpy",), STEP, inputs), STEP, WRONG_STEP)


def regression() -> Task:
    """Least squares by scikit-learn on five clouds of 200 points in 4 dimensions."""
    rng = numpy.random.default_rng(0)
    inputs = [(rng.normal(size=(POINTS, DIMENSIONS)), rng.normal(size=POINTS)) for _ in range(FITS)]
    cases = tuple(
        FrozenCase(f"c{n}", f"case {n}", "", (points, values), _least_squares(points, values), n < 3, "hand")
        for n, (points, values) in enumerate(inputs)
    )
    return Task("scikit-learn fits", _problem("fit", "fit", ("numpy", "sklearn"), cases), FIT, WRONG_FIT)


def _least_squares(points: numpy.ndarray, values: numpy.ndarray) -> numpy.ndarray:
    design = numpy.column_stack([points, numpy.ones(len(points))])
    answer: numpy.ndarray = numpy.linalg.lstsq(design, values, rcond=None)[0]
    return answer


def _frozen(
    name: str, entry: str, imports: tuple[str, ...], reference: str, inputs: Sequence[tuple[object, ...]]
) -> FrozenProblem:
    answer = function(reference, entry)
    cases = tuple(
        FrozenCase(f"c{n}", f"case {n}", "", given, answer(*given), n < 3, "hand")
        for n, given in enumerate(inputs)
    )
    return _problem(name, entry, imports, cases)


def function(source: str, entry: str) -> Callable[..., object]:
    """What `source` defines by that name, in this process: the benchmark's own text."""
    namespace: dict[str, Callable[..., object]] = {}
    exec(source, namespace)  # noqa: S102
    return namespace[entry]


def _problem(name: str, entry: str, imports: tuple[str, ...], cases: tuple[FrozenCase, ...]) -> FrozenProblem:
    return FrozenProblem(
        id=name, version=1, kind="code", entry=entry, imports=imports, starter="", reference="", cases=cases
    )
