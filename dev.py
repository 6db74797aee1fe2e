#!/usr/bin/env python3
"""Warmstart from a git clone, with Python 3.11 or newer, its venv and pip: nothing else need be installed.

python3 dev.py run [--port N] [--no-browser] [--data-dir FOLDER]    open it in the browser
python3 dev.py test                                                 everything CI runs
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
import subprocess
import sys
import time
import venv
from pathlib import Path
from typing import NamedTuple, NoReturn

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin/python"
UV = VENV / "bin/uv"
STAMP = VENV / "warmstart-stamp"
ASSETS = ROOT / "src/warmstart/web/static/dist/manifest.json"
LOCK = ROOT / "requirements.lock"
BUILT_FROM = [LOCK, ROOT / "pyproject.toml", ROOT / "hatch_build.py", ROOT / "islands"]
PATH = f"{VENV / 'bin'}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
ENVIRONMENT = {**os.environ, "VIRTUAL_ENV": str(VENV), "PATH": PATH}


class Result(NamedTuple):
    code: int
    seconds: float
    closing: str


def main() -> int:
    command = sys.argv[1] if len(sys.argv) > 1 else ""
    if command not in ("run", "test"):
        print(__doc__.strip())
        return 0 if command in ("", "-h", "--help") else 2
    ensure_environment()
    return test() if command == "test" else run(sys.argv[2:])


def run(options: list[str]) -> NoReturn:
    """Become `warmstart up`: no second process waits behind the server."""
    os.execve(PYTHON, [str(PYTHON), "-m", "warmstart.cli.main", "up", *options], ENVIRONMENT)


def ensure_environment() -> None:
    """Make .venv what the lock, pyproject.toml and the islands say; quick when it is that already."""
    want = digest()
    if all(path.exists() for path in (STAMP, PYTHON, ASSETS)) and STAMP.read_text() == want:
        return
    refuse_what_cannot_work()
    print("Setting up: the first time takes a minute, later ones nothing.", flush=True)
    if not (UV.exists() and PYTHON.exists()):
        venv.create(VENV, with_pip=True, symlinks=True, clear=not PYTHON.exists())
        install_uv()
    install("the packages of requirements.lock", UV, "pip", "sync", "-q", "--require-hashes", LOCK)
    install("Warmstart itself", UV, "pip", "install", "-q", "--no-deps", "--no-build-isolation", "-e", ROOT)
    STAMP.write_text(want)


def digest() -> str:
    found = hashlib.sha256(sys.version.encode())
    for top in BUILT_FROM:
        for path in [top] if top.is_file() else sorted(files_under(top)):
            found.update(f"{path.relative_to(ROOT)}\0".encode() + path.read_bytes())
    return found.hexdigest()


def files_under(folder: Path) -> list[Path]:
    found = []
    for here, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != "node_modules"]
        found += [Path(here, name) for name in names]
    return found


def refuse_what_cannot_work() -> None:
    if sys.version_info < (3, 11):
        have = sys.version.split()[0]
        raise SystemExit(f"Warmstart needs Python 3.11 or newer; {sys.executable} is {have}.")
    if importlib.util.find_spec("ensurepip") is None:
        raise SystemExit("Python's venv module is missing. On Debian and Ubuntu: apt install python3-venv")


def install_uv() -> None:
    """uv comes from its own lines of the lock: pinned and hashed like all the rest."""
    entry = re.search(r"^uv==.*(?:\n +--hash=.*)*", LOCK.read_text(), re.MULTILINE)
    if entry is None:
        raise SystemExit(
            "requirements.lock has no line for uv: restore it with git checkout requirements.lock"
        )
    pinned = VENV / "uv.txt"
    pinned.write_text(entry.group() + "\n")
    install("uv", PYTHON, "-m", "pip", "install", "-q", "--require-hashes", "--no-deps", "-r", pinned)


def install(what: str, *command: object) -> None:
    if subprocess.run([str(word) for word in command], cwd=ROOT, env=ENVIRONMENT, check=False).returncode:
        raise SystemExit(
            f"Could not install {what}: the reason is above. The first start needs the network, "
            "or a mirror that pip, uv and npm are set up for; later starts need none."
        )


def test() -> int:
    """Run every step even when one fails; say at the end how each went."""
    pytest = [str(PYTHON), "-m", "pytest"]
    steps = {
        "check": [str(ROOT / "scripts/check")],
        "tests": [*pytest, "-n", "2", "--dist", "loadgroup", "-m", "not serial and not browser"],
        "flows": [*pytest, "-m", "serial or browser"],
    }
    results = {name: run_step(name, command) for name, command in steps.items()}
    summarise(results)
    return int(any(result.code for result in results.values()))


def run_step(name: str, command: list[str]) -> Result:
    """Show the step's output as it comes; its exit code, its seconds, its last line."""
    print(f"\n===== {name}", flush=True)
    started, closing = time.monotonic(), ""
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=ENVIRONMENT,
        text=True,
        errors="replace",
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as step:
        for line in step.stdout or ():
            print(line, end="", flush=True)
            closing = line.strip() or closing
    return Result(step.returncode, time.monotonic() - started, closing)


def summarise(results: dict[str, Result]) -> None:
    print("\n===== summary")
    tests = {"passed": 0, "failed": 0}
    for name, (code, seconds, closing) in results.items():
        print(f"{name:6} {'FAILED' if code else 'ok':7} {seconds:6.1f} s   {closing}")
        for number, word in re.findall(r"(\d+) (passed|failed|error)", closing):
            tests["passed" if word == "passed" else "failed"] += int(number)
    print(f"{tests['passed']} passed, {tests['failed']} failed", flush=True)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
