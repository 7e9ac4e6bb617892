"""What the tagger sees of a line: its characters, its cells, and where it stands in the résumé."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from chalicelib.screening.resume.dates import ranges
from chalicelib.screening.resume.lexicon_people import (
    CITIES,
    COMPOUND_SURNAMES,
    EMPLOYER_WORDS,
    NOT_IN_ENGLISH_NAMES,
    SURNAMES,
    TITLE_WORDS,
)
from chalicelib.screening.resume.sections import BULLET, Passage
from chalicelib.screening.resume.tokens import Token, tokens

_ANY_DAY = date(2100, 1, 1)
_DATED = re.compile(r"(?:19|20)\d\d|\d\d年|至今|present", re.IGNORECASE)
_SENTENCE = re.compile(r"[。;!;]\s*$|[a-z)]\.\s*$")
_DEGREE = re.compile(
    r"博士|硕士|研究生|本科|学士|大专|专科|高中|中专|\b(?:bachelor|master|ph\.?d|mba|diploma|"
    r"associate|"
    r"b\.?sc|m\.?sc|b\.?a|m\.?a|b\.?tech|b\.?eng|m\.?eng|bba|gcse|a-levels?)\b",
    re.IGNORECASE,
)
_SCHOOL = re.compile(
    r"大学|学院|学校|中学|高中|一中|二中|技校|职高|职专|分校|商学院|"
    r"\b(?:university|college|institute|polytechnic|school|academy|universit[äéa]\w*|iit|nit)\b",
    re.IGNORECASE,
)
_KINDS = (
    ("org", re.compile(EMPLOYER_WORDS, re.IGNORECASE)),
    ("title", re.compile(TITLE_WORDS, re.IGNORECASE)),
    ("school", _SCHOOL),
    ("degree", _DEGREE),
    ("city", re.compile("|".join([*CITIES.values(), *CITIES]), re.IGNORECASE)),
    ("contact", re.compile(r"@|\d{7,}|\d{3,4}[ -]\d{4}|https?:|www\.")),
    ("amount", re.compile(r"\d+\s*[%％万元kK人+]")),
)
_LABEL = re.compile(
    r"姓名|名字|公司|单位|企业|雇主|职位|职务|岗位|学校|院校|专业|项目|部门|company|employer|"
    r"organi[sz]ation|"
    r"position|title|role|designation|name|school|university|major|project|department",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Place:
    """Where a line stands: its number in the résumé, in its section, and its dated neighbours."""

    in_document: int
    in_section: int
    dated_above: bool
    dated_below: bool


def places(found: tuple[Passage, ...]) -> list[Place]:
    """Tell each passage's place."""
    dated = [bool(_DATED.search(p.text[:160])) for p in found]
    result, run = [], 0
    for at, passage in enumerate(found):
        run = run + 1 if at and found[at - 1].section == passage.section else 0
        above, below = at > 0 and dated[at - 1], at + 1 < len(found) and dated[at + 1]
        result.append(Place(at, run, above, below))
    return result


def features_of(passage: Passage, place: Place) -> tuple[list[Token], list[list[str]]]:
    """Cut a line into tokens and list what each shows.

    Returns
    -------
    (tokens, features): one list of feature names a token, for the tagger.
    """
    cut = tokens(passage.text)
    dates = [(start, end) for _, start, end in ranges(passage.text, _ANY_DAY)]
    inside = [any(s <= t.start < e for s, e in dates) for t in cut]
    cells = _cells(cut, inside, passage.text)
    line = _line_features(passage, place, cells, dated=bool(dates))
    shown = [_token_features(cut, n, inside) for n in range(len(cut))]
    heads: dict[int, int] = {}
    for n, token in enumerate(cut):
        heads.setdefault(token.cell, n)
        at = n - heads[token.cell]
        shown[n] += cells[token.cell] + line
        shown[n].append(f"at={min(at, 5)}|{cells[token.cell][0]}")
    return cut, shown


def _line_features(
    passage: Passage, place: Place, cells: dict[int, list[str]], *, dated: bool
) -> list[str]:
    text = passage.text
    section, emphasis = passage.section, int(passage.line.emphasis)
    kinds = "".join(sorted({c[0][2:3] for c in cells.values()}))
    bullet = bool(BULLET.match(text))
    return [
        f"s={section}",
        f"s={section}|e={emphasis}|d={dated}",
        f"s={section}|n={min(place.in_section, 4)}",
        f"s={section}|{place.dated_above:d}{dated:d}{place.dated_below:d}{bullet:d}",
        f"doc={min(place.in_document, 7)}|e={emphasis}",
        f"len={min(len(text) // 12, 6)}|{bool(_SENTENCE.search(text)):d}{bullet:d}|{section}",
        f"cells={min(len(cells), 5)}|{kinds}",
    ]


