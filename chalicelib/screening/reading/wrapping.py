"""Lines that the width of a column broke, made whole where a fact would be lost in the break."""

import re

from chalicelib.screening.reading.rows import GAP, Block, Piece, Row

# A comma before the break and no full stop at it: the sentence or list goes on below.
_RUNS_ON = re.compile(r"[、，,].*[^。；;.!！?？:：]$")
_BULLET = re.compile(r"^\s*(?:[-*•·▪●■◆◇○>»–]|\(?\d{1,2}[.、)）])\s*\S")
_DATE_START = re.compile(r"^(?:(?:19|20)\d\d|至今|现在|今\b|present|now)", re.IGNORECASE)
_OPEN_DATE = re.compile(
    r"(?:19|20)\d\d\s?(?:[./年-]\s?\d{0,2}\s?月?)?\s*(?:[-–—~～]|至|到|to)\s*$", re.IGNORECASE
)
# Before the break: no @ yet, an @ with nothing whole behind it, or a domain cut short.
_MAIL_BEFORE = re.compile(r"(?:^|[\s:：|])[\w.+-]{1,64}(?:@[\w-]*|@[\w.-]*[.-])$", re.ASCII)
_MAIL_REST = re.compile(r"^[\w-]{0,40}(?:\.[\w-]{1,20}){1,3}(?=$|\s)|^[a-z]{2,4}(?=$|\s)", re.ASCII)
_MAIL_AFTER = re.compile(r"^@[\w-]+\.\w", re.ASCII)
_MAIL_NAME = re.compile(r"[\w.+-]{3,}$", re.ASCII)
_PHONE_BEFORE = re.compile(r"(?<!\d)1[3-9][\d -]{0,10}$")
_PHONE_REST = re.compile(r"^[\d -]{1,11}(?!\d)")


def lines_of(block: Block) -> list[tuple[str, Row]]:
    """The lines of a block, each with the row it begins in.

    A heading at the left of a row is a line of its own.
    """
    edge = max((row[-1].right for row in block), default=0.0)
    found: list[tuple[str, Row]] = []
    last: Row | None = None
    for row in (part for whole in block for part in _parted(whole)):
        text = GAP.join(piece.text for piece in row)
        glue = _glue(found[-1][0], last, row, edge) if last and found else None
        if glue is None:
            found.append((text, row))
        else:
            found[-1] = (found[-1][0] + glue + text, found[-1][1])
        last = row
    return found


def _parted(row: Row) -> list[Row]:
    if len(row) > 1 and row[0].heading and not row[1].heading:
        return [row[:1], row[1:]]
    return [row]


def _glue(before: str, last: Row, row: Row, edge: float) -> str | None:
    """What joins a line to the one above: None where a new one begins."""
    a, b = last[-1], row[0]
    near = 0 < a.base - b.base < 2.2 * max(a.size, b.size)
    if not near or abs(a.size - b.size) > 0.1 * a.size or a.bold != b.bold:
        return None
    if _continues_token(before, a, b):
        return ""
    if _OPEN_DATE.search(before) and _DATE_START.match(b.text):
        return " "
    starts_anew = b.heading or len(row) > 1 or len(last) > 1 or bool(_BULLET.match(b.text))
    if starts_anew or _DATE_START.match(b.text) or not _RUNS_ON.search(before):
        return None
    if not _broken_by_width(a, b, edge) or not _goes_on(before, b.text):
        return None
    spaced = before[-1:].isascii() and b.text[:1].isascii()
    return " " if spaced and (before.isascii() or before.endswith(",")) else ""


def _broken_by_width(a: Piece, b: Piece, edge: float) -> bool:
    """Would the next line's first word not have fitted on this one?"""
    first = b.runs[0]
    word = first.right - first.left if first.text.isascii() else b.size
    return a.right + 0.25 * a.size + word > edge - 0.5 * a.size


def _goes_on(before: str, text: str) -> bool:
    """Latin text that begins with a capital goes on only after a comma, or within a list."""
    if not text[:1].isupper() or not text[:1].isascii() or not before[-1:].isascii():
        return True
    return before.endswith(",") or (before.count(",") + before.count("、") > 1)


def _continues_token(before: str, a: Piece, b: Piece) -> bool:
    """Does the next line go on with an e-mail address or a telephone number?"""
    if "@" in before[-64:] or b.text.startswith("@"):
        if _MAIL_BEFORE.search(before) and _MAIL_REST.match(b.text):
            return True
        if _MAIL_AFTER.match(b.text) and _MAIL_NAME.search(before):
            return True
    number, rest = _PHONE_BEFORE.search(before), _PHONE_REST.match(b.text)
    if number and rest and abs(a.left - b.left) < a.right - a.left:
        digits = sum(c.isdigit() for c in number.group() + rest.group())
        return digits == 11 and not number.group().endswith(" ")
    return False
