"""How strong the jail on this machine is."""

from enum import StrEnum


class Tier(StrEnum):
    """From the strongest to none. `protects` and `leaves` say what a tier means to its user."""

    T1 = "T1"
    T2 = "T2"
    T3 = "T3"
    T4 = "T4"
    T0 = "T0"

    @property
    def made_of(self) -> str:
        return _FACTS[self][0]

    @property
    def protects(self) -> str:
        return _FACTS[self][1]

    @property
    def leaves(self) -> str:
        return _FACTS[self][2]


_FACTS = {
    Tier.T1: (
        "namespaces, Landlock, seccomp, rlimits",
        "Your files, processes and network do not exist for submitted code.",
        "Kernel bugs and CPU side channels.",
    ),
    Tier.T2: (
        "Landlock, seccomp, rlimits",
        "Submitted code cannot read or write your files, reach the network or touch other processes.",
        "It can find out whether a file of a given path exists and how long it is; "
        "kernel bugs and CPU side channels.",
    ),
    Tier.T3: (
        "seccomp, rlimits",
        "Submitted code cannot write files, reach the network, start programs or touch other processes.",
        "It can read every file that its user may read, the hidden cases included, and the memory of "
        "that user's other programs; kernel bugs and CPU side channels.",
    ),
    Tier.T4: (
        "an interpreter a submission, rlimits, a macOS sandbox profile; untested here",
        "Protects from accidents: submitted code is meant to be kept from your files, processes and network.",
        "Nobody has attacked it yet, so do not judge strangers' code with it; "
        "memory is watched, not limited by the kernel; whether a path exists can be found out.",
    ),
    Tier.T0: (
        "nothing",
        "Nothing is protected.",
        "Submitted code does whatever you can do.",
    ),
}
