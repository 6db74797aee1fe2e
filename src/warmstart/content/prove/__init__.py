"""Prove a problem: run its gates, freeze its cases, measure how strong its tests are."""
