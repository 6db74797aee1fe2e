"""Which system calls a zygote and a worker may make. Everything else is refused with EPERM.

Refused rather than killed: a learner who opens a socket reads "PermissionError" with the line it
came from, instead of a process that is gone. Foreign calling conventions (int 0x80, x32) kill: no
honest program gets there. `clone3` reports ENOSYS so that the C library falls back to `clone`,
whose flags, unlike clone3's, a filter can see.

A worker obeys both filters, so the zygote's list must hold everything that the worker's does.
"""

from collections.abc import Mapping

from warmstart.judge.jail.bpf import ALLOW, Argument, Decisions, Leaf, Rule, refuse
from warmstart.judge.jail.kernel import ENOSYS, EPERM, Architecture

OWN_PID = 0x7FFFFFFF
"""Stands in a worker's policy for the pid that the worker will have; no process ever has this one."""

REFUSED = refuse(EPERM)


def _where(*alternatives: tuple[Argument, ...]) -> Rule:
    return Rule(alternatives, REFUSED)


def _among(index: int, *values: int) -> Rule:
    return _where((Argument(index, values),))


_PLAIN = """
    read write readv writev pread64 preadv close close_range lseek access faccessat faccessat2 stat lstat
    fstat newfstatat statx readlink readlinkat getcwd getdents64
    mmap munmap mprotect mremap madvise brk
    futex set_robust_list set_tid_address rseq sched_yield sched_getaffinity getcpu
    exit exit_group restart_syscall
    rt_sigaction rt_sigprocmask rt_sigreturn rt_sigpending rt_sigsuspend rt_sigtimedwait sigaltstack
    pause alarm getitimer setitimer
    clock_gettime clock_getres clock_nanosleep nanosleep gettimeofday time times
    getrusage getrandom uname sysinfo
    getpid getppid gettid getuid geteuid getgid getegid getresuid getresgid getgroups getrlimit
    pipe pipe2 dup dup2 dup3 eventfd2 epoll_create1 epoll_ctl epoll_wait epoll_pwait epoll_pwait2
    poll ppoll select pselect6 recvfrom shutdown getsockname getpeername
""".split()  # noqa: SIM905  a table, to be read as one

_PLAIN_IN_ZYGOTE = "wait4 waitid pidfd_open sendmsg recvmsg seccomp setrlimit prlimit64".split()  # noqa: SIM905

# open: O_WRONLY, O_RDWR, O_CREAT, O_TRUNC, and the bit of O_TMPFILE that is not O_DIRECTORY.
_WRITING = 0o1 | 0o2 | 0o100 | 0o1000 | 0o20000000

# clone: what glibc's and musl's pthread_create pass. Nothing else shares so much, so a namespace, a
# new process or a traced one cannot be asked for. All but the last three are demanded.
_THREAD = 0x00050F00  # VM FS FILES SIGHAND THREAD SYSVSEM
_THREAD_EXTRAS = (
    0x00080000 | 0x00100000 | 0x00200000 | 0x00400000
)  # SETTLS PARENT_SETTID CHILD_CLEARTID DETACHED
_SIGCHLD = 17
_FORK_EXTRAS = 0x01000000 | 0x00200000  # CHILD_SETTID CHILD_CLEARTID

_A_THREAD = (Argument(0, (_THREAD,), 0xFFFFFFFF ^ _THREAD_EXTRAS, wide=True),)
_A_FORK = (Argument(0, (_SIGCHLD,), 0xFFFFFFFF ^ _FORK_EXTRAS, wide=True),)

# fcntl: DUPFD GETFD SETFD GETFL SETFL DUPFD_CLOEXEC GETPIPE_SZ. Not SETOWN with SETSIG: together they
# make the kernel send any signal, SIGKILL too, to any process of the same user.
_FCNTL = _among(1, 0, 1, 2, 3, 4, 1030, 1032)
# ioctl: FIOCLEX FIONCLEX FIONBIO FIONREAD TCGETS. Not TIOCSTI (types on the caller's terminal), not
# FIOSETOWN (as F_SETOWN).
_IOCTL = _among(1, 0x5451, 0x5450, 0x5421, 0x541B, 0x5401)
# socketpair: AF_UNIX and SOCK_STREAM with any of CLOEXEC, NONBLOCK. A datagram one could send to named
# sockets of the machine, syslog's for example, without connect.
_SOCKETPAIR = _where((Argument(0, (1,)), Argument(1, (1,), 0xFFFFFFFF ^ 0o2004000)))
# sendto: without an address, which is what send() makes.
_SENDTO = _where((Argument(4, (0,), wide=True),))
# prctl: SET_NAME GET_NAME GET_PDEATHSIG GET_DUMPABLE GET_SECCOMP GET_NO_NEW_PRIVS SET_VMA. Not SET_DUMPABLE:
# it would hide the worker's memory from the parent's meter.
_PRCTL = (15, 16, 2, 3, 21, 39, 0x53564D41)
_PRCTL_IN_ZYGOTE = (1, 22, 38)  # SET_PDEATHSIG SET_SECCOMP SET_NO_NEW_PRIVS
# prlimit64: reading one's own; and setting one's own RLIMIT_AS, since a worker learns its budget only
# with its job. The hard limit is then in place, and raising that takes a capability nobody here has.
_PRLIMIT = _where(
    (Argument(0, (0,)), Argument(2, (0,), wide=True)),
    (Argument(0, (0,)), Argument(1, (9,))),
)
_OWN = _among(0, OWN_PID)
# kill, tgkill in the zygote: no group and no -1. A worker's own filter narrows this to itself.
_ONE_PROCESS = _where((Argument(0, (0,), 0x80000000),))

_BOTH: Mapping[str, Leaf] = {
    **dict.fromkeys(_PLAIN, ALLOW),
    "clone3": refuse(ENOSYS),
    "fcntl": _FCNTL,
    "ioctl": _IOCTL,
    "socketpair": _SOCKETPAIR,
    "sendto": _SENDTO,
}


def worker_rules(*, writable_opens: bool) -> dict[str, Leaf]:
    """By name. writable_opens: Landlock or read-only mounts guard files; else refuse opens for writing."""
    return {
        **_BOTH,
        **_opens(writable_opens),
        "clone": _where(_A_THREAD),
        "kill": _OWN,
        "tgkill": _OWN,
        "prctl": _among(0, *_PRCTL),
        "prlimit64": _PRLIMIT,
    }


def zygote_rules(*, writable_opens: bool) -> dict[str, Leaf]:
    """What a zygote needs besides: fork, reap, kill and narrow workers, hand their pidfds over."""
    return {
        **_BOTH,
        **_opens(writable_opens),
        **dict.fromkeys(_PLAIN_IN_ZYGOTE, ALLOW),
        "fork": ALLOW,
        "clone": _where(_A_THREAD, _A_FORK),
        "kill": _ONE_PROCESS,
        "tgkill": _ONE_PROCESS,
        "prctl": _among(0, *_PRCTL, *_PRCTL_IN_ZYGOTE),
    }


def _opens(writable: bool) -> dict[str, Leaf]:
    if writable:
        return {"open": ALLOW, "openat": ALLOW}
    return {"open": _where((Argument(1, (0,), _WRITING),)), "openat": _where((Argument(2, (0,), _WRITING),))}


def decisions(rules: Mapping[str, Leaf], architecture: Architecture) -> Decisions:
    """The rules by number; calls that the architecture never had fall away."""
    numbered = {
        number: leaf for name, leaf in rules.items() if (number := architecture.number(name)) is not None
    }
    return Decisions(numbered, REFUSED, architecture.foreign)
