from pathlib import Path

from warmstart.content.pysource import read_module
from warmstart.content.starter import derive_starter, starter_regions
from warmstart.content.textfile import TextFile

SOLUTION = '''"""Two entries that add up: one pass with a dictionary."""


def pair(values):
    """Positions."""
    # <starter>
    return {}
    # </starter>
'''


def test_the_starter_does_not_give_the_idea_away_with_the_reference_s_caption() -> None:
    module, findings = read_module(TextFile(Path("solution.py"), SOLUTION))
    assert module is not None
    assert not findings
    regions, _ = starter_regions(module)
    assert derive_starter(module, regions) == (
        'def pair(values):\n    """Positions."""\n    raise NotImplementedError\n'
    )
