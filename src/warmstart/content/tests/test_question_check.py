"""A question that lacks something is told so, with the line and all faults at once."""

import shutil
import subprocess
from pathlib import Path

import pytest

from warmstart.content.check import check_questions
from warmstart.content.question import read_question
from warmstart.content.question_check import question_faults
from warmstart.content.questions import read_questions, shared_sentences

MODELS = Path(__file__).parent / "questions"
PROSE, NUMBERS, CHOICES, ORDER = "attention-scale", "activation-memory", "search-that-hangs", "pre-norm-block"


def said(folder: Path, slug: str, *changes: tuple[str, str]) -> list[tuple[int, str]]:
    """Line and message of each finding about a question with texts replaced, each once."""
    text = (MODELS / f"{slug}.md").read_text("utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    file = folder / f"{slug}.md"
    file.write_text(text, "utf-8")
    question, findings = read_question(file)
    assert question is not None
    return [(each.line, each.message) for each in [*findings, *question_faults(question)]]


def line_in(folder: Path, slug: str, text: str) -> int:
    lines = (folder / f"{slug}.md").read_text("utf-8").split("\n")
    return next(at for at, line in enumerate(lines, 1) if text in line)


@pytest.mark.parametrize("slug", [PROSE, NUMBERS, CHOICES, ORDER])
def test_a_model_question_owes_nothing(tmp_path: Path, slug: str) -> None:
    assert said(tmp_path, slug) == []


FAULTS = [
    (PROSE, 'kind = "swapped"', 'kind = "weak"', "no exemplar of the kind 'swapped'"),
    (PROSE, 'kind = "off-topic"', 'kind = "weak"', "no exemplar of the kind 'off-topic'"),
    (PROSE, "\npts = 2", "\npts = 9", "pts together"),
    (PROSE, "minutes = ", "minutes = 9", "is 9"),
    (PROSE, 'id = "', 'id = "x', "is no UUID v4"),
    (PROSE, "\n[[followups]]", "\n[[followups]]\nask = 'a'\nlook_for = 'b'\n[[followups]]", "follow-ups"),
    (PROSE, "# Model answer\n", "# Model answer\n" + "word " * 200, "the model answer has"),
    (NUMBERS, "def draw(", "def drawn(", "defines no function 'draw'"),
    (NUMBERS, "{layers}", "{layerz}", "{layerz}, which is no value"),
    (NUMBERS, "{layers}", "{layers", "'# Question'"),
    (NUMBERS, "rtol = 0.01", "rtol = 0", "has no tolerance"),
    (NUMBERS, 'formula = "', 'formula = "(', "is no Python expression"),
    (NUMBERS, "# Check\n\n```python", "# Check\n\n```", "'# Check' is no block of Python"),
    (NUMBERS, "def draw(rng):", "def draw(rng:", "Python: "),
    (CHOICES, "right = true", "right = false", "no option is right"),
    (ORDER, "\n[[steps]]", "\nties = [[1]]\n[[steps]]", "a group of one place"),
]


@pytest.mark.parametrize(("slug", "old", "new", "message"), FAULTS, ids=[row[3] for row in FAULTS])
def test_what_is_missing_or_wrong_is_told(
    tmp_path: Path, slug: str, old: str, new: str, message: str
) -> None:
    changes = [(old, new)]
    if message == "no option is right":
        changes *= (MODELS / f"{slug}.md").read_text("utf-8").count(old)
    assert [text for _, text in said(tmp_path, slug, *changes) if message in text]


def test_all_faults_come_at_once_each_with_its_line(tmp_path: Path) -> None:
    found = said(tmp_path, PROSE, ('kind = "keywords"', 'kind = "weak"'), ("minutes = ", "minutes = 9"))
    assert (line_in(tmp_path, PROSE, "minutes = "), "is 98") in found
    assert any("keywords" in message for _, message in found)


def test_what_a_point_rejects_stands_not_in_the_model_answer(tmp_path: Path) -> None:
    question = read_question(MODELS / f"{PROSE}.md")[0]
    assert question is not None
    phrase = question.rubric.points[0].reject[0]
    found = said(tmp_path, PROSE, ("# Model answer\n", f"# Model answer\n\n{phrase.upper()}.\n"))
    assert [message for _, message in found if "rejects" in message]


def pack(folder: Path) -> Path:
    """A pack with the four model questions."""
    shutil.copytree(MODELS, folder / "questions")
    (folder / "pack.toml").write_text(
        'id = "p"\ntitle = "P"\nversion = "1"\nformat = 1\nlicence = "MIT"\nauthors = ["A"]\n'
    )
    return folder


def test_ids_sentences_and_skills_are_looked_up_in_the_whole_pack(tmp_path: Path) -> None:
    questions = pack(tmp_path) / "questions"
    (questions / "z-again.md").write_text((questions / f"{PROSE}.md").read_text("utf-8"), "utf-8")
    messages = [finding.message for finding in check_questions(questions)]
    for part in (f"is that of questions/{PROSE} too", "shares a sentence with", "unknown skill"):
        assert any(part in message for message in messages), part
    alone = check_questions(questions / f"{PROSE}.md")
    assert {finding.path.name for finding in alone} == {f"{PROSE}.md"}


def test_two_questions_of_the_models_share_no_sentence() -> None:
    questions = [read_question(path)[0] for path in sorted(MODELS.glob("*.md"))]
    assert shared_sentences([each for each in questions if each is not None]) == []


def test_a_file_that_is_no_question_is_told(tmp_path: Path) -> None:
    (pack(tmp_path) / "questions/notes.txt").write_text("x")
    assert "no question" in [finding.message for finding in read_questions(tmp_path)[1]]


def test_a_live_question_that_changed_raises_its_version(tmp_path: Path) -> None:
    file = pack(tmp_path) / f"questions/{PROSE}.md"
    for words in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "x"],
    ):
        subprocess.run(["git", "-C", str(tmp_path), *words], check=True, capture_output=True)
    text = file.read_text("utf-8")
    file.write_text(text.replace("# Question\n", "# Question\n\nIn short:", 1), "utf-8")
    assert "the question changed under the same version" in changes(file)
    file.write_text(text.replace("\npts = 2", "\npts = 1", 1), "utf-8")
    assert "'points' changed under the same version" in changes(file)
    file.write_text(text.replace("version = 1", "version = 2").replace("\npts = 2", "\npts = 1", 1), "utf-8")
    assert changes(file) == []


def changes(file: Path) -> list[str]:
    return [each.message for each in check_questions(file) if "same version" in each.message]
