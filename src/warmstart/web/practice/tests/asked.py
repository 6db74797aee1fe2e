"""A pack with the example questions, and texts that answer one of them."""

import shutil
from pathlib import Path

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
    return folder
