"""Whether a certificate that a line names is held: passed and in force, and the person's own."""

import re

#: Said before a name or a list of names: what follows is not held.
_BEFORE = re.compile(
    r"备考|(?:准备|正在|在|打算|计划|想|报名|拟|待)(?:考|学|报)|报考|没有|没考|未(?:取得|获得|考|"
    r"持|办|有)|不具备|无(?!犯罪|事故)|"
    r"\b(?:study|work|prepar|train|read)ing (?:for|towards?|on)\b|\bpreparing\b|\bbooked\b|"
    r"enrolled|\bneed\b|"
    r"\b(?:doing|taking|completing|awaiting|pursuing|retaking|lack|without|failed)\b|\bno\b|"
    r"not (?:yet )?(?:passed|obtained|certified|hold|have)|plan(?:ning)? to|about to|\bexpired\b|"
    r"\blapsed\b",
    re.IGNORECASE,
)
#: Said behind a name, up to the next one: it is not held, not yet or no longer.
_BEHIND = re.compile(
    r"备考|(?:准备|正在|在|打算|计划|明年|待)(?:去)?(?:考|学(?!校|院|期间|生)|培训|办)|(?:考试|学习|培训|报名|办理|"
    r"准备|筹备|进行|申请)中|(?:还)?(?:没|未|不)(?:有)?"
    r"(?:通过|过|取得|获得|考|下来|拿到|复审|年审|办)|差.{0,3}[门科]|(?:已)?(?:过|"
    r"通过)了?\s*[\d一二两三四五六]\s*[门科]|"
    r"过期|失效|吊销|注销|作废|(?<!有效)到期(?:没|未|了|$|[,)])|部分通过|"
    r"(?<![\d/])\d{1,2}\s*/\s*\d{1,2}(?![\d/])|\d+ of \d+|"
    r"not (?:yet|passed|obtained|a member)|in progress|pending|ongoing|on-going|expired|lapsed|"
    r"\bfailed\b|planned|"
    r"没有(?=$|[,。;)])|in view|applied for|expected|(?<!renewal )\bdue\b|"
    r"to be (?:taken|completed)|yet to|\bbooked\b|"
    r"scheduled|candidate|studying|"
    r"student member|part[- ]qualified|in training|underway|under way|\byet\b|\bnext (?:month|"
    r"year)|"
    r"training (?:now|ongoing)|not held|attempt",
    re.IGNORECASE,
)
#: Stages of an examination that are not the thing itself.
_STAGE = re.compile(
    r"cfa\s*(?:level\s*)?(?:iii?|ii?|[123]|[一二三])\s*级?\b|cpa section|ca inter", re.I
)
_SCORED = re.compile(
    r"cet-?\s*[46]\D{0,8}?([234]\d\d)(?!\d)|[四六]级\D{0,4}?([234]\d\d)(?!\d)", re.I
)
_LEAST_SCORE = 425
_HELD = re.compile(
    r"持|有(?!关)|取得|获得?|考取|考了|考到|拿[到了过]|通过|已过|考过|证书?\s*[::]|\b(?:hold|held|"
    r"have|passed|certified|"
    r"obtained|earned|got|licen[sc]ed|qualified|achieved|completed|member|chartered|fellow)\b",
    re.IGNORECASE,
)
#: Certificates of others: those that pupils sit, that are taught, checked or sold.
_OF_OTHERS = re.compile(
    r"学生|学员|客户|员工|培训(?!合格|证)|辅导|课程|授课|审核|办理|协助|指导|招生|\b(?:students?|"
    r"pupils|clients?|"
    r"teach\w*|taught|train(?:ed|ing) \w+ (?:for|in)|tutor\w*|courses? for|helped)\b",
    re.IGNORECASE,
)
#: A course of study or a lesson that bears the name.
_ABOUT = re.compile(
    r"\s*(?:方向|专业|实验班|班(?!长)|教材|题库|课程|培训班|考试(?!通过|合格|已过|成绩))"
)
_NEXT = re.compile(r"[,、;。|!]|\.(?=\s|$)|\s/\s|\s{3,}|\b(?:and|but)\b")
_OPENS = re.compile(r"[,;。|!]|\.(?=\s)|\bbut\b")
_MOST_BESIDE, _MOST_BEFORE, _MOST_BEHIND = 16, 80, 80


def is_held(text: str, start: int, end: int) -> bool:
    """Whether the certificate at start to end of a line is said to be held, or simply named."""
    part = _part(text, start, end)
    own = text[start : part[1]]
    if (
        _ABOUT.match(text, end)
        or _STAGE.search(own)
        or _is_below_pass(own)
        or _BEHIND.search(text, start + 1, part[1])
    ):
        return False
    before = text[part[0] : start]
    denials = [*_BEFORE.finditer(before)]
    # What is held may follow what is not: 没考PMP但取得ACP.
    return not denials or bool(_HELD.search(before, denials[-1].end()))


def is_denial(name: str) -> bool:
    """Whether an item of a list begins by saying that it is not held: Studying for CFA."""
    return bool(_BEFORE.match(name))


def is_claimed(text: str, start: int, end: int) -> bool:
    """Whether a line of a post claims the certificate for the person, not for pupils or clients."""
    first, last = _part(text, start, end)
    clause = text[first:last]
    if _OF_OTHERS.search(clause):
        return False
    return bool(_HELD.search(clause)) or len(clause) - (end - start) <= _MOST_BESIDE


def _is_below_pass(text: str) -> bool:
    scored = _SCORED.search(text)
    return scored is not None and int(scored[1] or scored[2]) < _LEAST_SCORE


def _part(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause up to the name, and the item that the name opens; brackets belong to it."""
    # A window keeps a line of a thousand names as quick as one of ten.
    low, high = max(0, start - _MOST_BEFORE), min(len(text), end + _MOST_BEHIND)
    masked = re.sub(r"\([^()]*\)?", lambda m: "x" * len(m.group()), text[low:high])
    first = max((m.end() for m in _OPENS.finditer(masked[: start - low])), default=0)
    behind = _NEXT.search(masked, end - low)
    return low + first, low + behind.start() if behind else high
