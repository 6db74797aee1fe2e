"""Warmstart: preparation for machine-learning-engineer interviews, on your own machine."""

__version__ = "0.1.0"


class WarmstartError(Exception):
    """Root of every error that a shell turns into one sentence; all else is a bug and crashes."""
