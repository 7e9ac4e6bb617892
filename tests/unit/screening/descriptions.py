"""Job descriptions written by hand with the rows that they ask for, and how a proposal compares.

A line behind `---` reads `! rule name level-or-number`: `!` essential, `?` preferred, `x` a ground
that is refused, `~` words that stay unparsed; names of one or-list are joined by `|`.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from chalicelib.screening.job_description import Proposed


@dataclass(frozen=True)
class Description:
    """One text with the rows, refusals and unparsed words that a careful reader sees in it."""

    name: str
    text: str
    rows: frozenset[str]
    refused: frozenset[str]
    unparsed: tuple[str, ...]


def read(file: str) -> list[Description]:
    blocks = (Path(__file__).parent / file).read_text(encoding="utf-8").split("=== ")[1:]
    return [_description(block) for block in blocks]


def _description(block: str) -> Description:
    head, _, expected = block.partition("\n---\n")
    name, _, text = head.partition("\n")
    lines = expected.strip().splitlines()
    return Description(
        name,
        text,
        frozenset(line for line in lines if line[0] in "!?"),
        frozenset(line[2:] for line in lines if line[0] == "x"),
        tuple(line[2:] for line in lines if line[0] == "~"),
    )


def rows_of(proposed: Proposed) -> frozenset[str]:
    return frozenset(written(row.criterion) for row in proposed.rows)


def written(criterion: dict[str, Any]) -> str:
    params = dict(criterion["params"])
    mark = "!" if criterion["importance"] == "essential" else "?"
    main = {"role-years": "role", "location": "cities"}.get(criterion["rule"])
    names = params.get(main) if main else None
    if criterion["rule"] == "role-years":
        names = params["role"][:1]
    for key in ("skill", "certificate", "language", "degree"):
        names = names or ([params[key], *params.get("alternatives", [])] if key in params else None)
    last = params.get("level", params.get("years", params.get("days", "")))
    parts = [mark, criterion["rule"], "|".join(names or []), str(last)]
    return " ".join(part for part in parts if part)
