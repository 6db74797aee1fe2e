"""The Django shell: pages over the rooms, and the log."""
