"""A question is proved when its code holds and its exemplars grade as declared; else it says why."""

import json
import shutil
from pathlib import Path

import pytest

from warmstart.content.drawn import check_numbers, filled, neat
from warmstart.content.prove.question import QuestionProof, prove_question
from warmstart.content.question import Question, read_question
from warmstart.content.question_record import instances_of, is_proven_question, record_path

MODELS = Path(__file__).parent / "questions"
NUMBERS = "activation-memory"


def planted(folder: Path, slug: str, *changes: tuple[str, str]) -> Question:
    folder.mkdir(exist_ok=True)
    text = (MODELS / f"{slug}.md").read_text("utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    (folder / f"{slug}.md").write_text(text, "utf-8")
    question = read_question(folder / f"{slug}.md")[0]
    assert question is not None
    return question


def faults(proof: QuestionProof, gate: str) -> list[str]:
    return [finding.message for each in proof.gates if each.name == gate for finding in each.findings]


@pytest.fixture(scope="module")
def proved(tmp_path_factory: pytest.TempPathFactory) -> Question:
    question = planted(tmp_path_factory.mktemp("pack") / "questions", NUMBERS)
    proof = prove_question(question)
    assert [finding for gate in proof.gates for finding in gate.findings] == []
    return question


def test_what_was_proved_is_skipped_until_it_changes(proved: Question, tmp_path: Path) -> None:
    assert prove_question(proved).skipped
    folder = shutil.copytree(proved.table.span.file.path.parent, tmp_path / "questions")
    changed = planted(folder, NUMBERS, ("minutes = ", "minutes = 1"))
    assert not is_proven_question(changed)


def test_drawn_numbers_are_data_that_reproduces(proved: Question) -> None:
    file = proved.table.span.file.path
    before = record_path(file).read_bytes()
    assert len(instances_of(file)) > 4
    record_path(file).unlink()
    assert prove_question(proved, force=True).holds
    assert record_path(file).read_bytes() == before


def test_numbers_that_somebody_edited_by_hand_are_not_proved(proved: Question, tmp_path: Path) -> None:
    folder = shutil.copytree(proved.table.span.file.path.parent, tmp_path / "questions")
    question = planted(folder, NUMBERS)
    assert is_proven_question(question)
    path = record_path(folder / f"{NUMBERS}.md")
    data = json.loads(path.read_bytes())
    data["instances"][0]["answers"]["peak"] = 1.0
    path.write_text(json.dumps(data))
    assert not is_proven_question(question)


def test_a_drawn_question_asks_for_its_numbers_and_grades_them(proved: Question) -> None:
    instance = instances_of(proved.table.span.file.path)[0]
    asked = filled(proved.sections["Question"] + proved.sections["Context"], instance)
    assert str(instance.given["layers"]) in asked
    assert "{" not in asked
    typed = {each.name: f"{instance.answers[each.name]} {each.unit}" for each in proved.forms.wanted}
    assert all(each.is_right for each in check_numbers(proved, instance, typed).values())
    slip = proved.forms.slips[0]
    found = check_numbers(proved, instance, {slip.answer: repr(instance.slips[slip.name])})
    assert found[slip.answer].slip
    assert {each.outcome for name, each in found.items() if name != slip.answer} == {"not a number"}


def test_braces_that_are_no_values_stay(proved: Question) -> None:
    instance = instances_of(proved.table.span.file.path)[0]
    assert filled("{nobody} {layers.__class__} {{x}}", instance) == "{nobody} {layers.__class__} {x}"
    assert filled("{open", instance) == "{open"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (3.0, "3"),
        (0.1 + 0.2, "0.3"),
        (12345678, "12345678"),
        (1 / 3, "0.333333333333"),
        ([1, 2.5], "1, 2.5"),
        ("a", "a"),
    ],
)
def test_values_are_shown_as_one_writes_them(value: object, text: str) -> None:
    assert neat(value) == text


