"""Letters: what whole sentences say of the person's name, schooling and posts."""

import re
from collections.abc import Iterator

from chalicelib.screening.resume.lexicon_people import TITLE_WORDS
from chalicelib.screening.resume.moments import NOW
from chalicelib.screening.resume.tagger import EMPLOYER, MAJOR, NAME, SCHOOL, TITLE, Tagged

_MOST_HEAD_CHARACTERS = 120
_CLAUSE_END = r"(?=$|[,。;!、]|\.(?:\s|$)| and I\b| where\b| in \d{4}| from \d| since\b)"
_SENTENCES = (
    re.compile(rf"(?:我叫|我是|本人(?:叫|姓名)?)(?P<{NAME}>[\u3400-\u9fff·]{{2,8}}?)(?=[,。;!]|$)"),
    re.compile(
        rf"[Mm]y name is (?P<{NAME}>[A-Z][\w'’.-]+(?: [\w'’.-]+){{0,4}}?)(?= and\b|[,.](?:\s|$)|$)"
    ),
    re.compile(
        rf"(?:毕业于|就读于|考入)(?P<{SCHOOL}>[\u3400-\u9fff()]{{2,20}}?(?:大学|学院|学校|中学|"
        rf"高中)(?:\([\u3400-\u9fff]+\))?)"
        rf"(?:的)?(?:(?P<{MAJOR}>[\u3400-\u9fff]{{2,16}}?)(?:专业|系))?(?=[,。;的]|$|获|本科|"
        rf"硕士|大专)"
    ),
    re.compile(
        rf"\b(?:in|of) (?P<{MAJOR}>[A-Z][\w&-]*(?: (?:and |& )?[A-Z][\w&-]*){{0,4}}) (?:at|from) "
        rf"(?:the )?(?P<{SCHOOL}>[A-Z][\w'’.&-]*(?:,? (?:of|for|de|at|the|[A-Z][\w'’.&-]*))*)"
    ),
    re.compile(
        rf"(?:就职于|任职于|供职于|受雇于|加入|"
        rf"我?[在于於])(?P<{EMPLOYER}>[^,。;在]{{2,30}}?)(?:任职)?(?:教(?![育师学练科研])[^,。;]{{1,8}})?[,，]?"
        rf"(?:[担擔]任|出任|任|做|当(?![地时年天月日])|从事)(?P<{TITLE}>[^,。;的]{{2,20}}?)(?:一职|职务|岗位|职位|"
        rf"工作)?{_CLAUSE_END}"
    ),
    re.compile(
        rf"\bI (?:was|am|worked as|work as|have worked as|have been|served as|joined as) (?:an? |"
        rf"the )?"
        rf"(?P<{TITLE}>[A-Z][^,.;]{{2,48}}?) (?:at|with|"
        rf"for) (?P<{EMPLOYER}>[A-Z][^,;]{{1,48}}?){_CLAUSE_END}"
    ),
    re.compile(
        rf"\bI (?:was|am|worked as|work as|have worked as|have been|served as|joined as) (?:an? |"
        rf"the )?"
        rf"(?P<{TITLE}>(?!an? |the )[a-z][\w /&-]{{0,40}}?(?i:{TITLE_WORDS})) (?:at|with|for) "
        rf"(?P<{EMPLOYER}>[A-Z][^,;]{{1,48}}?){_CLAUSE_END}"
    ),
)
_AT = re.compile(
    rf"^\W{{0,3}}(?P<{TITLE}>[A-Z][\w&/.'’-]*(?: (?:of|and|&|[A-Z(][\w&/.'’)-]*)){{0,5}}) at "
    rf"(?P<{EMPLOYER}>(?:[A-Z0-9][\w&.'’-]*,? ?(?:of |and |& |the )?){{1,6}}?)\s*(?=[(|–—]|"
    rf"\s{{2,}}|,? (?:19|20)\d\d|$)"
)
_TELLS = re.compile(
    r"我|本人|毕业于|任职于|就职于|[担擔]任|\bI\b|[Mm]y name|"
    r"\d\s*[年月日,]?\s*[到至今]*(?:现在)?[在于於][^,。;]{2,30}?,?[做任当]"
)


def told(text: str) -> list[Tagged]:
    """List what the sentences of a line say, by kind and place; empty where nobody speaks."""
    head = _AT.match(text) if " at " in text and len(text) <= _MOST_HEAD_CHARACTERS else None
    if head:
        return [Tagged(kind, *_trimmed(text, *head.span(kind))) for kind in (TITLE, EMPLOYER)]
    if len(text) < 6 or not _TELLS.search(text):
        return []
    return list(_told(text))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    return start, start + len(text[start:end].rstrip(" ,"))


def _told(text: str) -> Iterator[Tagged]:
    for pattern in _SENTENCES:
        for match in pattern.finditer(text):
            for kind, value in match.groupdict().items():
                if value and not re.fullmatch(NOW, value):
                    yield Tagged(kind, match.start(kind), match.end(kind))
