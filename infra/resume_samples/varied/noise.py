"""What hands and programs do to a page: other colons, full-width digits, stray blanks."""

from dataclasses import replace
from random import Random

from infra.resume_samples.varied.marks import Block, Page, Piece, Row

_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


def disturb(page: Page, random: Random, colon: str) -> Page:
    """Disturb a page; what a mark says is disturbed only where the truth undoes it."""
    wide = page.language != "en" and random.random() < 0.02
    blanks = random.random() < 0.08
    if not (colon or wide or blanks):
        return page

    def row(row: Row) -> Row:
        cells = tuple(tuple(piece(p) for p in cell) for cell in row.cells)
        return Row(cells, row.kind)

    def piece(piece: Piece) -> Piece:
        text = piece.text
        if not piece.tag and colon:
            text = text.replace("：", colon)
        if piece.tag == "PHONE" and wide:
            text = text.translate(_WIDE)
        if not piece.tag and blanks and random.random() < 0.2:
            text = text.replace("，", "， ").replace(", ", ",  ")
        return Piece(text, piece.tag)

    def block(block: Block) -> Block:
        entries = tuple(replace(e, rows=tuple(row(r) for r in e.rows)) for e in block.entries)
        return Block(block.section, tuple(row(r) for r in block.heading), entries)

    return replace(
        page,
        head=tuple(row(r) for r in page.head),
        blocks=tuple(block(b) for b in page.blocks),
    )
