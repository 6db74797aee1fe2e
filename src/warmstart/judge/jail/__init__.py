"""The jail: namespaces, Landlock, seccomp and limits around submitted code, by ctypes alone.

A launcher calls `enter_namespaces` (T1) and forks; the child imports its stack, then `close_zygote`;
each of its forks calls what that returned. Everything is inherited, nothing can be undone. On macOS (T4)
each worker calls `limit` and `seal` for itself.
"""

from warmstart.judge.jail.closing import Jailed, close_zygote, die_with_parent
from warmstart.judge.jail.error import JailError
from warmstart.judge.jail.limits import WorkerLimits, limit_address_space
from warmstart.judge.jail.macos import LIMITS, limit, profile, seal
from warmstart.judge.jail.namespaces import enter_namespaces
from warmstart.judge.jail.probe import TIERS, best_tier, missing
from warmstart.judge.jail.tier import Tier
from warmstart.judge.jail.view import View, standard_view

__all__ = [
    "LIMITS",
    "TIERS",
    "JailError",
    "Jailed",
    "Tier",
    "View",
    "WorkerLimits",
    "best_tier",
    "close_zygote",
    "die_with_parent",
    "enter_namespaces",
    "limit",
    "limit_address_space",
    "missing",
    "profile",
    "seal",
    "standard_view",
]
