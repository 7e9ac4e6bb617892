"""JSON Resume in and out: a document becomes lines and facts, facts become a document.

A document goes the way of every file: its lines are read, shown and quoted like a page's. Only
what it states in fields of their own is taken from those instead of guessed from the lines.
"""

from datetime import date

from chalicelib.screening.document import Line
from chalicelib.screening.facts import ResumeFacts
from chalicelib.screening.json_resume.checking import (
    MAX_BYTES,
    JsonResume,
    looks_like_one,
    parse,
)
from chalicelib.screening.json_resume.giving import export
from chalicelib.screening.json_resume.taking import stated
from chalicelib.screening.json_resume.writing import written
from chalicelib.screening.reading.draft import Sheet
from chalicelib.screening.reading.unreadable import JsonResumeInvalid

__all__ = [
    "MAX_BYTES",
    "SECTIONS",
    "JsonResume",
    "JsonResumeInvalid",
    "export",
    "lines_of",
    "looks_like_one",
    "parse",
    "take",
]


#: What of a document is read.
SECTIONS = tuple(JsonResume.model_fields)


def sheet_of(content: bytes) -> Sheet:
    """Write a document out as one page of lines. Raises JsonResumeInvalid."""
    return written(parse(content)).sheet()


def take(content: bytes, lines: tuple[Line, ...], read: ResumeFacts, today: date) -> ResumeFacts:
    """Complete what was read from a file's lines by the fields of the document that it is.

    Facts of any other file come back as they are. Protected facts stand in no field.
    """
    if not looks_like_one(content):
        return read
    return stated(parse(content), lines, read, today)
