"""Giving up who one was: user, capabilities, the way back to them, the terminal."""

import os
import struct
from contextlib import suppress

from warmstart.judge.jail.error import JailError
from warmstart.judge.jail.kernel import control, invoke
from warmstart.judge.jail.namespaces import NOBODY

_SET_DUMPABLE, _BOUNDING_DROP, _SET_SECUREBITS, _SET_NO_NEW_PRIVS, _AMBIENT = 4, 24, 28, 38, 47
_AMBIENT_CLEAR_ALL = 4
# noroot, no_setuid_fixup, no_cap_ambient_raise and their locks, and the lock of keep_caps: uid 0 means
# nothing any more, and nothing brings that back.
_SECUREBITS = 0b11101111
_HIGHEST_CAPABILITY = 63
_CAPABILITY_VERSION_3 = 0x20080522


def drop(needed: tuple[str, ...]) -> bool:
    """Give up root, if we are root, and every capability. Whether uid 0 had to stay.

    It stays where nobody (65534) cannot read one of the `needed` paths, say a Python beneath a
    /root that others may not pass: without capabilities it is one more ordinary user.
    """
    by_root = os.geteuid() == 0
    leaves = by_root and _can_become_nobody(needed)
    _close_the_way_back()
    if leaves:
        invoke("become nobody's group", "setresgid", NOBODY, NOBODY, NOBODY)
        invoke("become nobody", "setresuid", NOBODY, NOBODY, NOBODY)
    control("clear ambient capabilities", _AMBIENT, _AMBIENT_CLEAR_ALL)
    invoke("drop all capabilities", "capset", struct.pack("=Ii", _CAPABILITY_VERSION_3, 0), bytes(24))
    return by_root and not leaves


def _can_become_nobody(needed: tuple[str, ...]) -> bool:
    """Tried, not computed from modes: access lists and mount options have a say too."""
    try:
        os.setgroups([])
        os.setegid(NOBODY)
        os.seteuid(NOBODY)
        for path in needed:
            os.close(os.open(path, os.O_RDONLY | os.O_CLOEXEC))
    except OSError:
        return False
    finally:
        os.seteuid(0)
        os.setegid(0)
    return True


def _close_the_way_back() -> None:
    """Needs CAP_SETPCAP. Whoever lacks it has no other capability worth the name, and no_new_privs bars
    the way to more."""
    with suppress(JailError):
        for capability in range(_HIGHEST_CAPABILITY + 1):
            control("bounding set", _BOUNDING_DROP, capability)
    with suppress(JailError):
        control("securebits", _SET_SECUREBITS, _SECUREBITS)


def seal(*, readable_by_owner: bool) -> None:
    """No new privileges by any exec, no terminal; and the parent may meter us.

    readable_by_owner: a change of credentials hands /proc/PID over to root; PR_SET_DUMPABLE hands
    it back to our own user, so that a parent who is that user can reset and read the memory
    counters. Other jailed processes of that user gain nothing: no ptrace, no process_vm_readv in
    the filters, no /proc in their view. Root as a parent needs no such thing.
    """
    control("no new privileges", _SET_NO_NEW_PRIVS, 1)
    control("dumpable", _SET_DUMPABLE, int(readable_by_owner))
    if os.getsid(0) != os.getpid():
        os.setsid()