CODE = [
    ("# Check\n\n```python\n", "# Check\n\n```python\nassert 1 == 2\n", "Q2", "AssertionError"),
    (
        "# Check\n\n```python\n",
        "# Check\n\n```python\nimport os; os._exit(0)\n",
        "Q2",
        "its process ended",
    ),
    ("def answer(given):\n", "def answer(given):\n    return {'full': float('nan')}\n", "Q2", "not finite"),
    ("def answer(given):\n", "def answer(given):\n    return {'full': 1}\n", "Q3", "answer(given) has no"),
    ("def draw(rng):\n", "def draw(rng):\n    return {'x': {1}}\n", "Q2", "want numbers, texts"),
    (
        "def draw(rng):\n",
        "import os\n\n\ndef draw(rng):\n    rng.seed(os.getpid())\n",
        "Q2",
        "drew differently",
    ),
    ("def draw(rng):\n", "def draw(rng):\n    rng.seed(1)\n", "Q3", "different draws"),
    ('formula = "', 'formula = "nobody + ', "Q2", "NameError"),
    ("# Question\n", "# Question\n\n{peak}\n", "Q3", "{peak}, which is no value"),
]


@pytest.mark.slow
@pytest.mark.parametrize(("old", "new", "gate", "message"), CODE, ids=[row[3] for row in CODE])
def test_code_that_does_not_hold_is_told(tmp_path: Path, old: str, new: str, gate: str, message: str) -> None:
    proof = prove_question(planted(tmp_path / "questions", NUMBERS, (old, new)))
    assert any(message in text for text in faults(proof, gate)), faults(proof, gate)
    assert instances_of(tmp_path / f"questions/{NUMBERS}.md") == ()


def test_a_slip_that_can_be_right_is_told(tmp_path: Path) -> None:
    question = planted(tmp_path / "questions", NUMBERS)
    slip = question.forms.slips[0]
    same = planted(
        tmp_path / "questions", NUMBERS, (f'formula = "{slip.formula}"', f'formula = "{slip.answer}"')
    )
    assert f"the slip '{slip.name}' can be right" in faults(prove_question(same), "Q3")


def first_lines(slug: str, kind: str) -> str:
    text = (MODELS / f"{slug}.md").read_text("utf-8")
    return next(
        f"[[graded]]{part.split('text =')[0]}" for part in text.split("[[graded]]") if f'"{kind}"' in part
    )


def test_an_exemplar_that_grades_otherwise_is_told_unless_it_is_waived(tmp_path: Path) -> None:
    head = first_lines("xgboost-leaf", "weak")
    wrong = head.replace("has = []", 'has = ["g"]').replace("band = [0, 2]", "band = [11, 12]")
    said = faults(prove_question(planted(tmp_path / "questions", "xgboost-leaf", (head, wrong))), "Q4")
    assert any(text.startswith("'weak': ") and "declared 11 to 12" in text for text in said)
    waived = wrong + 'waived = "because"\n'
    said = faults(prove_question(planted(tmp_path / "questions", "xgboost-leaf", (head, waived))), "Q4")
    assert not any(text.startswith("'weak'") for text in said)


def test_a_waiver_for_nothing_is_told(tmp_path: Path) -> None:
    head = first_lines("xgboost-leaf", "paraphrase")
    proof = prove_question(
        planted(tmp_path / "questions", "xgboost-leaf", (head, head + 'waived = "because"\n'))
    )
    row = next(row for row in proof.rows if row.exemplar.kind == "paraphrase")
    assert (row.state == "waived for nothing") is not bool(row.faults)
    assert any("waived all the same" in text for text in faults(proof, "Q4")) is not bool(row.faults)


def test_a_look_for_without_its_point_is_told(tmp_path: Path) -> None:
    text = (MODELS / "search-that-hangs.md").read_text("utf-8")
    line = next(line for line in text.split("\n") if line.startswith("look_for"))
    other = 'look_for = "The weather was nice and we went to the lake with the children."'
    proof = prove_question(planted(tmp_path / "questions", "search-that-hangs", (line, other)))
    assert any("look_for does not say" in text for text in faults(proof, "Q5"))
