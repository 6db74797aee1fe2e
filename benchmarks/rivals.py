"""Ways to run one task's submission, ours and other people's, each to a verdict computed from its outputs.

An engine is called with a source and gives the seconds it took and whether every output was right.
"""

import json
import marshal
import math
import os
import pickle
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy
from peers import DMOJ, PYTEST, Missing, base_python, bubblewrap, nsjail
from tasks import Task, function

from warmstart.judge.pool import Judge
from warmstart.judge.verdict import Outcome

Engine = Callable[[str], tuple[float, bool]]

RUNNER = Path(__file__).with_name("peer_runner.py")
NUMPY = Path(numpy.__file__).resolve().parent
PYTHON = Path(base_python())
SECONDS = 60
UNPRIVILEGED = "nobody"


def right(task: Task, outputs: object) -> bool:
    """Plain equality, which is less than the comparison that Warmstart makes: the peers' gain."""
    expected = [case.expected for case in task.problem.cases]
    return isinstance(outputs, list) and len(outputs) == len(expected) and all(map(_equal, outputs, expected))


def _equal(left: object, wanted: object) -> bool:
    if isinstance(wanted, tuple):
        return isinstance(left, list | tuple) and len(left) == len(wanted) and all(map(_equal, left, wanted))
    if isinstance(wanted, numpy.ndarray):
        return isinstance(left, numpy.ndarray) and numpy.array_equal(left, wanted)
    return bool(left == wanted)


def judged(judge: Judge, task: Task) -> Engine:
    """Warmstart. Its zygote is started here, as it is in a judge that has been up for a second."""
    judge.warm(task.problem.stack)

    def run(source: str) -> tuple[float, bool]:
        started = time.perf_counter()
        verdict = judge.judge(task.problem, source)
        return time.perf_counter() - started, verdict.outcome is Outcome.AC

    return run


def computed(task: Task) -> Engine:
    """The calls alone, in this process: no sandbox, no compile, no comparison in the time."""

    def run(source: str) -> tuple[float, bool]:
        call = function(source, task.problem.entry)
        inputs = [case.input for case in task.problem.cases]
        started = time.perf_counter()
        outputs = [call(*given) for given in inputs]  # type: ignore[misc]
        return time.perf_counter() - started, right(task, outputs)

    return run


def executed(task: Task, *sandbox: str) -> Engine:
    """A fresh interpreter a submission, behind the command `sandbox`."""
    site = [str(NUMPY.parent)] if task.problem.imports else []
    command = [*sandbox, str(PYTHON), "-I", "-S", str(RUNNER), *site]
    inputs = [tuple(map(_plain, case.input)) for case in task.problem.cases]  # type: ignore[call-overload]

    def run(source: str) -> tuple[float, bool]:
        started = time.perf_counter()
        job = marshal.dumps((source, task.problem.entry, inputs))
        done = subprocess.run(command, input=job, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603
        if done.returncode != 0:
            raise Missing(f"{Path(command[0]).name}: {done.stderr.decode()[-200:].strip()}")
        passed = right(task, _outputs(done.stdout))
        return time.perf_counter() - started, passed

    return run


def _plain(value: object) -> object:
    if isinstance(value, numpy.ndarray):
        return "array", value.dtype.str, value.shape, value.tobytes()
    return value


def _outputs(written: bytes) -> object:
    text, _, data = written.partition(b"\n")
    return _revived(json.loads(text), BytesIO(data))


def _revived(value: object, data: BytesIO) -> object:
    if isinstance(value, list):
        return [_revived(each, data) for each in value]
    if isinstance(value, dict):
        dtype, shape = value["array"]
        return numpy.frombuffer(data.read(numpy.dtype(dtype).itemsize * math.prod(shape)), dtype).reshape(
            shape
        )
    return value


def bubblewrapped(task: Task) -> Engine:
    """New namespaces, read-only binds, no network; neither seccomp nor limits."""
    binds = [word for path in _binds(task) for word in ("--ro-bind", path, path)]
    return executed(task, bubblewrap(), "--unshare-all", "--die-with-parent", "--new-session", *binds,
                    *_links(), "--dev", "/dev", "--")  # fmt: skip


def nsjailed(task: Task) -> Engine:
    """New namespaces, read-only binds, no network, limits of time and memory; no seccomp."""
    binds = [word for path in (*_binds(task), *_libraries()) for word in ("-R", path)]
    return executed(task, nsjail(), "-Mo", "-Q", "--disable_proc", "--rlimit_as", "2048", "-t", "10",
                    *binds, "--")  # fmt: skip


def _libraries() -> list[str]:
    return [path for path in ("/lib", "/lib64") if Path(path).exists()]


def _links() -> list[str]:
    """/lib and /lib64 as they are here: folders to bind or links to make."""
    words: list[str] = []
    for path in _libraries():
        words += (
            ["--symlink", os.readlink(path), path] if Path(path).is_symlink() else ["--ro-bind", path, path]
        )
    return words


def _binds(task: Task) -> list[str]:
    packages = [NUMPY, NUMPY.with_name("numpy.libs")] if task.problem.imports else []
    wanted = ["/usr", str(PYTHON.parents[1]), str(RUNNER), *(str(p) for p in packages if p.exists())]
    return [path for path in wanted if path == "/usr" or not path.startswith("/usr/")]


_PYTEST = """
import pickle
from pathlib import Path

import pytest
from solution import {entry} as call

CASES = pickle.loads(Path(__file__).with_name("cases").read_bytes())

def same(got, wanted):
    if isinstance(wanted, tuple):
        return len(got) == len(wanted) and all(map(same, got, wanted))
    return (got == wanted).all() if hasattr(wanted, "dtype") else got == wanted

@pytest.mark.parametrize("given, wanted", CASES)
def test_case(given, wanted):
    assert same(call(*given), wanted)
"""


def pytest_cold(task: Task) -> Engine:
    """One test a case, in the submission's own process. No sandbox."""
    python, tests = PYTEST.program(), _PYTEST.format(entry=task.problem.entry)
    cases = pickle.dumps([(case.input, case.expected) for case in task.problem.cases])

    def run(source: str) -> tuple[float, bool]:
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "test_solution.py").write_text(tests, encoding="utf-8")
            Path(folder, "cases").write_bytes(cases)
            started = time.perf_counter()
            Path(folder, "solution.py").write_text(source, encoding="utf-8")
            done = subprocess.run(  # noqa: S603
                [python, "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_solution.py"],
                cwd=folder, capture_output=True, text=True, timeout=SECONDS, check=False,
            )  # fmt: skip
            seconds = time.perf_counter() - started
        if "passed" not in done.stdout and "failed" not in done.stdout:
            raise Missing(f"pytest: {done.stdout[-200:]}{done.stderr[-200:]}")
        return seconds, done.returncode == 0

    return run


