"""Where a line says that somebody wishes to work, and where it says that they live."""

import re
from collections.abc import Iterator

from chalicelib.screening.resume.sections import BULLET, POSTS, Passage

#: Labels whose value is a list of places and nothing else.
LABEL = re.compile(
    r"(?:期望|希望|意向|目标|求职|理想|首选)(?:的)?(?:工作|就业|求职)?(?:城市|地点|地区|区域|"
    r"所在地|地)(?:要求|选择)?|"
    r"工作(?:地点|城市|地区|区域)(?:要求|意向|期望|选择|倾向)?|"
    r"(?:preferred|desired|target)(?: work| job)? (?:locations?|cit(?:y|ies)|areas?)|"
    r"location preferences?|preferred(?=\s*:)",
    re.IGNORECASE,
)
_WANTS = re.compile(
    LABEL.pattern + r"|(?:期望|意向|目标)(?!薪|月薪|年薪|职|岗|行|待遇|工资)|意愿(?=\s*:)|"
    r"(?<![不没])(?:(?:只|主要|优先)?(?:考虑|接受|看|找|限|做)|希望|打算|准备|计划|倾向于?|首选|"
    r"想|愿意?|要)"
    r"(?:留?在|去|回|到|来|找|往)(?:老家|家乡)?|不(?:排斥|介意|拒绝)(?:去|到)?|(?:可以?|也?能|愿意?)接受(?:去|到)?(?=[\u4e00-\u9fff])|"
    r"(?<!不)(?:只|主要|优先)(?:考虑|看|找|想|限|要|接受)|(?<!不)只能?(?:在|去)|"
    r"(?<![不没许])(?:也)?(?:可以?|能)(?:去|到|赴|relocate到?)(?!岗|货|场)|"
    r"(?:接受|同意|可)(?:派驻|外派到?|常驻|驻)|"
    r"看(?=[\u4e00-\u9fff]{2,3}(?:市|[、/和或的]))|"
    r"(?:willing|open|happy|prepared|ready|keen|able|hoping|hope|planning|plan|want|wish|like|"
    r"prefer)(?: to)? (?:be )?(?:relocat\w+|move|moving|work|working|commut\w+|settle|assigned|"
    r"posted)"
    r"(?: back)?(?: to| in| within| around| near)?|"
    r"\b(?:relocating|moving|relocate)(?: back)? to|"
    r"(?<!not )\bopen (?:to|for)(?: (?:roles|jobs|work|positions|opportunities))?(?: in| around|"
    r" near)?|"
    r"(?:roles?|jobs?|work|positions?|posts?|vacanc(?:y|ies)|opportunit(?:y|ies)|assigned|employed|"
    r"placement)(?: only)? (?:in|around|near|within|at|anywhere (?:in|on))|"
    r"(?:looking|searching|seeking)\b[^.;,]{0,40}?\b(?:in|around|near|within)\b|"
    r"(?:would|will|could|can|'d)(?: also)? (?:consider|look at|go to|(?:move|relocate) to)|"
    r"\bprefer(?:ably|ring)?(?: (?:in|to be in|near))?|"
    r"commutable to|"
    r"(?:would|will|can|could|also) work (?:anywhere )?(?:in|on|around)",
    re.IGNORECASE,
)
#: A place named as the only one, or as one that would do: Makati only, 绍兴也行, 北京都可以.
_SUITS = re.compile(
    r"(?P<en>[A-Z][^.;:|]{1,38}?),?\s+(?:only\b|preferred\b|(?:is|are|also)(?: also)? (?:fine|ok|"
    r"okay|"
    r"possible|good|considered)|would (?:also )?(?:be|do|suit)\b|area (?:only|preferred)\b)|"
    r"(?:只限|仅限|限)(?P<limit>.{2,12})|"
    r"(?P<zh>[\u4e00-\u9fff、/和或 ]{2,24}?)(?:市区|附近|周边|一带|本地|地区|那边|这边)?(?:工作|"
    r"上班)?"
    r"(?:都行|都可以?|都能|均可|皆可|也行|也可以?|也能去|也考虑|都考虑|也看|优先|为主|以外不考虑)",
)
_HINTS = re.compile(
    r"行|可|能|考虑|也看|优先|为主|限|only|preferred|area|fine|ok|possible|good|would|considered"
)
_BY_AREA = re.compile(r"(?:^|[,;|]\s*)(?P<en>[A-Za-z][A-Za-z /&]{2,36}?) areas?\b")
_LIVES = re.compile(
    r"(?:现居(?:住?地|住?城市|住)?|(?:现在|目前|现)(?:人)?(?:住在?|居住?于?|在)(?=[\u4e00-\u9fff])|"
    r"(?:人|家)(?:就)?(?:住)?在|家住|常住(?:地)?|定居(?:于|在)?|租住在?|住在|"
    r"住(?=[\u4e00-\u9fff])|住\s*[::]|坐标|"
    r"base(?:d)?(?: in| at)?|居住(?:地|城市)|(?<!户口)(?<!户籍)(?<!生源)(?<!籍贯)所在(?:地|城市)|"
    r"现所在地|"
    r"(?<!望)(?<!向)(?<!标)(?<!作)(?<!选)城市|"
    r"(?<!户籍)(?<!户口)(?<!身份证)(?<!公司)(?<!单位)(?:通讯|联系|家庭|现)?地址|住址|现住|"
    r"\blocation|\bcity|\baddress|\bresiden\w+|\blives?(?= in\b|\s*:)|\bliving(?= in\b)|located in|"
    r"currently in|\bhome(?=\s*:))\s*(?:in\b)?\s*[::]?\s*(?=(.{0,30}))",
    re.IGNORECASE,
)
#: Where somebody is now, said anywhere.
_LIVES_NOW = re.compile(
    r"(?:现居|现在(?:住|在)|(?:人|家)(?:就)?(?:住)?在|家住|坐标|目前(?:住|在)|住在|常住|定居|"
    r"\bbased in|\bbase\b|"
    r"(?:i|am|now|currently|still) (?:am )?liv(?:e|ing) in|\blive in|currently in|my home is in|"
    r"i live in)\s*[::]?\s*(?=(.{0,20}))",
    re.IGNORECASE,
)
_IN = re.compile(r"\b(?:in|around|near)\b(?= [A-Z])")
_NOT_WORK = re.compile(r"培训|出差|学习|进修|travel", re.IGNORECASE)
_SPEAKS = re.compile(
    r"^\W*(?:意愿|意向|preferred|location)|只能|只考虑|以外不考虑|附近都?可以|我|本人|想|希望|"
    r"打算|期望|\b(?:I|my|looking|willing|prefer|seeking|open to|relocat\w+|will go)\b",
    re.IGNORECASE,
)
_DUTY = re.compile(
    r"负责|出差|项目|客户|门店|市场|开拓|业务|业绩|团队|公司|\d{4}|"
    r"\b(?:managed|led|team|sales|clients?|projects?|store)\b",
    re.IGNORECASE,
)
_NO_WISHES = frozenset(("project", "references", "awards", "activities"))
_MOST, _MOST_SPOKEN = 60, 40
Span = tuple[int, int]


