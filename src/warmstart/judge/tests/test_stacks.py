"""What each stack has loaded, what of it can be read in the jail, and that it was warmed."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from warmstart.judge import jail, nursery, zygote
from warmstart.judge.pool import Judge
from warmstart.judge.problem import FrozenCase, FrozenProblem, Limits
from warmstart.judge.replies import Returned
from warmstart.judge.stacks import STACKS, stack_for
from warmstart.judge.verdict import Outcome

ROOMY = Limits(seconds=10, mib=512)
LEARNT = FrozenProblem(
    id="learnt",
    version=1,
    kind="code",
    entry="right",
    imports=("numpy", "sklearn"),
    starter="",
    reference="",
    cases=(FrozenCase("1", "one", "", (40,), 40, False, "hand"),),
    limits=ROOMY,
)


@pytest.fixture(scope="module", params=[jail.Tier.T1, jail.Tier.T2])
def judge(request: pytest.FixtureRequest) -> Iterator[Judge]:
    with Judge(tier=request.param, spares=1) as judge:
        yield judge


@pytest.mark.parametrize(
    ("imports", "stack"),
    [
        ((), "pure"),
        (("heapq",), "pure"),
        (("numpy",), "numpy"),
        (("numpy", "scipy"), "sklearn"),
        (("sklearn.cluster",), "sklearn"),
    ],
)
def test_the_imports_choose_the_smallest_stack(imports: tuple[str, ...], stack: str) -> None:
    assert stack_for(imports) == replace(LEARNT, imports=imports).stack == stack


@pytest.mark.parametrize("name", STACKS)
@pytest.mark.parametrize("part", ["snippet", "again"])
def test_what_warms_a_stack_runs_to_its_end(judge: Judge, name: str, part: str) -> None:
    (answer,) = judge.call(name, getattr(STACKS[name], part), "main", [([3, 1, 2], 5)], limits=ROOMY)
    assert isinstance(answer, Returned), answer


def test_scikit_learn_trains_in_the_jail(judge: Judge) -> None:
    """Warmed parts, others that are loaded late, and `n_jobs`, which asks for processes."""
    source = """
import numpy as np
from sklearn.ensemble import GradientBoostingClassifier, RandomForestClassifier
from sklearn.cluster import DBSCAN, KMeans
from sklearn.gaussian_process import GaussianProcessClassifier
from sklearn.model_selection import GridSearchCV
import scipy.integrate

def right(n):
    X = np.repeat([[0.0, 0.0], [5.0, 5.0]], n // 2, axis=0) + 0.01 * np.arange(n)[:, None]
    y = np.repeat([0, 1], n // 2)
    KMeans(2, n_init=1).fit(X); DBSCAN(n_jobs=2).fit(X); GaussianProcessClassifier().fit(X, y)
    GridSearchCV(RandomForestClassifier(3, n_jobs=2), {"max_depth": [1, 2]}, n_jobs=2).fit(X, y)
    return int((GradientBoostingClassifier(n_estimators=3).fit(X, y).predict(X) == y).sum())
"""
    verdict = judge.judge(LEARNT, source)
    assert verdict.outcome is Outcome.AC, verdict.message


def test_training_without_a_seed_gives_the_same_every_time(judge: Judge) -> None:
    source = (
        "import numpy as np\nfrom sklearn.cluster import KMeans\n"
        "def right(n):\n    X = np.random.rand(n, 2)\n    return KMeans(3, n_init=1).fit(X).inertia_\n"
    )
    first, second = (judge.results(LEARNT, source, [(40,)]).cases[0].result for _ in range(2))
    assert isinstance(first, Returned), first
    assert first == second


def test_nothing_else_of_site_packages_is_there(judge: Judge) -> None:
    """rich lies beside scikit-learn, which loads it where it can."""
    site = nursery._site()
    assert (site / "rich/__init__.py").exists()
    source = f"""
def right(n):
    found = []
    for name in ("rich", "django", "warmstart", "pip", "_pytest"):
        try:
            open({str(site)!r} + "/" + name + "/__init__.py").close()
            found.append(name)
        except OSError:
            pass
        try:
            __import__(name if name != "warmstart" else "warmstart.content")
            found.append(name)
        except (ImportError, OSError):
            pass
    return found
"""
    (case,) = judge.results(LEARNT, source, [(1,)]).cases
    assert case.result == Returned([])


def test_a_stack_that_is_not_installed_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, judge: Judge
) -> None:
    for name in ("numpy", "scipy"):
        (tmp_path / name).mkdir()
    monkeypatch.setattr(nursery, "_site", lambda: tmp_path)
    with (
        Judge(tier=judge.tier) as bare,
        pytest.raises(nursery.StackNotInstalled, match=r'sklearn, joblib.*pip install "warmstart\[ml\]"'),
    ):
        bare.judge(LEARNT, "def right(n):\n    return n\n")


def test_a_zygote_with_a_second_thread_does_not_fork() -> None:
    leave = threading.Event()
    thread = threading.Thread(target=leave.wait)
    thread.start()
    try:
        with pytest.raises(RuntimeError, match="threads, want 1"):
            zygote._assert_one_thread()
    finally:
        leave.set()
        thread.join()
