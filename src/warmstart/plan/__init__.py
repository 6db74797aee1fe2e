"""What to do when, from today to the interview: gains, minutes, choices and their reasons.

Pure: no clock, no database; the same log, content, target and instant give the same plan.
"""
