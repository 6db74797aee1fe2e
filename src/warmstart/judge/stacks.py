"""What each zygote has loaded before it forks, and how it is warmed."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from warmstart.judge import snippets


@dataclass(frozen=True, slots=True)
class Stack:
    """`imports`: loaded in the zygote. `packages`: third-party ones, readable in the jail.

    snippet: run once in the zygote. again: run by each worker before it has a job, so that the pages
    which a job writes are its own already; dear on a stack whose snippet is long.
    extra: what to install for it; "": it is there wherever Warmstart is.
    """

    name: str
    imports: tuple[str, ...]
    packages: tuple[str, ...]
    snippet: str
    again: str
    extra: str = ""

    @property
    def modules(self) -> frozenset[str]:
        """Top-level names of its third-party packages."""
        return frozenset(name.removesuffix(".py") for name in self.packages if not name.endswith(".libs"))

    def missing(self, site: Path) -> list[str]:
        """Those of its packages that `site` lacks. Wheels bring no `.libs` on every system."""
        needed = (name for name in self.packages if not name.endswith(".libs"))
        return [name.removesuffix(".py") for name in needed if not (site / name).exists()]


_STANDARD = (
    "abc",
    "bisect",
    "collections",
    "collections.abc",
    "copy",
    "dataclasses",
    "enum",
    "functools",
    "heapq",
    "itertools",
    "math",
    "operator",
    "random",
    "re",
    "string",
    "typing",
)

_NUMPY = ("numpy", "numpy.libs")
_SKLEARN = (
    *("scipy", "scipy.libs", "sklearn", "scikit_learn.libs"),
    *("joblib", "threadpoolctl.py", "narwhals"),  # what scikit-learn itself imports
)
_SKLEARN_IMPORTS = (
    *("scipy.linalg", "scipy.optimize", "scipy.sparse", "scipy.spatial", "scipy.special", "scipy.stats"),
    *("sklearn.cluster", "sklearn.decomposition", "sklearn.ensemble", "sklearn.linear_model"),
    *("sklearn.metrics", "sklearn.model_selection", "sklearn.naive_bayes", "sklearn.neighbors"),
    *("sklearn.pipeline", "sklearn.preprocessing", "sklearn.svm", "sklearn.tree"),
)

STACKS = {
    stack.name: stack
    for stack in (
        Stack("pure", _STANDARD, (), snippets.PURE, snippets.PURE),
        Stack("numpy", (*_STANDARD, "numpy"), _NUMPY, snippets.NUMPY, snippets.NUMPY_AGAIN),
        Stack(
            "sklearn",
            (*_STANDARD, "numpy", *_SKLEARN_IMPORTS),
            (*_NUMPY, *_SKLEARN),
            snippets.SKLEARN,
            snippets.PURE,  # a fit here costs each worker more than it saves its job
            extra="ml",
        ),
        Stack("sql", (*_STANDARD, "sqlite3", "warmstart.judge.sql"), (), snippets.SQL, snippets.SQL),
    )
}


def stack_for(imports: Collection[str]) -> str:
    """Name of the smallest stack that has `imports` loaded."""
    wanted = {name.partition(".")[0] for name in imports}
    if wanted & {"scipy", "sklearn"}:
        return "sklearn"
    return "numpy" if "numpy" in wanted else "pure"
