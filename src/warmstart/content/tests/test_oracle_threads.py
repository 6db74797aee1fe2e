"""Oracles run on one thread, so that another machine sums floats in the same order."""

from pathlib import Path

import pytest

from warmstart.content.prove.desk import Desk

_TESTS = """
import os

import {library}
import numpy as np

CASES = {{}}


def oracle(inp):
    before = len(os.listdir("/proc/self/task"))
    X = np.arange(2000.0).reshape(400, 5)
    y = X[:, 0] % 7
    {fit}
    return len(os.listdir("/proc/self/task")) - before
"""

FITS = {
    "lightgbm": 'lightgbm.train({"verbose": -1}, lightgbm.Dataset(X, y), 3)',
    "xgboost": "xgboost.train({}, xgboost.DMatrix(X, y), 3)",
}


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="threads are counted in Linux's /proc")
@pytest.mark.parametrize("library", sorted(FITS))
def test_a_boosting_library_starts_no_thread(library: str, tmp_path: Path) -> None:
    tests = tmp_path / "tests.py"
    tests.write_text(_TESTS.format(library=library, fit=FITS[library]))
    with Desk(tests) as desk:
        assert desk.consult("oracle", [0])[0].value == 0
