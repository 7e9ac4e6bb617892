"""Lines that the width of a column broke, made whole where a fact would be lost in the break."""

import re
from dataclasses import dataclass

from chalicelib.screening.reading.rows import GAP, Block, Piece, Row

# A comma before the break and no full stop at it: the sentence or list goes on below.
_RUNS_ON = re.compile(r"[、，,;；|/].*[^。.!！?？]$")
_STOPS = re.compile(
    r"[。!！?？]$|(?<!Ltd)(?<!Inc)(?<!Co)\.$|(?:19|20)\d\d(?:[./-]\d{1,2}|年(?:\d{1,2}月)?)?\)?$"
    r"|(?:至今|现在|present|now|current)\)?$",
    re.IGNORECASE,
)
# A label without its value, the first half of a word alone, or a word that wants another.
_HANGS = re.compile(
    r"(?:^|\s)[^\s:：]{1,12}[:：]$|\s{3}[\u4e00-\u9fff]$|[a-z,] (?:and|of|the|in|for|with|by|at|&)$"
)
_DATED = re.compile(r"(?:19|20)\d\d(?:[./-]\d{1,2}|年(?:\d{1,2}月)?)?$")
_LETTERS = re.compile(r"[!-~]+")
_SEPARATOR = re.compile(r"[、，,;；|/·•]")
# A bullet, or a label with its colon, begins a line.
_ANEW = re.compile(
    r"^\s*(?:[\[【《<]|[-*•·▪●■◆◇○>»–※✓★▶➢]|\(?\d{1,2}[.、)）]|"
    r"[（(][一二三四五六七八九十\d]{1,2}[)）])\s*\S"
    r"|^[^\s,，、;；|]{1,14}\s?[:：]|^[A-Za-z]{1,14}(?: [A-Za-z]{1,14}){1,3}\s?:"
)
_DATE_START = re.compile(
    r"^\(?(?:(?:19|20)\d\d|\d{1,2}/(?:19|20)\d\d|至今|现在|今\b|present|now|"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? ?,? ?(?:19|20)\d\d)",
    re.IGNORECASE,
)
_OPEN_DATE = re.compile(
    r"(?:19|20)\d\d\s?(?:[./年-]\s?\d{0,2}\s?月?)?\s*(?:[-–—~～]|至|到|to)\s*$", re.IGNORECASE
)
# Before the break: no @ yet, an @ with nothing whole behind it, or a domain cut short.
_MAIL_BEFORE = re.compile(r"(?:^|[\s:：|])[\w.+-]{1,64}(?:@[\w-]*|@[\w.-]*[.-])$", re.ASCII)
_MAIL_REST = re.compile(r"^[\w-]{0,40}(?:\.[\w-]{1,20}){1,3}(?=$|\s)|^[a-z]{2,4}(?=$|\s)", re.ASCII)
# A whole address or number is a line of its own, whatever fits beside it.
_CONTACT_START = re.compile(r"[\w.+-]+@[\w-]+\.\w|\+?\d[\d ()-]{8,}(?:$|\s)", re.ASCII)
_CONTACT_END = re.compile(
    r"(?:@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,6}|(?<![\d.-])\+?\d[\d ()-]{9,})$", re.ASCII
)
_HEAD_DATES = re.compile(
    r"(?:19|20)\d\d[./年-]?\s?\d{0,2}月?\s*(?:[-–—~～]+|至|到|to)\s*(?:(?:19|20)\d\d|至今|现在|"
    r"present|now)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[。；;!！]$|[，,].*[。%％]|\.$")
_LONGEST_REST = 14
_MAIL_AFTER = re.compile(r"^@[\w-]+\.\w", re.ASCII)
_MAIL_NAME = re.compile(r"[\w.+-]{3,}$", re.ASCII)
_PHONE_BEFORE = re.compile(r"(?<![\d+])1[3-9][\d -]{0,10}$|\+\d[\d ()-]{2,14}$")
_PHONE_REST = re.compile(r"^[\d -]{1,11}(?!\d)")