def wished(passage: Passage) -> Iterator[Span]:
    """List where wishes stand: behind their label up to a stop, and what would do or is the only "
    "one."""
    text = passage.text
    if passage.section in _NO_WISHES:
        return
    if passage.section in (*POSTS, "certificates") and not _speaks(text):
        return
    for match in _WANTS.finditer(text):
        if not _NOT_WORK.search(match.group()):
            yield match.end(), _stop(text, match.end())
    # Under the heading of wishes a bare list of places is one, unless it says where they live.
    if passage.section == "objective" and not _LIVES.search(text):
        yield from (
            (m.start(), len(text)) for m in re.finditer(r"(?:^|(?<=[,.;。|]))[^,.;。|]", text)
        )
        yield from ((m.end(), _stop(text, m.end())) for m in _IN.finditer(text))
    for pattern in (_SUITS, _BY_AREA) if _HINTS.search(text) else ():
        for match in pattern.finditer(text):
            kind = next(name for name, value in match.groupdict().items() if value)
            yield match.span(kind)


def _speaks(text: str) -> bool:
    """Whether a line among posts speaks of what somebody wants, not of what a post was."""
    short = len(text) <= _MOST_SPOKEN and not BULLET.match(text) and not _DUTY.search(text)
    return bool(_SPEAKS.search(text) or LABEL.match(text)) or short


def labelled(passage: Passage) -> Iterator[Span]:
    """List where the values of labels of wished places stand."""
    for match in LABEL.finditer(passage.text):
        colon = re.match(r"\s*[::]\s*|\s{2,}", passage.text[match.end() :])
        if colon:
            start = match.end() + colon.end()
            yield start, _stop(passage.text, start)


def cues(passage: Passage) -> list[Span]:
    """List where a line speaks of wishes, cue and value, so that no home is read there."""
    return [(m.start(), _stop(passage.text, m.end())) for m in _WANTS.finditer(passage.text)]


def home(passage: Passage, *, anywhere: bool) -> Iterator[Span]:
    """List where a line says that somebody lives: behind its label, or said anywhere."""
    for match in (_LIVES_NOW if anywhere else _LIVES).finditer(passage.text):
        yield match.span(1)


def says_home(text: str) -> bool:
    """Whether a line has a label or a word of living somewhere."""
    return bool(_LIVES.search(text))


def _stop(text: str, start: int) -> int:
    stop = re.search(r"[。;|]|\s{2,}|(?<!e\.g)\.\s", text[start : start + _MOST])
    # Spaces right behind the label are part of it.
    if stop and stop.start() == 0 and not stop.group().strip():
        stop = re.search(r"[。;|]|\S\s{2,}|(?<!e\.g)\.\s", text[start : start + _MOST])
    return start + stop.start() if stop else min(len(text), start + _MOST)
