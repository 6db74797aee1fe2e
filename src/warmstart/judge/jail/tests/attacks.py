"""What jailed code may try and must not get, as data: a snippet, and whether T3 lets it through too."""

import os
import sys
from dataclasses import dataclass
from errno import EACCES, EMFILE, ENOENT, ENOSYS, EPERM, EROFS

COLUMN = {"x86_64": 0, "aarch64": 1}.get(os.uname().machine, 0)


@dataclass(frozen=True)
class Attack:
    """refused_in: the tiers that promise to refuse it. errors, kinds: how, in numbers and in Python."""

    id: str
    source: str
    refused_in: tuple[str, ...] = ("T1", "T2", "T3")
    errors: tuple[int, ...] = (EPERM,)
    kinds: tuple[str, ...] = ("PermissionError", "FileNotFoundError", "OSError")


_FILES = ("T1", "T2")
_CLOSED = (EACCES, ENOENT)  # Landlock refuses what the new root does not even have
_WRITES = (EPERM, EACCES, ENOENT, EROFS)

PROGRAMS = [
    Attack("fork", "import os; os.fork()"),
    Attack("vfork", "import _posixsubprocess, os; os.posix_spawn('/bin/true', ['true'], {})"),
    Attack("execve", "import os; os.execv('/bin/true', ['true'])"),
    Attack("subprocess", "import subprocess; subprocess.run(['/bin/true'])"),
    Attack(
        "multiprocessing", "import multiprocessing as m; m.get_context('fork').Process(target=print).start()"
    ),
    Attack("new session", "import os; os.setsid()"),
]
SIGNALS = [
    Attack("kill everybody", "import os; os.kill(-1, 9)"),
    Attack("kill the group", "import os; os.kill(0, 9)"),
    Attack("kill the group by name", "import os; os.killpg(ZYGOTE, 9)"),
    Attack("kill the sibling", "import os; os.kill(SIBLING, 9)"),
    Attack("probe the sibling", "import os; os.kill(SIBLING, 0)"),
    Attack("kill the zygote", "import os; os.kill(ZYGOTE, 9)"),
    Attack("kill the parent", "import os; os.kill(os.getppid(), 9)"),
    Attack("kill init", "import os; os.kill(1, 9)"),
    Attack("pidfd of the sibling", "import os; os.pidfd_open(SIBLING)"),
    Attack("own a pipe in the sibling's name", "import fcntl, os; fcntl.fcntl(os.pipe()[0], 8, SIBLING)"),
    Attack("let a pipe send SIGKILL", "import fcntl, os; fcntl.fcntl(os.pipe()[0], 10, 9)"),
    Attack("lower the sibling's limits", "import resource; resource.prlimit(SIBLING, 0, (0, 0))"),
]
READING = [
    Attack("passwords", "open('/etc/passwd').read()", _FILES, _CLOSED),
    Attack("list /proc", "import os; os.listdir('/proc')", _FILES, _CLOSED),
    Attack("own environment", "open('/proc/self/environ', 'rb').read()", _FILES, _CLOSED),
    Attack("memory of the parent", "import os; open(f'/proc/{os.getppid()}/mem', 'rb')", _FILES, _CLOSED),
    Attack("this repository", f"open({__file__!r}).read()", _FILES, _CLOSED),
    Attack("the packs", f"import os; os.listdir({os.path.dirname(__file__)!r})", _FILES, _CLOSED),
    Attack("list the root's home", "import os; os.listdir('/home')", _FILES, _CLOSED),
    Attack("site-packages", f"import os; open({os.path.join(sys.prefix, 'pyvenv.cfg')!r})", _FILES, _CLOSED),
    Attack("out by the working directory", "open('../../../../etc/passwd')", _FILES, _CLOSED),
    Attack("out by an old root", "import os; os.listdir('/.before')", errors=(ENOENT,)),
]
WRITING = [
    Attack("a new file in /tmp", "open('/tmp/warmstart-jail-test', 'w')", errors=_WRITES),
    Attack("a new file in the root", "open('/warmstart-jail-test', 'w')", errors=_WRITES),
    Attack("the standard library", "import os; open(os.__file__, 'a')", errors=_WRITES),
    Attack(
        "empty the standard library",
        "import os; os.open(os.__file__, os.O_RDONLY | os.O_TRUNC)",
        errors=_WRITES,
    ),
    Attack("a directory", "import os; os.mkdir('/tmp/warmstart-jail-test')"),
    Attack("a link", "import os; os.symlink('/etc', '/tmp/warmstart-jail-test')"),
    Attack("a temporary file", "import tempfile; tempfile.TemporaryFile().write(b'x')", errors=_WRITES),
    Attack("own memory as a file", "open('/proc/self/mem', 'r+b')", errors=_WRITES),
    Attack("remove", "import os; os.unlink(os.__file__)"),
    Attack("rename", "import os; os.rename(os.__file__, os.__file__ + 'x')"),
    Attack("change mode", "import os; os.chmod(os.__file__, 0o777)"),
    Attack("change times", "import os; os.utime(os.__file__, (0, 0))"),
    Attack("truncate", "import os; os.truncate(os.__file__, 0)"),
    Attack("memory file", "import os; os.memfd_create('x')"),
    Attack(
        "shared memory",
        "from multiprocessing.shared_memory import SharedMemory as S; S(create=True, size=9)",
        errors=_WRITES,
    ),
    Attack("zero device", "open('/dev/zero', 'wb')", errors=_WRITES),
    Attack("terminal", "open('/dev/tty', 'wb')", errors=_WRITES),
]
NETWORK = [
    Attack("tcp", "import socket; socket.socket()"),
    Attack("udp", "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM)"),
    Attack("unix", "import socket; socket.socket(socket.AF_UNIX)"),
    Attack("vsock", "import socket; socket.socket(40)"),
    Attack("netlink", "import socket; socket.socket(16, 3)"),
    Attack("datagram pair", "import socket; socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)"),
    Attack("connect", "import socket; socket.create_connection(('127.0.0.1', 1))"),
    Attack("send to an address", "import socket; socket.socketpair()[0].sendto(b'x', '/dev/log')"),
]
_RAISED = ("ValueError",)  # resource's own word for EPERM
LIMITS = [
    Attack("more open files", "import resource as r; r.setrlimit(r.RLIMIT_NOFILE, (65, 65))", kinds=_RAISED),
    Attack("a longer file", "import resource as r; r.setrlimit(r.RLIMIT_FSIZE, (1, 1))", kinds=_RAISED),
    Attack("a core", "import resource as r; r.setrlimit(r.RLIMIT_CORE, (1, 1))", kinds=_RAISED),
    Attack(
        "more memory",
        "limit_address_space(2**40); import resource as r\nr.setrlimit(r.RLIMIT_AS, (2**41, 2**41))",
        kinds=_RAISED,
    ),
    Attack(
        "unlimited memory",
        "limit_address_space(2**40); limit_address_space(2**62); bytearray(2**41)",
        kinds=("MemoryError",),
    ),
    Attack("descriptors", "import os\nwhile True: os.pipe()", errors=(EMFILE,)),
]

