"""Peers that read résumés, on the same files in the same run."""

from tests.bench.resume_sets import Case


def compare_on(cases: list[Case]) -> None:
    """Read the files with each peer that is installed and print their figures."""
