"""Faults of every kind are told all at once, with file, line and mend."""

import os
import time
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warmstart.content.check import check_folder, check_pack
from warmstart.content.finding import Finding
from warmstart.content.pack import read_pack
from warmstart.content.tests.planted import FILES, SLUG, Change, commit, plant


def told(findings: list[Finding], root: Path) -> list[str]:
    return [f"{finding.path.relative_to(root)}:{finding.line}: {finding.message}" for finding in findings]


def test_the_planted_pack_has_no_fault(tmp_path: Path) -> None:
    plant(tmp_path)
    assert check_pack(tmp_path)[1] == []


FAULTS = tomllib.loads((Path(__file__).parent / "faults.toml").read_text())["fault"]


def planted(root: Path, fault: dict[str, str]) -> Path:
    return plant(root, (fault["file"], fault["old"], fault["new"]))


@pytest.mark.parametrize("fault", FAULTS, ids=[fault["says"] for fault in FAULTS])
def test_a_fault_is_told_with_its_line_and_a_mend(fault: dict[str, str], tmp_path: Path) -> None:
    folder = planted(tmp_path, fault)
    findings = check_pack(tmp_path)[1]
    hits = [finding for finding in findings if fault["says"] in finding.message]
    assert len(hits) == 1, told(findings, tmp_path)
    assert hits[0].path == folder / fault["in"]
    assert fault["at"] in hits[0].path.read_text().split("\n")[hits[0].line - 1], hits[0]
    assert fault["mend"] in hits[0].mend


def test_all_faults_of_a_pack_are_told_at_once(tmp_path: Path) -> None:
    title = ("problem.md", 'title = "W', 'titel = "W')
    stack = ("problem.md", '"a pair"]', '"a pair"]\nimports = ["torch"]')
    plant(tmp_path, title, stack, ("wrong.toml", "growth_exceeded", "growth_exceded"))
    (tmp_path / "pack.toml").write_text('id = "Tiny"\nformat = 2\nlicense = "MIT"')
    (tmp_path / "problems" / "Second Folder").mkdir()
    (tmp_path / "problems" / "stray.txt").write_text("")
    (tmp_path / "problems" / SLUG / "test.py").write_text("")
    messages = told(check_pack(tmp_path)[1], tmp_path)
    for part in (
        "pack.toml:3: unknown key 'license'",
        "pack.toml:1: key 'title' of pack.toml is missing",
        "pack.toml:1: pack id 'Tiny' is no slug",
        "pack.toml:2: format 2",
        "problems/Second Folder:1: folder name",
        "problems/Second Folder/problem.md:1: this file is missing",
        "problems/stray.txt:1: not a folder",
        f"problems/{SLUG}/test.py:1: a problem has no such file",
        f"problems/{SLUG}/problem.md:5: unknown key 'titel'",
        f"problems/{SLUG}/problem.md:12: no stack",
        f"problems/{SLUG}/wrong.toml:12: 'verdict' is",
    ):
        assert any(message.startswith(part) for message in messages), (part, messages)


def test_two_problems_with_one_id_are_told(tmp_path: Path) -> None:
    plant(tmp_path)
    other = tmp_path / "problems" / "with-repeats"
    other.mkdir()
    for name, text in FILES.items():
        (other / name).write_text(text)
    (message,) = told(check_pack(tmp_path)[1], tmp_path)
    assert message.startswith("problems/without-repeats/problem.md:2: id 0b9f7d4e")


def test_a_live_problem_must_be_proved(tmp_path: Path) -> None:
    plant(tmp_path, ("problem.md", '"draft"', '"live"'))
    (finding,) = check_pack(tmp_path)[1]
    assert "not proved" in finding.message


KINDS = ["missing", "folder", "pipe", "loop", "bom", "nul", "latin-1", "huge"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [(name, kind) for name in FILES for kind in KINDS if (name, kind) != ("visual.py", "missing")],
)
def test_files_of_any_kind_are_findings(name: str, kind: str, tmp_path: Path) -> None:
    folder = plant(tmp_path)
    path = folder / name
    text = path.read_bytes()
    path.unlink()
    match kind:
        case "folder":
            path.mkdir()
        case "pipe":
            os.mkfifo(path)
        case "loop":
            path.symlink_to(path)
        case "bom":
            path.write_bytes(b"\xef\xbb\xbf" + text)
        case "nul":
            path.write_bytes(text + b"\n\0\n")
        case "latin-1":
            path.write_bytes(text + b"\n# \xe9\n")
        case "huge":
            path.write_bytes(b" " * (5 * 2**20))
    findings = check_pack(tmp_path)[1]
    assert any(finding.path == path for finding in findings)


