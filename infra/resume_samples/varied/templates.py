"""Rows from templates: {slot}, | between cells, // between lines; cells that lack a value go."""

import re
from collections.abc import Mapping

from infra.resume_samples.varied.marks import MarkedLine, Piece, Row

Value = Piece | str | MarkedLine | None
_SLOT = re.compile(r"\{(\w+)\}")


def fill(template: str, slots: Mapping[str, Value]) -> MarkedLine | None:
    """Put values into one cell's template; None where a value is missing."""
    line: list[Piece] = []
    for place, part in enumerate(_SLOT.split(template)):
        if place % 2 == 0:
            if part:
                line.append(Piece(part))
            continue
        value = slots[part]
        if value is None or value == "":
            return None
        if isinstance(value, Piece):
            line.append(value)
        elif isinstance(value, str):
            line.append(Piece(value))
        else:
            line.extend(value)
    return tuple(line)


def rows(template: str, slots: Mapping[str, Value], kind: str = "text") -> tuple[Row, ...]:
    """Every line of the template that has at least one whole cell."""
    made = []
    for line in template.split("//"):
        cells = tuple(c for c in (fill(part.strip(" "), slots) for part in line.split("|")) if c)
        if cells:
            made.append(Row(cells, kind))
    return tuple(made)
