"""A learner's own input: read, checked against the statement, and run beside the reference."""

from warmstart import WarmstartError
from warmstart.judge.literal import LiteralError, parse, show
from warmstart.judge.pool import Judge
from warmstart.judge.problem import FrozenCase, FrozenProblem
from warmstart.judge.replies import Raised
from warmstart.judge.structures import Raises
from warmstart.judge.verdict import Verdict


class UnfitInput(WarmstartError):
    """The text is no input of this problem; the message says why."""

    status = 422


def example(problem: FrozenProblem) -> str:
    """A sample's input as text to start from."""
    sample = next((case for case in problem.cases if case.visible), None)
    return "" if sample is None else show(sample.input)


def try_input(judge: Judge, problem: FrozenProblem, source: str, text: str) -> tuple[FrozenProblem, Verdict]:
    """The problem with this one case, and how `source` does on it. UnfitInput: no input of the problem."""
    value = _read(problem, text)
    _validate(judge, problem, value)
    return try_value(judge, problem, source, value)


def try_value(
    judge: Judge, problem: FrozenProblem, source: str, value: object
) -> tuple[FrozenProblem, Verdict]:
    """As `try_input`, of an input that is known to be one."""
    case = FrozenCase(
        id="own",
        name="your own input",
        why="",
        input=value,
        expected=_expected(judge, problem, value),
        visible=True,
        group="own",
    )
    alone = problem.with_cases((case,))
    return alone, judge.judge(alone, source)


def _read(problem: FrozenProblem, text: str) -> object:
    if not text.strip():
        raise UnfitInput("There is no input yet: write one, for example by changing the sample.")
    try:
        value = parse(text)
    except LiteralError as error:
        raise UnfitInput(f"The input cannot be read: {error}.") from error
    if problem.is_query:
        if isinstance(value, dict) and all(isinstance(rows, list) for rows in value.values()):
            return value
        raise UnfitInput("The input of a query is a dict from each table's name to the list of its rows.")
    if problem.source.run is None and not isinstance(value, tuple):
        raise UnfitInput(
            f"The input is the tuple of arguments of {problem.entry}, "
            f"such as {example(problem)[:200]}; a single argument ends with a comma: (1,)."
        )
    return value


def _validate(judge: Judge, problem: FrozenProblem, value: object) -> None:
    """By the problem's own `valid`, which asserts what the statement promises."""
    if problem.source.valid is None:
        return
    (answer,) = judge.call(problem.stack, problem.source.valid, "valid", [(value,)])
    if not isinstance(answer, Raised):
        return
    if answer.type == "AssertionError":
        raise UnfitInput(
            f"The statement does not allow this input{': ' if answer.message else ''}{answer.message}."
        )
    raise UnfitInput(f"The input does not have the form of the samples ({answer.sentence}).")


def _expected(judge: Judge, problem: FrozenProblem, value: object) -> object:
    """What the reference says, in a worker of its own, with time to spare over a learner's."""
    run = judge.results(problem, problem.reference, [value])
    if not run.cases:
        raise UnfitInput(f"The reference does not finish on this input within the limits ({run.end.value}).")
    result = run.cases[0].result
    return Raises(result.type) if isinstance(result, Raised) else result.value
