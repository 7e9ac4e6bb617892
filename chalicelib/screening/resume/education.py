"""Schools: which, what was studied, which degree, from when to when."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from chalicelib.screening import taxonomy
from chalicelib.screening.facts import Degree, Education, Fact
from chalicelib.screening.resume.completing import is_head
from chalicelib.screening.resume.entries import DATES, Entry, Item, Marked, dated, gather
from chalicelib.screening.resume.labels import behind_labels
from chalicelib.screening.resume.lexicon import DEGREES
from chalicelib.screening.resume.rows import HEADER_ROW, tokens
from chalicelib.screening.resume.tagger import MAJOR, SCHOOL, Tagged

DEGREE = "DEGREE"
_SCHOOL = re.compile(
    r"[\u4e00-\u9fff][\u4e00-\u9fff()·]{1,22}?(?:大学|学院|学校|中学|高中|职高)"
    r"(?:[\u4e00-\u9fff]{2,6}分?校区?)?"
    r"|(?:[A-Z][\w&.'’-]*,? )*?(?:University|College|Institute|Polytechnic|Academy|High School|"
    r"Secondary School|School|Universidad|Universidade|Universit[àäéa]\w*|Politecnico|Hochschule|Institut|"
    r"[ÉE]cole|TU|TAFE|ETH|IIT|NIT)\b(?:,? (?:of|for|de|di|der|du|at|and)(?: (?:the|[A-Z][\w&'’-]*))+| [A-Z][\w'’-]+)*"
)
_MAJOR_IN = re.compile(
    r"\b(?:in|of)\s+(?!Science|Arts|Engineering\b|Business Administration)"
    r"([A-Z][A-Za-z&]+(?: (?:and |& )?[A-Z][A-Za-z&]+){0,4})"
)
_NO_MAJOR = re.compile(
    r"学校|院校|学历|时间|学期|交换|统招|全日制|自考|函授|奖|排名|绩点|在读|毕业|专业$|学位"
)
_MAJOR_LABEL = re.compile(r"(?:专业|主修|科系)(?:名称)?\s*[::]\s*([\u4e00-\u9fff()]{2,20})")
_ONGOING = re.compile(
    r"在读|肄业|未毕业|未取得|未获|未拿|在校|预计|pursuing|expected|ongoing|not completed|in progress|candidate|"
    r"anticipated|withdrew|incomplete",
    re.IGNORECASE,
)
#: A term spent at another school is no schooling of its own.
_VISIT = re.compile(
    r"交换生|交流生|交換生|交换学习|访学|联合培养|短期交流|\bexchange\b|visiting student|study abroad",
    re.I,
)
_CLINGS = re.compile(
    r"[\d\s./年月\-–—~至()]*(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d{4}\s*)?"
)
_GOES_ON = re.compile(
    r"\((?:华东|北京|武汉|威海|深圳|珠海|保定|徐州|南昌|[\u4e00-\u9fff]{2,4}(?:校区|分校|分部))\)|(?<=[a-z])"
    r"(?: at [A-Z][a-z]+| of(?: [A-Z][\w&'’-]*)+)"
)
_SCHOOL_WORD = re.compile(
    r"大学|学院|学校|中学|高中|职高|技校|分校|党校|[一二三]中|\b(?:university|college|institute|polytechnic|school|"
    r"academy|tafe|eth|mit|tu|iit|nit|ucla|nyu|universi\w+|politecnico|hochschule|institut|[ée]cole|"
    r"sch|conservatory|seminary)\b",
    re.IGNORECASE,
)
_NEAR_ROWS = 2
_CAMPUSES = frozenset(
    "berkeley|los angeles|san diego|irvine|davis|santa barbara|santa cruz|riverside|urbana-champaign|"
    "madison|austin|dallas|ann arbor|chapel hill|college park|amherst".split("|")
)
_NO_SCHOOL = re.compile(
    r"(?:毕业|就读|所在)?(?:学校|院校|大学|学院|高中|中学|名称)*|普通高中|职业高中|普通中专|university|college|school|"
    r"high school(?: diploma)?|institution|.*\bdiploma",
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
    return bool(item.fact and _SCHOOL_WORD.search(item.fact.value))


def _items(row: int, marked: Marked, today: date) -> Iterator[Item]:
    passage = marked.passage
    if HEADER_ROW.match(passage.text):
        return
    parts = list(dated(row, marked, today))
    named = list(behind_labels(passage.text))
    schools = _spans(named, SCHOOL) or _spans(marked.tags, SCHOOL) or _schools_by_rule(marked)
    schools = [] if _VISIT.search(passage.text) else _trimmed(passage.text, schools)
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
        parts.extend(_majors(row, marked, _spans(named, MAJOR), (schools, parts)))
    yield from sorted(parts, key=lambda item: item.start)


def _of_high_school(parts: list[Item]) -> bool:
    return any(i.fact and _SECONDARY_SCHOOL.search(i.fact.value) for i in parts if i.kind == SCHOOL)


def _spans(tags: Iterable[Tagged], kind: str) -> list[tuple[int, int]]:
    return [(tag.start, tag.end) for tag in tags if tag.kind == kind]


def _trimmed(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Leave dates that cling to a school's name off it, and labels that stand for none."""
    found: list[tuple[int, int]] = []
    for start, end in spans:
        own = text[start:end]
        lead = _CLINGS.match(own)
        start += lead.end() if lead else 0
        more = _GOES_ON.match(text, end)
        end = more.end() if more else end
        end = _before_subject(text, start, end)
        if not _NO_SCHOOL.fullmatch(text[start:end].strip()):
            found.append((start, end))
    return found


def _before_subject(text: str, start: int, end: int) -> int:
    """Leave off what follows a comma, a dash or a degree: University of Leeds, Law."""
    own = text[start:end]
    degree = next(
        (d for d in degrees_in(own) if d[1] > 0 and _SCHOOL_WORD.search(own[: d[1]])), None
    )
    comma = re.search(r",\s|\s[-–—|·]\s", own)
    if comma and _SCHOOL_WORD.search(own[: comma.start()]):
        rest = own[comma.end() :].strip().lower()
        if rest not in taxonomy.cities().forms and rest not in _CAMPUSES:
            end = start + comma.start()
    elif degree:
        end = start + len(own[: degree[1]].rstrip(" ,-–—|·("))
    return end


def _schools_by_rule(marked: Marked) -> list[tuple[int, int]]:
    text = marked.passage.text
    if not is_head(text) or not (degrees_in(text) or marked.of(MAJOR) or re.search(r"\d{4}", text)):
        return []
    match = _SCHOOL.search(text)
    return [match.span()] if match else []


def _majors(
    row: int,
    marked: Marked,
    named: list[tuple[int, int]],
    beside: tuple[list[tuple[int, int]], list[Item]],
) -> Iterator[Item]:
    passage = marked.passage
    spans = named or _spans(marked.tags, MAJOR)
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
