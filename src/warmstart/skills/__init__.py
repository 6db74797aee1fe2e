"""What somebody can do, told from attempts; and from that, readiness for an interview.

Pure: no clock, no database. Days are real numbers since 1970.
"""