_KERNEL = {
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "open_tree": (428, 428),
    "fsopen": (430, 430),
    "move_mount": (429, 429),
    "mount_setattr": (442, 442),
    "unshare": (272, 97),
    "setns": (308, 268),
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "process_madvise": (440, 440),
    "pidfd_send_signal": (424, 424),
    "pidfd_getfd": (438, 438),
    "tkill": (200, 130),
    "rt_sigqueueinfo": (129, 138),
    "rt_tgsigqueueinfo": (297, 240),
    "io_uring_setup": (425, 425),
    "io_setup": (206, 0),
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
    "keyctl": (250, 219),
    "add_key": (248, 217),
    "memfd_secret": (447, 447),
    "execveat": (322, 281),
    "seccomp": (317, 277),
    "landlock_create_ruleset": (444, 444),
    "personality": (135, 92),
    "setpriority": (141, 140),
    "sched_setaffinity": (203, 122),
    "shmget": (29, 194),
    "mq_open": (240, 180),
    "inotify_init1": (294, 26),
    "fanotify_init": (300, 262),
    "name_to_handle_at": (303, 264),
    "timer_create": (222, 107),
    "splice": (275, 76),
    "vmsplice": (278, 75),
    "setuid": (105, 146),
    "capset": (126, 91),
    "mlockall": (151, 230),
    "quotactl": (179, 60),
    "swapon": (167, 224),
    "reboot": (169, 142),
    "init_module": (175, 105),
    "acct": (163, 89),
    "mbind": (237, 235),
    "openat2": (437, 437),
    "lookup_dcookie": (212, 18),
}
KERNEL = [Attack(name, f"syscall({numbers[COLUMN]}, 0, 0, 0, 0, 0)") for name, numbers in _KERNEL.items()] + [
    Attack("prctl: not dumpable", f"syscall({(157, 167)[COLUMN]}, 4, 0)"),
    Attack("prctl: survive the zygote", f"syscall({(157, 167)[COLUMN]}, 1, 0)"),
    Attack("clone into namespaces", f"syscall({(56, 220)[COLUMN]}, 0x10000011, 0, 0, 0, 0)"),
    Attack("clone3", "syscall(435, 0, 0)", errors=(ENOSYS,)),
]

ATTACKS = {
    f"{group}: {attack.id}": attack
    for group, attacks in (
        ("programs", PROGRAMS),
        ("signals", SIGNALS),
        ("reading", READING),
        ("writing", WRITING),
        ("network", NETWORK),
        ("limits", LIMITS),
        ("kernel", KERNEL),
    )
    for attack in attacks
}
