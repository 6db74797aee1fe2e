"""Real jails, every tier as everybody who can run it here: what must work works, the rest is refused."""

import ast
import os
import subprocess
import time
from collections.abc import Iterator
from errno import EACCES, ENOENT, EPERM
from pathlib import Path

import pytest

from warmstart.judge.jail.tests.attacks import ATTACKS, COLUMN
from warmstart.judge.jail.tests.cell import ORDINARY, Cell, Mode, open_cell, python_for, user_of
from warmstart.judge.jail.tests.honest import HONEST

ALIVE = "result = 6 * 7"


@pytest.mark.parametrize("attack", ATTACKS)
def test_attack_is_refused(cell: Cell, mode: Mode, attack: str) -> None:
    tried = ATTACKS[attack]
    if mode.tier not in tried.refused_in:
        pytest.skip(f"{mode.tier} does not promise this")
    answer = cell.run(tried.source)
    assert answer.kind in tried.kinds, answer
    assert answer.errno is None or answer.errno in tried.errors, answer
    assert answer.sibling_lives
    assert cell.run(ALIVE).text == "42"


@pytest.mark.parametrize("honest", HONEST)
def test_honest_code_works(cell: Cell, honest: str) -> None:
    source, wanted = HONEST[honest]
    answer = cell.run(source)
    assert (answer.kind, answer.text) == ("value", wanted)


def test_null_device_may_be_written_where_files_are_guarded(cell: Cell, mode: Mode) -> None:
    answer = cell.run("f = open('/dev/null', 'w'); f.write('x'); f.close(); result = 1")
    assert answer.kind == ("PermissionError" if mode.tier == "T3" else "value")


IMPORT_ALL = """
import sys, warnings
warnings.simplefilter('ignore')
failed = []
for name in sorted(sys.stdlib_module_names - {'antigravity', 'this', 'idlelib', 'turtledemo'}):
    try:
        __import__(name)
    except BaseException:
        failed.append(name)
result = failed
"""


def test_whole_standard_library_imports(cell: Cell, mode: Mode) -> None:
    outside = subprocess.run(
        [python_for(mode), "-I", "-S", "-B", "-c", IMPORT_ALL + "print(result)"],
        check=True,
        capture_output=True,
        text=True,
    )
    inside = cell.run(IMPORT_ALL)
    assert inside.kind == "value"
    assert set(ast.literal_eval(inside.text)) <= set(ast.literal_eval(outside.stdout))


def test_neighbours_of_a_package_inside_the_library_are_closed(cell: Cell, mode: Mode) -> None:
    """pyenv's and conda's site-packages lie within the standard library that the view opens."""
    if mode.tier == "T3":
        pytest.skip("T3 guards no file")
    program = "import os; print(os.path.dirname(os.__file__))"
    library = subprocess.check_output([python_for(mode), "-I", "-S", "-c", program], text=True).strip()
    neighbour = next(Path(library, "site-packages").glob("*/*.py"), None)
    if neighbour is None:
        pytest.skip(f"nothing in site-packages of {library}")
    assert cell.run(f"open({str(neighbour)!r})").errno in (EACCES, ENOENT)
    assert cell.run(f"import os; os.stat({library!r}); open(os.__file__)").kind == "value"


X32 = "syscall(0x40000000 + 39)"
INT80 = (
    "import ctypes, mmap\n"
    "m = mmap.mmap(-1, 4096, prot=7)\nm.write(b'\\xb8\\x14\\x00\\x00\\x00\\xcd\\x80\\xc3')\n"
    "ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(m)))()"
)


@pytest.mark.skipif(
    COLUMN != 0 or os.uname().machine != "x86_64", reason="x86_64 has two foreign conventions"
)
@pytest.mark.parametrize("source", [X32, INT80], ids=["x32", "int 0x80"])
def test_foreign_convention_kills(cell: Cell, source: str) -> None:
    answer = cell.run(source)
    assert (answer.status, answer.kind) == (-31, "nothing")
    assert answer.sibling_lives


def test_jail_tells_what_it_is(cell: Cell, mode: Mode) -> None:
    assert cell.facts["tier"] == mode.tier
    assert bool(cell.facts["landlock"]) == (mode.tier == "T2") or mode.tier == "T1"
    if mode == Mode("T1", "root"):
        assert not cell.facts["root"], "in a root directory of our own nobody may read everything"
    assert bool(cell.facts["notes"]) == cell.facts["root"] or not cell.facts["landlock"]


def test_worker_is_nobody_without_a_way_back(cell: Cell, mode: Mode) -> None:
    pid = cell.host_pids()[-1]  # the sibling
    status = _status_of(pid)
    assert {status[f"Cap{kind}"].strip() for kind in ("Inh", "Prm", "Eff", "Amb")} == {"0" * 16}
    assert os.getsid(pid) != os.getsid(0), "it could type on our terminal"
    assert status["NoNewPrivs"].strip() == "1"
    assert status["Seccomp"].strip() == "2"
    assert status["Groups"].strip() in ("", "65534")
    if os.geteuid() == 0:
        wanted = str(ORDINARY) if mode.who == "user" else "0" if cell.facts["root"] else "65534"
        assert set(status["Uid"].split()) == {wanted}


