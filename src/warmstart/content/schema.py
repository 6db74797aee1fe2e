"""Every key that a pack may have, as data: the readers, the docs and a house test go by this list."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a key holds; the value is how findings and the docs call it."""

    TEXT = "a text"
    INTEGER = "an integer"
    BOOLEAN = "true or false"
    NUMBER = "a number"
    TEXTS = "a list of texts"
    TABLE = "a table"
    TABLES = "an array of tables"
    NUMBERS = "a list of numbers"
    TEXT_LISTS = "a list of lists of texts"
    INTEGER_LISTS = "a list of lists of integers"


@dataclass(frozen=True, slots=True)
class Key:
    """One key of one table. `choices`: the values it may take. `least`: the smallest number allowed.

    `filled`: neither the text nor the list may be empty.
    """

    name: str
    kind: Kind
    needed: bool = True
    choices: tuple[str, ...] = ()
    least: float | None = None
    filled: bool = True


STATUSES = ("draft", "live", "retired")
KINDS = ("code", "debug", "sql")
DIFFICULTIES = ("easy", "medium", "hard")
MARKS = ("S", "M", "A")
VERDICTS = (
    "wrong_answer",
    "time_limit_exceeded",
    "run_time_error",
    "memory_limit_exceeded",
    "growth_exceeded",
)
QUESTION_KINDS = ("explain", "compare", "derive", "diagnose", "compute", "trap")
FORMS = ("prose", "numbers", "choices", "order")
LEVELS = ("core", "deep")
EXEMPLARS = ("weak", "misconception", "swapped", "paraphrase", "off-topic", "keywords")
SECTIONS = ("Statement", "Hints", "Explanation")
IMPORTS = ("numpy", "scipy", "sklearn")
"""Third-party modules that some stack of the judge has loaded."""

FORMAT = 1

