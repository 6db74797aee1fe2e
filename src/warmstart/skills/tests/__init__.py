"""Tests of mastery and readiness."""
