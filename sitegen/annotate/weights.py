"""Weights."""
BIAS = 1.0
WEIGHTS: dict[str, float] = {}
