"""When somebody can start: at once, after a notice, on a day."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from chalicelib.screening.facts import Availability
from chalicelib.screening.resume.calendar_days import day_in
from chalicelib.screening.resume.sections import POSTS, Passage

_START = re.compile(
    r"到岗(?!周期|率)|上岗(?!证|培训)|上班|入职|报到|到职|到任|录取后|录用后|开工|"
    r"通知期|提前.{0,8}(?:通知|告知|打招呼|打声招呼|说)|告知现|(?:离职|辞职).{0,3}提前|提前.{0,6}(?:离职|辞职)|离开(?:现|目前|当前|原)|交接|"
    r"离职(?:手续|周期|流程|期)|随叫随到|最后工作日|"
    r"(?:能|可|可以|就|随时|马上|立刻|立即)(?:过?来|走|到(?!\w*岗)|过?去)(?:了|的)?(?=$|"
    r"[,。;!)\s])|"
    r"开始工作|(?:^|[,\s/|-])随时(?=$|[,。;/|\s])|现在就(?:可以?|能)(?:做|干|开始)|"
    r"(?:can|could|able to|ready to) resume|ready (?:for|to) work|"
    r"availab|\bnotice\b|start(?:ing)?(?: date| work|\s*:| (?:on|from|in|within|"
    r"after|as|right|straight|next|immediately|tomorrow|any ?time)\b)|(?:can|could|able to|"
    r"ready to|free to) "
    r"(?:start|join|begin|commence)|can you (?:start|join)|\bjoin(?:ing)?\b|immediate start|"
    r"\bfree from\b|"
    r"report (?:to|for) (?:work|duty)|\bto (?:finish|wrap) (?:up )?here\b|last (?:working )?day|"
    r"\bcommence\b",
    re.IGNORECASE,
)
_NAMES_START = re.compile(r"到岗|上岗|入职|报到|到职|start|available", re.IGNORECASE)
#: In the lines of a post only these speak of the person's own start.
_OWN_START = re.compile(
    r"到岗(?!周期|率)|离开(?:现|目前|当前|原)|(?:可|能|随时|立即|马上)(?:以)?(?:上班|入职|报到)|(?:内|后|年)来?(?:上班|"
    r"报到)|交接|离职(?:手续|周期|流程|期)|随叫随到|"
    r"(?:能|可以?|就)(?:过?来|走|过?去)(?:了)?(?=$|[,。;!)\s])|随时(?=$|[,。;/|\s])|提前|就能上班|"
    r"现在就|"
    r"notice|\bavailab\w+ (?:from|immediately|now|to start|in)|\bI (?:can|could|will|am)\b|"
    r"can start|start date|report to work",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"新员工|新人|员工|人员到岗|学员|候选人|到岗率|new (?:hires?|joiners?|staff)|onboard"
)
#: What happens at once or lasts some time, but is no start.
_BESIDE = re.compile(
    r"随时(?:可以?|能)?(?:接受|参加|安排)?(?:面试|联系|沟通|出差|待命|电话|加班|来电)|"
    r"(?:无法|不能|不可|非)(?:随时|立即|马上)|not (?:immediately )?available(?: immediately)?|"
    r"(?:call|ring|contact|reach|phone|text|email) (?:me |us )?(?:at )?any ?time|"
    r"for (?:an )?(?:immediate )?(?:phone |video )?interviews? ?(?:at )?(?:any ?time|immediately)?|"
    r"(?:immediately|now|any ?time) for (?:an )?interview|available (?:24|on weekends)\S*|"
    r"每周.{0,8}?[\d一二三四五六两][-~至]?\d?\s*天|试用期.{0,4}?[\d一二三六]个?月|"
    r"(?:实习|持续|连续|工作|上班|任职|做了|干了|在职|入职)(?:了|满|已|约|近|不到|超过)*"
    r"[\d一二两三四五六半]+个?(?:月|周|天)(?!内|后)(?:以上)?|"
    r"\d+\s*(?:months?|weeks?)(?:'|s|')* (?:of )?experience|"
    r"(?:面试|答复|回复).{0,4}[\d一二两三]天",
    re.IGNORECASE,
)
_AT_ONCE = re.compile(
    r"随时|随叫随到|(?:现在|今天|今日)(?:就|即可|可以?|能)|即[时可日刻]|即(?:上|到|入)|立即|立刻|"
    r"马上|当天|"
    r"\bimmediate(?:ly)?\b|\bat once\b|"
    r"\b(?:right|straight) ?away\b|\bavailable now\b|\basap\b|as soon as (?:you|possible|needed)|"
    r"\bany ?time\b|notice(?: period)?\s*[:\-–—]?\s*(?:nil|none|zero|no|0|not applicable|n/?a)\b|"
    r"(?:面试|谈好|谈妥|定下来)\S{0,3}?就(?:能|可以?)?(?:上班|上岗|到岗|来|入职)|"
    r"\b(?:no|without|zero) notice\b|(?:通知|招呼|叫|打电话)\S{0,6}?就(?:能|可以?)?(?:来|到|去|上)",
    re.IGNORECASE,
)
_NUMBER = r"\d{1,3}|[一二两三四五六七八十半]|下|\b(?:one|two|three|four|five|six|eight|a|next)"
_WAIT = re.compile(
    rf"(?P<first>(?<![\d.])(?:\d{{1,3}}|[一二两三四五六七八]))?\s*(?:[-–—~至到]|\bto\b|\bor\b)?\s*"
    rf"(?P<n>(?<![\d.])(?:{_NUMBER}))\s*\+?\s*(?:calendar |full |working |clear |-)?"
    r"(?P<unit>天|日内|个?工作日|周|个?星期|礼拜|个?半月|个月(?!薪)|月(?=之?内|以内|后|左右|时间)|"
    r"(?<=下)月(?![初中底末]|[上中下]旬)|"
    r"days?|wks?|weeks?|months?|mths?|fortnight)(?P<half>半)?",
    re.IGNORECASE,
)
_FORTNIGHT = re.compile(r"\bfortnight\b", re.IGNORECASE)
_WITHIN_MONTH = re.compile(
    r"(?<![\d一二两三四五六个])(?:本|当|一)?月内|within (?:the|this|a) month", re.I
)
_NEAR_DAY = re.compile(
    r"(?P<tomorrow>第二天|次日|隔天|明天|明日|tomorrow)|(?P<week>下周|下星期|下礼拜|本周|这周|"
    r"next week|this week|"
    r"(?:周|星期|礼拜)[一二三四五六日天]|(?:on |next |this )?\b(?:mon|tues|wednes|thurs|fri|satur|"
    r"sun)day)",
    re.IGNORECASE,
)
_COUNTS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8,
           "十": 10, "半": 0.5, "下": 1, "one": 1, "a": 1, "next": 1, "two": 2, "three": 3,
           "four": 4, "five": 5, "six": 6, "eight": 8}  # fmt: skip
_UNIT_DAYS = {"天": 1, "日": 1, "工": 1, "d": 1, "周": 7, "星": 7, "礼": 7, "w": 7, "月": 30,
              "半": 45, "m": 30, "f": 14}  # fmt: skip
_FROM_DAY = re.compile(r"\b(?:19|20)\d\d\b|月|旬|\b[a-z]{3,9}\b|年后|春节|\d", re.IGNORECASE)
_LABEL_ALONE = re.compile(
    r"^\W*(?:(?:最[快早])?(?:可|预计)?(?:到岗|入职|上岗|报到|上班|到职)(?:时间|日期|日)?|"
    r"何时(?:能|可)?到岗|"
    r"notice(?: period)?|availability|start(?:ing)? date|available from)\W*$",
    re.IGNORECASE,
)
_WEEK, _FEWEST_PROSE = 7, 40


def find_availability(found: Iterable[Passage], today: date) -> Availability | None:
    """Find when the person can start, in days from today; None where nothing is said."""
    return next(_stated(tuple(found), today), None)


def _stated(found: tuple[Passage, ...], today: date) -> Iterator[Availability]:
    for number, passage in enumerate(found):
        if _LABEL_ALONE.match(passage.text) and number + 1 < len(found):
            below = found[number + 1]
            days = _days(below.text, today) if len(below.text) < 40 else None
            if days is not None:
                yield Availability(days, below.whole())
        for start, end in _clauses(passage):
            days = _days(passage.text[start:end], today)
            if days is None and start == 0 and number:
                # A sentence that began on the line above: I am on one | month's notice.
                days = _days(_tail(found[number - 1].text) + passage.text[start:end], today)
            if days is not None:
                yield Availability(days, passage.quote(start, end))


def _tail(text: str) -> str:
    """The last words of a line of prose that ends within a sentence; empty for other lines."""
    if len(text) < _FEWEST_PROSE or re.search(r"[.。;!:]\s*$", text):
        return ""
    return re.split(r"[.,。;!]\s", text)[-1][-_FEWEST_PROSE:] + " "


def _clauses(passage: Passage) -> Iterator[tuple[int, int]]:
    """Sentences that speak of a start; what names the start itself comes before its sentence."""
    for sentence in re.finditer(r"(?:[^。;!.]|\.(?!\s))+", passage.text):
        if _speaks(sentence.group(), passage.section):
            for part in re.finditer(r"[^,]+", sentence.group()):
                if _NAMES_START.search(part.group()):
                    yield sentence.start() + part.start(), sentence.start() + part.end()
            yield sentence.span()


def _speaks(text: str, section: str) -> bool:
    if not _START.search(text) or _OF_OTHERS.search(text):
        return False
    return section not in (*POSTS, "project") or bool(_OWN_START.search(text))


def _days(text: str, today: date) -> int | None:
    """Days until a start; at once comes before a day, a day before a wait."""
    plain = _BESIDE.sub(lambda m: "·" * len(m.group()), text)
    soon = _NEAR_DAY.search(plain)
    if soon and soon["tomorrow"]:
        return 1
    if _AT_ONCE.search(plain):
        return 0
    if _FORTNIGHT.search(plain):
        return _UNIT_DAYS["f"]
    waits = [m for m in _WAIT.finditer(plain) if m["unit"]]
    day = day_in(_WAIT.sub(" ", plain), today) if _FROM_DAY.search(plain) else None
    if day:
        return max(0, (day - today).days)
    near = _START.search(plain)
    if waits:
        at = near.span() if near else (0, 0)
        wait = min(waits, key=lambda m: min(abs(m.start() - at[1]), abs(at[0] - m.end())))
        return _length(wait)
    if soon:
        return _WEEK
    return _UNIT_DAYS["月"] if _WITHIN_MONTH.search(plain) else None


def _length(wait: re.Match[str]) -> int:
    written = wait["n"].lower()
    count = float(written) if written.isdigit() else _COUNTS[written]
    unit = wait["unit"].lower()
    own = unit.lstrip("个")
    if own.startswith("半"):
        return round((count + 0.5) * _UNIT_DAYS["月"])
    return round((count + (0.5 if wait["half"] else 0)) * _UNIT_DAYS[own[0]])
