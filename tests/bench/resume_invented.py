"""Facts that no line supports: a quotation that does not stand in the file, or does not say it."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from chalicelib.foundation.values import dump
from chalicelib.screening import taxonomy
from chalicelib.screening.document import Line
from chalicelib.screening.facts import ResumeFacts
from chalicelib.screening.resume.dates import ranges
from chalicelib.screening.resume.degrees import degree_in
from chalicelib.screening.resume.script import simplified

_SOURCE = {"page", "line", "start", "end", "text"}


def invented(facts: ResumeFacts, lines: tuple[Line, ...], today: date) -> list[str]:
    """List what is asserted without support; empty for an honest reading.

    Every quotation must be the very characters of its line. A value must be among its
    quotation's characters; one that is named by a reviewed word must be quoted in one of that
    word's ways of writing. Dates and degrees must be what their quotations say.
    """
    texts = {(line.page, line.number): line.text for line in lines}
    plain = dump(facts)
    return [*_misquoted(plain, texts), *_unsaid(plain), *_unread(facts, today)]


def _unread(facts: ResumeFacts, today: date) -> Iterator[str]:
    """Dates and degrees that their own quotation, read again by itself, does not give."""
    held = facts.qualifications
    for one in (*held.work, *held.education, *held.projects):
        quoted = simplified(one.span_source.text) if one.span_source else ""
        if one.span and one.span not in [span for span, _, _ in ranges(quoted, today)]:
            yield f"{quoted!r} does not say {one.span}"
    for school in held.education:
        quoted = school.degree_source
        named = school.school and quoted == school.school.source
        if (
            school.degree is not None
            and quoted
            and not named
            and not degree_in(simplified(quoted.text))
        ):
            yield f"{quoted.text!r} is no degree"


def _misquoted(value: Any, texts: dict[tuple[int, int], str]) -> Iterator[str]:
    if isinstance(value, list):
        for part in value:
            yield from _misquoted(part, texts)
    elif isinstance(value, dict) and _SOURCE <= value.keys():
        line = texts.get((value["page"], value["line"]), "")
        if line[value["start"] : value["end"]] != value["text"] or not value["text"]:
            yield f"misquoted {value['text']!r}"
    elif isinstance(value, dict):
        for part in value.values():
            yield from _misquoted(part, texts)


def _unsaid(plain: dict[str, Any]) -> Iterator[str]:
    for value, source in _stated(plain):
        if not _is_said(value, source["text"]):
            yield f"{value!r} from {source['text']!r}"


def _stated(value: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every value that is a text with its quotation."""
    if isinstance(value, list):
        for part in value:
            yield from _stated(part)
    elif isinstance(value, dict) and not _SOURCE <= value.keys():
        if isinstance(value.get("value"), str) and value.get("source"):
            yield value["value"], value["source"]
        elif isinstance(value.get("name"), str) and value.get("mentions"):
            for mention in value["mentions"]:
                yield value["name"], mention
        for part in value.values():
            yield from _stated(part)


def _is_said(value: str, quoted: str) -> bool:
    said = _squeeze(simplified(quoted))
    if _squeeze(simplified(value)) in said or (value in ("male", "female")):
        return True
    kinds = (taxonomy.skills(), taxonomy.certificates(), taxonomy.languages(), taxonomy.cities())
    return any(
        _squeeze(form) in said
        for kind in kinds
        if value in kind.entries
        for form in kind.entries[value].forms
    )


def _squeeze(text: str) -> str:
    return re.sub(r"[^\w+#]+", "", text.lower())
