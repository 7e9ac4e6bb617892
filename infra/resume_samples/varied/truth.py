"""What a page truly says, gathered from its marks."""

import re
from collections.abc import Iterable
from unicodedata import normalize

from infra.resume_samples.varied.dates import AS_OF_TEXT
from infra.resume_samples.varied.marks import Entry, MarkedLine, Page, Piece

_LEVELS = (None, "secondary", "associate", "bachelor", "master", "doctorate")


def truth_of(page: Page) -> dict[str, object]:
    """State every fact of the page as printed; null where it states none."""
    pieces = [piece for row in page.rows() for piece in row.pieces()]
    schools = [e for b in page.blocks if b.section == "education" for e in b.entries]
    levels = [s.level for s in schools if s.completed]
    phones = [normalize("NFKC", p) for p in _all(pieces, "PHONE")]
    emails = _all(pieces, "EMAIL")
    return {
        "name": _unspaced(_first(pieces, "NAME")),
        "phone": phones[0] if phones else None,
        "phones": phones,
        "email": emails[0] if emails else None,
        "emails": emails,
        "city": _first(pieces, "CITY"),
        "gender": _first(pieces, "GENDER"),
        "birth": _first(pieces, "BIRTH"),
        "education": [_school(e) for e in schools],
        "degree_level": _LEVELS[max(levels, default=0)],
        "work": [
            _work(e) for b in page.blocks if b.section in ("work", "intern") for e in b.entries
        ],
        "skills": _all(pieces, "SKILL"),
        "negated_skills": _all(pieces, "DENIED"),
        "projects": [{"name": name} for name in _all(pieces, "PROJECT")],
        "certs": _all(pieces, "CERT"),
        "languages": _all(pieces, "LANGUAGE"),
        **_wishes(pieces),
        "as_of": AS_OF_TEXT,
    }


def _pieces(entry: Entry) -> MarkedLine:
    return tuple(piece for row in entry.rows for piece in row.pieces())


def _all(pieces: Iterable[Piece], tag: str) -> list[str]:
    return list(dict.fromkeys(p.text for p in pieces if p.tag == tag))


def _first(pieces: Iterable[Piece], tag: str) -> str | None:
    return next((p.text for p in pieces if p.tag == tag), None)


def _unspaced(name: str | None) -> str | None:
    """Undo the letter-spacing of a Chinese name; other blanks part its halves."""
    letters = (name or "").replace(" ", "")
    return letters if len(letters) <= 4 and letters[:1] >= "\u4e00" else name


def _period(entry: Entry, pieces: MarkedLine) -> tuple[str | None, str | None, int | None]:
    if entry.period is None or not any(p.tag == "DATES" for p in pieces):
        return None, None, None
    return entry.period.start, entry.period.end, entry.period.months


def _school(entry: Entry) -> dict[str, object]:
    pieces = _pieces(entry)
    start, end, _ = _period(entry, pieces)
    return {
        "school": _first(pieces, "SCHOOL"),
        "major": _first(pieces, "MAJOR"),
        "degree": _first(pieces, "DEGREE"),
        "start": start,
        "end": end,
        "completed": entry.completed,
    }


def _work(entry: Entry) -> dict[str, object]:
    pieces = _pieces(entry)
    start, end, months = _period(entry, pieces)
    return {
        "company": _first(pieces, "EMPLOYER") or entry.employer,
        "title": _first(pieces, "TITLE"),
        "start": start,
        "end": end,
        "months": months,
    }


_DAYS = (
    (re.compile("随时|立即|immediately|隨時", re.IGNORECASE), 0),
    (re.compile("一周|一週|1周"), 7),
    (re.compile("two weeks|两周|兩週", re.IGNORECASE), 14),
    (re.compile("一个月|一個月|one month", re.IGNORECASE), 30),
)
_PAY = re.compile(r"(\d+(?:,\d{3})*)\s*([kK]?)(?:\s*[-~]\s*(\d+)\s*([kK]?))?")


def _wishes(pieces: list[Piece]) -> dict[str, object]:
    start, pay = _first(pieces, "START") or "", _first(pieces, "SALARY") or ""
    days = next((days for pattern, days in _DAYS if pattern.search(start)), None)
    sums = _PAY.search(pay)
    return {
        "availability_days": days,
        "salary": _salary(pay, sums) if sums else None,
        "relocation": _willing(_first(pieces, "RELOCATE")),
    }


def _willing(text: str | None) -> bool | None:
    return None if text is None else not re.search("不|not|Not", text)


def _salary(pay: str, sums: re.Match[str]) -> dict[str, object]:
    def number(text: str, thousand: str) -> int:
        return int(text.replace(",", "")) * (1000 if thousand else 1)

    low = number(sums[1], sums[2])
    high = number(sums[3], sums[4]) if sums[3] else None
    return {"text": pay, "low": low, "high": high}