TABLES: dict[str, tuple[Key, ...]] = {
    "pack.toml": (
        Key("id", Kind.TEXT),
        Key("title", Kind.TEXT),
        Key("version", Kind.TEXT),
        Key("format", Kind.INTEGER),
        Key("licence", Kind.TEXT),
        Key("authors", Kind.TEXTS),
        Key("needs", Kind.TEXTS, needed=False, filled=False),
    ),
    "skills.toml": (Key("area", Kind.TABLES), Key("skill", Kind.TABLES)),
    "area": (Key("id", Kind.TEXT), Key("title", Kind.TEXT)),
    "skill": (
        Key("id", Kind.TEXT),
        Key("title", Kind.TEXT),
        Key("area", Kind.TEXT, needed=False),
        Key("needs", Kind.TEXTS, filled=False),
        Key("mark", Kind.TEXT, choices=MARKS),
        Key("why", Kind.TEXT),
    ),
    "problem.md": (
        Key("id", Kind.TEXT),
        Key("version", Kind.INTEGER, least=1),
        Key("status", Kind.TEXT, choices=STATUSES),
        Key("title", Kind.TEXT),
        Key("kind", Kind.TEXT, choices=KINDS),
        Key("difficulty", Kind.TEXT, choices=DIFFICULTIES),
        Key("minutes", Kind.INTEGER, least=1),
        Key("skills", Kind.TEXTS),
        Key("entry", Kind.TEXT),
        Key("imports", Kind.TEXTS, needed=False, filled=False),
        Key("sample", Kind.TEXTS),
        Key("complexity", Kind.TABLE, needed=False),
        Key("limits", Kind.TABLE, needed=False),
        Key("sources", Kind.TEXTS, needed=False, filled=False),
        Key("faults", Kind.TEXTS, needed=False),
        Key("schema", Kind.TEXT, needed=False),
        Key("ordered", Kind.BOOLEAN, needed=False),
    ),
    "complexity": (
        Key("n", Kind.TEXT),
        Key("time", Kind.NUMBER, least=0),
        Key("slack", Kind.NUMBER, least=0),
        Key("space", Kind.NUMBER, needed=False, least=0),
    ),
    "limits": (
        Key("seconds", Kind.NUMBER, needed=False, least=0.1),
        Key("mib", Kind.INTEGER, needed=False, least=1),
        Key("output_kib", Kind.INTEGER, needed=False, least=1),
    ),
    "wrong.toml": (
        Key("mutant", Kind.TABLES),
        Key("equivalent", Kind.TABLES, needed=False),
    ),
    "mutant": (
        Key("id", Kind.TEXT),
        Key("why", Kind.TEXT),
        Key("verdict", Kind.TEXTS, needed=False, choices=VERDICTS),
        Key("replace", Kind.TEXT, needed=False),
        Key("with", Kind.TEXT, needed=False, filled=False),
        Key("file", Kind.TEXT, needed=False),
    ),
    "equivalent": (
        Key("mutation", Kind.TEXT),
        Key("source", Kind.TEXT),
        Key("reason", Kind.TEXT),
    ),
    "question.md": (
        Key("id", Kind.TEXT),
        Key("version", Kind.INTEGER, least=1),
        Key("status", Kind.TEXT, choices=STATUSES),
        Key("title", Kind.TEXT),
        Key("kind", Kind.TEXT, choices=QUESTION_KINDS),
        Key("form", Kind.TEXT, needed=False, choices=FORMS),
        Key("skills", Kind.TEXTS),
        Key("difficulty", Kind.TEXT, choices=DIFFICULTIES),
        Key("minutes", Kind.INTEGER, least=1),
        Key("sources", Kind.TEXTS),
        Key("points", Kind.TABLES, needed=False),
        Key("misconceptions", Kind.TABLES, needed=False),
        Key("followups", Kind.TABLES, needed=False),
        Key("graded", Kind.TABLES, needed=False),
        Key("answers", Kind.TABLES, needed=False),
        Key("slips", Kind.TABLES, needed=False),
        Key("options", Kind.TABLES, needed=False),
        Key("steps", Kind.TABLES, needed=False),
        Key("ties", Kind.INTEGER_LISTS, needed=False, filled=False),
    ),
    "rubric.toml": (
        Key("question", Kind.TEXT),
        Key("points", Kind.TABLES),
        Key("misconceptions", Kind.TABLES, needed=False, filled=False),
    ),
    "points": (
        Key("id", Kind.TEXT),
        Key("pts", Kind.INTEGER, least=1),
        Key("must", Kind.BOOLEAN),
        Key("level", Kind.TEXT, needed=False, choices=LEVELS),
        Key("claim", Kind.TEXT),
        Key("accept", Kind.TEXTS),
        Key("reject", Kind.TEXTS, needed=False, filled=False),
        Key("half", Kind.TEXTS, needed=False, filled=False),
        Key("opposite", Kind.TEXTS, needed=False, filled=False),
        Key("terms", Kind.TEXT_LISTS, needed=False, filled=False),
    ),
    "misconceptions": (
        Key("id", Kind.TEXT),
        Key("says", Kind.TEXT),
        Key("also", Kind.TEXTS, needed=False),
        Key("repair", Kind.TEXT),
        Key("see", Kind.TEXT),
        Key("costs", Kind.INTEGER, least=0),
        Key("contradicts", Kind.TEXT, needed=False),
    ),
    "followups": (
        Key("ask", Kind.TEXT),
        Key("look_for", Kind.TEXT),
        Key("points", Kind.TABLES, needed=False, filled=False),
    ),
    "claims": (
        Key("claim", Kind.TEXT),
        Key("accept", Kind.TEXTS),
        Key("pts", Kind.INTEGER, needed=False, least=1),
    ),
    "graded": (
        Key("name", Kind.TEXT),
        Key("kind", Kind.TEXT, choices=EXEMPLARS),
        Key("band", Kind.NUMBERS),
        Key("flags", Kind.TEXTS, needed=False, filled=False),
        Key("has", Kind.TEXTS, filled=False),
        Key("half", Kind.TEXTS, needed=False, filled=False),
        Key("denies", Kind.TEXTS, needed=False, filled=False),
        Key("waived", Kind.TEXT, needed=False),
        Key("text", Kind.TEXT),
    ),
    "answers": (
        Key("name", Kind.TEXT),
        Key("label", Kind.TEXT),
        Key("unit", Kind.TEXT, filled=False),
        Key("rtol", Kind.NUMBER, needed=False, least=0),
        Key("atol", Kind.NUMBER, needed=False, least=0),
        Key("why", Kind.TEXT),
    ),
    "slips": (
        Key("name", Kind.TEXT),
        Key("answer", Kind.TEXT),
        Key("formula", Kind.TEXT),
        Key("why", Kind.TEXT),
    ),
    "options": (
        Key("text", Kind.TEXT),
        Key("right", Kind.BOOLEAN),
        Key("why", Kind.TEXT),
    ),
    "steps": (Key("text", Kind.TEXT), Key("why", Kind.TEXT)),
}
"""Table name (or file name, for the top level of a file) to its keys."""


@dataclass(frozen=True, slots=True)
class Name:
    """A module-level name of tests.py. `arguments`: how many it takes; None: it is no function."""

    name: str
    needed: bool
    arguments: int | None = None


TESTS: tuple[Name, ...] = (
    Name("CASES", True),
    Name("INVALID", True),
    Name("gen", True, 2),
    Name("valid", True, 1),
    Name("oracle", True, 1),
    Name("oracle2", False, 1),
    Name("run", False, 2),
    Name("check", False, 3),
    Name("big", False, 1),
    Name("LADDER", False),
    Name("RTOL", False),
    Name("ATOL", False),
    Name("KEEP", False),
    Name("STATISTICAL", False),
)

PACK_ENTRIES = ("pack.toml", "skills.toml", "problems", "questions", "README.md", "LICENSE")
PROBLEM_FILES = (
    "problem.md",
    "solution.py",
    "solution.sql",
    "tests.py",
    "wrong.toml",
    "cases.json",
    "proven.json",
    "visual.py",
    "visual.json",
    "accepted",
)