class Dmoj:
    """DMOJ's judge, up and running; two-sum only, since it starts Python with -S, without NumPy.

    together: the cases as one test with one process, not as one process each.
    """

    def __init__(self, task: Task, *, together: bool) -> None:
        python = DMOJ.program()
        self._wanted = 1 if together else len(task.problem.cases)
        self.folder = Path(tempfile.mkdtemp(prefix="warmstart-dmoj-"))
        _write_problem(self.folder, _texts(task, together=together))
        _open_to(self.folder)
        self._process = subprocess.Popen(  # noqa: S603
            [python, "dmoj_driver.py", "config.yml", "task"],
            cwd=self.folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env={"HOME": str(self.folder), "PATH": "/usr/bin:/bin"}, **_as_another(),
        )  # type: ignore[call-overload]  # fmt: skip
        if "PY3" not in str(self._answer().get("executors")):
            raise Missing("dmoj: its Python executor does not load")

    def __call__(self, source: str) -> tuple[float, bool]:
        self._process.stdin.write(json.dumps(source + _MAIN) + "\n")
        self._process.stdin.flush()
        answer = self._answer()
        codes = answer["codes"]
        assert isinstance(codes, list)
        return float(str(answer["seconds"])), codes == ["AC"] * self._wanted

    def close(self) -> None:
        self._process.stdin.close()
        self._process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _answer(self) -> dict[str, object]:
        """The next line of JSON; DMOJ prints its own lines between."""
        for line in self._process.stdout:
            if line.startswith("{"):
                answer: dict[str, object] = json.loads(line)
                return answer
        raise Missing(f"dmoj: {self._process.stderr.read()[-300:].strip()}")


_MAIN = """
for _ in range(int(input())):
    wanted = int(input())
    print(*pair(list(map(int, input().split())), wanted))
"""


def _text(given: Any, expected: Any) -> tuple[str, str]:
    xs, target = given
    return f"{target}\n{' '.join(map(str, xs))}\n", " ".join(map(str, expected)) + "\n"


def _texts(task: Task, *, together: bool) -> list[tuple[str, str]]:
    """Input and output of each test."""
    cases = [_text(case.input, case.expected) for case in task.problem.cases]
    if together:
        return [(f"{len(cases)}\n" + "".join(given for given, _ in cases), "".join(out for _, out in cases))]
    return [("1\n" + given, out) for given, out in cases]


def _write_problem(folder: Path, texts: list[tuple[str, str]]) -> None:
    problem = folder / "problems" / "task"
    problem.mkdir(parents=True)
    (folder / "submissions").mkdir()
    for number, (given, out) in enumerate(texts):
        (problem / f"{number}.in").write_text(given)
        (problem / f"{number}.out").write_text(out)
    tests = [{"in": f"{number}.in", "out": f"{number}.out", "points": 1} for number in range(len(texts))]
    (problem / "init.yml").write_text(json.dumps({"test_cases": tests}))  # JSON is YAML
    (folder / "config.yml").write_text(json.dumps({
        "problem_storage_globs": [f"{folder}/problems/*"], "tempdir": f"{folder}/submissions",
        "runtime": {"python3": _runtime()},
    }))  # fmt: skip
    shutil.copy(RUNNER.with_name("dmoj_driver.py"), folder)


def _runtime() -> str:
    """The interpreter that DMOJ gives its submissions: one that its user may run."""
    return str(Path(DMOJ.program()).resolve())


def _open_to(folder: Path) -> None:
    if os.geteuid() != 0:
        return
    user = pwd.getpwnam(UNPRIVILEGED)
    for path in (folder, *folder.rglob("*")):
        os.chown(path, user.pw_uid, user.pw_gid)


def _as_another() -> dict[str, object]:
    if os.geteuid() != 0:
        return {}
    user = pwd.getpwnam(UNPRIVILEGED)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
