"""Tests of the ways out and in."""
