"""The form of a value in words: array shapes and dtypes, which texts of values hide."""

import numpy as np

from warmstart.judge.literal import LiteralError, parse


def form_of(value: object) -> str:
    """`array (2, 3) float64`; empty where a value has no form worth a word."""
    if isinstance(value, np.ndarray):
        return f"array {value.shape} {value.dtype.name}"
    if isinstance(value, tuple | list) and any(isinstance(part, np.ndarray) for part in value):
        return f"{type(value).__name__} of " + ", ".join(
            form_of(part) or type(part).__name__ for part in value
        )
    return ""


def form_of_text(text: str) -> str:
    """The form of what a text writes down; empty where it is cut short or no value."""
    try:
        return form_of(parse(text)) if "array(" in text or "zeros(" in text else ""
    except LiteralError:
        return ""
