"""Schools: which, what was studied, which degree, from when to when."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from chalicelib.screening.facts import Degree, Education, Fact
from chalicelib.screening.resume.degrees import degree_in, degrees_in
from chalicelib.screening.resume.entries import DATES, Entry, Item, Marked, dated, gather
from chalicelib.screening.resume.labels import behind_labels
from chalicelib.screening.resume.rows import HEADER_ROW, tokens
from chalicelib.screening.resume.schools import is_called_school, school_spans, spans_of
from chalicelib.screening.resume.tagger import MAJOR, SCHOOL

DEGREE = "DEGREE"
_MAJOR_IN = re.compile(
    r"\b(?:in|of)\s+(?!Science|Arts|Engineering\b|Business Administration)"
    r"([A-Z][A-Za-z&]+(?: (?:and |& )?[A-Z][A-Za-z&]+){0,4})"
)
_NO_MAJOR = re.compile(
    r"学校|院校|学历|时间|学期|交换|统招|全日制|自考|函授|奖|排名|绩点|在读|毕业|专业$|学位"
)
_MAJOR_LABEL = re.compile(r"(?:专业|主修|科系)(?:名称)?\s*[::]\s*([\u4e00-\u9fff()]{2,20})")
_ONGOING = re.compile(
    r"在读|肄业|未毕业|未取得|未获|未拿|在校|预计|pursuing|expected|ongoing|not completed|"
    r"in progress|candidate|"
    r"anticipated|withdrew|incomplete",
    re.IGNORECASE,
)
_NEAR_ROWS = 2
_SECONDARY_SCHOOL = re.compile(
    r"高中|中学|中专|技校|职高|职专|中等|技工|\bHigh School\b|\bSecondary\b", re.I
)


_JUNIOR_SCHOOL = re.compile(
    r"初级中学|初中|国民中学|國民中學|\bJunior (?:High|Secondary|Middle)\b|\bMiddle School\b", re.I
)


def read_education(found: tuple[Marked, ...], today: date) -> tuple[Education, ...]:
    """Read the schools of some passages, one entry each.

    Parameters
    ----------
    found : tagged passages of the education section.
    today : what 至今 means, and the date by which schooling must have ended to be completed.
    """
    rows = [list(_items(n, marked, today)) for n, marked in enumerate(found)]
    _subjects(rows)
    entries, left = gather(rows, SCHOOL)
    alone = [item for item in left if item.kind == DEGREE]
    kept = [row if any(i in alone for i in row) else [] for row in rows]
    if alone and (not entries or any(len(row) > 1 for row in kept)):
        more, _ = gather(kept, DEGREE)
        entries += [e for e in more if not entries or DATES in e.items]
    entries.sort(key=lambda entry: entry.first)
    return tuple(_schooling(found, entry, today) for entry in entries)


def _subjects(rows: list[list[Item]]) -> None:
    """What was tagged as a school beside one that is called so is what was studied there."""
    sure = {i.row for row in rows for i in row if i.kind == SCHOOL and _is_called_so(i)}
    for row in rows:
        for n, item in enumerate(row):
            if item.kind == SCHOOL and not _is_called_so(item):
                near = any(abs(item.row - other) <= _NEAR_ROWS for other in sure)
                if near:
                    row[n] = replace(item, kind=MAJOR)


def _is_called_so(item: Item) -> bool:
    return bool(item.fact and is_called_school(item.fact.value))


def _items(row: int, marked: Marked, today: date) -> Iterator[Item]:
    passage = marked.passage
    if HEADER_ROW.match(passage.text):
        return
    parts = list(dated(row, marked, today))
    named = list(behind_labels(passage.text))
    schools = school_spans(marked, named)
    for start, end in schools:
        source = passage.quote(start, end)
        parts.append(Item(SCHOOL, row, start, source, fact=Fact(source.text, source)))
    blanked = passage.text
    for start, end in schools:
        blanked = blanked[:start] + "\0" * (end - start) + blanked[end:]
    for degree, start, end in degrees_in(blanked):
        source = passage.quote(start, end)
        # In Taiwan 高職 is a kind of high school, on the mainland 高职 a kind of college.
        low = source.text == "高職" or (
            degree is Degree.ASSOCIATE
            and "diploma" in source.text.lower()
            and _of_high_school(parts)
        )
        rank = Degree.SECONDARY if low else degree
        parts.append(Item(DEGREE, row, start, source, rank=int(rank)))
    if parts:
        parts.extend(_majors(row, marked, spans_of(named, MAJOR), (schools, parts)))
    yield from sorted(parts, key=lambda item: item.start)


def _of_high_school(parts: list[Item]) -> bool:
    return any(i.fact and _SECONDARY_SCHOOL.search(i.fact.value) for i in parts if i.kind == SCHOOL)


def _majors(
    row: int,
    marked: Marked,
    named: list[tuple[int, int]],
    beside: tuple[list[tuple[int, int]], list[Item]],
) -> Iterator[Item]:
    passage = marked.passage
    spans = named or spans_of(marked.tags, MAJOR)
    if not spans:
        by_rule = _major_by_rule(marked, *beside)
        spans = [by_rule] if by_rule else []
    for start, end in spans[:2]:
        source = passage.quote(start, end)
        value = re.sub(r"\s+", " ", source.text)
        value = value.removesuffix("专业") if len(value) > 4 else value
        yield Item(MAJOR, row, start, source, fact=Fact(value, source))


def _major_by_rule(
    marked: Marked, schools: list[tuple[int, int]], parts: list[Item]
) -> tuple[int, int] | None:
    text = marked.passage.text
    named = _MAJOR_LABEL.search(text) or _MAJOR_IN.search(_blank(text, schools))
    if named:
        return named.span(1)
    if not schools:
        return None
    taken = schools + [
        (i.start, i.start + len(i.source.text)) for i in parts if i.kind in (DATES, DEGREE)
    ]
    for start, end in tokens(text, taken):
        token = re.sub(r"\((?:全日制)?\w{2,4}\)$", "", text[start:end])
        plain = re.fullmatch(r"[\u4e00-\u9fff()]{2,16}", token) and not _NO_MAJOR.search(token)
        if plain and not degree_in(token):
            return start, start + len(token)
    return None


def _blank(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _schooling(found: tuple[Marked, ...], entry: Entry, today: date) -> Education:
    school, degree, span = entry.fact(SCHOOL), entry.items.get(DEGREE), entry.span()
    heads = " ".join(m.passage.text for m in found[entry.first : entry.last + 1])
    this_month = today.year * 12 + today.month - 1
    over = span is None or (span.end <= this_month and not span.open)
    rank = Degree(degree.rank) if degree else _implied(school)
    return Education(
        source=found[entry.first].passage.whole(),
        school=school,
        degree=rank,
        degree_source=degree.source
        if degree
        else school.source
        if school and rank is not None
        else None,
        major=entry.fact(MAJOR),
        span=span,
        span_source=entry.span_source(),
        completed=over and not _ONGOING.search(heads),
    )


def _implied(school: Fact | None) -> Degree | None:
    """The degree that only the kind of school says."""
    if school is None:
        return None
    if _JUNIOR_SCHOOL.search(school.value):
        return Degree.JUNIOR
    return Degree.SECONDARY if _SECONDARY_SCHOOL.search(school.value) else None
