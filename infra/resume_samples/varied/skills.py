"""The skill section: lists, levels, sentences, tables, and what is not held."""

from itertools import pairwise

from infra.resume_samples.varied.marks import MarkedLine, Piece, Row
from infra.resume_samples.varied.slots import Desk, joined
from infra.resume_samples.varied.templates import Value, rows

_TABLE = (
    {"{m}年|{level}": ("技能", "使用年限", "熟练程度"), "{percent}": ("技能名称", "掌握程度")},
    {"{m} years|{level}": ("Skill", "Experience", "Level"), "{stars}": ("Skill", "Rating")},
)
_STARS = ("★★★★★", "★★★★☆", "★★★☆☆", "★★☆☆☆")


def lines(desk: Desk) -> tuple[Row, ...]:
    """Write every held skill once, then at times soft ones (no fact) and denied ones."""
    kinds: dict[str, list[str]] = {}
    for kind, template in desk.words.all(f"skill_lines_{desk.tongue}"):
        kinds.setdefault(kind, []).append(template)
    kind = desk.random.choices(
        ("list", "level", "sentence", "each", "label", "one"), (30, 26, 10, 14, 10, 6)
    )[0]
    templates = kinds.get(kind) or kinds["list"]
    if kind not in kinds:
        kind = "list"
    template = desk.random.choice(templates)
    skills = [Piece(s, "SKILL") for s in desk.person.skills]
    made = _WRITERS[kind](desk, template, skills)
    if desk.chance(0.12):
        soft = [Piece(desk.word("soft")) for _ in range(desk.random.randint(1, 3))]
        made += (Row((joined(list(dict.fromkeys(soft)), desk.style.comma),)),)
    return made + _denied(desk)


def _standing(desk: Desk) -> str:
    """A level that stands alone, not one that asks for what follows."""
    levels = [_level(desk) for _ in range(6)]
    alone = [w for w in levels if not w.endswith((" in", " of", " with", " to"))]
    return alone[0] if alone else ("Basic" if desk.person.english else "熟悉")


def _level(desk: Desk, at: int | None = None) -> str:
    return desk.word("levels", str(at or desk.random.choice((4, 3, 3, 2, 2, 1))))


def _list(desk: Desk, template: str, skills: list[Piece]) -> tuple[Row, ...]:
    count = desk.random.choice((1, 1, 1, 2))
    size = -(-len(skills) // count)
    parts = [skills[n : n + size] for n in range(0, len(skills), size)]
    leveled = desk.chance(0.2)
    made: list[Row] = []
    for part in parts:
        line = joined(part, _comma(desk))
        if leveled:
            line = _with_levels(desk, line)
        made += rows(template, {"all": line})
    return tuple(made)


def _with_levels(desk: Desk, line: MarkedLine) -> MarkedLine:
    form = " ({})" if desk.person.english else desk.random.choice(("（{}）", "({})", "-{}"))
    made: list[Piece] = []
    for piece in line:
        made.append(piece)
        if piece.tag == "SKILL" and desk.chance(0.8):
            made.append(Piece(form.format(_standing(desk))))
    return tuple(made)


def _comma(desk: Desk) -> str:
    """A blank cannot part skills that have blanks inside."""
    comma = desk.style.comma
    spaced = any(" " in s for s in desk.person.skills + desk.person.denied)
    slashed = any("/" in s for s in desk.person.skills + desk.person.denied)
    if (comma == " " and spaced) or ("/" in comma and slashed):
        return ", " if desk.person.english else "、"
    return comma


def _groups(desk: Desk, skills: list[Piece]) -> list[MarkedLine]:
    count = min(len(skills), desk.random.randint(1, 3))
    cuts = sorted(desk.random.sample(range(1, len(skills)), count - 1)) if count > 1 else []
    bounds = [0, *cuts, len(skills)]
    comma = _comma(desk)
    comma = comma if comma.strip() else "、"
    return [joined(skills[a:b], comma) for a, b in pairwise(bounds)]


def _by_level(desk: Desk, template: str, skills: list[Piece]) -> tuple[Row, ...]:
    made: list[Row] = []
    for level, group in zip((4, 3, 2), _groups(desk, skills), strict=False):
        made += rows(template, {"level": _level(desk, level), "group": group}, "bullet")
    return tuple(made)


def _labelled(desk: Desk, template: str, skills: list[Piece]) -> tuple[Row, ...]:
    made: list[Row] = []
    for group in _groups(desk, skills):
        label = desk.words.word(desk.random, "skill_labels", desk.tongue)
        made += rows(template, {"label": label, "group": group})
    return tuple(made)


def _sentences(desk: Desk, template: str, skills: list[Piece]) -> tuple[Row, ...]:
    made: list[Row] = []
    left = list(skills)
    forms = [t for k, t in desk.words.all(f"skill_lines_{desk.tongue}") if k == "sentence"]
    while left:
        template = desk.random.choice(forms)
        if "{two}" in template and len(left) < 2:
            made += rows(
                "{level}{one}" if not desk.person.english else "{level} {one}",
                {"level": _level(desk), "one": left.pop(0)},
            )
            continue
        slots: dict[str, Value] = {"level": _level(desk), "level2": _level(desk)}
        slots["m"] = str(desk.random.randint(1, 9))
        slots["one"] = left.pop(0)
        if "{two}" in template:
            slots["two"] = left.pop(0)
        made += rows(template, slots, "bullet")
    return tuple(made)


def _each(desk: Desk, template: str, skills: list[Piece]) -> tuple[Row, ...]:
    made: list[Row] = []
    labels = _TABLE[desk.person.english].get(template.partition("|")[2])
    if labels and desk.chance(0.3):
        made.append(Row(tuple((Piece(label),) for label in labels)))
    for skill in skills:
        slots: dict[str, Value] = {
            "one": skill,
            "level": _standing(desk),
            "stars": desk.random.choice(_STARS),
            "percent": f"{desk.random.randint(10, 19) * 5}%",
            "m": str(desk.random.randint(1, 9)),
        }
        made += rows(template, slots)
    return tuple(made)


def _denied(desk: Desk) -> tuple[Row, ...]:
    if not desk.person.denied:
        return ()
    pieces = [Piece(s, "DENIED") for s in desk.person.denied]
    comma = ", " if desk.person.english else "、"
    word = _level(desk, -1) + (" " if desk.person.english else "")
    return (Row(((Piece(word), *joined(pieces, comma)),), "bullet"),)


_WRITERS = {
    "list": _list,
    "level": _by_level,
    "sentence": _sentences,
    "each": _each,
    "label": _labelled,
    "one": _each,
}
