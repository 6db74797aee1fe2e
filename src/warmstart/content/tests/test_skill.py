"""The skill map is a DAG; a ring is told by name."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from warmstart.content.skill import read_skills, rings

CORE = Path(__file__).resolve().parents[4] / "packs" / "core" / "skills.toml"

AREA = '[[area]]\nid = "ds"\ntitle = "Data structures"\n'


def skill(name: str, *needs: str) -> str:
    listed = ", ".join(f'"{need}"' for need in needs)
    return f'[[skill]]\nid = "{name}"\ntitle = "T"\nneeds = [{listed}]\nmark = "S"\nwhy = "W"\n'


def messages(tmp_path: Path, *parts: str) -> list[str]:
    path = tmp_path / "skills.toml"
    path.write_text("".join(parts))
    return [f"{finding.line}: {finding.message}" for finding in read_skills(path)[2]]


def test_the_core_map_has_90_skills_in_13_areas_and_no_fault() -> None:
    areas, skills, findings = read_skills(CORE)
    assert (len(areas), len(skills), findings) == (13, 90, [])
    assert [sum(skill.mark == mark for skill in skills) for mark in "SMA"] == [46, 20, 24]


def test_a_ring_is_told_with_its_members(tmp_path: Path) -> None:
    told = messages(tmp_path, AREA, skill("ds.a", "ds.c"), skill("ds.b", "ds.a"), skill("ds.c", "ds.b"))
    assert told == ["7: prerequisites go in a ring: ds.a -> ds.c -> ds.b -> ds.a"]


def test_unknown_ids_and_repeats_are_told(tmp_path: Path) -> None:
    told = messages(tmp_path, AREA, skill("ds.a"), skill("ds.a"), skill("al.b", "ds.x"), skill("odd"))
    assert told == [
        "11: skill 'ds.a' twice",
        "17: no area 'al'",
        "23: skill id 'odd' is not of the form area.name",
        "19: unknown skill 'ds.x'",
    ]


GRAPH = st.dictionaries(
    st.integers(0, 7).map(str), st.lists(st.integers(0, 7).map(str), max_size=3), max_size=8
)


@given(GRAPH)
def test_no_ring_means_that_an_order_exists(graph: dict[str, list[str]]) -> None:
    waiting = {node: {need for need in needs if need in graph} for node, needs in graph.items()}
    while ready := [node for node, needs in waiting.items() if not needs]:
        for node in ready:
            del waiting[node]
        for needs in waiting.values():
            needs.difference_update(ready)
    inside = {node: [need for need in needs if need in graph] for node, needs in graph.items()}
    found = rings(inside)
    assert bool(found) == bool(waiting)
    for ring in found:
        assert all(b in inside[a] for a, b in zip(ring, [*ring[1:], ring[0]], strict=True))
