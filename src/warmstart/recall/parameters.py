"""The 21 parameters of FSRS-6, and between what they may lie.

Source: the FSRS-6 description of the project open-spaced-repetition; values as in fsrs-rs 0.9.3.
"""

from typing import TypeAlias

Parameters: TypeAlias = tuple[float, ...]
"""w0 to w20."""

DEFAULTS: Parameters = (
    *(0.212, 1.2931, 2.3065, 8.2956),
    *(6.4133, 0.8334, 3.0194, 0.001),
    *(1.8722, 0.1666, 0.796),
    *(1.4835, 0.0614, 0.2629, 1.6483),
    *(0.6014, 1.8729),
    *(0.5425, 0.0912, 0.0658),
    0.1542,
)
LOW: Parameters = (
    *(0.001, 0.001, 0.001, 0.001),
    *(1.0, 0.001, 0.001, 0.001),
    *(0.0, 0.0, 0.001),
    *(0.001, 0.001, 0.001, 0.0),
    *(0.0, 1.0),
    *(0.0, 0.0, 0.0),
    0.1,
)
HIGH: Parameters = (
    *(100.0, 100.0, 100.0, 100.0),
    *(10.0, 4.0, 4.0, 0.75),
    *(4.5, 0.8, 3.5),
    *(5.0, 0.25, 0.9, 4.0),
    *(1.0, 6.0),
    *(2.0, 2.0, 0.8),
    0.8,
)
