"""A problem as the judge sees it: frozen cases and nothing else of its folder (`cases.json`)."""

from dataclasses import dataclass, field, replace

from warmstart import WarmstartError
from warmstart.judge.arrays import InlineArrays
from warmstart.judge.stacks import stack_for
from warmstart.judge.value import MalformedValue, canonical, decode, encode, strict_loads


class MalformedProblem(WarmstartError):
    """`cases.json` is not what `warmstart pack prove` writes; the message says where."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Of one submission over all its cases: CPU seconds, MiB above the idle worker, KiB printed."""

    seconds: float = 2.0
    mib: int = 256
    output_kib: int = 256


@dataclass(frozen=True, slots=True)
class Growth:
    """The contract on growth: log-log slopes in `n`, checked on inputs of the sizes in `ladder`."""

    n: str
    time: float
    slack: float
    ladder: tuple[int, ...]
    space: float | None = None


@dataclass(frozen=True, slots=True)
class Sources:
    """Author code that travels with the cases, each a module text defining the function of its name."""

    run: str | None = None
    check: str | None = None
    valid: str | None = None
    big: str | None = None


@dataclass(frozen=True, slots=True)
class WrongSolution:
    """A known wrong solution: `why` is written for the learner who made the same mistake."""

    id: str
    why: str


@dataclass(frozen=True, slots=True)
class FrozenCase:
    """One hidden test. `kills`: ids of the wrong solutions that fail on it.

    `cost`: lines that the reference runs for it, a count and so the same on every machine.
    """

    id: str
    name: str
    why: str
    input: object
    expected: object
    visible: bool
    group: str
    cost: int = 0
    kills: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FrozenProblem:
    """All that the judge ever reads of a problem. `score`: shares of automatic mutants killed.

    Of kind "sql": `schema` makes the tables, a case's input is {table: rows}, and its expected rows
    are told as a multiset unless they are `ordered`.
    """

    id: str
    version: int
    kind: str
    entry: str
    imports: tuple[str, ...]
    starter: str
    reference: str
    cases: tuple[FrozenCase, ...]
    source: Sources = Sources()
    rtol: float = 1e-9
    atol: float = 1e-9
    limits: Limits = Limits()
    growth: Growth | None = None
    wrong: tuple[WrongSolution, ...] = ()
    oracle: str = ""
    score: dict[str, float] = field(default_factory=dict)
    schema: str = ""
    ordered: bool = False

    @property
    def stack(self) -> str:
        """Name of the zygote that has this problem's imports loaded."""
        return "sql" if self.is_query else stack_for(self.imports)

    @property
    def is_query(self) -> bool:
        """Whether a submission is one SQL query rather than a Python module."""
        return self.kind == "sql"

    def with_cases(self, cases: tuple[FrozenCase, ...]) -> "FrozenProblem":
        return replace(self, cases=cases)


FORMAT = 1
_ARRAYS = InlineArrays()


def write_problem(problem: FrozenProblem) -> str:
    """Canonical text, one case a line so that a diff can be read; the same problem, the same bytes."""
    head = canonical(_head(problem))
    lines = ",\n".join(canonical(_case_tree(case)) for case in problem.cases)
    return f'{head[:-1]},"cases":[\n{lines}\n]}}\n'


def _head(problem: FrozenProblem) -> dict[str, object]:
    growth = problem.growth
    return {
        "format": FORMAT,
        "problem": problem.id,
        "version": problem.version,
        "kind": problem.kind,
        "entry": problem.entry,
        "imports": list(problem.imports),
        "starter": problem.starter,
        "reference": problem.reference,
        "source": {name: getattr(problem.source, name) for name in Sources.__slots__},
        "compare": {"rtol": problem.rtol, "atol": problem.atol},
        "limits": {name: getattr(problem.limits, name) for name in Limits.__slots__},
        "growth": None
        if growth is None
        else {name: _plain(getattr(growth, name)) for name in Growth.__slots__},
        "wrong": [{"id": wrong.id, "why": wrong.why} for wrong in problem.wrong],
        "oracle": problem.oracle,
        "score": problem.score,
        **({"schema": problem.schema} if problem.schema else {}),
        **({"ordered": True} if problem.ordered else {}),
    }


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def _case_tree(case: FrozenCase) -> dict[str, object]:
    return {
        "id": case.id,
        "name": case.name,
        "why": case.why,
        "input": encode(case.input, _ARRAYS),
        "expected": encode(case.expected, _ARRAYS),
        "visible": case.visible,
        "group": case.group,
        "cost": case.cost,
        "kills": list(case.kills),
    }


def read_problem(text: str | bytes) -> FrozenProblem:
    """The inverse of `write_problem`. MalformedProblem: says what is wrong."""
    try:
        tree = strict_loads(text)
        if not isinstance(tree, dict) or tree.get("format") != FORMAT:
            raise MalformedProblem(
                f"cases.json: want an object with format {FORMAT}; run `warmstart pack prove`"
            )
        return _read(tree)
    except (KeyError, TypeError, ValueError, MalformedValue) as error:
        raise MalformedProblem(
            f"cases.json: {type(error).__name__}: {error}; run `warmstart pack prove`"
        ) from error


def _read(tree: dict[str, object]) -> FrozenProblem:
    data: dict = tree  # type: ignore[type-arg]
    growth = data["growth"]
    return FrozenProblem(
        id=data["problem"],
        version=data["version"],
        kind=data["kind"],
        entry=data["entry"],
        imports=tuple(data["imports"]),
        starter=data["starter"],
        reference=data["reference"],
        cases=tuple(_read_case(case) for case in data["cases"]),
        source=Sources(**data["source"]),
        rtol=data["compare"]["rtol"],
        atol=data["compare"]["atol"],
        limits=Limits(**data["limits"]),
        growth=None if growth is None else Growth(**{**growth, "ladder": tuple(growth["ladder"])}),
        wrong=tuple(WrongSolution(**wrong) for wrong in data["wrong"]),
        oracle=data["oracle"],
        score=data["score"],
        schema=data.get("schema", ""),
        ordered=data.get("ordered", False),
    )


def _read_case(data: dict) -> FrozenCase:  # type: ignore[type-arg]
    return FrozenCase(
        id=data["id"],
        name=data["name"],
        why=data["why"],
        input=decode(data["input"], _ARRAYS),
        expected=decode(data["expected"], _ARRAYS),
        visible=data["visible"],
        group=data["group"],
        cost=data["cost"],
        kills=tuple(data["kills"]),
    )
