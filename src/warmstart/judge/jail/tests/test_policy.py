"""The assembled filters decide as the rules say, on both architectures; and the rules say the right thing."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warmstart.judge.jail.bpf import ALLOW, KILL_PROCESS, Argument, Decisions, Leaf, Rule, assemble, refuse
from warmstart.judge.jail.kernel import ARCHITECTURES, Architecture
from warmstart.judge.jail.policy import OWN_PID, decisions, worker_rules, zygote_rules
from warmstart.judge.jail.syscalls import NUMBERS
from warmstart.judge.jail.tests.simulation import answer, loadable

EPERM, ENOSYS = refuse(1), refuse(38)
NUMBERS_TRIED = (*range(601), 0x3FFFFFFF, 0x40000000, 0x40000000 + 59, 0xFFFFFFFF)
POLICIES: dict[str, Mapping[str, Leaf]] = {
    f"{who}, {files}": rules(writable_opens=writable)
    for who, rules in (("worker", worker_rules), ("zygote", zygote_rules))
    for files, writable in (("opens may write", True), ("opens may not write", False))
}
MACHINES = list(ARCHITECTURES.values())


def declared(leaf: Leaf, arguments: Sequence[int]) -> int:
    """The table read as it stands, without BPF."""
    if isinstance(leaf, int):
        return leaf
    return ALLOW if any(all(_passes(c, arguments) for c in a) for a in leaf.alternatives) else leaf.otherwise


def _passes(check: Argument, arguments: Sequence[int]) -> bool:
    value = arguments[check.number]
    return (value & 0xFFFFFFFF & check.mask) in check.values and (not check.wide or value < 2**32)


def _telling_values() -> list[int]:
    """Values that some rule compares with, and neighbours of them in single bits."""
    rules = [leaf for rules in POLICIES.values() for leaf in rules.values() if isinstance(leaf, Rule)]
    named = {v for rule in rules for checks in rule.alternatives for c in checks for v in c.values}
    return sorted({v ^ (1 << bit) for v in named for bit in range(33)} | named | {2**32, 2**63, 2**64 - 1})


words = st.sampled_from(_telling_values()) | st.integers(0, 2**64 - 1)
arguments_of_a_call = st.tuples(*[words] * 6)


@pytest.mark.parametrize("machine", MACHINES, ids=lambda m: m.name)
@pytest.mark.parametrize("policy", POLICIES)
@settings(max_examples=25, deadline=None)
@given(arguments=arguments_of_a_call)
def test_filter_decides_as_its_table(machine: Architecture, policy: str, arguments: Sequence[int]) -> None:
    program = assemble(decisions(POLICIES[policy], machine), machine.audit)
    names = {machine.number(name): name for name in POLICIES[policy]}
    for number in NUMBERS_TRIED:
        leaf = POLICIES[policy][names[number]] if number in names else EPERM
        foreign = machine.foreign is not None and number >= machine.foreign
        wanted = KILL_PROCESS if foreign else declared(leaf, arguments)
        assert answer(program, machine.audit, number, arguments) == wanted, (number, names.get(number))


@settings(max_examples=40, deadline=None)
@given(arguments=arguments_of_a_call)
def test_zygote_may_all_that_its_workers_may(arguments: Sequence[int]) -> None:
    """A worker obeys both filters: what the zygote's refuses, the worker's would permit in vain."""
    for files in ("opens may write", "opens may not write"):
        worker, zygote = POLICIES[f"worker, {files}"], POLICIES[f"zygote, {files}"]
        for name, leaf in worker.items():
            if declared(leaf, arguments) == ALLOW:
                assert declared(zygote[name], arguments) == ALLOW, name


leaves = st.sampled_from(
    [ALLOW, KILL_PROCESS, ENOSYS, Rule(((Argument(0, (1, 2)), Argument(5, (9,), 0xF, wide=True)),), EPERM)]
)


@given(
    st.dictionaries(st.integers(0, 2000), leaves, max_size=900), st.lists(st.integers(0, 2100), max_size=40)
)
@settings(max_examples=60, deadline=None)
def test_any_table_makes_a_loadable_tree(table: dict[int, Leaf], tried: list[int]) -> None:
    program = assemble(Decisions(table, EPERM), 7)
    assert loadable(program)
    for number in tried:
        for arguments in ((1, 0, 0, 0, 0, 9), (1, 0, 0, 0, 0, 2**32 + 9), (0,) * 6):
            assert answer(program, 7, number, arguments) == declared(table.get(number, EPERM), arguments)


def test_tree_is_shallow_for_a_thousand_different_leaves() -> None:
    program = assemble(Decisions({n: refuse(n) for n in range(1000)}, EPERM), 7)
    steps = [len(_path(program, n)) for n in range(1000)]
    assert max(steps) <= 4 + 2 * 11


def _path(program: Sequence[tuple[int, int, int, int]], number: int) -> list[int]:
    at, path = 3, [0, 1, 3]
    while program[at][0] != 6:
        code, jt, jf, k = program[at]
        at += 1 + (k if code == 5 else 0 if code == 0x20 else jt if number >= k else jf)
        path.append(at)
    return path


@pytest.mark.parametrize("machine", MACHINES, ids=lambda m: m.name)
def test_foreign_calling_convention_kills(machine: Architecture) -> None:
    program = assemble(decisions(POLICIES["worker, opens may write"], machine), machine.audit)
    for audit in {0x40000003, 0x40000028, *(m.audit for m in MACHINES)} - {machine.audit}:
        assert answer(program, audit, 0, [0] * 6) == KILL_PROCESS


@pytest.mark.parametrize("machine", MACHINES, ids=lambda m: m.name)
def test_filters_are_short(machine: Architecture) -> None:
    for rules in POLICIES.values():
        program = assemble(decisions(rules, machine), machine.audit)
        assert loadable(program)
        assert len(program) < 320


THREAD = 0x3D0F00
FORK = 0x01200011
NEW_NAMESPACES = (0x80, 0x20000, 0x2000000, 0x4000000, 0x8000000, 0x10000000, 0x20000000, 0x40000000)


def worker(name: str, *arguments: int) -> int:
    rules = worker_rules(writable_opens=True)
    return declared(rules[name], (*arguments, *(0,) * 6)) if name in rules else EPERM


def zygote(name: str, *arguments: int) -> int:
    rules = zygote_rules(writable_opens=True)
    return declared(rules[name], (*arguments, *(0,) * 6)) if name in rules else EPERM


def test_worker_makes_threads_and_nothing_else() -> None:
    assert worker("clone", THREAD) == ALLOW
    assert worker("clone3") == ENOSYS
    refused = [FORK, 17, 0, THREAD | 2**32, THREAD & ~0x10000, *(THREAD | f for f in NEW_NAMESPACES)]
    assert {worker("clone", flags) for flags in refused} == {EPERM}
    assert worker("fork") == EPERM


def test_zygote_forks_into_no_namespace() -> None:
    assert zygote("clone", FORK) == zygote("clone", 17) == ALLOW
    assert {zygote("clone", FORK | flag) for flag in (*NEW_NAMESPACES, 0x8000, 0x100, 2**32)} == {EPERM}


def test_worker_signals_only_itself() -> None:
    for name in ("kill", "tgkill"):
        assert worker(name, OWN_PID, 9) == ALLOW
        assert {worker(name, pid & 2**64 - 1, 9) for pid in (-1, 0, 1, OWN_PID - 1, -OWN_PID)} == {EPERM}


def test_zygote_signals_no_group() -> None:
    assert zygote("kill", 4242, 9) == ALLOW
    assert {zygote("kill", pid & 2**64 - 1, 9) for pid in (-1, -4242)} == {EPERM}


@pytest.mark.parametrize("command", [8, 10, 15, 1024, 1031, 1033, 6, 7])
def test_fcntl_sets_no_owner_signal_lease_or_lock(command: int) -> None:
    assert worker("fcntl", 0, command) == EPERM


def test_sockets_are_local_streams() -> None:
    assert worker("socketpair", 1, 1 | 0o2004000) == ALLOW
    assert {worker("socketpair", *pair) for pair in ((1, 2), (1, 5), (1, 3), (2, 1), (40, 1), (16, 3))} == {
        EPERM
    }
    assert worker("sendto", 3, 0, 0, 0, 0) == ALLOW
    assert worker("sendto", 3, 0, 0, 0, 2**32) == EPERM


def test_worker_sets_no_limit_but_its_address_space() -> None:
    assert worker("prlimit64", 0, 7, 0, 1) == worker("prlimit64", 0, 9, 1, 0) == ALLOW
    assert {worker("prlimit64", 0, kind, 2**40) for kind in range(16) if kind != 9} == {EPERM}
    assert worker("prlimit64", 1, 9, 1) == worker("prlimit64", 1, 9, 0) == worker("setrlimit", 9) == EPERM


@pytest.mark.parametrize("flags", [1, 2, 0o100, 0o1000, 0o20200000 | 2, 0o101])
def test_opens_for_writing_are_refused_where_nothing_else_guards_files(flags: int) -> None:
    rules = worker_rules(writable_opens=False)
    assert declared(rules["openat"], (0, 0, flags, 0, 0, 0)) == EPERM
    assert declared(rules["open"], (0, flags, 0, 0, 0, 0)) == EPERM
    assert declared(rules["openat"], (0, 0, 0o2000000 | 0o200000, 0, 0, 0)) == ALLOW


@pytest.mark.parametrize(
    ("header", "column", "define"),
    [
        ("/usr/include/x86_64-linux-gnu/asm/unistd_64.h", 0, r"#define __NR_(\w+)\s+(\d+)"),
        ("/usr/include/asm-generic/unistd.h", 1, r"#define __NR(?:3264)?_(\w+)\s+(\d+)"),
    ],
)
def test_numbers_are_the_kernels(header: str, column: int, define: str) -> None:
    if not Path(header).exists():
        pytest.skip(f"no {header}")
    kernel: dict[str, int] = {}
    for name, number in re.findall(define, Path(header).read_text()):
        kernel.setdefault({"fstatat": "newfstatat"}.get(name, name), int(number))
    known = {name: pair[column] for name, pair in NUMBERS.items() if name in kernel}
    assert known == {name: kernel[name] for name in known}
    missing = {name for name, pair in NUMBERS.items() if pair[column] is not None} - set(kernel)
    assert missing <= {
        "landlock_create_ruleset",
        "landlock_add_rule",
        "landlock_restrict_self",
        "epoll_pwait2",
    }
