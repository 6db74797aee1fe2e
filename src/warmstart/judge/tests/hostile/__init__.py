"""Hostile submissions as data, and the arena that tries them on a real judge."""
