"""Tables for people and one JSON line for machines."""

import json
from collections.abc import Sequence

from chalicelib.foundation.statistics import wilson


def table(title: str, head: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print rows under a head, columns aligned."""
    lines = [[str(cell) for cell in row] for row in (head, *rows)]
    widths = [max(len(line[n]) for line in lines) for n in range(len(head))]
    print(f"\n{title}")
    for line in lines:
        print("  " + "  ".join(c.ljust(w) for c, w in zip(line, widths, strict=True)).rstrip())


def share(successes: int, n: int) -> str:
    """A rate with its n and 95 % interval."""
    if not n:
        return "n = 0"
    low, high = wilson(successes, n)
    return f"{successes / n:.3f} ({low:.3f}–{high:.3f}, n = {n})"


def figures(bench: str, values: dict[str, object]) -> None:
    """The JSON line."""
    print(json.dumps({"bench": bench, "figures": values}, sort_keys=True), flush=True)
