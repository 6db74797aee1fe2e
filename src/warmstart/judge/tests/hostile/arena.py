"""Try entries on one judge: what came out, what the judge paid for it, whether it still judges."""

import json
import resource
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from warmstart.judge.pool import Judge
from warmstart.judge.tests.hostile.catalogue import Entry
from warmstart.judge.tests.hostile.problem import HONEST_SOURCES, LIMITS, PROBLEMS
from warmstart.judge.verdict import Outcome, Verdict
from warmstart.judge.watch import wall_limit

MOST_SECONDS = wall_limit(LIMITS) + 5
MOST_CPU = 3.0
MOST_MIB = 300
"""What one submission may cost the judge itself, which is the learner's server at home."""

_PROBE = b"""
import os
for attempt in (lambda: os.kill(-1, 0), lambda: os.kill(os.getppid(), 0), lambda: os.fork() or os._exit(0)):
    try:
        attempt()
        break
    except PermissionError:
        pass
else:
    raise PermissionError("forks and signals are refused")
"""


@dataclass(frozen=True, slots=True)
class Record:
    """What an entry did. `faults`: sentences; none means that it did as declared."""

    id: str
    verdict: str
    message: str
    faults: tuple[str, ...]
    seconds: float = 0.0
    judge_cpu: float = 0.0
    judge_mib: float = 0.0


class Arena:
    """One judge, warm, and what it looked like before the first entry."""

    def __init__(self, judge: Judge) -> None:
        self._judge = judge
        self.unfit = [fault for name in PROBLEMS for fault in self._judge_honest(name)]
        self.zygotes = judge.zygote_pids()
        verdict = judge.judge(PROBLEMS["pairs"], _PROBE + HONEST_SOURCES["pairs"])
        self.harmless = "forks and signals are refused" in verdict.message

    def try_entry(self, entry: Entry) -> Record:
        """Judge it, then an honest submission to the same problem."""
        if entry.dangerous and not self.harmless:
            return Record(entry.id, "", "", ("not run: forks or signals pass this jail",))
        _reset_peak()
        resident, started, cpu = _memory("VmRSS"), time.monotonic(), time.process_time()
        verdict = self._judge.judge(PROBLEMS[entry.problem], entry.source())
        paid = time.monotonic() - started, time.process_time() - cpu, _memory("VmHWM") - resident
        faults = [
            *_against_row(entry, verdict),
            *_leaks(entry.problem, verdict),
            *_costs(*paid),
            *self._judge_honest(entry.problem),
            *self._same_zygotes(),
        ]
        return Record(entry.id, str(verdict.outcome), verdict.message[:300], tuple(faults), *paid)

    def _judge_honest(self, problem: str) -> Iterator[str]:
        verdict = self._judge.judge(PROBLEMS[problem], HONEST_SOURCES[problem])
        if verdict.outcome is not Outcome.AC:
            yield f"an honest submission after it was {verdict.outcome}: {verdict.message}"

    def _same_zygotes(self) -> Iterator[str]:
        now = self._judge.zygote_pids()
        if now != self.zygotes:
            yield f"zygotes were {self.zygotes}, are {now}"
            self.zygotes = now


def _against_row(entry: Entry, verdict: Verdict) -> Iterator[str]:
    if verdict.outcome not in entry.verdicts:
        yield f"{verdict.outcome} ({verdict.message[:200]}), want {' or '.join(entry.verdicts)}"
    elif entry.says and entry.says not in verdict.message:
        yield f"says {verdict.message[:300]!r}, want {entry.says!r} in it"


def _leaks(problem: str, verdict: Verdict) -> Iterator[str]:
    """A verdict goes into a database as UTF-8; of a hidden case it shows neither result nor print."""
    try:
        json.dumps(verdict.as_json(), ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError as error:
        yield f"a verdict that is no UTF-8: {error}"
    for case, result in zip(PROBLEMS[problem].cases, verdict.cases, strict=True):
        if not case.visible and (result.got is not None or result.stdout):
            yield f"{case.id} is hidden and shows {result.got!r} and {result.stdout!r}"


def _costs(seconds: float, cpu: float, mib: float) -> Iterator[str]:
    if seconds > MOST_SECONDS:
        yield f"judged in {seconds:.1f} s, want at most {MOST_SECONDS:g}"
    if cpu > MOST_CPU:
        yield f"cost the judge itself {cpu:.1f} s of CPU, want at most {MOST_CPU:g}"
    if mib > MOST_MIB:
        yield f"cost the judge itself {mib:.0f} MiB, want at most {MOST_MIB}"


def _reset_peak() -> None:
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_bytes(b"5")


def _memory(name: str) -> float:
    """VmRSS or VmHWM of this process in MiB."""
    with open("/proc/self/status") as status:
        kib = next((int(line.split()[1]) for line in status if line.startswith(name)), 0)
    return kib / 1024 or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
