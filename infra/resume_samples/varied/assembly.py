"""What is done to sections once they are written: numbers, headings on the line, contacts last."""

from dataclasses import replace

from infra.resume_samples.varied.marks import Entry, MarkedLine, Piece, Row
from infra.resume_samples.varied.slots import Desk

_NUMBERED = ("work", "intern", "education", "project")
_SHORT = ("skills", "certs", "languages", "hobbies", "intent", "summary", "awards")
_CONTACTS = frozenset(("PHONE", "EMAIL", "CITY"))


def numbered(desk: Desk, section: str, made: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Put the résumé's number or mark before each post and school."""
    style = desk.style
    if not style.numbering or style.grid or section not in _NUMBERED:
        return made
    return tuple(
        _led(entry, (Piece(style.numbering.format(n=number)),))
        for number, entry in enumerate(made, 1)
    )


def run_in(
    desk: Desk, section: str, heading: tuple[Row, ...], made: tuple[Entry, ...]
) -> tuple[tuple[Row, ...], tuple[Entry, ...]]:
    """Let a short section begin on its heading's line."""
    if not (desk.style.run_in and heading and section in _SHORT):
        return heading, made
    title = tuple(p for p in heading[0].pieces() if p.tag)
    colon = ": " if desk.person.english else "："
    return (), (_led(made[0], (*title, Piece(colon))), *made[1:])


def _led(entry: Entry, lead: MarkedLine) -> Entry:
    first = entry.rows[0]
    row = Row(((*lead, *first.cells[0]), *first.cells[1:]), first.kind)
    return replace(entry, rows=(row, *entry.rows[1:]))


def parted(desk: Desk, top: tuple[Row, ...]) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """Part the rows of contacts from the head, for those who put them last."""
    if not desk.style.contacts_last:
        return top, ()
    last = tuple(r for r in top if {p.tag for p in r.pieces()} & _CONTACTS and not _named(r))
    return tuple(r for r in top if r not in last), last


def _named(row: Row) -> bool:
    return any(p.tag == "NAME" for p in row.pieces())
