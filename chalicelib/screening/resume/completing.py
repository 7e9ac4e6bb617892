"""A head that names one of employer and title: what else stands beside it is the other."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from chalicelib.screening import taxonomy
from chalicelib.screening.facts import Fact
from chalicelib.screening.resume.cells import REGIONS, cells_of
from chalicelib.screening.resume.entries import DATES, Entry, Item, Marked
from chalicelib.screening.resume.lexicon_people import EMPLOYER_WORDS, TITLE_WORDS
from chalicelib.screening.resume.prose import is_head
from chalicelib.screening.resume.rows import tokens
from chalicelib.screening.resume.sections import BULLET
from chalicelib.screening.resume.tagger import DEPARTMENT, EMPLOYER, TITLE, Tagged

TITLE_END = re.compile(TITLE_WORDS + r"(?:\(.{1,12}\))?$", re.IGNORECASE)
EMPLOYER_WORD = re.compile(EMPLOYER_WORDS, re.IGNORECASE)
_MOST_VALUE_CHARACTERS = 44
_LEGAL_FORM = re.compile(
    r"(?:厂|店|院|校|馆|社|行|中心|酒店|超市|门店|集团)(?=$|[\s|,/、(·:])|"
    r"[\u4e00-\u9fff]{0,6}?(?:工作室|有限公司|有限责任公司|公司|集团|事务所|研究院|分店|"
    r"旗舰店)(?=$|[\s|,/、(·:])"
    r"|\([\u4e00-\u9fff]{2,3}\)(?:股份)?(?:有限)?(?:责任)?公司"
    r"|\((?:昆山|苏州|上海|北京|深圳|广州|天津|武汉|成都)\)"
    r"|\s?\((?:有限合伙|普通合伙|特殊普通合伙|中国|集团|香港|"
    r"个体)\)(?:股份)?(?:有限)?(?:责任)?(?:公司)?(?=$|[\s|,/、(·])"
    r"|(?:\s?\([A-Z][A-Za-z]+\))?[\s,]+(?:(?:Pte|Pty|Pvt)\.? )?(?:Co\.?,? ?)?(?:Ltd|Limited|Inc|"
    r"LLC|LLP|PLC|plc|GmbH|"
    r"B\.?V|S\.?A|AG|Corp|Corporation)\b\.?"
)
_LEAD = re.compile(r"(?:at|with|for|于|在)\s+|(?:就职|任职|供职|服务|受雇|工作)于\s*")
_REACH = re.compile(rf",? (?:{REGIONS})\b")
_ENDS_LEGALLY = re.compile(r"\b(?:Ltd|Limited|Inc|LLC|LLP|PLC|plc|GmbH|Corp)\.?$")
_PLACE = re.compile(
    r"[A-Z][\w.' -]+, ?[A-Z]{2}|(?:[A-Z][\w.' -]+, ?)?(?:CA|NY|TX|FL|IL|PA|OH|GA|NC|MI|NJ|VA|WA|AZ|"
    r"MA|TN|IN|MO|MD|WI|CO|MN|SC|AL|LA|KY|OR|OK|CT|UT|IA|NV|KS|NM|NE|ID|NH|DC|ON|BC|AB|QC|NSW|VIC|"
    r"QLD|UK|USA|EMEA|APAC|LATAM|Americas|Remote|Hybrid|On-?site|"
    r"England|Scotland|Wales|Ireland|Canada|Australia|India|Germany|France|China|P\.?R\.? China)"
)
_LABELLED = re.compile(r"^\W*[^\W\d][\w ]{0,14}\s*[::]")
#: What else stands in heads: departments, sizes, trades, places, kinds of work, remarks.
_BESIDE = re.compile(
    r"部$|部门|(?<![销咨询服])组$|处$|分厂$|车间$|班组$|事业部|团队|中心$|实验室$|项目组|"
    r"\d+\s*人|\d+\s*个月|\d+年$|规模|行业|汇报|下属|薪|元|全职|兼职$|实习$|合同|外包$|离职|地点|"
    r"^(?:任职|担任|"
    r"所在|所属)?(?:职务|职位|岗位|公司|单位|企业|部门)|职责|时间|内容|岗位技能|二级|"
    r"\b(?:department|dept|team|division|full[- ]time|part[- ]time|contract|remote|internship|"
    r"employees|months?|years?|yrs?|mos?)\b|^\W*$|[::]$",
    re.IGNORECASE,
)


def whole_employer(marked: Marked, tag: Tagged) -> Tagged:
    """A tagged employer with the legal form that follows it, without the city behind a comma."""
    text = marked.passage.text
    match = _LEGAL_FORM.match(text, tag.end)
    end = match.end() if match else tag.end
    lead = re.match(
        r"(?:(?:at|with|for|于|在)\s+|(?:就职|任职|供职|服务|受雇|工作)于\s*)",
        text[tag.start : end],
    )
    start = tag.start + (lead.end() if lead else 0)
    end = start + _without_places(text[start:end])
    return replace(tag, start=start, end=end)


def whole_title(marked: Marked, tag: Tagged) -> Tagged:
    """A tagged title with how far it reaches: Account Director, EMEA."""
    reach = _REACH.match(marked.passage.text, tag.end)
    return replace(tag, end=reach.end()) if reach else tag


def _without_places(name: str) -> int:
    """Where an employer's name ends before the places that follow it: Nando's · Leeds, UK."""
    cells = cells_of(name, ())
    end = len(name)
    while len(cells) > 1:
        last, legal = name[cells[-1].start : cells[-1].end], cells[-2].end
        follows = _ENDS_LEGALLY.search(name[:legal]) and re.fullmatch(r"[A-Z][a-z]+", last)
        # 立讯电子(昆山) is called so; Nando's (Leeds) is in Leeds.
        named = cells[-1].number % 1 and not last.isascii()
        if named or not (is_place(last) or follows):
            break
        end = legal
        cells.pop()
    return end


def complete(found: tuple[Marked, ...], entries: list[Entry], left: list[Item]) -> None:
    """Give entries with only one of employer and title the other, where their lines hold one.

    Parameters
    ----------
    found : the section's passages, tagged.
    entries : dated entries; those that can be are completed in place.
    left : tagged parts that belong to no entry; the ones that are used are taken out.
    """
    owned = {item.row for entry in entries for item in entry.items.values()}
    usual = {kind: _usual_offset(entries, kind) for kind in (EMPLOYER, TITLE)}
    for entry in entries:
        missing = {EMPLOYER, TITLE} - entry.items.keys()
        if len(missing) == 2:
            _two_cells(found, entry, employer_first=_usual_order(entries) >= 0)
        if len(missing) == 1:
            kind = missing.pop()
            rows = _rows(found, entry, owned)
            near = [i for i in left if i.row in rows]
            other = next((i for i in near if _fits(i, kind)), None)
            if other is None and kind == TITLE:
                kind, other = _employer_beside(entry, near)
            if other is not None:
                left.remove(other)
            item = other or next(_cells(found, entry, (rows, usual[kind]), kind), None)
            if item is not None:
                entry.items[kind] = Item(kind, item.row, item.start, item.source, fact=item.fact)


def _employer_beside(entry: Entry, near: list[Item]) -> tuple[str, Item | None]:
    """Where a second employer looks the part and the first does not, the first was the title."""
    now = entry.items[EMPLOYER]
    if now.fact is None or EMPLOYER_WORD.search(now.fact.value):
        return TITLE, None
    for item in near:
        if item.kind == EMPLOYER and item.fact and EMPLOYER_WORD.search(item.fact.value):
            entry.items[TITLE] = replace(now, kind=TITLE)
            return EMPLOYER, item
    return TITLE, None


def _two_cells(found: tuple[Marked, ...], entry: Entry, *, employer_first: bool) -> None:
    """Where two values stand beside the dates, neither tagged, the usual order says which."""
    row = [entry.items[DATES].row]
    cells = [c for c in _cells(found, entry, (row, None), "") if c.fact]
    if len(cells) == 2:
        first, second = cells if employer_first else reversed(cells)
        entry.items[EMPLOYER] = replace(first, kind=EMPLOYER)
        entry.items[TITLE] = replace(second, kind=TITLE)


def _usual_order(entries: list[Entry]) -> int:
    full = [e for e in entries if {EMPLOYER, TITLE} <= e.items.keys()]
    sure = [_employer_first(e) for e in full if _evidence(e) > 0]
    return sum(sure) * 2 - len(sure)


def set_right(entries: list[Entry]) -> None:
    """Exchange employer and title where their words, or the order of the other heads, say so."""
    usual = _usual_order(entries)
    for entry in (e for e in entries if {EMPLOYER, TITLE} <= e.items.keys()):
        evidence = _evidence(entry)
        against = usual and _employer_first(entry) != (usual > 0)
        if evidence < 0 or (evidence == 0 and against):
            employer, title = entry.items[EMPLOYER], entry.items[TITLE]
            entry.items[EMPLOYER] = replace(title, kind=EMPLOYER)
            entry.items[TITLE] = replace(employer, kind=TITLE)


def _employer_first(entry: Entry) -> bool:
    employer, title = entry.items[EMPLOYER], entry.items[TITLE]
    return (employer.row, employer.start) < (title.row, title.start)


def _evidence(entry: Entry) -> int:
    """How far the words say that this is the employer and that the title; below 0: the reverse."""
    employer, title = entry.fact(EMPLOYER), entry.fact(TITLE)
    if employer is None or title is None:
        return 0
    return (
        bool(EMPLOYER_WORD.search(employer.value))
        + bool(TITLE_END.search(title.value))
        - bool(EMPLOYER_WORD.search(title.value))
        - bool(TITLE_END.search(employer.value))
    )


def _rows(found: tuple[Marked, ...], entry: Entry, owned: set[int]) -> list[int]:
    """The date's own line, the other lines of the head, then a line next to it that is no prose."""
    date_row = entry.items[DATES].row
    inside = [r for r in range(entry.first, entry.last + 1) if r != date_row]
    around = [r for r in (entry.last + 1, entry.first - 1) if 0 <= r < len(found)]
    near = [r for r in around if r not in owned and is_head(found[r].passage.text)]
    return [date_row, *inside, *near]


