"""Where the brackets go wrong: a stack with the positions of the open brackets."""


def first_error(text: str) -> int:
    """Position of the first error in `text`, a string of the brackets ()[]{}; -1: it is well-formed.

    A closing bracket that fits nothing is an error as soon as it is read.
    Without one, the leftmost bracket that is never closed is the error.
    """
    # <starter>
    opener = {")": "(", "]": "[", "}": "{"}
    still_open: list[int] = []
    for position, bracket in enumerate(text):
        if bracket not in opener:
            still_open.append(position)
        elif still_open and text[still_open[-1]] == opener[bracket]:
            still_open.pop()
        else:
            return position
    return still_open[0] if still_open else -1
    # </starter>
