"""Where the person lives and where they wish to work."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from chalicelib.screening import taxonomy
from chalicelib.screening.facts import Fact
from chalicelib.screening.resume import sections, wishes
from chalicelib.screening.resume.lookup import Lookup
from chalicelib.screening.resume.patterns import EMAIL
from chalicelib.screening.resume.sections import Passage

_NO_ADDRESS = re.compile(
    r"大学|学院|公司|集团|银行|医院|\b(?:university|college|school|ltd|inc|manager|engineer|"
    r"seeking|experience)\b",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"籍\s*贯|户\s*口|户籍|生源|出生地|老家|hometown|native place|nationality", re.IGNORECASE
)
_ORIGIN = re.compile(
    r"(?:籍\s*贯|户口(?:所在地)?|户籍(?:所在地|地址?)?|生源(?:所在)?地?|出生地|老家|hometown|"
    r"native place|"
    r"\bfrom\b)\s*[::]?\s*(?:在|是)?[^\s,,|。;]{0,12}",
    re.IGNORECASE,
)
_NO_PLACE = re.compile(
    r"不限|全国|均可|面议|远程|其他|其它|服从|本地|可议|皆可|优先|remote|any|flexible|hybrid|open",
    re.I,
)
_TOKEN = re.compile(r"[^,、/;|&和或与及·\s]+(?: (?!or\b|and\b)[A-Z][^,、/;|&\s]*)*")
_NAME = re.compile(r"[\u4e00-\u9fff]{2,5}|[A-Z][A-Za-z.'’-]{2,}(?: [A-Z][A-Za-z.'’-]+){0,2}")
_JOINT = re.compile(
    r"[\s、,/和或与及·()市:区县周边附近-]|\b(?:or|and|also|maybe|such as|e\.g\.?|like|including|"
    r"in|the|near|city|either)\b|&|也|可以|还有"
)
KEPT, _MOST_BETWEEN, _MOST_BEFORE = 8, 8, 14


@lru_cache(maxsize=64)
def _places(sought: tuple[str, ...] = ()) -> tuple[Lookup, dict[str, tuple[str, ...]]]:
    """Each way of writing a place with the cities that it means; what is sought means itself."""
    names: dict[str, tuple[str, ...]] = {
        form: (name,) for form, name in taxonomy.cities().forms.items()
    }
    for form, name in taxonomy.districts().forms.items():
        names.setdefault(form, taxonomy.districts().entries[name].parents)
    for place in sought:
        if place.lower() not in taxonomy.cities().forms:
            names[taxonomy.plain(place)] = (place,)
    return Lookup(names), names


@lru_cache(maxsize=64)
def _wishable(sought: tuple[str, ...] = ()) -> tuple[Lookup, dict[str, tuple[str, ...]]]:
    """Places and, for wishes alone, regions and provinces."""
    names = dict(_places(sought)[1])
    for form, name in taxonomy.regions().forms.items():
        names.setdefault(form, taxonomy.regions().entries[name].parents)
    for province in {p for e in taxonomy.cities().entries.values() for p in e.parents}:
        names.setdefault(province.lower(), (province,))
    return Lookup(names), names


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
    listed = tuple(found)
    wished = [f for p in listed for span in wishes.wished(p) for f in _wishes(p, span, sought)]
    wished += [f for p in listed for span in wishes.labelled(p) for f in _unknown(p, span, sought)]
    head = tuple(_without_wishes(p) for p in sections.of(listed, *sections.HEAD))
    groups = (
        (
            f
            for p in head
            for span in wishes.home(p, anywhere=False)
            for f in _home(p, span, sought)
        ),
        (f for p in head for f in _bare_cities(p, sought)),
        (
            f
            for p in listed
            for span in wishes.home(p, anywhere=True)
            for f in _home(p, span, sought)
        ),
        (f for p in head for f in _in_address(p, sought)),
    )
    home = next((fact for group in groups for fact in group), None)
    return home, _unique(wished)


def _without_wishes(passage: Passage) -> Passage:
    """The line with its wishes and its origins blank, so that no home is read from them."""
    text = passage.text
    spans = [*wishes.cues(passage), *(m.span() for m in _ORIGIN.finditer(text))]
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return Passage(passage.section, passage.line, passage.offset, text)


def _home(passage: Passage, span: tuple[int, int], sought: tuple[str, ...]) -> list[Fact]:
    """The city of an address; of its parts the one that is sought: 苏州昆山."""
    start, end = span
    stop = re.search(r"[,。;|]", passage.text[start:end])
    own = _cities(passage, (start, start + stop.start() if stop and stop.start() else end), sought)
    own = own or _cities(passage, span, sought)
    return sorted(own, key=lambda fact: fact.value not in sought)[:1]


def _in_address(passage: Passage, sought: tuple[str, ...]) -> Iterator[Fact]:
    """A city inside an address: 内蒙古包头市昆都仑区, 14 Carlton Road, Nottingham NG3."""
    text = passage.text
    if EMAIL.search(text) or _FROM.search(text) or _NO_ADDRESS.search(text):
        return
    for fact in _cities(passage, (0, len(text)), sought):
        after = text[fact.source.end - passage.offset :]
        chinese = "\u3400" <= fact.source.text[0] <= "\u9fff"
        # Without a number or a comma it may be somebody's name.
        if not chinese and not re.search(r"[\d,]", text):
            continue
        if re.match(
            r"市|区|省|[\u4e00-\u9fff]{2,3}(?:区|县|市|镇)|\W|$" if chinese else r"\W|$", after
        ):
            yield fact


def _wishes(passage: Passage, span: tuple[int, int], sought: tuple[str, ...]) -> Iterator[Fact]:
    """The cities of one list: what stands between two of them is no more than a joint."""
    lookup, names = _wishable(sought)
    reached = span[0]
    for word, start, end in lookup.find(passage.text[slice(*span)].lower()):
        between = passage.text[reached : span[0] + start]
        most = _MOST_BETWEEN if reached > span[0] else _MOST_BEFORE
        if len(_JOINT.sub("", between)) > most:
            return
        if re.search(r"不考虑|不去|不想|除了|除外|离开|\bnot\b", between):
            continue
        reached = span[0] + end
        for name in names[word]:
            yield Fact(name, passage.quote(span[0] + start, reached))


def _unknown(passage: Passage, span: tuple[int, int], sought: tuple[str, ...]) -> Iterator[Fact]:
    """Places behind the label of wished places that no list of words holds."""
    lookup, _ = _wishable(sought)
    for match in _TOKEN.finditer(passage.text, *span):
        name = match.group().strip(" .()")
        known = any(True for _ in lookup.find(name.lower()))
        if _NAME.fullmatch(name) and not known and not _NO_PLACE.search(name):
            yield Fact(name, passage.quote(*match.span()))


def _cities(passage: Passage, span: tuple[int, int], sought: tuple[str, ...] = ()) -> list[Fact]:
    lookup, names = _places(sought)
    found = lookup.find(passage.text[slice(*span)].lower())
    return [
        Fact(names[word][0], passage.quote(span[0] + start, span[0] + end))
        for word, start, end in found
    ]


def _bare_cities(passage: Passage, sought: tuple[str, ...] = ()) -> Iterator[Fact]:
    """A city that is a part of a header line by itself: 上海 | 138…, or Paris, France."""
    if _FROM.search(passage.text):
        return
    _, names = _places(sought)
    for match in re.finditer(r"[^|/;、,•·\t]+?(?=\s{2,}|[|/;、,•·\t]|\.\s|$)", passage.text):
        plain = match.group().strip().lower()
        plain = re.sub(r"(?<=[\u4e00-\u9fff]{2})市.*$", "", plain)
        if plain in names:
            yield Fact(names[plain][0], passage.quote(*match.span()))
    if re.search(r"[\u4e00-\u9fff]", passage.text):
        for match in re.finditer(r"(?<![^\s|/,·:])[\u4e00-\u9fff]{2,8}(?![^\s|/,·])", passage.text):
            city = next((match.group()[:n] for n in (4, 3, 2) if match.group()[:n] in names), "")
            rest = match.group()[len(city) :]
            if rest.rstrip("市区县") in names:
                city, rest = rest.rstrip("市区县"), ""
            if city and (len(rest) <= 4) and not re.search(r"[人公大学院店厂]", rest):
                at = match.start() + match.group().index(city)
                yield Fact(names[city][0], passage.quote(at, at + len(city)))


def _unique(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    first: dict[str, Fact] = {}
    for fact in facts:
        first.setdefault(fact.value, fact)
    return tuple(first.values())[:KEPT]
