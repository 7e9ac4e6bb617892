"""A résumé laid out for a page: findings on one side, the text with their marks on the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from chalicelib.foundation.values import load
from chalicelib.screening import taxonomy
from chalicelib.screening.criteria import Finding
from chalicelib.screening.document import Document, Notice
from chalicelib.screening.facts import ResumeFacts, Source, Span, months_covered
from chalicelib.screening.masking import Guard
from chalicelib.screening.preview import EVIDENCE, Mark, Preview, ShownLine, preview

Item = dict[str, Any]


@dataclass(frozen=True)
class Piece:
    """Words in a row that carry the same marks.

    findings are numbers of findings that rest on them, first those of them that begin here;
    verdict is the first finding's. kind is the kind of fact with its value, guard says why the
    words are blocks.
    """

    text: str
    findings: tuple[int, ...] = ()
    first: tuple[int, ...] = ()
    verdict: str = ""
    kind: str = ""
    value: str = ""
    guard: str = ""


@dataclass(frozen=True)
class Row:
    """One line with its pieces, which join to its text."""

    page: int
    number: int
    emphasis: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Panel:
    """All that a page shows of a résumé; rows are empty where its lines were not kept.

    findings are plain, each with number, its criterion, points, quotes and change.
    """

    findings: list[Item]
    rows: tuple[Row, ...]
    notices: tuple[Notice, ...]
    facts: ResumeFacts
    quotes: dict[tuple[int, int], str]
    months: int
    overlap_months: int
    reader_version: str

    @property
    def pages(self) -> int:
        """How many pages were read."""
        return len({row.page for row in self.rows})

    def said(self, source: Source | Item) -> str:
        """The words of a source as this reader may see them; empty where no line was kept."""
        place = source if isinstance(source, dict) else source.__dict__
        line = self.quotes.get((place["page"], place["line"]), "")
        return line[place["start"] : place["end"]]


def panel(
    screening: Item, findings: list[Item], document: Document | None, hide: frozenset[Guard]
) -> Panel:
    """Lay out a screening.

    Parameters
    ----------
    screening : the item as kept.
    findings : its findings, joined with their criteria, in the order in which they are shown.
    document : its lines; None where they were not kept.
    hide : the classes of words that this reader may not see.
    """
    facts = load(
        ResumeFacts, screening["facts"] | {"contact": screening["facts"].get("contact", {})}
    )
    order = {item["criterion_id"]: n for n, item in enumerate(findings, start=1)}
    given = [load(Finding, {k: v for k, v in f.items() if k in _FINDING}) for f in findings]
    shown = preview(document or Document(()), facts, given, hide)
    spans = [p.span for p in facts.qualifications.work if p.span and not p.internship]
    months = months_covered(tuple(spans))
    changes = {change["criterion_id"]: change for change in screening.get("changes", [])}
    return Panel(
        findings=[
            item | {"number": n, "change": changes.get(item["criterion_id"])}
            for n, item in enumerate(findings, start=1)
        ],
        rows=tuple(_row(line, _own(shown, line), order) for line in shown.lines),
        notices=shown.notices,
        facts=facts,
        quotes={(line.page, line.number): line.text for line in shown.lines},
        months=months,
        overlap_months=_sum(spans) - months,
        reader_version=str(screening.get("reader_version", "")),
    )


_FINDING = frozenset({"criterion_id", "verdict", "reason", "evidence", "suggestion"})


def _sum(spans: Sequence[Span]) -> int:
    return sum(span.months for span in spans)


def _own(shown: Preview, line: ShownLine) -> list[Mark]:
    return [m for m in shown.marks if (m.page, m.line) == (line.page, line.number)]


def _row(line: ShownLine, marks: list[Mark], order: dict[str, int]) -> Row:
    """Cut a line wherever a mark or a cover begins or ends."""
    edges = {0, len(line.text)}
    edges |= {at for mark in marks for at in (mark.start, mark.end)}
    edges |= {at for span in line.covered for at in (span.start, span.end)}
    cuts = sorted(edges)
    pieces = tuple(_piece(line, (start, end), marks, order) for start, end in pairwise(cuts))
    return Row(line.page, line.number, line.emphasis, pieces)


def _piece(
    line: ShownLine, place: tuple[int, int], marks: list[Mark], order: dict[str, int]
) -> Piece:
    start, end = place
    on = [m for m in marks if m.start <= start and end <= m.end]
    rests = sorted((m for m in on if m.kind == EVIDENCE), key=lambda m: order[m.criterion_id])
    facts = sorted((m for m in on if m.kind != EVIDENCE), key=lambda m: m.end - m.start)
    guard = next((c.guard.value for c in line.covered if c.start <= start and end <= c.end), "")
    return Piece(
        line.text[start:end],
        tuple(dict.fromkeys(order[m.criterion_id] for m in rests)),
        tuple(dict.fromkeys(order[m.criterion_id] for m in rests if m.start == start)),
        rests[0].verdict if rests else "",
        facts[0].kind if facts else "",
        facts[0].value if facts else "",
        guard,
    )


def reviewed(kind: str, name: str, language: str) -> str:
    """A reviewed name of a city, language or certificate in the reader's language.

    Names that have no Latin writing, and names in Chinese for Chinese readers, stay as they are.
    """
    words = {"city": taxonomy.cities, "language": taxonomy.languages}.get(kind)
    entry = words().entries.get(name) if words and language == "en" else None
    return next((form.title() for form in entry.forms if form.isascii()), name) if entry else name
