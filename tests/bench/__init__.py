"""Measurements: `make bench` prints a table and one JSON line each; figures, never assertions."""
