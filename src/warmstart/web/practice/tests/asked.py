"""A pack with the example questions, and texts that answer one of them."""

import shutil
from pathlib import Path

from warmstart.content.drawn import Instance
from warmstart.content.question_record import QuestionRecord, write_question_record
from warmstart.web.catalogue.tests.packs import write_pack

EXAMPLES = Path(__file__).parent / "questions"
SLUG = "attention-scale"
ITEM = "3c9008ea-8192-4bf7-84f9-2212cf1fdbec"
SKILLS = """[[area]]
id = "dl"
title = "Deep learning"
[[skill]]
id = "dl.attention"
title = "Attention"
needs = []
mark = "S"
why = "asked"
"""
DRAWN = QuestionRecord(
    "0e4c7c27-6f1f-4a5a-9d7b-3d1cf0a7b1d4",
    "",
    "",
    tuple(
        Instance({"n": n}, {"square": n**2, "half": n / 2}, {"doubled": 2 * n, "whole": n}) for n in (5, 6, 7)
    ),
)
GOOD = """The dot product q.k is a sum of d terms, each of variance one, so its variance is d and its standard
deviation the square root of d. Large scores saturate the softmax: it becomes almost one-hot and one key
takes all the weight. There the Jacobian diag(p) - pp^T goes to zero, so the gradients to q and k vanish.
Dividing by the square root of d brings the variance back to one, whatever d is. Dividing by d itself
would over-correct: the scores would shrink towards zero and attention would be uniform."""
BAD = "We divide because otherwise the values get too large and the exponential in the softmax overflows."
KEYWORDS = "variance, square root d, softmax, saturation, gradient, Jacobian, one-hot, scaling, attention"


def write_questions(folder: Path) -> Path:
    """The pack, with a skill of its own for one of them."""
    write_pack(folder)
    with (folder / "skills.toml").open("a") as skills:
        skills.write(SKILLS)
    shutil.copytree(EXAMPLES, folder / "questions")
    write_question_record(folder / "questions/square-and-half.md", DRAWN)
    return folder
