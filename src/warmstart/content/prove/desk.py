"""This side of the author process: ask tests.py for cases, inputs and expected values."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from warmstart import WarmstartError
from warmstart.content.finding import Finding
from warmstart.judge.arrays import InlineArrays
from warmstart.judge.structures import Raises
from warmstart.judge.value import decode

SECONDS = 300.0
"""Longest wait for one answer: importing a library on a busy machine, or a slow oracle."""

_ARRAYS = InlineArrays()
PINNED = {
    # one thread and one code path, so that another machine sums floats in the same order
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "OMP_THREAD_LIMIT": "1",  # what LightGBM and XGBoost heed when they count the processors themselves
    "MKL_NUM_THREADS": "1",
    "OPENBLAS_CORETYPE": "Haswell",
    "NPY_DISABLE_CPU_FEATURES": "X86_V4 AVX512_ICL AVX512_SPR",
    "PYTHONDONTWRITEBYTECODE": "1",
}


class AuthorFault(WarmstartError):
    """tests.py failed; `finding` says where and how."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding))
        self.finding = finding


class OracleMissing(WarmstartError):
    """The oracle needs a library that is not installed; `library` is its name."""

    def __init__(self, library: str) -> None:
        super().__init__(f"{library} is not installed; get it with the extra `prove`")
        self.library = library


@dataclass(frozen=True, slots=True)
class HandCase:
    """One entry of CASES."""

    name: str
    why: str
    input: object


@dataclass(frozen=True, slots=True)
class Tests:
    """The constants of tests.py."""

    __test__ = False

    cases: tuple[HandCase, ...]
    invalid: tuple[tuple[str, object], ...]
    keep: Mapping[str, str]
    statistical: frozenset[str]
    ladder: tuple[int, ...]
    rtol: float
    atol: float


@dataclass(frozen=True, slots=True)
class Answer:
    """What an oracle said: a value, or `Raises` with the exception's message."""

    value: object
    message: str = ""


class Desk:
    """A context manager around one author process. Every question may raise AuthorFault.

    hash_seed: two desks with different ones must agree, or something hangs on the order of a set.
    absent: modules that shall count as not installed.
    """

    def __init__(self, tests: Path, *, hash_seed: int = 0, absent: Sequence[str] = ()) -> None:
        self._tests = tests
        environment = {**os.environ, **PINNED, "PYTHONHASHSEED": str(hash_seed), "PYTHONPATH": own_path()}
        command = [
            sys.executable,
            "-W",
            "ignore",
            "-m",
            "warmstart.content.prove.author",
            str(tests),
            *absent,
        ]
        self._process = subprocess.Popen(  # noqa: S603
            command,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def __enter__(self) -> "Desk":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()
        self._process.wait()

    def load(self) -> Tests:
        data: dict = self._ask({"do": "load"})  # type: ignore[type-arg, assignment]
        return Tests(
            cases=tuple(HandCase(name, why, decode(tree, _ARRAYS)) for name, why, tree in data["cases"]),
            invalid=tuple((name, decode(tree, _ARRAYS)) for name, tree in data["invalid"]),
            keep=data["keep"],
            statistical=frozenset(data["statistical"]),
            ladder=tuple(sorted(data["ladder"])),
            rtol=data["rtol"],
            atol=data["atol"],
        )

    def generate(self, count: int, seed: str) -> tuple[object, ...]:
        trees = self._ask({"do": "generate", "count": count, "seed": seed})
        assert isinstance(trees, list)
        return tuple(decode(tree, _ARRAYS) for tree in trees)

    def consult(self, oracle: str, trees: Sequence[object]) -> tuple[Answer, ...]:
        """Answers to encoded inputs. OracleMissing: a library is not installed."""
        replies = self._ask({"do": "consult", "oracle": oracle, "inputs": list(trees)})
        assert isinstance(replies, list)
        return tuple(_read_answer(reply) for reply in replies)

    def _ask(self, request: dict[str, object]) -> object:
        line = self._exchange(json.dumps(request) + "\n")
        if not line:
            raise AuthorFault(Finding(self._tests, 1, "the process that ran it ended or hung", _MEND))
        reply = json.loads(line)
        if "missing" in reply:
            raise OracleMissing(reply["missing"])
        if "fault" in reply:
            raise AuthorFault(Finding(self._tests, reply["line"], reply["fault"], _MEND))
        return reply["value"]

    def _exchange(self, line: str) -> str:
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None
        assert stdout is not None
        alarm = threading.Timer(SECONDS, self._process.kill)
        alarm.start()
        try:
            stdin.write(line)
            stdin.flush()
            return stdout.readline()
        except BrokenPipeError:
            return ""
        finally:
            alarm.cancel()


_MEND = "run tests.py by hand to see more"


def own_path() -> str:
    """Where `warmstart` was found, for a child that starts elsewhere."""
    own = str(Path(__file__).resolve().parents[3])
    return os.pathsep.join([own, *filter(None, [os.environ.get("PYTHONPATH")])])


def _read_answer(reply: dict[str, object]) -> Answer:
    if "raises" in reply:
        return Answer(Raises(str(reply["raises"])), str(reply["message"]))
    return Answer(decode(reply["value"], _ARRAYS))