@dataclass(frozen=True, slots=True)
class _Margin:
    """The right edge of a column; filled when more than one line reaches it."""

    edge: float
    filled: bool


def lines_of(block: Block) -> list[tuple[str, Row]]:
    """The lines of a block, each with the row it begins in.

    A heading at the left of a row is a line of its own.
    """
    found: list[tuple[str, Row]] = []
    last: Row | None = None
    margin = _margin(block)
    for row in (part for whole in block for part in _parted(whole)):
        text = GAP.join(piece.text for piece in row)
        glue = _glue(found[-1][0], last, row, margin) if last and found else None
        if glue is None:
            found.append((text, row))
        else:
            found[-1] = (found[-1][0] + glue + text, found[-1][1])
        last = row
    return found


def _margin(block: Block) -> _Margin:
    edge = max((row[-1].right for row in block), default=0.0)
    return _Margin(edge, sum(edge - row[-1].right < 1.5 * row[-1].size for row in block) > 1)


def _parted(row: Row) -> list[Row]:
    if len(row) > 1 and row[0].heading and not row[1].heading:
        return [row[:1], row[1:]]
    return [row]


def _glue(before: str, last: Row, row: Row, margin: _Margin) -> str | None:
    """What joins a line to the one above: None where a new one begins."""
    a, b = last[-1], row[0]
    near = 0 < a.base - b.base < 2.2 * max(a.size, b.size)
    if not near or abs(a.size - b.size) > 0.1 * a.size or a.bold != b.bold:
        return None
    if _continues_token(before, a, b):
        return ""
    if _OPEN_DATE.search(before) and _DATE_START.match(b.text):
        return " "
    if a.heading or len(row) > 1 or not _broken_by_width(a, b, margin.edge):
        return None
    if _HANGS.search(before):
        return " " if before[-1:].isascii() else ""
    if len(last) > 1:
        return None
    if not _goes_on(before, b, margin):
        return None
    spaced = before[-1:].isascii() and b.text[:1].isascii()
    return " " if spaced and (before.isascii() or before[-1:] in ",;|/") else ""


def _broken_by_width(a: Piece, b: Piece, edge: float) -> bool:
    """Would the next line's first word not have fitted on this one?"""
    first = b.runs[0]
    letters = _LETTERS.match(first.text)
    whole = letters and letters.end() == len(first.text)
    word = first.right - first.left if whole else 0.5 * b.size * (letters.end() if letters else 2)
    return a.right + 0.25 * a.size + word > edge - 0.5 * a.size


def _goes_on(before: str, b: Piece, margin: _Margin) -> bool:
    """Does a line that the width may have broken read on in the next one?"""
    starts = b.heading or _ANEW.match(b.text) or _DATE_START.match(b.text)
    contacts = _CONTACT_START.match(b.text) or _CONTACT_END.search(before)
    if starts or contacts or _STOPS.search(before) or _DATED.search(b.text):
        return False
    # The head of an entry is whole; what stands below it is what was done there.
    if _HEAD_DATES.search(before) and (len(b.text) > _LONGEST_REST or _SENTENCE.search(b.text)):
        return False
    if b.text[:1].isascii() and b.text[:1].isupper() and before[-1:].isascii():
        # Latin text goes on with a capital only after a comma, within a list, or as a last word.
        several = _SEPARATOR.findall(before)
        last = bool(several) and margin.filled and len(b.text.split()) < 4
        listed = len(several) > 1 and bool(_SEPARATOR.search(b.text))
        return before[-1:] in ",;|/&:" or last or listed
    return margin.filled or before[-1:] in ":：" or bool(_RUNS_ON.search(before))


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
        whole = 11 <= digits <= 13 if number.group().startswith("+") else digits == 11
        return whole and not number.group().endswith(" ")
    return False
