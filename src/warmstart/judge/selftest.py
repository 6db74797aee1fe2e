"""A dozen submissions that show what this machine's jail holds, by running them.

Reading kernel versions says what might be; `warmstart doctor` says what is.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from warmstart.judge.jail import Tier
from warmstart.judge.pool import Judge
from warmstart.judge.problem import FrozenCase, FrozenProblem, Limits
from warmstart.judge.verdict import Outcome


@dataclass(frozen=True, slots=True)
class Trial:
    """`claim`: what holds when one of `wanted` comes out. not_in: tiers that do not promise it."""

    claim: str
    source: str
    wanted: tuple[Outcome, ...]
    not_in: tuple[Tier, ...] = ()


@dataclass(frozen=True, slots=True)
class TrialResult:
    """`promised`: by the tier that it was tried in."""

    claim: str
    holds: bool
    verdict: Outcome
    message: str
    promised: bool = True

    @property
    def is_fault(self) -> bool:
        return self.promised and not self.holds


PROBLEM = FrozenProblem(
    id="selftest",
    version=1,
    kind="code",
    entry="double",
    imports=(),
    starter="",
    reference="",
    cases=tuple(FrozenCase(f"c{n}", f"case {n}", "", (n,), 2 * n, False, "hand") for n in range(1, 4)),
    limits=Limits(seconds=0.5, mib=64, output_kib=16),
)


def _attack(body: str) -> str:
    """Do `body`; whoever gets through it answers rightly, so that AC would show the hole."""
    lines = "\n".join(f"    {line}" for line in body.strip().splitlines())
    return f"import os, socket, ctypes\ndef double(x):\n{lines}\n    return 2 * x\n"


_REFUSED = (Outcome.RE,)

TRIALS = (
    Trial("right code is accepted", "def double(x):\n    return 2 * x\n", (Outcome.AC,)),
    Trial("wrong code is rejected", "def double(x):\n    return 2 * x + (x == 3)\n", (Outcome.WA,)),
    Trial(
        "a result that claims to equal everything is rejected",
        "class Yes(int):\n    def __eq__(self, other): return True\ndef double(x):\n    return Yes(7)\n",
        (Outcome.WA,),
    ),
    Trial("an endless loop is ended", "def double(x):\n    while True: pass\n", (Outcome.TLE,)),
    Trial("memory is limited", "def double(x):\n    return len(b'x' * 2**30)\n", (Outcome.MLE,)),
    Trial("output is limited", "def double(x):\n    print('x' * 10**6); return 2 * x\n", (Outcome.OLE,)),
    Trial("an early exit is no pass", "import os\nos._exit(0)\n", _REFUSED),
    Trial("your files cannot be read", _attack("open('/etc/passwd').read()"), _REFUSED, not_in=(Tier.T3,)),
    Trial("nothing can be written", _attack("open('/tmp/warmstart-was-here', 'w').write('x')"), _REFUSED),
    Trial("the network is out of reach", _attack("socket.socket().connect(('127.0.0.1', 9))"), _REFUSED),
    Trial("no process can be started", _attack("os.fork()"), _REFUSED),
    Trial("the judge cannot be killed", _attack("os.kill(os.getppid(), 9)"), _REFUSED),
)


def run_trials(judge: Judge) -> Iterator[TrialResult]:
    """Each trial's result as it comes, and after each an honest submission that must be accepted."""
    honest = TRIALS[0]
    for trial in TRIALS:
        verdict = judge.judge(PROBLEM, trial.source)
        after = judge.judge(PROBLEM, honest.source).outcome
        holds = verdict.outcome in trial.wanted and after in honest.wanted
        promised = judge.tier not in trial.not_in
        yield TrialResult(trial.claim, holds, verdict.outcome, verdict.message, promised)
