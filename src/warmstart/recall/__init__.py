"""When to see an item again: FSRS-6 memories, folded from reviews.

Pure: no clock, no database. Days are real numbers since 1970, a study day begins at four in the morning.
"""
