"""A person becomes a page: which sections, in which order, under which headings."""

from infra.resume_samples.varied import assembly, employers, entries, head
from infra.resume_samples.varied.marks import Block, Entry, Page, Piece, Row, plain
from infra.resume_samples.varied.sections import WRITERS
from infra.resume_samples.varied.slots import Desk
from infra.resume_samples.varied.style import ASIDE
from infra.resume_samples.varied.templates import Value, rows

_ORDERS = (
    ("summary", "work", "intern", "project", "education", "skills", "certs", "languages"),
    ("education", "work", "intern", "project", "skills", "certs", "languages", "summary"),
    ("summary", "skills", "work", "intern", "project", "education", "certs", "languages"),
    ("education", "intern", "work", "project", "activities", "awards", "skills", "languages"),
    ("work", "intern", "education", "skills", "certs", "project", "summary"),
    ("education", "skills", "intern", "work", "project", "certs", "awards", "summary"),
)
_OPTIONAL = {
    "summary": 0.6,
    "project": 0.45,
    "certs": 0.4,
    "languages": 0.3,
    "awards": 0.3,
    "activities": 0.3,
    "intent": 0.35,
    "hobbies": 0.15,
    "references": 0.06,
    "publications": 0.05,
    "skills": 0.93,
}
_ASIDE = ("skills", "languages", "certs", "hobbies", "intent", "summary", "awards")
_CN = "一二三四五六七八九十"


def lay_out(desk: Desk) -> Page:
    """Write the whole page."""
    written = {section: WRITERS[section](desk) for section in _sections(desk)}
    present = [section for section, made in written.items() if made]
    aside = _beside(desk, present)
    first = desk.style.format != "pdf-right"
    present.sort(key=lambda section: (section in aside) != first)
    blocks = []
    for section in present:
        heading = _heading(desk, section, len(blocks))
        made = assembly.numbered(desk, section, written[section])
        heading, made = assembly.run_in(desk, section, heading, made)
        if section in ("work", "intern"):
            heading += entries.grid_labels(desk)
        blocks.append(Block(section, heading, made))
    own, last = assembly.parted(desk, head.head(desk))
    if last:
        blocks.append(Block("basic", _heading(desk, "basic", len(blocks)), (Entry(last),)))
    top = (*_furniture(desk), *_letter(desk), *_with_basics(desk, own))
    return Page(desk.person.language, top, tuple(blocks), desk.style.gap, aside)


def _beside(desk: Desk, present: list[str]) -> frozenset[str]:
    """The sections of the side column, where the format has one."""
    if desk.style.format not in ASIDE:
        return frozenset()
    return frozenset([section for section in present if section in _ASIDE][:4])


def _sections(desk: Desk) -> list[str]:
    order = list(desk.random.choice(_ORDERS))
    order += [s for s in _OPTIONAL if s not in order and s != "intent"]
    order.insert(0, "intent")
    if desk.chance(0.1):
        desk.random.shuffle(order)
    shares = dict(_OPTIONAL)
    if desk.person.kind == "campus":
        shares |= {"activities": 0.7, "awards": 0.6, "project": 0.6}
    if desk.person.kind == "academic":
        shares |= {"publications": 0.8}
    return [s for s in order if desk.random.random() < shares.get(s, 1.0)]


def _heading(desk: Desk, section: str, number: int) -> tuple[Row, ...]:
    if not desk.style.headings:
        return ()
    style, person = desk.style, desk.person
    name = "tw" if person.language == "tw" else desk.tongue
    text = desk.words.word(desk.random, f"headings_{name}", section)
    english = desk.words.word(desk.random, "headings_en", section)
    if style.heading_case == "upper":
        text = text.upper()
    elif style.heading_case == "spaced" and len(text) <= 4 and not text.isascii():
        text = " ".join(text)
    elif style.heading_case == "both":
        join = desk.random.choice((" ", " / ", "  ", " | "))
        text = text + join + (english.upper() if desk.chance(0.4) else english)
    numeral = str(number + 1) if person.english or "." in style.frame else _CN[number % 10]
    before, after = style.frame.replace("{n}", numeral).split("{}")
    cell = [Piece(before), Piece(text, f"HEADING:{section}"), Piece(after)]
    made = [Row((tuple(p for p in cell if p.text),), "heading")]
    if style.format.startswith("txt") and desk.random.random() < 0.15:
        made.append(plain(desk.random.choice("=-—_*") * 30, "rule"))
    return tuple(made)


def _with_basics(desk: Desk, top: tuple[Row, ...]) -> tuple[Row, ...]:
    """At times a heading between the name and the contacts."""
    if not top or top[0].kind != "title" or len(top) < 2 or not desk.chance(0.12):
        return top
    return (top[0], *_heading(desk, "basic", 0), *top[1:])


def _furniture(desk: Desk) -> tuple[Row, ...]:
    """At times a line that a form or a web site puts on top."""
    if not desk.chance(0.06):
        return ()
    text = desk.words.word(desk.random, "furniture", desk.tongue)
    return (plain(text.format(n=desk.random.randint(10, 99))),)


def _letter(desk: Desk) -> tuple[Row, ...]:
    if not desk.chance(0.03):
        return ()
    wanted = desk.words.pick(desk.random, "titles", desk.person.trade)[desk.person.english]
    slots: dict[str, Value] = {
        "wanted": Piece(wanted, "WANTED"),
        "years": str(desk.random.randint(1, 12)),
        "name": Piece(desk.person.called.shown, "NAME"),
        "company": employers.employer(
            desk.random, desk.words, desk.person.trade, desk.person.language
        ),
    }
    return rows(desk.word("letters"), slots)
