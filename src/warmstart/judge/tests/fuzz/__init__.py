"""Bytes that a worker might write, thrown at the decoder; `corpus` is what coverage guidance found."""
