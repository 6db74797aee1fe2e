"""When the jail must refuse to close, and how it copes with less of a kernel; each in its own process."""

import os
import subprocess
import sys
from collections.abc import Callable
from errno import EACCES, ENOENT, ENOSPC, ENOSYS, EPERM, EROFS

import pytest

from warmstart.judge.jail import JailError, Tier, missing
from warmstart.judge.jail import probe as probing
from warmstart.judge.jail.tests.cell import SOURCES

START = f"""
import os, sys, threading
sys.path.append({SOURCES!r})
from warmstart.judge.jail import *
from warmstart.judge.jail import closing, landlock
def close(tier): return close_zygote(Tier(tier), standard_view())
def error_of(act):
    try: act()
    except (JailError, OSError) as error: return error
"""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Linux")


def finish(program: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-I", "-S", "-B", "-c", START + program]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


def run(program: str) -> str:
    """What the program prints; it starts with the jail at hand and nothing closed."""
    ended = finish(program)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout.strip()


@pytest.fixture
def in_tier() -> Callable[[Tier], None]:
    def want(tier: Tier) -> None:
        if reason := missing(tier):
            pytest.skip(reason)

    return want


def test_a_second_thread_is_refused() -> None:
    program = "threading.Thread(target=threading.Event().wait, daemon=True).start()\n"
    assert "has threads" in run(program + "print(error_of(lambda: close('T3')), flush=True)\nos._exit(0)")


def test_an_open_directory_is_refused() -> None:
    assert "open directories" in run("fd = os.open('/', os.O_RDONLY)\nprint(error_of(lambda: close('T3')))")


def test_t1_outside_new_namespaces_is_refused() -> None:
    """Else root would turn over the whole machine's mounts."""
    assert "first process" in run("print(error_of(lambda: close('T1')))")


def test_t4_is_not_built_here() -> None:
    assert "T4" in run("print(error_of(lambda: close('T4')))")


def test_no_tier_at_all_leaves_everything_open() -> None:
    assert run("close('T0')\nprint(len(open('/etc/passwd').read()) > 9)") == "True"


def test_a_worker_whose_zygote_is_gone_does_not_start() -> None:
    program = "import dataclasses\njailed = dataclasses.replace(close('T3'), pid=1)\nprint(error_of(jailed))"
    assert "gone already" in run(program)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has something to lose")
def test_root_loses_the_way_back() -> None:
    """Locked securebits (all but keep_caps set, prctl 27 reads them) and no capability in any set."""
    program = (
        "from warmstart.judge.jail import privileges, kernel\n"
        "privileges.drop(())\n"
        "print(kernel.control('read', 27), *{line.split()[1] for line in open('/proc/self/status')"
        " if line.startswith('Cap')})"
    )
    assert run(program) == f"{0b11101111} {'0' * 16}"


OLD_LANDLOCK = """
landlock.abi = lambda: {abi}
jailed = close('T2')
jailed()
print(jailed.landlock, [getattr(error_of(act), 'errno', None) for act in (
    lambda: open('/etc/passwd'),
    lambda: os.open(os.__file__, os.O_RDONLY | os.O_TRUNC),
    lambda: open('/dev/null', 'w'),
    lambda: open(os.__file__))])
"""


@pytest.mark.parametrize("abi", range(1, 8))
def test_older_landlock_guards_what_it_can(abi: int, in_tier: Callable[[Tier], None]) -> None:
    """Before the third, opening may empty a file; there the filter refuses every open that writes."""
    in_tier(Tier.T2)
    truncating, null = (1, 1) if abi < 3 else (13, None)
    forked = "if os.fork(): os._exit(os.waitstatus_to_exitcode(os.wait()[1]))\n"
    program = OLD_LANDLOCK.format(abi=abi).replace("jailed()\n", forked + "jailed()\n", 1)
    assert run(program) == f"{abi} [13, {truncating}, {null}, None]"


LANDLOCK_ALONE = """
import socket
from warmstart.judge.jail import privileges, view
listener = socket.create_server(('127.0.0.1', 0))
abstract = socket.socket(socket.AF_UNIX)
abstract.bind(chr(0) + f'warmstart-jail-{os.getpid()}')
abstract.listen()
privileges.seal(readable_by_owner=True)
version = landlock.restrict(view.resolve(standard_view()))
print(version, [getattr(error_of(act), 'errno', None) for act in (
    lambda: socket.create_connection(listener.getsockname()),
    lambda: socket.create_server(('127.0.0.1', 0)),
    lambda: socket.socket(socket.AF_UNIX).connect(abstract.getsockname()),
    lambda: os.kill(os.getppid(), 0))])
"""


def test_landlock_alone_stops_network_and_signals_as_far_as_it_can(in_tier: Callable[[Tier], None]) -> None:
    """A layer of its own: it would hold where a filter had a hole."""
    in_tier(Tier.T2)
    version, errors = run(LANDLOCK_ALONE).split(" ", 1)
    tcp = EACCES if int(version) >= 4 else None
    scope = EPERM if int(version) >= 6 else None
    assert errors == str([tcp, tcp, scope, scope])


def test_t2_without_landlock_is_refused() -> None:
    assert "Landlock" in run("landlock.abi = lambda: 0\nprint(error_of(lambda: close('T2')))")


def test_t1_without_landlock_says_so(in_tier: Callable[[Tier], None]) -> None:
    in_tier(Tier.T1)
    said = run(
        "enter_namespaces()\nif os.fork(): os._exit(os.waitstatus_to_exitcode(os.wait()[1]))\n"
        "landlock.abi = lambda: 0\njailed = close('T1')\nprint(jailed.landlock, jailed.notes)\n"
        "print(error_of(lambda: open('/etc/passwd')).errno, error_of(lambda: open('/x', 'w')).errno)\n"
        "packages = os.path.join(os.path.dirname(os.__file__), 'site-packages')\n"
        "print(os.path.exists(packages) and os.listdir(packages))"
    )
    first, errors, packages = said.splitlines()
    assert first.startswith("0 ")
    assert "no Landlock" in first
    assert errors == f"{ENOENT} {EROFS}"
    assert packages in ("False", "[]")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can make mounts shared")
def test_t1_mounts_stay_inside_where_mounts_are_shared(in_tier: Callable[[Tier], None]) -> None:
    """systemd shares all mounts with namespaces made from its own; this makes a machine like that first."""
    in_tier(Tier.T1)
    assert run(SHARED_MOUNTS) == "True 0"


SHARED_MOUNTS = """
from warmstart.judge.jail.kernel import invoke
invoke('a machine of our own', 'unshare', 0x20000)
invoke('share its mounts', 'mount', b'none', b'/', None, 1 << 20 | 16384, None)
before = open('/proc/self/mountinfo').read()
if os.fork() == 0:
    enter_namespaces()
    if os.fork(): os._exit(os.waitstatus_to_exitcode(os.wait()[1]))
    close('T1')
    os._exit(0)
status = os.wait()[1]
print(open('/proc/self/mountinfo').read() == before, status)
"""


@pytest.mark.parametrize("tier", [Tier.T1, Tier.T2, Tier.T3])
def test_a_tier_is_missing_only_where_the_kernel_withholds_it(tier: Tier) -> None:
    """Else a fault of ours would skip all of the tier's tests."""
    reason = missing(tier)
    withheld = [os.strerror(number) for number in (EPERM, EACCES, ENOSYS, ENOSPC)] + ["kernel has none"]
    assert reason is None or any(words in reason for words in withheld), reason
    assert "[Errno" not in (reason or ""), "not a step of the set-up: jailed code could not work"


def test_probe_reports_a_jail_with_a_hole() -> None:
    ended = finish(
        "from warmstart.judge.jail import policy, probe\n"
        "from warmstart.judge.jail.bpf import ALLOW\n"
        "real = policy.worker_rules\n"
        "policy.worker_rules = lambda **k: {**real(**k), 'kill': ALLOW}\n"
        "probe.try_tier('T3')"
    )
    assert ended.returncode == 1
    assert ended.stderr.strip() == "jailed code could signal another process"


def test_probe_names_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probing, "_PROGRAM", "import sys; sys.exit('unshare: Operation not permitted')")
    assert missing(Tier.T1) == "unshare: Operation not permitted"
    assert probing.best_tier() is Tier.T0


def test_error_names_step_and_cause() -> None:
    assert str(JailError("mount /", 1)) == f"mount /: {os.strerror(1)}"