def test_zygote_has_a_filter_and_workers_one_more(cell: Cell, mode: Mode) -> None:
    ours = int(_status_of(os.getpid())["Seccomp_filters"])
    zygote, worker = cell.host_pids()[-2:]
    assert int(_status_of(zygote)["Seccomp_filters"]) == ours + 1
    assert int(_status_of(worker)["Seccomp_filters"]) == ours + 2


def test_worker_has_its_limits(cell: Cell) -> None:
    text = cell.run("import resource as r; result = {n: r.getrlimit(n)[1] for n in range(16)}").text
    hard = ast.literal_eval(text)
    assert {hard[kind] for kind in (1, 4, 8, 12)} == {0}  # FSIZE CORE MEMLOCK MSGQUEUE
    assert (hard[7], hard[3]) == (64, 8 * 2**20)  # NOFILE STACK
    assert hard[11] <= 64  # SIGPENDING


def test_t1_shares_no_namespace_with_us(cell: Cell, mode: Mode) -> None:
    if mode.tier != "T1":
        pytest.skip("no namespaces of its own")
    kinds = ["mnt", "pid", "net", "ipc", "uts"] + (["user"] if "root" not in mode.who else [])
    worker = cell.host_pids()[-1]
    shared = [kind for kind in kinds if _namespace(worker, kind) == _namespace(os.getpid(), kind)]
    assert shared == []


def test_everything_mounted_is_read_only_and_private(cell: Cell, mode: Mode) -> None:
    if mode.tier != "T1":
        pytest.skip("no mounts of its own")
    for line in Path(f"/proc/{cell.host_pids()[-1]}/mountinfo").read_text().splitlines():
        _, _, _, _, place, options, *rest = line.split()
        assert {"ro", "nosuid"} <= set(options.split(",")), line
        assert "nodev" in options.split(",") or place.startswith("/dev/") or place == "/", line
        assert not any(word.startswith("shared:") for word in rest), line


def test_parent_can_meter_memory(cell: Cell, mode: Mode) -> None:
    """As the user who started the jail, not as a root who may do anything."""
    pid = cell.host_pids()[-1]
    program = (
        f"open('/proc/{pid}/clear_refs', 'w').write('5')\n"
        f"assert any(l.startswith('VmHWM') for l in open('/proc/{pid}/status'))"
    )
    subprocess.run([python_for(mode), "-I", "-S", "-c", program], check=True, **user_of(mode))


@pytest.fixture
def bystander(mode: Mode) -> Iterator[int]:
    """Another program of the user who judges."""
    with subprocess.Popen(
        [python_for(mode), "-c", "input()"], stdin=subprocess.PIPE, **user_of(mode)
    ) as process:
        yield process.pid
        process.kill()


def test_other_programs_of_the_user_are_out_of_reach(cell: Cell, mode: Mode, bystander: int) -> None:
    assert cell.run(f"import os; os.kill({bystander}, 0)").errno == EPERM
    assert cell.run(f"import resource; resource.prlimit({bystander}, 9)").errno == EPERM
    for secret in ("mem", "environ", "cwd/pyproject.toml", "fd/0"):
        answer = cell.run(f"open('/proc/{bystander}/{secret}', 'rb')")
        assert answer.errno in (EACCES, ENOENT) or mode.tier == "T3", answer
    link = cell.run(f"import os; os.readlink('/proc/{bystander}/cwd')")
    assert link.errno in (EACCES, ENOENT) or mode.tier == "T3", link


def test_all_end_with_the_process_that_was_started(mode: Mode) -> None:
    with open_cell(mode, imports=()) as cell:
        first, *family = cell.host_pids()
        assert len(family) == (2 if mode.tier == "T1" else 1)  # the zygote below a launcher; the sibling
        os.kill(first, 9)
        deadline = time.monotonic() + 10
        while any(_lives(pid) for pid in family) and time.monotonic() < deadline:
            os.sched_yield()
        assert not any(_lives(pid) for pid in family)


def test_view_may_lie_beneath_closed_directories_and_in_tmp(tmp_path: Path, mode: Mode) -> None:
    """As a pyenv in root's home does; the temporary directory is where the new root is first mounted."""
    if mode != Mode("T1", "root"):
        pytest.skip("an ordinary user cannot pass there, nor can nobody where no root is made")
    (tmp_path / "open").mkdir()
    (tmp_path / "open" / "text").write_text("seen")
    (tmp_path / "closed").write_text("unseen")
    (tmp_path / "way").symlink_to("open")
    with open_cell(mode, imports=(), extra=[str(tmp_path / "way")]) as cell:
        assert cell.run(f"result = open({str(tmp_path / 'way' / 'text')!r}).read()").text == "'seen'"
        assert cell.run(f"result = open({str(tmp_path / 'open' / 'text')!r}).read()").text == "'seen'"
        assert cell.run(f"open({str(tmp_path / 'closed')!r})").errno == ENOENT


def _status_of(pid: int) -> dict[str, str]:
    return dict(line.split(":", 1) for line in Path(f"/proc/{pid}/status").read_text().splitlines())


def _lives(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] not in "ZX"
    except OSError:
        return False


def _namespace(pid: int, kind: str) -> str:
    return os.readlink(f"/proc/{pid}/ns/{kind}")
