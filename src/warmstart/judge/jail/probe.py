"""Which tier this machine has: found out by building each, in a process that is thrown away."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping

from warmstart.judge.jail.closing import Jailed, close_zygote
from warmstart.judge.jail.error import JailError
from warmstart.judge.jail.macos import limit, profile, seal
from warmstart.judge.jail.namespaces import enter_namespaces
from warmstart.judge.jail.tier import Tier
from warmstart.judge.jail.view import standard_view

_PACKAGES = os.path.abspath(__file__).removesuffix(os.path.join("", "warmstart", "judge", "jail", "probe.py"))
_PROGRAM = """
import sys
sys.path.append(sys.argv[1])
from warmstart.judge.jail.probe import try_tier
try_tier(sys.argv[2])
"""
_SECONDS = 20


TIERS = (Tier.T4,) if sys.platform == "darwin" else (Tier.T1, Tier.T2, Tier.T3)
"""Those that this system could have, the strongest first."""


def best_tier() -> Tier:
    """The strongest that holds here, else T0. About 0.1 s a tier tried; keep the answer."""
    return next((tier for tier in TIERS if missing(tier) is None), Tier.T0)


def missing(tier: Tier) -> str | None:
    """Why `tier` cannot be had on this machine, in a line; None: it holds."""
    wanted = "darwin" if tier is Tier.T4 else "linux"
    if sys.platform != wanted:
        return f"needs {'macOS' if tier is Tier.T4 else 'Linux'}, not {sys.platform}"
    command = [sys.executable, "-I", "-S", "-c", _PROGRAM, _PACKAGES, tier]
    try:
        probe = subprocess.run(  # noqa: S603
            command, check=False, capture_output=True, timeout=_SECONDS, cwd="/", env={}, text=True
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    if probe.returncode == 0:
        return None
    return (probe.stderr.strip().splitlines() or [f"ended with status {probe.returncode}"])[-1]


def try_tier(name: str) -> None:
    """Build the jail and see that it holds; SystemExit with the reason where it does not."""
    tier = Tier(name)
    try:
        if tier is Tier.T1:
            enter_namespaces()
            _in_child(lambda: _try_zygote(tier))
        elif tier is Tier.T4:
            _try_sealed()
        else:
            _try_zygote(tier)
    except JailError as error:
        sys.exit(str(error))


def _try_sealed() -> None:
    limit()
    seal(profile(standard_view()))
    _try_escapes({
        "fork": os.fork,
        "signal another process": lambda: os.kill(os.getppid(), 0),
        "read a file": lambda: open("/etc/passwd").close(),
        "write a file": lambda: open("/tmp/warmstart-was-here", "w").close(),  # noqa: S108
    })  # fmt: skip


def _try_zygote(tier: Tier) -> None:
    jailed = close_zygote(tier, standard_view())
    _in_child(lambda: _try_worker(jailed))


def _try_worker(jailed: Jailed) -> None:
    jailed()
    escapes: dict[str, Callable[[], object]] = {
        "fork": os.fork,
        # The zygote: of our own user everywhere, so that nothing but the filter forbids it.
        "signal another process": lambda: os.kill(os.getppid(), 0),
    }
    if jailed.tier is not Tier.T3:
        escapes["list /proc"] = lambda: os.listdir("/proc")
    _try_escapes(escapes)


def _try_escapes(escapes: Mapping[str, Callable[[], object]]) -> None:
    for what, attempt in escapes.items():
        try:
            attempt()
        except OSError:
            continue
        sys.exit(f"jailed code could {what}")
    os.listdir(os.path.dirname(os.__file__))


def _in_child(body: Callable[[], None]) -> None:
    child = os.fork()
    if child:
        if os.waitpid(child, 0)[1]:
            os._exit(1)
        return
    try:
        body()
    except (JailError, SystemExit) as error:
        os.write(2, f"{error}\n".encode())
        os._exit(1)
    os._exit(0)
