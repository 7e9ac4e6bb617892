"""Every section of a résumé but its head: what is written under each heading."""

from infra.resume_samples.varied import entries, names, skills
from infra.resume_samples.varied.deeds import bullet
from infra.resume_samples.varied.marks import Entry, Piece, Row
from infra.resume_samples.varied.slots import Desk, joined, sentence_slots
from infra.resume_samples.varied.templates import Value, fill, rows

_RELOCATE = (
    ("可接受异地", "愿意异地工作", "服从调动", "不接受异地", "不考虑外地"),
    ("Open to relocation.", "Willing to relocate.", "Not willing to relocate."),
)
_REFEREES = (
    ("{person}，{customer}", "{person}|{boss}|{call}", "证明人：{person}//单位：{customer}"),
    ("{person}, {customer}", "{person}, {boss}, {customer}//{call}", "{person}|{boss}"),
)


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
    made = [entries.project(desk, desk.person.trade) for _ in range(count)]
    named = {p.text: e for e in made for r in e.rows for p in r.pieces() if p.tag == "PROJECT"}
    return tuple(named.values())


def _skills(desk: Desk) -> tuple[Entry, ...]:
    return (Entry(skills.lines(desk)),)


def _certs(desk: Desk) -> tuple[Entry, ...]:
    held = {desk.word("certs") for _ in range(desk.random.randint(1, 4))}
    pieces = [Piece(c, "CERT") for c in sorted(held)]
    if desk.chance(0.5):
        comma = ", " if desk.person.english else desk.random.choice("、，；")
        return (Entry((Row((joined(pieces, comma),)),)),)
    made = [bullet(desk, n, (p,)) for n, p in enumerate(pieces, 1)]
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
        made.append(bullet(desk, number, (Piece("  ".join(order)),)))
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


WRITERS = {
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
