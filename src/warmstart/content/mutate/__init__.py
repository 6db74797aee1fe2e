"""Automatic mutants of Python code: one small change each, in a fixed order. Knows no packs."""
