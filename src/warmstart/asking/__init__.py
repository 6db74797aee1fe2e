"""Asking a language model that the learner chose: the only place that speaks HTTP to it."""
