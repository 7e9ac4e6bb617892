"""Schools: which, what was studied, which degree, from when to when."""

import re
from collections.abc import Iterator
from datetime import date

from chalicelib.screening.facts import Degree, Education, Fact
from chalicelib.screening.resume.entries import DATES, Entry, Item, Marked, dated, gather
from chalicelib.screening.resume.lexicon import DEGREES
from chalicelib.screening.resume.rows import HEADER_ROW, tokens
from chalicelib.screening.resume.tagger import MAJOR, SCHOOL

DEGREE = "DEGREE"
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
_MAJOR_LABEL = re.compile(r"(?:专业|主修|科系)(?:名称)?\s*[::]\s*([\u4e00-\u9fff()]{2,20})")
_ONGOING = re.compile(
    r"在读|肄业|未毕业|在校|预计|pursuing|expected|ongoing|not completed|in progress|candidate|"
    r"anticipated|withdrew|incomplete",
    re.IGNORECASE,
)
_SECONDARY_SCHOOL = re.compile(
    r"高中|中学|中专|技校|职高|职专|中等|技工|\bHigh School\b|\bSecondary\b", re.I
)
_ANY_DEGREE = re.compile(
    "|".join(f"(?P<d{int(degree)}_{n}>{pattern})" for n, (pattern, degree) in enumerate(DEGREES)),
    re.IGNORECASE,
)


def degree_in(text: str) -> tuple[Degree, int, int] | None:
    """Find the highest degree a text names, with its place; None when it names none."""
    return max(degrees_in(text), key=lambda d: (d[0], -d[1]), default=None)


def degrees_in(text: str) -> list[tuple[Degree, int, int]]:
    """List the degrees that a text names, in order; 硕士研究生 and 'Master (M.Sc.)' are one."""
    found: list[tuple[Degree, int, int]] = []
    for match in _ANY_DEGREE.finditer(text):
        degree = Degree(int(str(match.lastgroup)[1]))
        if found and match.start() - found[-1][2] <= 3 and degree <= found[-1][0]:
            continue
        if found and found[-1][0] is degree and match.start() - found[-1][2] < 24:
            continue
        found.append((degree, match.start(), match.end()))
    return found


def read_education(found: tuple[Marked, ...], today: date) -> tuple[Education, ...]:
    """Read the schools of some passages, one entry each.

    Parameters
    ----------
    found : tagged passages of the education section.
    today : what 至今 means, and the date by which schooling must have ended to be completed.
    """
    rows = [list(_items(n, marked, today)) for n, marked in enumerate(found)]
    entries, left = gather(rows, SCHOOL)
    alone = [item for item in left if item.kind == DEGREE]
    kept = [row if any(i in alone for i in row) else [] for row in rows]
    if alone and (not entries or any(len(row) > 1 for row in kept)):
        more, _ = gather(kept, DEGREE)
        entries += [e for e in more if not entries or DATES in e.items]
    entries.sort(key=lambda entry: entry.first)
    return tuple(_schooling(found, entry, today) for entry in entries)


def _items(row: int, marked: Marked, today: date) -> Iterator[Item]:
    passage = marked.passage
    if HEADER_ROW.match(passage.text):
        return
    parts = list(dated(row, marked, today))
    schools = [(tag.start, tag.end) for tag in marked.of(SCHOOL)] or _schools_by_rule(marked)
    for start, end in schools:
        source = passage.quote(start, end)
        parts.append(Item(SCHOOL, row, start, source, fact=Fact(source.text, source)))
    blanked = passage.text
    for start, end in schools:
        blanked = blanked[:start] + "\0" * (end - start) + blanked[end:]
    for degree, start, end in degrees_in(blanked):
        parts.append(Item(DEGREE, row, start, passage.quote(start, end), rank=int(degree)))
    if parts:
        parts.extend(_majors(row, marked, schools, parts))
    yield from sorted(parts, key=lambda item: item.start)


def _schools_by_rule(marked: Marked) -> list[tuple[int, int]]:
    if marked.tags:
        return []
    match = _SCHOOL.search(marked.passage.text)
    return [match.span()] if match else []


def _majors(
    row: int, marked: Marked, schools: list[tuple[int, int]], parts: list[Item]
) -> Iterator[Item]:
    passage = marked.passage
    tagged = marked.of(MAJOR)
    if not tagged and not marked.tags:
        tagged_by_rule = _major_by_rule(marked, schools, parts)
        spans = [tagged_by_rule] if tagged_by_rule else []
    else:
        spans = [(tag.start, tag.end) for tag in tagged]
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
        if re.fullmatch(r"[\u4e00-\u9fff()]{2,16}", token) and not degree_in(token):
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
    implied = school is not None and _SECONDARY_SCHOOL.search(school.value)
    rank = Degree(degree.rank) if degree else Degree.SECONDARY if implied else None
    return Education(
        source=found[entry.first].passage.whole(),
        school=school,
        degree=rank,
        degree_source=degree.source if degree else school.source if school and rank else None,
        major=entry.fact(MAJOR),
        span=span,
        completed=over and not _ONGOING.search(heads),
    )
