"""Where a line names a school, and where its name ends."""

import re
from collections.abc import Iterable

from chalicelib.screening import taxonomy
from chalicelib.screening.resume.degrees import degrees_in
from chalicelib.screening.resume.entries import Marked
from chalicelib.screening.resume.prose import is_head
from chalicelib.screening.resume.tagger import MAJOR, SCHOOL, Tagged

_SCHOOL = re.compile(
    r"[\u4e00-\u9fff][\u4e00-\u9fff()·]{1,22}?(?:大学|学院|学校|中学|高中|职高|(?:职业教育|职教|电教)中心)"
    r"(?:[\u4e00-\u9fff]{2,6}分?校区?)?"
    r"|(?:[A-Z][\w&.'’-]*,? )*?(?:University|College|Institute|Polytechnic|Academy|High School|"
    r"Secondary School|School|Universidad|Universidade|Universit[àäéa]\w*|Politecnico|Hochschule|"
    r"Institut|"
    r"[ÉE]cole|TU|TAFE|ETH|IIT|NIT)\b(?:,? (?:of|for|de|di|der|du|at|and)(?: (?:the|"
    r"[A-Z][\w&'’-]*))+| [A-Z][\w'’-]+)*"
)
#: A term spent at another school is no schooling of its own.
_VISIT = re.compile(
    r"交换生|交流生|交換生|交换学习|访学|联合培养|短期交流|\bexchange\b|visiting student|"
    r"study abroad",
    re.I,
)
_CLINGS = re.compile(
    r"[\d\s./年月\-–—~至()]*(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|"
    r"Dec)[a-z]*\.?\s+\d{4}\s*)?"
)
_GOES_ON = re.compile(
    r",\s(?:Berkeley|Los Angeles|San Diego|Irvine|Davis|Santa Barbara|Santa Cruz|Riverside)\b|"
    r"\((?:华东|北京|武汉|威海|深圳|珠海|保定|徐州|南昌|[\u4e00-\u9fff]{2,4}(?:校区|分校|"
    r"分部))\)|(?<=[a-z])"
    r"(?:[-–][A-Z][a-z]+| at [A-Z][a-z]+| of(?: [A-Z][\w&'’-]*)+)"
)
#: Colleges of a university that their names go before; other words there are what was studied.
_COLLEGE = re.compile(
    r"(?:Birkbeck|Goldsmiths|Queen Mary|Royal Holloway|SOAS|St George's|University College|"
    r"King's College|Imperial College),? $"
)
_OF_DEGREE = re.compile(r"(?:A[- ]Levels?|GCSEs?|IB Diploma|High School Diploma)\s*[,:–-]\s*", re.I)
_SCHOOL_WORD = re.compile(
    r"大学|学院|学校|中学|高中|职高|技校|分校|党校|职教中心|教育中心|[一二三]中|\b(?:university|college|institute|"
    r"polytechnic|school|"
    r"academy|tafe|eth|mit|tu|iit|nit|ucla|nyu|universi\w+|politecnico|hochschule|institut|"
    r"[ée]cole|"
    r"sch|conservatory|seminary)\b",
    re.IGNORECASE,
)
_CAMPUSES = frozenset(
    "berkeley|los angeles|san diego|irvine|davis|santa barbara|santa cruz|riverside|"
    "urbana-champaign|madison|austin|dallas|ann arbor|chapel hill|college park|amherst".split("|")
)
_NO_SCHOOL = re.compile(
    r"(?:毕业|就读|所在)?(?:学校|院校|大学|学院|高中|中学|名称)*|普通高中|职业高中|普通中专|"
    r"university|college|school|"
    r"high school(?: diploma)?|institution|.*\bdiploma",
    re.IGNORECASE,
)


def school_spans(marked: Marked, labelled: list[Tagged]) -> list[tuple[int, int]]:
    """List (start, end) of the schools that a line names as the person's own.

    Parameters
    ----------
    marked : a passage with its tags.
    labelled : values that stand behind labels in it; a labelled school outweighs the tagger.
    """
    if _VISIT.search(marked.passage.text):
        return []
    found = spans_of(labelled, SCHOOL) or spans_of(marked.tags, SCHOOL) or _by_rule(marked)
    return _trimmed(marked.passage.text, found)


def is_called_school(text: str) -> bool:
    """Whether a name holds one of the words that schools are called by."""
    return bool(_SCHOOL_WORD.search(text))


def spans_of(tags: Iterable[Tagged], kind: str) -> list[tuple[int, int]]:
    """List (start, end) of the tags of one kind."""
    return [(tag.start, tag.end) for tag in tags if tag.kind == kind]


def _trimmed(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Leave dates that cling to a school's name off it, and labels that stand for none."""
    found: list[tuple[int, int]] = []
    for start, end in spans:
        own = text[start:end]
        lead = _CLINGS.match(own)
        start += lead.end() if lead else 0
        lead = _OF_DEGREE.match(text, start, end)
        start = lead.end() if lead else start
        college = _COLLEGE.search(text[:start])
        start = college.start() if college else start
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


def _by_rule(marked: Marked) -> list[tuple[int, int]]:
    text = marked.passage.text
    match = _SCHOOL.search(text) if is_head(text) else None
    alone = match is not None and match.span() == (0, len(text.rstrip()))
    if not (alone or degrees_in(text) or marked.of(MAJOR) or re.search(r"\d{4}", text)):
        return []
    return [match.span()] if match else []
