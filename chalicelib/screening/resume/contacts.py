"""How to reach the person, and where they are."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from chalicelib.screening import taxonomy
from chalicelib.screening.facts import Contact, Fact
from chalicelib.screening.resume import sections
from chalicelib.screening.resume.entries import Marked
from chalicelib.screening.resume.lookup import Lookup
from chalicelib.screening.resume.names import OTHERS, read_name
from chalicelib.screening.resume.patterns import (
    EMAIL,
    FEWEST_DIGITS,
    FOREIGN,
    MOBILE,
    MOST_DIGITS,
    NATIONAL,
    NOT_A_PHONE,
    PHONE_LABEL,
)
from chalicelib.screening.resume.sections import Passage

_LIVES = re.compile(
    r"(?:现居(?:住?地|住?城市|住)?|(?:现在?|目前)?(?:人)?(?:住|在)(?=[\u4e00-\u9fff])|住\s*[::]|"
    r"坐标|base(?:d)?(?: in| at)?|居住(?:地|城市)|所在(?:地|城市)|现所在地|城市|(?:联系)?地址|"
    r"住址|现住|"
    r"\blocation|based in|\bcity|\baddress|\bresiden\w+)\s*[::]?\s*(.{0,30})",
    re.IGNORECASE,
)
_WANTS = re.compile(
    r"(?:希望(?:工作)?(?:城市|地点|地区)|(?:期望|意向|目标)(?!薪|月薪|年薪|职|岗|行|待遇|工资)(?:工作)?(?:城市|地点|地区|地)?|"
    r"(?:期望)?工作(?:地点|城市|地区)|"
    r"求职地点|"
    r"只?(?:考虑|想)(?:在|去|回|到)?|(?:希望|打算|愿意?)(?:在|去|回|到)|只能?(?:在|去)|"
    r"看(?=[\u4e00-\u9fff]{2,3}(?:市|[、/和或的]))|"
    r"preferred (?:work )?locations?|(?:willing|open|happy) to relocat\w+ to|desired locations?|"
    r"open to (?:roles|jobs|work) in|(?:roles|jobs|work|positions?|posts?|assigned|employed) in|"
    r"looking (?:for work )?in)"
    r"\s*[::]?\s*(?=(.{0,40}))",
    re.IGNORECASE,
)
#: A place that is named as the only one: Makati only, 只限成都.
_ONLY = re.compile(r"(.{2,30}?)\s+only\b|(?:只限|仅限)(.{2,12})", re.IGNORECASE)
#: Where somebody is now, said anywhere.
_LIVES_NOW = re.compile(
    r"(?:现居|现在(?:住|在)|人在|家住|坐标|目前(?:住|在)|\bbased in|\bbase\b|living in|"
    r"i live in)\s*[::]?(.{0,20})",
    re.IGNORECASE,
)
_NO_ADDRESS = re.compile(
    r"大学|学院|公司|集团|银行|医院|\b(?:university|college|school|ltd|inc|manager|engineer|"
    r"seeking|experience)\b",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"籍\s*贯|户\s*口|户籍|生源|出生地|hometown|native place|nationality", re.IGNORECASE
)
_NO_WISHES = frozenset(("project", "references", "awards", "activities"))
KEPT, _MOST_BETWEEN = 5, 8


@lru_cache(maxsize=64)
def _places(sought: tuple[str, ...] = ()) -> tuple[Lookup, dict[str, str]]:
    forms = dict(taxonomy.cities().forms)
    for place in sought:
        forms.setdefault(place.lower(), place)
    return Lookup(forms), forms


def read_contact(found: tuple[Marked, ...]) -> Contact:
    """Find the name, telephone numbers and e-mail addresses.

    Parameters
    ----------
    found : the résumé's passages, tagged.

    Returns
    -------
    Contact; a part that is not stated stays empty, it is never guessed. Numbers of referees are
    not the person's own.
    """
    own = [
        m.passage
        for m in found
        if m.passage.section != "references" and not OTHERS.search(m.passage.text)
    ]
    head = [p for p in own if p.section in sections.HEAD]
    phones = _unique(_phones(head)) or _unique(_phones(own))
    return Contact(read_name(found), phones, _unique(_emails(head)) or _unique(_emails(own)))


def read_cities(
    found: Iterable[Passage], sought: tuple[str, ...] = ()
) -> tuple[Fact | None, tuple[Fact, ...]]:
    """Find where the person lives and where they want to work.

    Parameters
    ----------
    found : the résumé's passages.
    sought : places that the requisition names, found even where the reviewed words lack them.

    Returns
    -------
    (home city or None, wished-for cities), by their Chinese names.
    """
    listed = list(found)
    wished = [f for p in listed for span in _wished(p) for f in _wishes(p, span, sought)]
    head = [
        p
        for p in sections.of(tuple(listed), *sections.HEAD)
        if not _WANTS.search(p.text) and not re.match(r"\W*(?:籍贯|户口|户籍)", p.text)
    ]
    labelled = [
        f for p in head for m in _LIVES.finditer(p.text) for f in _cities(p, m.span(1), sought)
    ]
    bare = [f for p in head for f in _bare_cities(p, sought)]
    said = [
        f
        for p in listed
        for m in _LIVES_NOW.finditer(p.text)
        for f in _cities(p, m.span(1), sought)
    ]
    address = [f for p in head for f in _in_address(p, sought)]
    home = next(iter([*labelled, *bare, *said, *address]), None)
    return home, _unique(iter(wished))


def _in_address(passage: Passage, sought: tuple[str, ...]) -> Iterator[Fact]:
    """A city inside an address: 内蒙古包头市昆都仑区, 14 Carlton Road, Nottingham NG3."""
    text = passage.text
    if EMAIL.search(text) or _FROM.search(text) or _NO_ADDRESS.search(text):
        return
    for fact in _cities(passage, (0, len(text)), sought):
        after = text[fact.source.end - passage.offset :]
        chinese = "\u3400" <= fact.source.text[0] <= "\u9fff"
        if re.match(
            r"市|区|省|[\u4e00-\u9fff]{2,3}(?:区|县|市|镇)|\W|$" if chinese else r"\W|$", after
        ):
            yield fact


def _wished(passage: Passage) -> Iterator[tuple[int, int]]:
    """Where wishes stand: behind their label up to a stop, and what is named the only one."""
    if passage.section in _NO_WISHES:
        return
    for match in _WANTS.finditer(passage.text):
        start, end = match.span(1)
        stop = re.search(r"[。;|]|\s{2,}|\.\s", passage.text[start:end])
        yield start, start + stop.start() if stop else end
    # Under the heading of wishes a bare list of places is one, unless it says where they live.
    if passage.section == "objective" and not _LIVES.search(passage.text):
        yield 0, len(passage.text)
    for match in _ONLY.finditer(passage.text):
        yield match.span(1) if match[1] else match.span(2)


def _wishes(passage: Passage, span: tuple[int, int], sought: tuple[str, ...]) -> Iterator[Fact]:
    """The cities of one list: what stands between two of them is no more than a joint."""
    reached = passage.offset + span[0]
    for fact in _cities(passage, span, sought):
        between = passage.line.text[reached : fact.source.start]
        if len(re.sub(r"[\s、,/和或与及·()市:-]|\bor\b|\band\b|&", "", between)) > _MOST_BETWEEN:
            return
        reached = fact.source.end
        yield fact


def _cities(passage: Passage, span: tuple[int, int], sought: tuple[str, ...] = ()) -> list[Fact]:
    lookup, names = _places(sought)
    found = lookup.find(passage.text[slice(*span)].lower())
    return [
        Fact(names[word], passage.quote(span[0] + start, span[0] + end))
        for word, start, end in found
    ]


def _bare_cities(passage: Passage, sought: tuple[str, ...] = ()) -> Iterator[Fact]:
    """A city that is a part of a header line by itself: 上海 | 138…, or Paris, France."""
    if _FROM.search(passage.text):
        return
    _, names = _places(sought)
    for match in re.finditer(r"[^|/;、,•·\t]+?(?=\s{2,}|[|/;、,•·\t]|$)", passage.text):
        plain = match.group().strip().lower()
        plain = re.sub(r"(?<=[\u4e00-\u9fff]{2})市.*$", "", plain)
        if plain in names:
            yield Fact(names[plain], passage.quote(*match.span()))
    if re.search(r"[\u4e00-\u9fff]", passage.text):
        for match in re.finditer(r"(?<![^\s|/,·:])[\u4e00-\u9fff]{2,8}(?![^\s|/,·])", passage.text):
            city = next((match.group()[:n] for n in (4, 3, 2) if match.group()[:n] in names), "")
            rest = match.group()[len(city) :]
            if rest.rstrip("市区县") in names:
                city, rest = rest.rstrip("市区县"), ""
            if city and (len(rest) <= 4) and not re.search(r"[人公大学院店厂]", rest):
                at = match.start() + match.group().index(city)
                yield Fact(names[city], passage.quote(at, at + len(city)))


def _emails(found: Iterable[Passage]) -> Iterator[Fact]:
    for passage in found:
        for match in EMAIL.finditer(passage.text):
            yield Fact(match.group().lower(), passage.quote(*match.span()))


def _phones(found: Iterable[Passage]) -> Iterator[Fact]:
    for passage in found:
        taken: list[tuple[int, int]] = []
        for start, end in _phone_places(passage):
            if not any(start < t[1] and t[0] < end for t in taken) and not NOT_A_PHONE.search(
                passage.text[:start]
            ):
                taken.append((start, end))
                source = passage.quote(start, end)
                yield Fact(re.sub(r"[^\d+]", "", source.text), source)


def _phone_places(passage: Passage) -> Iterator[tuple[int, int]]:
    text = passage.text
    yield from (match.span(1) for match in FOREIGN.finditer(text))
    yield from (match.span(1) for match in MOBILE.finditer(text))
    for label in PHONE_LABEL.finditer(text):
        yield from _numbers(text, label.end(), label.end() + 60)
    if passage.section in sections.HEAD:
        alone = bool(EMAIL.search(text)) or not re.search(r"[^\W\d_]{3}", text)
        bare = EMAIL.sub(lambda m: "@" * len(m.group()), text)
        yield from (
            place
            for place in _numbers(bare, 0, len(text))
            if alone or bare[place[0] : place[1]].startswith(("0", "("))
        )


def _numbers(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in NATIONAL.finditer(text, start):
        if match.start() >= end:
            return
        digits = re.sub(r"\D", "", match.group())
        is_years = re.fullmatch(r"(?:19|20)\d\d\D+(?:19|20)\d\d", match.group().strip())
        if FEWEST_DIGITS <= len(digits) <= MOST_DIGITS and not is_years:
            yield match.span(1)


def _unique(facts: Iterator[Fact]) -> tuple[Fact, ...]:
    first: dict[str, Fact] = {}
    for fact in facts:
        first.setdefault(fact.value, fact)
    return tuple(first.values())[:KEPT]
