"""A page in the characters and words of Taiwan."""

from dataclasses import replace
from functools import cache

from opencc import OpenCC

from infra.resume_samples.varied.marks import Block, Entry, Page, Piece, Row


@cache
def _converter() -> OpenCC:
    return OpenCC("s2twp")


@cache
def convert(text: str) -> str:
    """Simplified to traditional; mail addresses and numbers stay."""
    return text if text.isascii() else str(_converter().convert(text))


def traditional(page: Page) -> Page:
    """Convert every piece, each on its own, so that truth and text agree."""
    return replace(
        page,
        head=tuple(_row(r) for r in page.head),
        blocks=tuple(
            Block(b.section, tuple(_row(r) for r in b.heading), tuple(_entry(e) for e in b.entries))
            for b in page.blocks
        ),
    )


def _entry(entry: Entry) -> Entry:
    period = entry.period
    if period:
        period = replace(
            period,
            start=period.start and convert(period.start),
            end=period.end and convert(period.end),
            shown=convert(period.shown),
        )
    employer = entry.employer and convert(entry.employer)
    rows = tuple(_row(r) for r in entry.rows)
    return replace(entry, rows=rows, period=period, employer=employer)


def _row(row: Row) -> Row:
    return Row(
        tuple(tuple(Piece(convert(p.text), p.tag) for p in cell) for cell in row.cells), row.kind
    )
