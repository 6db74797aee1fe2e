"""What somebody can do and did: skill map, history, streak, time, readiness, debrief, reliability."""
