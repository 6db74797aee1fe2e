from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warmstart.judge.tests.fuzz.target import hold

CORPUS = sorted((Path(__file__).parent / "fuzz/corpus").iterdir())


@pytest.mark.parametrize("file", CORPUS, ids=lambda file: file.name[:12])
def test_bytes_that_were_found_by_coverage_are_refused_or_mean_what_they_say(file: Path) -> None:
    hold(file.read_bytes())


@settings(max_examples=300)
@given(st.sampled_from(CORPUS), st.data())
def test_so_are_those_bytes_with_a_few_of_them_changed(file: Path, data: st.DataObject) -> None:
    changed = bytearray(file.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, max(0, len(changed) - 1)))
        changed[place : place + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=4))
    hold(bytes(changed))
