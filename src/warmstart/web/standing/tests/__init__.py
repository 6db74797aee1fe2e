"""Tests of what the log says of somebody now."""
