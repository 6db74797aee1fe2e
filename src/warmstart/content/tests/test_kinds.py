"""Problems that are no module with holes: a query, and a module with planted faults."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from warmstart.content.check import check_folder
from warmstart.content.mutate.sql import mutate_query
from warmstart.content.pack import read_pack
from warmstart.content.prove.bench import Bench
from warmstart.content.prove.gate import Proof
from warmstart.content.prove.prove import prove
from warmstart.content.tests.planted import Change, plant
from warmstart.content.workshop import read_workshop
from warmstart.judge.pool import Judge

QUERY = """\
-- Columns: name, pay.
SELECT name, pay
FROM staff
WHERE pay >= 10
ORDER BY pay DESC, name
"""

SCHEMA = """schema = "CREATE TABLE staff (name TEXT, pay INTEGER);"\nordered = true\n"""

QUERY_TESTS = """\
CASES = {
    "a pair": ("ten is enough", {"staff": [("Ann", 10), ("Bob", 9), ("Cy", 12), ("Di", 11)]}),
    "ties": ("equal pay goes by name", {"staff": [("Di", 11), ("Ann", 11)]}),
    "unknown": ("NULL is not enough", {"staff": [("Ann", None)]}),
    "nobody": ("an empty table", {"staff": []}),
}
KEEP = {"unknown": "a habit", "nobody": "a habit"}
INVALID = {"no table": {}, "text": {"staff": "x"}, "a row of one": {"staff": [("Ann",)]}}


def gen(rng, size):
    return {"staff": [(rng.choice("abc"), rng.randint(8, 12)) for _ in range(size)]}


def valid(inp):
    assert list(inp) == ["staff"], "one table, staff"
    assert isinstance(inp["staff"], list), "rows are a list"
    assert all(len(row) == 2 for row in inp["staff"]), "rows of two"


def oracle(inp):
    paid = [row for row in inp["staff"] if row[1] is not None and row[1] >= 10]
    return sorted(paid, key=lambda row: (-row[1], row[0]))
"""

QUERY_WRONG = """\
[[mutant]]
id = "strict"
why = "leaves out those who earn exactly ten"
replace = "pay >= 10"
with = "pay > 10"
"""


def plant_query(root: Path, *changes: Change) -> Path:
    front = ('kind = "code"', 'kind = "sql"\n' + SCHEMA), ('entry = "distinct"', 'entry = "query"')
    contract = ("problem.md", 'complexity = {n = "number of values", time = 1.0, slack = 0.35}\n', "")
    folder = plant(root, *(("problem.md", *change) for change in front), contract)
    for name in ("solution.py", "visual.py"):
        (folder / name).unlink()
    files = {"solution.sql": QUERY, "tests.py": QUERY_TESTS, "wrong.toml": QUERY_WRONG}
    for name, text in files.items():
        (folder / name).write_text(text)
    for name, old, new in changes:
        text = (folder / name).read_text()
        assert text.count(old) == 1
        (folder / name).write_text(text.replace(old, new))
    return folder


SHOUTS: Change = (
    "wrong.toml",
    '[[mutant]]\nid = "looks',
    """[[mutant]]
id = "keeps-all"
why = "what was seen must not be kept again"
replace = "if value not in seen:"
with = "if True:"

[[mutant]]
id = "looks""",
)
SLOW = 'kind = "debug"\nfaults = ["sorts", "looks-through-the-result"]'
FAULTY: tuple[Change, ...] = (
    ("problem.md", 'kind = "code"', 'kind = "debug"\nfaults = ["sorts", "keeps-all"]'),
    SHOUTS,
)


@pytest.fixture(scope="module")
def bench() -> Iterator[Bench]:
    with Judge() as judge:
        yield Bench(judge, jobs=2)


def proof_of(folder: Path, bench: Bench) -> Proof:
    pack, findings = read_pack(folder.parent.parent)
    (problem,) = pack.problems
    return prove(problem, bench, faults=findings)


