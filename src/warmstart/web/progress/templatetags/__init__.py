"""Template filters of this slice."""