def _fits(item: Item, kind: str) -> bool:
    if item.fact is None or item.kind not in (EMPLOYER, TITLE):
        return False
    says_title = TITLE_END.search(item.fact.value)
    return item.kind == kind or (kind == TITLE) == bool(says_title)


def _usual_offset(entries: list[Entry], kind: str) -> int | None:
    """How many lines below its dates this kind mostly stands in the section's other heads."""
    offsets = Counter(
        entry.items[kind].row - entry.items[DATES].row for entry in entries if kind in entry.items
    )
    return offsets.most_common(1)[0][0] if offsets else None


def _cells(
    found: tuple[Marked, ...], entry: Entry, where: tuple[list[int], int | None], kind: str
) -> Iterator[Item]:
    rows, usual = where
    far = {row for row in rows if not entry.first <= row <= entry.last}
    # Where no other head tells, the line below the dates or above them is as good as any.
    date_row = entry.items[DATES].row
    far -= {entry.last + 1, entry.first - 1} if usual is None else {date_row + usual}
    for row in rows:
        marked = found[row]
        offset = marked.passage.offset
        taken = [
            (item.source.start - offset, item.source.end - offset)
            for item in entry.items.values()
            if item.row == row
        ]
        taken += [(tag.start, tag.end) for tag in marked.of(DEPARTMENT)]
        text = marked.passage.text
        if row != entry.items[DATES].row and (BULLET.match(text) or _LABELLED.match(text)):
            continue
        for start, end in tokens(marked.passage.text, taken):
            source = marked.passage.quote(start, end)
            if row in far and not _looks(source.text, kind):
                continue
            if may_be(source.text, kind):
                yield Item(kind, row, start, source, fact=Fact(source.text, source))


def _looks(text: str, kind: str) -> bool:
    return bool((TITLE_END if kind == TITLE else EMPLOYER_WORD).search(text))


def is_place(text: str) -> bool:
    """Chicago, IL beside an employer is where, not for whom."""
    plain = text.strip()
    known = plain.lower().rstrip("市") in taxonomy.cities().forms
    return known or bool(_PLACE.fullmatch(plain))


def may_be(text: str, kind: str) -> bool:
    """Whether a text may be an employer or a title: no place, figure or remark, nothing long."""
    if not 2 <= len(text) <= _MOST_VALUE_CHARACTERS or _BESIDE.search(text):
        return False
    if is_place(text) or re.search(r"\d{3,}|[%。;!]", text):
        return False
    wrong = {TITLE: EMPLOYER_WORD, EMPLOYER: TITLE_END}.get(kind)
    return not (wrong and wrong.search(text)) and bool(re.search(r"[^\W\d_]{2}|\d[A-Z]\b", text))
