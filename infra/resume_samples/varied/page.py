"""A person becomes a page: which sections, in which order, under which headings."""

from infra.resume_samples.varied import employers, entries, head, names, skills
from infra.resume_samples.varied.marks import Block, Entry, Page, Piece, Row, plain
from infra.resume_samples.varied.slots import Desk, joined, sentence_slots
from infra.resume_samples.varied.style import ASIDE
from infra.resume_samples.varied.templates import Value, fill, rows

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
_RELOCATE = (
    ("可接受异地", "愿意异地工作", "服从调动", "不接受异地", "不考虑外地"),
    ("Open to relocation.", "Willing to relocate.", "Not willing to relocate."),
)
_REFEREES = (
    ("{person}，{customer}", "{person}|{boss}|{call}", "证明人：{person}//单位：{customer}"),
    ("{person}, {customer}", "{person}, {boss}, {customer}//{call}", "{person}|{boss}"),
)
_CN = "一二三四五六七八九十"


def lay_out(desk: Desk) -> Page:
    """Write the whole page."""
    blocks = []
    for section in _sections(desk):
        made = _WRITERS[section](desk)
        if made:
            heading = _heading(desk, section, len(blocks))
            if section in ("work", "intern"):
                heading += entries.grid_labels(desk)
            blocks.append(Block(section, heading, made))
    top = (*_furniture(desk), *_letter(desk), *_with_basics(desk, head.head(desk)))
    aside: frozenset[str] = frozenset()
    if desk.style.format in ASIDE:
        present = [b.section for b in blocks if b.section in _ASIDE]
        aside = frozenset(present[:4])
    first = desk.style.format != "pdf-right"
    return Page(desk.person.language, top, tuple(blocks), desk.style.gap, aside, first)


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
    if top[0].kind != "title" or len(top) < 2 or not desk.chance(0.12):
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


def _work(desk: Desk) -> tuple[Entry, ...]:
    posts = [p for p in desk.person.posts if not p.intern]
    made = []
    for number, post in enumerate(posts):
        same = number > 0 and posts[number - 1].employer == post.employer
        under = same and desk.style.newest_first and not desk.style.grid and desk.chance(0.6)
        made.append(entries.post(desk, post, under=under))
    return _ordered(desk, made)


def _intern(desk: Desk) -> tuple[Entry, ...]:
    return _ordered(desk, [entries.post(desk, p) for p in desk.person.posts if p.intern])


def _ordered(desk: Desk, made: list[Entry]) -> tuple[Entry, ...]:
    return tuple(made if desk.style.newest_first else made[::-1])


def _education(desk: Desk) -> tuple[Entry, ...]:
    return _ordered(desk, [entries.school(desk, s) for s in desk.person.schools])


def _project(desk: Desk) -> tuple[Entry, ...]:
    count = desk.random.choice((1, 1, 2, 3))
    return tuple(entries.project(desk, desk.person.trade) for _ in range(count))


def _skills(desk: Desk) -> tuple[Entry, ...]:
    return (Entry(skills.lines(desk)),)


def _certs(desk: Desk) -> tuple[Entry, ...]:
    held = {desk.word("certs") for _ in range(desk.random.randint(1, 4))}
    pieces = [Piece(c, "CERT") for c in sorted(held)]
    if desk.chance(0.5):
        comma = ", " if desk.person.english else desk.random.choice("、，；")
        return (Entry((Row((joined(pieces, comma),)),)),)
    made = [entries.bullet(desk, n, (p,)) for n, p in enumerate(pieces, 1)]
    if desk.chance(0.3):
        year = str(desk.random.randint(2012, 2025))
        made = [Row((*row.cells, (Piece(year),)), row.kind) for row in made]
    return (Entry(tuple(made)),)


