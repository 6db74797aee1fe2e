"""Packs on disk: read them, find their faults, prove their problems."""