def test_what_is_no_accepted_solution_is_told(tmp_path: Path) -> None:
    folder = plant(tmp_path)
    (folder / "accepted").mkdir()
    (folder / "accepted" / "Mine.txt").write_text("")
    told = [f for f in check_pack(tmp_path)[1] if f.path.parent.name == "accepted"]
    assert [f.path.name for f in told] == ["Mine.txt"]
    (folder / "accepted" / "Mine.txt").unlink()
    (folder / "accepted").rmdir()
    (folder / "accepted").write_text("")
    assert any(f.message == "not a folder" for f in check_pack(tmp_path)[1])


def test_crlf_is_read_as_plain_newlines(tmp_path: Path) -> None:
    folder = plant(tmp_path)
    for name, text in FILES.items():
        (folder / name).write_bytes(text.replace("\n", "\r\n").encode())
    assert check_pack(tmp_path)[1] == []


HOSTILE = st.one_of(
    st.binary(max_size=200),
    st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.sampled_from(
        [
            b"(" * 5000,
            b"[" * 5000,
            b"a = " + b"[" * 3000,
            b"-" * 9000 + b"1",
            b"x = 1" + b"0" * 6000,
            b"+++\n" * 9,
            b"a.b" * 900,
        ]
    ),
)


@settings(max_examples=60, deadline=None)
@given(
    data=st.dictionaries(st.sampled_from([*FILES, "cases.json", "proven.json"]), HOSTILE),
    where=st.integers(0, 400),
)
def test_whatever_the_bytes_nothing_raises(
    data: dict[str, bytes], where: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = plant(tmp_path_factory.mktemp("pack"))
    for name, noise in data.items():
        text = FILES.get(name, "").encode()
        (folder / name).write_bytes(text[:where] + noise + text[where:] if where % 2 else noise)
    check_folder(folder)
    (folder.parent.parent / "skills.toml").write_bytes(next(iter(data.values()), b""))
    (folder.parent.parent / "pack.toml").write_bytes(next(iter(data.values()), b""))
    check_pack(folder.parent.parent)


def test_a_folder_that_is_no_pack_is_a_finding(tmp_path: Path) -> None:
    assert told(read_pack(tmp_path)[1], tmp_path) == ["pack.toml:1: this file is missing"]
    assert read_pack(tmp_path / "nothing")[1]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("problem.md", "The values without", "All values without"), "the statement changed"),
        (("problem.md", "0b9f7d4e", "1b9f7d4e"), "the id was"),
        (("problem.md", "A set of what", "One set of what"), None),
    ],
)
def test_a_live_item_that_changed_its_meaning_has_raised_its_version(
    change: Change, says: str | None, tmp_path: Path
) -> None:
    live = ("problem.md", '"draft"', '"live"')
    folder = plant(tmp_path, live)
    commit(tmp_path)
    name, old, new = change
    path = folder / name
    path.write_text(path.read_text().replace(old, new))
    messages = [finding.message for finding in check_pack(tmp_path)[1] if "not proved" not in finding.message]
    assert [says in message for message in messages] == ([True] if says else [])  # type: ignore[operator]
    path.write_text(path.read_text().replace("version = 1", "version = 2"))
    after = [finding.message for finding in check_pack(tmp_path)[1] if "not proved" not in finding.message]
    assert bool(after) == (says == "the id was")


def test_a_live_item_is_retired_never_deleted(tmp_path: Path) -> None:
    folder = plant(tmp_path, ("problem.md", '"draft"', '"live"'))
    commit(tmp_path)
    moved = folder.rename(folder.with_name("renamed"))
    assert [finding.message for finding in check_pack(tmp_path)[1]] == ["live, but not proved as it stands"]
    moved.rename(tmp_path.parent / "elsewhere")
    (finding,) = check_pack(tmp_path)[1]
    assert finding.path == folder
    assert "retired" in finding.mend


def test_a_draft_may_change_without_a_new_version(tmp_path: Path) -> None:
    folder = plant(tmp_path)
    commit(tmp_path)
    path = folder / "problem.md"
    path.write_text(path.read_text().replace("The values", "All values"))
    assert check_pack(tmp_path)[1] == []


@pytest.mark.serial
def test_500_problems_are_read_within_a_second_of_cpu(tmp_path: Path) -> None:
    plant(tmp_path)
    front = FILES["problem.md"]
    for number in range(499):
        folder = tmp_path / "problems" / f"copy-{number}"
        folder.mkdir()
        (folder / "problem.md").write_text(front.replace("0b9f7d4e", f"{number:08x}"))
    before = time.process_time()
    pack, findings = read_pack(tmp_path)
    assert time.process_time() - before < 1
    assert (len(pack.problems), findings) == (500, [])