def _languages(desk: Desk) -> tuple[Entry, ...]:
    held = list(dict.fromkeys(desk.word("languages") for _ in range(desk.random.randint(1, 3))))
    form = (
        "{language} ({level})"
        if desk.person.english
        else desk.random.choice(
            ("{language}：{level}", "{language}（{level}）", "{language}{level}")
        )
    )
    cells = [
        fill(form, {"language": Piece(n, "LANGUAGE"), "level": desk.word("language_levels")})
        for n in held
    ]
    if desk.chance(0.5):
        return (Entry(tuple(Row((c,)) for c in cells if c)),)
    return (Entry((Row(tuple(c for c in cells if c)),)),)


def _summary(desk: Desk) -> tuple[Entry, ...]:
    slots = sentence_slots(desk, desk.person.trade, 2020)
    made = [fill(desk.word("summaries"), slots) for _ in range(desk.random.choice((1, 1, 2, 3)))]
    unique = list(dict.fromkeys(m for m in made if m))
    return (Entry(tuple(Row((m,)) for m in unique)),)


def _awards(desk: Desk) -> tuple[Entry, ...]:
    made = []
    for number in range(1, desk.random.randint(2, 4)):
        year = desk.style.date.month(2026 * 12 - desk.random.randint(6, 90))
        award = desk.word("awards")
        order = (year, award) if desk.chance(0.6) else (award, year)
        made.append(entries.bullet(desk, number, (Piece("  ".join(order)),)))
    return (Entry(tuple(made)),)


def _activities(desk: Desk) -> tuple[Entry, ...]:
    return tuple(entries.activity(desk) for _ in range(desk.random.choice((1, 1, 2))))


def _intent(desk: Desk) -> tuple[Entry, ...]:
    english = desk.person.english
    low = desk.random.randint(4, 30)
    high = low + desk.random.randint(1, 10)
    pay = (
        f"{low}k-{high}k",
        f"{low}000-{high}000元/月",
        f"{low}K~{high}K",
        f"{low}000以上",
        "面议",
    )
    start = ("随时到岗", "一周内到岗", "一个月内", "离职状态，可立即上岗")
    if english:
        pay = (f"${low * 4}k", f"{low * 4},000 USD per year", "Negotiable")
        start = ("Available immediately", "Two weeks' notice", "One month notice")
    trade = desk.person.trade
    slots: dict[str, Value] = {
        "wanted": Piece(desk.words.pick(desk.random, "titles", trade)[english], "WANTED"),
        "wish": Piece(desk.words.pick(desk.random, "cities_zh")[english], "WISH"),
        "salary": Piece(desk.random.choice(pay), "SALARY"),
        "start": Piece(desk.random.choice(start), "START"),
        "relocate": Piece(desk.random.choice(_RELOCATE[english]), "RELOCATE"),
    }
    return (Entry(rows(desk.word("intents"), slots)),)


def _hobbies(desk: Desk) -> tuple[Entry, ...]:
    held = list(dict.fromkeys(Piece(desk.word("hobbies")) for _ in range(4)))
    return (Entry((Row((joined(held, ", " if desk.person.english else "、"),)),)),)


def _references(desk: Desk) -> tuple[Entry, ...]:
    slots = sentence_slots(desk, desk.person.trade, 2020)
    slots = dict(slots)
    slots["boss"] = desk.words.pick(desk.random, "titles", desk.person.trade)[desk.person.english]
    slots["call"] = names.phone(desk.random, desk.person.language)
    form = desk.random.choice(_REFEREES[desk.person.english])
    return (Entry(rows(form, slots)),)


def _publications(desk: Desk) -> tuple[Entry, ...]:
    slots = dict(sentence_slots(desk, desk.person.trade, desk.random.randint(2012, 2025)))
    form = (
        "{person}: {project}. {year}." if desk.person.english else "{person}：《{project}》，{year}"
    )
    return (Entry(rows(form, slots)),)


_WRITERS = {
    "work": _work,
    "intern": _intern,
    "education": _education,
    "project": _project,
    "skills": _skills,
    "certs": _certs,
    "languages": _languages,
    "summary": _summary,
    "awards": _awards,
    "activities": _activities,
    "intent": _intent,
    "hobbies": _hobbies,
    "references": _references,
    "publications": _publications,
}
