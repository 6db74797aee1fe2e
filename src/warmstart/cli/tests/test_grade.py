"""`warmstart grade` as a person meets it: what is graded is told point by point, bad input in one line."""

import io
import json
import sys
from pathlib import Path

import pytest

from warmstart.cli.main import main
from warmstart.content import tests as content_tests
from warmstart.content.question import Question, read_question

MODELS = Path(content_tests.__file__).parent / "questions"
FILE = MODELS / "attention-scale.md"
RUBRIC = """
question = "Why is the mean of a sample close to the mean of the population?"
[[points]]
id = "a"
pts = 2
must = true
claim = "The variance of the mean falls as one over the number of independent draws."
accept = ["averaging n draws divides the variance by n", "the spread of the average shrinks with more draws"]
"""


def question() -> Question:
    found = read_question(FILE)[0]
    assert found is not None
    return found


def answered(folder: Path, data: bytes) -> str:
    path = folder / "answer.txt"
    path.write_bytes(data)
    return str(path)


def test_a_good_answer_is_told_with_its_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answer = answered(tmp_path, question().model.text.encode())
    assert main(["grade", "--question", str(FILE), "--answer", answer]) == 0
    out = capsys.readouterr().out
    assert "a  covered" in out
    assert "\u201c" in out


def test_an_installed_question_is_found_by_its_slug(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = answered(tmp_path, question().model.text.encode())
    assert main(["grade", "--question", "attention-scale", "--answer", answer, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["score"]["expected"] > 0.8 * told["score"]["total"]


def test_a_rubric_of_its_own_is_graded(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rubric = tmp_path / "rubric.toml"
    rubric.write_text(RUBRIC)
    answer = answered(tmp_path, b"If you average n independent draws, the variance is divided by n.")
    assert main(["grade", "--rubric", str(rubric), "--answer", answer, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["points"][0]["finding"] == "covered"


def test_an_answer_may_come_by_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Large scores saturate the softmax.")))
    assert main(["grade", "--question", str(FILE), "--answer", "-"]) == 0
    assert "of 10 points" in capsys.readouterr().out


ODD = [
    (b"", "no words to grade"),
    (b" \n\t", "no words to grade"),
    (b"word salad " * 10_000, "words were read"),
    (b"\0\0 the scores grow with d \0", "of 10 points"),
    (b"\xef\xbb\xbfThe variance of the score is d.", "of 10 points"),
    (b"<script>alert(1)</script> \x1b[31m", "of 10 points"),
]


@pytest.mark.parametrize(("data", "said"), ODD)
def test_an_odd_answer_gets_a_grade(
    tmp_path: Path, data: bytes, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["grade", "--question", str(FILE), "--answer", answered(tmp_path, data)]) == 0
    out = capsys.readouterr().out
    assert said in out
    assert "\x1b" not in out


BAD = [
    (["--question", "attention-scal"], b"x", "did you mean attention-scale"),
    (["--question", "../x"], b"x", "this file is missing"),
    (["--question", "no/such.md"], b"x", "this file is missing"),
    (["--question", str(MODELS / "activation-memory.md")], b"x", "is answered in numbers"),
    (["--question", str(FILE)], b"line\n\xff", "answer.txt:2: byte 0xff is not UTF-8"),
    (["--question", str(FILE)], b"x" * 2**20 + b"x", "more than 1048576 bytes"),
    (["--rubric", str(FILE)], b"x", "TOML"),
    (["--rubric", "no.toml"], b"x", "this file is missing"),
]


@pytest.mark.parametrize(("which", "data", "said"), BAD, ids=[row[2] for row in BAD])
def test_what_cannot_be_graded_is_said_in_one_line(
    tmp_path: Path, which: list[str], data: bytes, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["grade", *which, "--answer", answered(tmp_path, data)]) == 2
    err = capsys.readouterr().err
    assert said in err
    assert err.count("\n") == 1


def test_faults_of_a_rubric_are_told_with_their_lines(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rubric = tmp_path / "rubric.toml"
    rubric.write_text(RUBRIC.replace("pts = 2", 'pts = "2"').replace("claim", "clam"))
    assert main(["grade", "--rubric", str(rubric), "--answer", answered(tmp_path, b"x")]) == 2
    err = capsys.readouterr().err
    assert "rubric.toml:5: 'pts' is a text" in err
    assert "rubric.toml:7: unknown key 'clam'" in err


def test_a_missing_answer_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["grade", "--question", str(FILE), "--answer", "/no/such"]) == 2
    assert "No such file" in capsys.readouterr().err
