"""What was done in a post or project: sentences from templates and from parts, traps among them."""

from infra.resume_samples.varied import names
from infra.resume_samples.varied.dates import AS_OF
from infra.resume_samples.varied.marks import MarkedLine, Piece, Row, plain
from infra.resume_samples.varied.people import Post
from infra.resume_samples.varied.slots import Desk, sentence_slots
from infra.resume_samples.varied.templates import fill, rows

_INSIDE = (
    ("项目：{own}（{dates}）", "{dates} 参与{own}项目", "重点项目：{own}"),
    ("Project: {own} ({dates})", "{dates}: {own}", "Key project: {own}"),
)
_REFEREES = (
    ("证明人：{person}　联系电话：{call}", "证明人：{person}|{call}"),
    ("Supervisor: {person}, {call}", "Reference: {person}|{call}"),
)


def deeds(desk: Desk, post: Post, subheads: str = "") -> tuple[Row, ...]:
    """Write what was done in a post; subheads chooses the lines that may stand over it."""
    name = f"deeds_{desk.tongue}"
    pool = desk.words.all(name, post.trade) * 2 + desk.words.all(name, "any")
    count = desk.random.choice((0, 1, 1, 2, 3, 3, 4, 5))
    made: list[Row] = []
    if desk.style.subhead and count:
        made.append(plain(desk.words.word(desk.random, "subheads", desk.tongue + subheads)))
    for number, (template,) in enumerate(desk.random.sample(pool, min(count, len(pool))), 1):
        year = (post.start + (post.end or AS_OF)) // 24
        if desk.chance(0.4):
            template = _composed(desk)
        cell = fill(template, sentence_slots(desk, post.trade, year)) or ()
        made.append(bullet(desk, number, _typo(desk, cell)))
    if not subheads:
        made += _asides(desk, post)
    return _paragraph(made) if desk.style.paragraphs else tuple(made)


def _asides(desk: Desk, post: Post) -> tuple[Row, ...]:
    """At times a project with dates of its own, or a referee with a telephone, inside a post."""
    slots = dict(sentence_slots(desk, post.trade, post.start // 12))
    if desk.chance(0.05):
        period = desk.style.date.period(post.start + 1, post.start + 3)
        slots |= {
            "dates": Piece(period.shown, "DATES"),
            "own": Piece(project_name(desk), "PROJECT"),
        }
        return rows(desk.random.choice(_INSIDE[desk.person.english]), slots, "bullet")
    if desk.chance(0.02):
        slots["call"] = names.phone(desk.random, desk.person.language)
        return rows(desk.random.choice(_REFEREES[desk.person.english]), slots)
    return ()


def _paragraph(made: list[Row]) -> tuple[Row, ...]:
    """All deeds in one row."""
    blank = (Piece(" "),)  # English sentences need one between them, Chinese ones often have it
    cell = tuple(piece for row in made for piece in (*row.cells[0], *blank))
    return (Row((cell,)),) if cell else ()


def _composed(desk: Desk) -> str:
    """A sentence of verb, object and result; the object is a skill in use at times."""
    thing = "{used}" if desk.chance(0.3) else desk.word("deed_objects")
    blank = " " if desk.person.english else ""
    return desk.word("deed_verbs") + blank + thing + desk.word("deed_results")


def bullet(desk: Desk, number: int, cell: MarkedLine) -> Row:
    """A row with the résumé's bullet in front."""
    mark = desk.style.bullet.format(n=number)
    return Row(((Piece(mark), *cell) if mark else cell,), "bullet")


def _typo(desk: Desk, cell: MarkedLine) -> MarkedLine:
    """A doubled, lost or strayed character in unmarked text."""
    if not desk.style.typos or not desk.chance(0.3):
        return cell
    last = cell[-1]
    if last.tag or len(last.text) < 6:
        return cell
    at = desk.random.randrange(1, len(last.text) - 2)
    middle = desk.random.choice(("", last.text[at] * 2, last.text[at] + " ", " " + last.text[at]))
    return (*cell[:-1], Piece(last.text[:at] + middle + last.text[at + 1 :]))


def project_name(desk: Desk) -> str:
    """A listed project, or one put together."""
    if desk.chance(0.5):
        return desk.word("projects")
    blank = " " if desk.person.english else ""
    return desk.word("stems") + blank + desk.word("project_kinds")
