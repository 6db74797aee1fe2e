"""Each gate has a planted folder that fails exactly that gate, and one folder passes all."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from warmstart.content.pack import read_pack
from warmstart.content.prove.bench import Bench
from warmstart.content.prove.gate import GATES, Proof
from warmstart.content.prove.prove import prove
from warmstart.content.record import read_record
from warmstart.content.tests.planted import Change, commit, plant
from warmstart.content.visual import read_visual
from warmstart.judge.pool import Judge

# Author processes and growth: a second or two each.
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def bench() -> Iterator[Bench]:
    with Judge() as judge:
        yield Bench(judge, jobs=2)


def proof_of(folder: Path, bench: Bench, *, force: bool = False, absent: tuple[str, ...] = ()) -> Proof:
    pack, findings = read_pack(folder.parent.parent)
    (problem,) = pack.problems
    return prove(problem, bench, faults=findings, force=force, absent=absent)


def failed(proof: Proof) -> list[str]:
    return [gate.name for gate in proof.gates if not gate.holds]


SPIN = """    import time
    while time.process_time() < 0.4:
        pass
    return result"""

FAULTS: dict[str, tuple[Change, ...]] = {
    "V1": (("problem.md", "ds.hash", "ds.hsh"),),
    "V2": (("tests.py", '(5,), "a text', '([5],), "a text'),),
    "V3": (("tests.py", "def big", "def oracle2(inp):\n    return sorted(set(inp[0]))\n\n\ndef big"),),
    "V4": (
        ("solution.py", "not in seen:", "not in seen and value != 2:"),
        ("wrong.toml", "not in seen:", "not in seen and value != 2:"),
    ),
    "V5": (
        ("solution.py", "    # <starter>\n", ""),
        ("solution.py", "    # </starter>\n", ""),
        ("solution.py", '"""Keep a set."""\n', "# <starter>\nimport math\n# </starter>\n"),
        ("tests.py", "LADDER", 'KEEP = {"empty": "no automatic mutant is left to fail on it"}\nLADDER'),
    ),
    "V6": (("wrong.toml", 'order of its values"\n', 'order of its values"\nverdict = ["run_time_error"]\n'),),
    "V7": (("wrong.toml", "sorted(result)", "list(result)"),),
    "V8": (("solution.py", "in values:", "in values[0:]:"),),
    "V9": (("problem.md", "time = 1.0", "time = 0.1"),),
    "V10": (
        ("problem.md", "slack = 0.35}", "slack = 0.35}\nlimits = {seconds = 0.2}"),
        ("wrong.toml", 'order of its values"\n', 'order of its values"\nverdict = ["time_limit_exceeded"]\n'),
        ("wrong.toml", "    return sorted(result)", SPIN),
    ),
    "V11": (("tests.py", "rng.randint(0, size + 1)", 'hash("x") % (size + 2)'),),
    "V12": (("problem.md", "\n[3, 1]", "\n[1, 3]"),),
    "V13": (("tests.py", "([],)),", '([],)),\n    "long": ("many", ([10**6] * 30_000,)),'),),
    "V14": (("tests.py", "    assert len", "    if not inp:\n        import scipy\n    assert len"),),
    "V15": (("visual.py", '"arrays"', '"array"'),),
}  # fmt: skip


def test_the_planted_folder_passes_every_gate(tmp_path: Path, bench: Bench) -> None:
    proof = proof_of(plant(tmp_path), bench)
    assert proof.findings == []
    assert {gate.name for gate in proof.gates} == set(GATES)


def test_every_gate_has_a_planted_fault() -> None:
    assert set(FAULTS) == set(GATES)


@pytest.mark.parametrize("gate", FAULTS)
def test_a_planted_fault_fails_exactly_its_gate(gate: str, tmp_path: Path, bench: Bench) -> None:
    proof = proof_of(plant(tmp_path, *FAULTS[gate]), bench)
    assert failed(proof) == [gate], [str(finding) for finding in proof.findings]


def test_an_idle_hand_case_fails_v7_unless_it_is_kept(tmp_path: Path, bench: Bench) -> None:
    idle = (
        "solution.py",
        "    seen = set()\n",
        "    if values == [9] * 9:\n        return [9]\n    seen = set()\n",
    )
    case = ("tests.py", '    "empty"', '    "nines": ("nine nines", ([9] * 9,)),\n    "empty"')
    mutants = ("solution.py", "    # <starter>\n", "")
    marks = ("solution.py", "    return result\n", "    # <starter>\n    return result\n")
    proof = proof_of(plant(tmp_path / "a", idle, case, mutants, marks), bench)
    assert failed(proof) == ["V7"], [str(finding) for finding in proof.findings]
    kept = ("tests.py", "LADDER", 'KEEP = {"nines": "a special case"}\nLADDER')
    assert failed(proof_of(plant(tmp_path / "b", idle, case, mutants, marks, kept), bench)) == []


EQUIVALENT = '\n[[equivalent]]\nmutation = "{}"\nsource = "{}"\nreason = "planted"\n'


@pytest.mark.parametrize(
    ("mutation", "source", "says"),
    [
        ("L9 0:->:", "for value in values[0:]:", None),
        ("L9 0->1", "for value in values[0:]:", "a case kills it"),
        ("L9 0->5", "for value in values[0:]:", "no automatic mutant"),
    ],
)
def test_an_equivalent_must_be_one_that_survives(
    mutation: str, source: str, says: str | None, tmp_path: Path, bench: Bench
) -> None:
    folder = plant(tmp_path, ("solution.py", "in values:", "in values[0:]:"))
    entries = EQUIVALENT.format("L9 0:->:", source) if says else ""
    with (folder / "wrong.toml").open("a") as wrong:
        wrong.write(entries + EQUIVALENT.format(mutation, source))
    proof = proof_of(folder, bench)
    messages = [finding.message for finding in proof.findings]
    if says is None:
        assert messages == []
    else:
        assert failed(proof) == ["V8"]
        assert len(messages) == 1
        assert says in messages[0]


def test_proving_twice_gives_the_same_bytes_and_the_second_time_nothing_runs(
    tmp_path: Path, bench: Bench
) -> None:
    folder = plant(tmp_path)
    written = ("cases.json", "visual.json", "proven.json")
    assert proof_of(folder, bench).changed == written
    first = {name: (folder / name).read_bytes() for name in written}
    assert proof_of(folder, bench).skipped
    again = proof_of(folder, bench, force=True)
    assert not again.skipped
    assert again.holds
    assert again.changed == ()
    assert {name: (folder / name).read_bytes() for name in first} == first


def test_the_date_is_that_of_the_first_proof_that_said_the_same(tmp_path: Path, bench: Bench) -> None:
    folder = plant(tmp_path)
    proof_of(folder, replace(bench, today="2026-01-02"))
    first = read_record(folder)
    assert first is not None
    assert first.on == "2026-01-02"
    again = proof_of(folder, replace(bench, today="2026-03-04"), force=True)
    assert (again.holds, again.changed, read_record(folder)) == (True, (), first)


def test_what_changed_is_proved_again(tmp_path: Path, bench: Bench) -> None:
    folder = plant(tmp_path)
    assert proof_of(folder, bench).holds
    tests = folder / "tests.py"
    tests.write_text(tests.read_text().replace('"first come', '"First come'))
    proof = proof_of(folder, bench)
    assert not proof.skipped
    assert proof.changed == ("cases.json", "proven.json")
    assert proof.holds


def test_a_visual_is_drawn_anew_without_proving_the_rest(tmp_path: Path, bench: Bench) -> None:
    folder = plant(tmp_path, ("visual.py", "Look at", "See"))
    assert proof_of(folder, bench).holds
    drawing = folder / "visual.py"
    for old, new, gates, changed in (
        ("See", "Look at", [], ("visual.json", "proven.json")),
        ('"arrays"', '"array"', ["V15"], ("proven.json",)),
        ('"array"', '"arrays"', [], ("proven.json",)),
    ):
        drawing.write_text(drawing.read_text().replace(old, new))
        proof = proof_of(folder, bench)
        assert [gate.name for gate in proof.gates] == ["V15"]
        assert (failed(proof), proof.changed) == (gates, changed)
    visual = read_visual(folder / "visual.json")
    assert visual is not None
    assert visual.frames[2]["view"]["rows"][1]["values"] == [3, 1]
    drawing.unlink()
    assert proof_of(folder, bench).changed == ("visual.json", "proven.json")
    assert "visual" not in (folder / "proven.json").read_text()
    assert proof_of(folder, bench).skipped


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("([3, 1, 3],)", "([3, '1'],)", "valid rejects INPUT: AssertionError: all values are integers"),
        ("    steps = []", "    steps = [1 / 0]", "ZeroDivisionError"),
        ("    steps = []", "    steps = [id(inp)]", "frames[0] is an integer"),
        ("Look at {", "{__import__('time').time_ns()} {", "two runs draw different frames"),
        ("TITLE =", "import scipy\nTITLE =", "imports scipy"),
        ("def frames(inp, out)", "def frames(inp)", "no function of two arguments"),
        ("INPUT", "INPUTS", "does not define INPUT"),
        ('"What was seen is left out"', "5", "TITLE is no short text"),
    ],
)
def test_what_keeps_a_visual_from_being_drawn_is_told(
    old: str, new: str, says: str, tmp_path: Path, bench: Bench
) -> None:
    proof = proof_of(plant(tmp_path, ("visual.py", old, new)), bench)
    assert set(failed(proof)) == {"V15"}
    assert says in proof.findings[0].message


def test_a_solution_from_the_statement_alone_must_pass_too(tmp_path: Path, bench: Bench) -> None:
    folder = plant(tmp_path)
    (folder / "accepted").mkdir()
    (folder / "accepted" / "by-dict.py").write_text(
        "def distinct(values): return list(dict.fromkeys(values))\n"
    )
    assert proof_of(folder, bench).holds
    (folder / "accepted" / "by-set.py").write_text("def distinct(values): return list(set(values))\n")
    proof = proof_of(folder, bench, force=True)
    assert failed(proof) == ["V4"]
    assert {finding.path.name for finding in proof.findings} == {"by-set.py"}


def test_a_hand_edited_cases_json_does_not_reproduce(tmp_path: Path, bench: Bench) -> None:
    folder = plant(tmp_path)
    assert proof_of(folder, bench).holds
    cases = folder / "cases.json"
    cases.write_text(cases.read_text().replace("first come", "last come"))
    proof = proof_of(folder, bench)
    assert failed(proof) == ["V11"]
    assert "first come" in cases.read_text()
    assert not (folder / "proven.json").exists()


def test_a_reference_that_fails_writes_nothing_and_stops_there(tmp_path: Path, bench: Bench) -> None:
    folder = plant(tmp_path, *FAULTS["V4"])
    proof = proof_of(folder, bench)
    assert "V6" not in {gate.name for gate in proof.gates}
    assert not (folder / "cases.json").exists()


LIBRARY = (
    "tests.py",
    "    return list(dict.fromkeys(inp[0]))",
    "    networkx.Graph()\n    return list(dict.fromkeys(inp[0]))",
)
IMPORT = ("tests.py", "LADDER", "import networkx\nLADDER")


def test_without_the_oracle_s_library_the_committed_values_stand_in(tmp_path: Path, bench: Bench) -> None:
    folder = plant(tmp_path, LIBRARY, IMPORT)
    assert proof_of(folder, bench).holds
    before = (folder / "cases.json").read_bytes()
    proof = proof_of(folder, bench, force=True, absent=("networkx",))
    assert proof.findings == []
    assert "networkx is not installed" in proof.remarks[0]
    assert (folder / "cases.json").read_bytes() == before
    assert b'"oracle":"networkx ' in before


def test_without_library_and_committed_values_a_case_has_none(tmp_path: Path, bench: Bench) -> None:
    proof = proof_of(plant(tmp_path, LIBRARY, IMPORT), bench, absent=("networkx",))
    assert "V11" in failed(proof)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("tests.py", "LADDER", "1 / 0\nLADDER"), "ZeroDivisionError"),
        (("tests.py", "LADDER", "import os\nos._exit(3)\nLADDER"), "ended or hung"),
        (("tests.py", "    return ([rng", "    return {rng} and ([rng"), None),
        (("tests.py", "([2, 2],)),", "([2, 2], object())),"), "cannot hold"),
        (("tests.py", "rng.randint(0, size + 1)", "rng.nothing()"), "AttributeError"),
    ],
)
def test_tests_that_fail_are_a_finding_with_its_line(
    change: Change, says: str | None, tmp_path: Path, bench: Bench
) -> None:
    proof = proof_of(plant(tmp_path, change), bench)
    messages = [finding.message for finding in proof.findings]
    if says is None:
        assert messages == []
    else:
        assert failed(proof) == ["V1"]
        assert says in messages[0]


def test_a_published_case_may_not_vanish_under_its_version(tmp_path: Path, bench: Bench) -> None:
    folder = plant(tmp_path, ("problem.md", '"draft"', '"live"'))
    assert proof_of(folder, bench).holds
    commit(tmp_path)
    for name, old, new in (
        ("tests.py", "[3, 1, 2, 1]", "[4, 1, 2, 1]"),
        ("problem.md", "version = 1", "version = 2"),
    ):
        path = folder / name
        path.write_text(path.read_text().replace(old, new))
        proof = proof_of(folder, bench)
        messages = [finding.message for finding in proof.findings]
        assert messages == ([] if name == "problem.md" else ["cases vanished under the same version: order"])
