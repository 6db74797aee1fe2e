"""questions/proven/SLUG.json: that a question was proved as it stands, and the numbers drawn for it.

The product reads the drawn numbers and never runs a pack's code. They are kept while the code that drew
them stays, also where a gate fails that has nothing to do with them.
"""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from warmstart.content.drawn import Instance
from warmstart.content.question import Question
from warmstart.content.record import replace_file
from warmstart.grading.grader import GRADER

PROVER = 1
"""Raised when a gate of questions changes, so that all are proved again."""
FORMAT = 1


@dataclass(frozen=True, slots=True)
class QuestionRecord:
    """`proof`: digest of all that was proved, "" where a gate failed; `code`: of the blocks that held."""

    question: str
    proof: str
    code: str
    instances: tuple[Instance, ...] = ()


def record_path(file: Path) -> Path:
    """file: the question's."""
    return file.parent / "proven" / f"{file.stem}.json"


def read_question_record(file: Path) -> QuestionRecord | None:
    """None: never proved, or what is there cannot be read."""
    try:
        data = json.loads(record_path(file).read_bytes())
        if data.pop("format") != FORMAT:
            return None
        instances = tuple(Instance(**each) for each in data.pop("instances", ()))
        return QuestionRecord(**data, instances=instances)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def instances_of(file: Path) -> tuple[Instance, ...]:
    """The numbers drawn for the question in `file`; none where it was not proved."""
    record = read_question_record(file)
    return record.instances if record is not None else ()


def write_question_record(file: Path, record: QuestionRecord) -> bool:
    """Whether anything changed. One instance a line, so that a diff can be read."""
    head = {"format": FORMAT, "question": record.question, "proof": record.proof, "code": record.code}
    lines = [json.dumps(asdict(each), ensure_ascii=False, sort_keys=True) for each in record.instances]
    below = ",\n".join(lines)
    rows = f', "instances": [\n{below}\n]' if lines else ""
    text = f"{json.dumps(head)[:-1]}{rows}}}\n"
    path = record_path(file)
    if path.is_file() and path.read_bytes() == text.encode():
        return False
    path.parent.mkdir(exist_ok=True)
    replace_file(path, text)
    return True


def proof_digest(question: Question, instances: tuple[Instance, ...]) -> str:
    """Of the file's text, the drawn numbers, the gates and the grader."""
    drawn = json.dumps([asdict(each) for each in instances], sort_keys=True)
    return _digest(question.table.span.file.text, drawn, f"{PROVER} {GRADER}")


def code_digest(question: Question) -> str:
    """Of what runs when it is proved, and what is held against the result."""
    blocks = [question.sections.get(title, "") for title in ("Numbers", "Check")]
    forms = question.forms
    return _digest(question.id, *blocks, repr((forms.wanted, forms.slips)), str(PROVER))


def _digest(*texts: str) -> str:
    data = b"".join(b"%d %s" % (len(text.encode()), text.encode()) for text in texts)
    return hashlib.sha256(data).hexdigest()


def is_proven_question(question: Question) -> bool:
    """Whether nothing has changed since all gates held, the grader included."""
    record = read_question_record(question.table.span.file.path)
    if record is None or not record.proof or record.question != question.id:
        return False
    return record.proof == proof_digest(question, record.instances)
