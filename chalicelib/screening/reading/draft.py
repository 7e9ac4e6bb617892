"""What a format's reader hands on: pages of raw lines, and what it left out and why."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from chalicelib.screening.document import Emphasis


@dataclass(frozen=True, slots=True)
class Draft:
    """A line as the format gives it: not cleaned, not numbered."""

    text: str
    emphasis: Emphasis = Emphasis.PLAIN


@dataclass(slots=True)
class Sheet:
    """One page: its visible lines, the texts a reader could not see, and characters it lost."""

    lines: list[Draft] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    scanned: bool = False  # its text is a layer over a picture of the page


def plain(texts: Iterable[str]) -> list[Draft]:
    """Lines without emphasis."""
    return [Draft(text) for text in texts]


def calmed(sheets: list[Sheet]) -> list[Sheet]:
    """Take an emphasis away that most of a file's characters have: then it marks nothing."""
    weight = dict.fromkeys(Emphasis, 0)
    for sheet in sheets:
        for line in sheet.lines:
            weight[line.emphasis] += len(line.text)
    whole = sum(weight.values())
    common = {e for e in Emphasis if e and weight[e] * 2 > whole}
    for sheet in sheets if common else ():
        sheet.lines = [
            replace(line, emphasis=Emphasis.PLAIN) if line.emphasis in common else line
            for line in sheet.lines
        ]
    return sheets