@pytest.mark.slow
def test_a_query_is_proved(tmp_path: Path, bench: Bench) -> None:
    folder = plant_query(tmp_path)
    proof = proof_of(folder, bench)
    assert [str(finding) for finding in proof.findings] == []
    frozen = json.loads((folder / "cases.json").read_text())
    assert frozen["starter"] == "-- Columns: name, pay.\nSELECT NULL AS nothing_yet\n"
    assert frozen["ordered"]
    assert frozen["schema"].startswith("CREATE TABLE staff")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("problem.md", 'entry = "query"', 'entry = "main"'), "a query has no name"),
        (("problem.md", "sample =", 'imports = ["numpy"]\nsample ='), "a query imports nothing"),
        (("tests.py", "def gen", "def run(sol, inp):\n    return 1\n\n\ndef gen"), "not driven by run"),
        (("problem.md", 'kind = "sql"', 'kind = "code"'), "`schema` in a problem of kind 'code'"),
        (("wrong.toml", "pay >= 10", "pay >= 11"), "matches 0 times in solution.sql"),
    ],
)
def test_what_a_query_cannot_have_is_a_finding(change: Change, says: str, tmp_path: Path) -> None:
    assert says in " ".join(finding.message for finding in check_folder(plant_query(tmp_path, change))[1])


@pytest.mark.slow
def test_a_module_with_planted_faults_is_proved_and_is_the_starter(tmp_path: Path, bench: Bench) -> None:
    folder = plant(tmp_path, *FAULTY)
    proof = proof_of(folder, bench)
    assert [str(finding) for finding in proof.findings] == []
    starter = json.loads((folder / "cases.json").read_text())["starter"]
    assert "    return sorted(result)\n" in starter
    assert "        if True:\n" in starter
    assert "starter>" not in starter
    assert "Keep a set" not in starter


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ((*FAULTY[:1],), "wrong.toml has no mutant 'keeps-all'"),
        (
            (("problem.md", 'kind = "code"', 'kind = "debug"\nfaults = ["sorts"]'),),
            "too few planted faults",
        ),
        (
            (
                (
                    "problem.md",
                    'kind = "code"',
                    'kind = "debug"\nfaults = ["sorts", "looks-through-the-result"]',
                ),
            ),
            "is only slow",
        ),
        (
            (("problem.md", 'kind = "code"', 'kind = "code"\nfaults = ["sorts"]'),),
            "`faults` in a problem of kind 'code'",
        ),
        (
            (*FAULTY, ("wrong.toml", 'replace = "if value not in seen:"', 'replace = "    return result"')),
            "no longer fits once the faults before it are planted",
        ),
    ],
)
def test_faults_that_cannot_be_planted_are_findings(
    change: tuple[Change, ...], says: str, tmp_path: Path
) -> None:
    folder = plant(tmp_path, *change[:2])
    for name, old, new in change[2:]:
        (folder / name).write_text((folder / name).read_text().replace(old, new))
    told = " ".join(finding.message for finding in check_folder(folder)[1])
    assert says in told


def test_each_token_of_a_query_is_changed_and_each_clause_left_out() -> None:
    query = (
        "SELECT a, RANK() OVER (PARTITION BY t ORDER BY p DESC, n) FROM s LEFT JOIN q USING (k)\n"
        "WHERE x IS NULL AND y <> 'AND 3' AND COUNT(*) > 2 -- OR 5\nUNION ALL SELECT 1.5, b"
    )
    labels = [mutant.label for mutant in mutate_query(query)]
    assert labels == [
        "L1 RANK->ROW_NUMBER",
        "L1 RANK->DENSE_RANK",
        "L1 PARTITION BY t->",
        "L1 p DESC, ->",
        "L1 DESC->ASC",
        "L1 , n->",
        "L1 LEFT->",
        "L2 -> NOT",
        "L2 AND->OR",
        "L2 <>->=",
        "L2 AND->OR #2",
        "L2 >->>=",
        "L2 >-><",
        "L2 2->3",
        "L2 2->1",
        "L3 UNION ALL->UNION",
        "L3 1.5->2.5",
        "L3 1.5->0.5",
    ]
    sources = [mutant.source for mutant in mutate_query(query)]
    assert len(set(sources)) == len(sources)
    assert all("'AND 3'" in source and "-- OR 5" in source for source in sources)


def test_a_query_s_workshop_has_no_statements(tmp_path: Path) -> None:
    folder = plant_query(tmp_path)
    (problem,) = read_pack(tmp_path)[0].problems
    workshop, findings = read_workshop(problem)
    assert findings == []
    assert workshop is not None
    assert workshop.solution.tree.body == []
    assert workshop.solution.file.path == folder / "solution.sql"
