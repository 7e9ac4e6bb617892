"""The top of a résumé: name, contacts, and what is told of the person."""

from collections.abc import Mapping

from infra.resume_samples.varied.dates import AS_OF
from infra.resume_samples.varied.marks import MarkedLine, Piece, Row
from infra.resume_samples.varied.slots import Desk, joined
from infra.resume_samples.varied.templates import Value, fill, rows

_ICONS = ("☎ ", "✉ ")
# Every value in a cell of its own, for when a missing one would take the name with it.
_SAFE = "{name}//{gender}|{age}|{city}|{phone}|{email}//{wanted}"
_NATIONS = ("Chinese", "British", "Indian", "American", "Nigerian", "German", "Brazilian")


def head(desk: Desk) -> tuple[Row, ...]:
    """Write the top; its first line is the title."""
    template = desk.word("heads")
    if not desk.style.format.startswith(("txt", "html", "md", "docx")):
        for icon in _ICONS:
            template = template.replace(icon, "")
    slots = _slots(desk)
    made = rows(template, slots)
    if not made or (slots["name"] and not any(p.tag == "NAME" for r in made for p in r.pieces())):
        made = rows(_SAFE, slots)
    made += _fields(desk, slots)
    named = [n for n, row in enumerate(made) if any(p.tag == "NAME" for p in row.pieces())]
    at = named[0] if named else 0
    big = len(made[at].cells) == 1 and desk.chance(0.9)
    return tuple(
        Row(row.cells, "title" if n == at and big else row.kind) for n, row in enumerate(made)
    )


def _fields(desk: Desk, slots: Mapping[str, Value]) -> tuple[Row, ...]:
    """At times what a form asks beside: numbers that are no phone, towns that are no address."""
    if not desk.chance(0.22):
        return ()
    random = desk.random
    more = dict(slots) | {f"digits{n}": _digits(desk, n) for n in (4, 6, 8, 9)}
    more |= {
        "folk": desk.words.word(random, "folks"),
        "weight": str(random.randint(45, 90)),
        "m": str(random.randint(2, 12)),
        "m2": str(random.randint(10, 24)),
        "native": desk.words.pick(random, "cities_zh")[desk.person.english],
    }
    asked = list(dict.fromkeys(desk.word("fields") for _ in range(random.randint(1, 4))))
    cells = tuple(cell for cell in (fill(form, more) for form in asked) if cell)
    if random.random() < 0.5:
        return (Row(cells),)
    return tuple(Row((cell,)) for cell in cells)


def _digits(desk: Desk, count: int) -> str:
    return str(desk.random.randint(1, 9)) + "".join(
        desk.random.choice("0123456789") for _ in range(count - 1)
    )


def _slots(desk: Desk) -> dict[str, Value]:
    random, person = desk.random, desk.person
    names = "cities_tw" if person.language == "tw" else "cities_zh"
    city = desk.words.pick(random, names)
    shown_city = city[person.english]
    if person.english and desk.chance(0.5):
        shown_city = desk.words.word(random, "cities_en")
    elif not person.english and desk.chance(0.1):
        shown_city += "市" * (person.language != "tw")
    years = max(1, (AS_OF - min((p.start for p in person.posts), default=AS_OF)) // 12)
    trade = person.posts[0].trade if person.posts else person.trade
    return {
        "name": _name(desk),
        "title_word": desk.words.word(random, "title_words", desk.tongue),
        "gender": _gender(desk),
        "age": None if desk.chance(0.2) else str((AS_OF - person.birth) // 12),
        "birth": _birth(desk),
        "phone": None if desk.chance(0.03) else _several(desk, person.phones, "PHONE"),
        "email": None if desk.chance(0.05) else _several(desk, person.emails, "EMAIL"),
        "city": None if desk.chance(0.1) else Piece(shown_city, "CITY"),
        "native": desk.words.pick(random, "cities_zh")[person.english],
        "years": str(years),
        "wanted": Piece(desk.words.pick(random, "titles", trade)[person.english], "WANTED"),
        "salutation": random.choice(("先生", "女士")),
        "height": str(random.randint(155, 188)),
        "nation": random.choice(_NATIONS),
        "handle": person.called.handle.replace(".", "-"),
    }


def _name(desk: Desk) -> MarkedLine | None:
    if desk.chance(0.01):
        return None
    called = desk.person.called
    shown = called.shown
    if len(shown) in (2, 3) and not shown.isascii() and desk.chance(0.06):
        shown = " ".join(shown)
    return (Piece(shown, "NAME"), Piece(called.after)) if called.after else (Piece(shown, "NAME"),)


def _several(desk: Desk, values: tuple[str, ...], tag: str) -> MarkedLine:
    return joined([Piece(v, tag) for v in values], desk.random.choice((" / ", "，", ", ", "; ")))


def _gender(desk: Desk) -> Piece | None:
    if desk.chance(0.15):
        return None
    pair = desk.random.choice((("男", "Male"), ("女", "Female")))
    return Piece(pair[desk.person.english], "GENDER")


def _birth(desk: Desk) -> Piece | None:
    if desk.chance(0.15):
        return None
    year, month = divmod(desk.person.birth, 12)
    forms = ("{y}年{m}月", "{y}.{m:02d}", "{y}-{m:02d}", "{y}/{m:02d}", "{y}年{m:02d}月{d}日")
    if desk.person.english:
        forms = ("{d} May {y}", "{m:02d}/{d:02d}/{y}", "{y}-{m:02d}-{d:02d}")
    shown = desk.random.choice(forms).format(y=year, m=month + 1, d=desk.random.randint(10, 28))
    return Piece(shown, "BIRTH")