def _cells(cut: list[Token], inside: list[bool], text: str) -> dict[int, list[str]]:
    spans: dict[int, tuple[int, int, bool]] = {}
    for token, dated in zip(cut, inside, strict=True):
        start, _, was = spans.get(token.cell, (token.start, token.end, True))
        spans[token.cell] = (start, token.end, was and dated)
    kinds = {cell: _kind(text[s:e], dated=d) for cell, (s, e, d) in spans.items()}
    numbers = list(spans)
    found: dict[int, list[str]] = {}
    for at, cell in enumerate(numbers):
        start, end, _ = spans[cell]
        before = kinds[numbers[at - 1]] if at else "^"
        after = kinds[numbers[at + 1]] if at + 1 < len(numbers) else "$"
        own = text[start:end]
        words = own.lower().split()
        last = own[-2:] if not own.isascii() else words[-1]
        label = _label(text, start)
        found[cell] = [
            f"k={kinds[cell]}",
            f"k={before}>{kinds[cell]}>{after}",
            f"kn={min(at, 4)}|{kinds[cell]}",
            f"end={last}",
            f"end1={own[-1].lower()}",
            f"cl={min(len(own), 16) // 2}|{len(words) if own.isascii() else 'z'}",
            f"label={label}",
        ]
    return found


def _label(text: str, start: int) -> str:
    before = re.search(
        r"([\u4e00-\u9fffA-Za-z ]{2,14})\s*[::]\s*$", text[max(0, start - 20) : start]
    )
    known = _LABEL.search(before.group(1)) if before else None
    return known.group().lower() if known else "other" if before else ""


def _kind(text: str, *, dated: bool) -> str:
    return "date" if dated else _kind_of(text)


@lru_cache(maxsize=4096)
def _kind_of(text: str) -> str:
    marks = [name for name, pattern in _KINDS if pattern.search(text)]
    if not marks and _is_like_name(text):
        return "person"
    return "+".join(marks[:2]) or ("n" if text.isdigit() else "x")


def _is_like_name(text: str) -> bool:
    squeezed = text.replace(" ", "")
    if re.fullmatch(r"[\u4e00-\u9fff]{2,4}", squeezed):
        return squeezed[0] in SURNAMES or squeezed[:2] in COMPOUND_SURNAMES
    words = text.split()
    capital = all(re.fullmatch(r"[A-Z][\w.'’-]*", w) for w in words)
    return (
        2 <= len(words) <= 4 and capital and not {w.lower() for w in words} & NOT_IN_ENGLISH_NAMES
    )


def _token_features(cut: list[Token], n: int, inside: list[bool]) -> list[str]:
    token = cut[n]
    word, shape, own = _of_word(token.text)
    before = cut[n - 1].text.lower() if n else "^"
    after = cut[n + 1].text.lower() if n + 1 < len(cut) else "$"
    shown = [
        f"w-1={before}",
        f"w+1={after}",
        f"w-1w={before}_{word}",
        f"ww+1={word}_{after}",
        f"sh={shape}|{token.after}",
        *own,
    ]
    if inside[n]:
        shown.append("date")
    if n > 1:
        shown.append(f"w-2={cut[n - 2].text.lower()}")
    if n + 2 < len(cut):
        shown.append(f"w+2={cut[n + 2].text.lower()}")
    return shown


@lru_cache(maxsize=20_000)
def _of_word(text: str) -> tuple[str, str, tuple[str, ...]]:
    """What a token shows wherever it stands: (lower case, shape, features)."""
    word = text.lower()
    own = [f"w={word}"]
    if len(word) > 3:
        own += [f"p3={word[:3]}", f"s3={word[-3:]}"]
    if word in SURNAMES:
        own.append("surname")
    return word, _shape(text), tuple(own)


def _shape(text: str) -> str:
    if "\u3400" <= text[0] <= "\u9fff":
        return "z"
    if text[0].isdigit():
        return f"d{min(len(text), 5)}"
    if not text[0].isalpha():
        return text[0]
    return "A" if text.isupper() else "Aa" if text[0].isupper() else "a"
