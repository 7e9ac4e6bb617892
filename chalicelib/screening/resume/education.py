"""Schools: which, what was studied, which degree, from when to when."""

import re
from dataclasses import replace
from datetime import date

from chalicelib.screening.facts import Degree, Education, Fact, Span
from chalicelib.screening.resume.dates import ranges
from chalicelib.screening.resume.lexicon import DEGREES
from chalicelib.screening.resume.rows import HEADER_ROW, tokens
from chalicelib.screening.resume.sections import Passage

_SCHOOL = re.compile(
    r"[\u4e00-\u9fff][\u4e00-\u9fff()·]{1,22}?(?:大学|学院|学校|中学|高中|职高)"
    r"(?:[\u4e00-\u9fff]{2,6}分?校区?)?"
    r"|(?:[A-Z][\w&.'-]* )*(?:University|College|Institute|Polytechnic|High School)"
    r"(?: of(?: [A-Z][\w&-]*)+)?"
)
_MAJOR_IN = re.compile(
    r"\b(?:in|of)\s+(?!Science|Arts|Engineering\b|Business Administration)"
    r"([A-Z][A-Za-z&]+(?: (?:and |& )?[A-Z][A-Za-z&]+){0,4})"
)
_ONGOING = re.compile(r"在读|肄业|pursuing|expected|ongoing|not completed", re.IGNORECASE)


def degree_in(text: str) -> tuple[Degree, int, int] | None:
    """Find the highest degree a text names, with its place; None when it names none."""
    for pattern, degree in DEGREES:
        match = re.search(pattern, text, re.IGNORECASE)
        if match:
            return degree, match.start(), match.end()
    return None


def read_education(found: tuple[Passage, ...], today: date) -> tuple[Education, ...]:
    """Read the schools of the education section, one entry each.

    Parameters
    ----------
    found : passages of that section.
    today : what 至今 means, and the date by which schooling must have ended to be completed.
    """
    entries: list[Education] = []
    for passage in found:
        if HEADER_ROW.match(passage.text):
            continue
        part = _schooling(passage, today)
        if part is None:
            continue
        if entries and not _clashes(entries[-1], part):
            entries[-1] = _merged(entries[-1], part)
        else:
            entries.append(part)
    return tuple(e for e in entries if e.school or e.degree)


def _clashes(old: Education, new: Education) -> bool:
    return bool(
        (old.school and new.school) or (old.span and new.span) or (old.degree and new.degree)
    )


def _merged(old: Education, new: Education) -> Education:
    return replace(
        old,
        school=old.school or new.school,
        degree=old.degree or new.degree,
        degree_source=old.degree_source or new.degree_source,
        major=old.major or new.major,
        span=old.span or new.span,
        completed=old.completed and new.completed,
    )


def _schooling(passage: Passage, today: date) -> Education | None:
    text = passage.text
    dated = next(ranges(text, today), None)
    school = _SCHOOL.search(text)
    degree = degree_in(text)
    major = _major(passage, school, dated)
    if not (dated or school or degree or (major and "专业" in text)):
        return None
    over = dated is None or dated[0].end <= today.year * 12 + today.month - 1
    return Education(
        source=passage.whole(),
        school=Fact(school.group().strip(), passage.quote(*school.span())) if school else None,
        degree=degree[0] if degree else None,
        degree_source=passage.quote(degree[1], degree[2]) if degree else None,
        major=major,
        span=dated[0] if dated else None,
        completed=over and not _ONGOING.search(text) and not _still_open(dated, text),
    )


def _still_open(dated: tuple[Span, int, int] | None, text: str) -> bool:
    span_text = text[dated[1] : dated[2]] if dated else ""
    return bool(re.search(r"至今|现在|目前|present|now|current", span_text, re.IGNORECASE))


def _major(
    passage: Passage, school: re.Match[str] | None, dated: tuple[Span, int, int] | None
) -> Fact | None:
    text = passage.text
    named = re.search(r"专业\s*[::]\s*([\u4e00-\u9fff]{2,16})", text) or _MAJOR_IN.search(
        text
        if not school
        else text[: school.start()] + " " * len(school.group()) + text[school.end() :]
    )
    if named:
        return Fact(named.group(1), passage.quote(*named.span(1)))
    if not school:
        return None
    taken = [school.span(), (dated[1], dated[2]) if dated else (0, 0)]
    for start, end in tokens(text, taken):
        token = re.sub(r"\((?:全日制)?\w{2,4}\)$", "", text[start:end])
        if re.fullmatch(r"[\u4e00-\u9fff()]{2,16}", token) and not degree_in(token):
            return Fact(token.removesuffix("专业"), passage.quote(start, start + len(token)))
    return None
