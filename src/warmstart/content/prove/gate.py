"""What a gate of prove says, and what a whole proof comes to."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from warmstart.content.finding import Finding

GATES = {
    "V1": "the folder is well-formed and the version is right",
    "V2": "valid accepts every case and rejects every INVALID input",
    "V3": "both oracles agree",
    "V4": "the reference passes everything, twice, identically",
    "V5": "the starter parses, and fails",
    "V6": "every wrong solution gets a verdict that it declares",
    "V7": "no wrong solution passes, no hand case is idle",
    "V8": "automatic mutants are killed",
    "V9": "growth: the reference is within the contract, slow mutants are beyond it",
    "V10": "time limits are far from both sides",
    "V11": "cases.json reproduces",
    "V12": "the examples of the statement are true",
    "V13": "small and quick",
    "V14": "what travels imports nothing foreign",
    "V15": "the visual runs, and its frames can be drawn",
}


@dataclass(frozen=True, slots=True)
class Gate:
    """One gate's word. `note`: figures worth printing where it holds."""

    name: str
    findings: tuple[Finding, ...] = ()
    note: str = ""

    @property
    def holds(self) -> bool:
        return not self.findings


def merged(gates: Sequence[Gate]) -> list[Gate]:
    """One of each name, in the order of `GATES`; a gate may have had its say in several places."""
    result = []
    for name in GATES:
        same = [gate for gate in gates if gate.name == name]
        if same:
            findings = tuple(finding for gate in same for finding in gate.findings)
            result.append(Gate(name, findings, " ".join(filter(None, (gate.note for gate in same)))))
    return result


@dataclass(frozen=True, slots=True)
class Proof:
    """Of one problem. `skipped`: nothing has changed since it was proved. `changed`: files written."""

    folder: Path
    gates: tuple[Gate, ...]
    skipped: bool = False
    changed: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        return all(gate.holds for gate in self.gates)

    @property
    def findings(self) -> list[Finding]:
        return [finding for gate in self.gates for finding in gate.findings]
