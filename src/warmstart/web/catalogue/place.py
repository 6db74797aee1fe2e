"""Where an item stands in lists: at its primary skill, in the order of the skill map."""

LAST = 100_000
"""Place of an item whose primary skill no pack has."""
