"""Frames of visuals as SVG text: one module a kind of view, pure functions, every text escaped."""
