"""Invented candidates: who they are is decided here, how it looks on paper elsewhere."""

from dataclasses import dataclass
from random import Random

from infra.resume_samples.words import (
    CITIES,
    DEGREES,
    GIVEN,
    SCHOOLS,
    SKILLS_IN_WORDS,
    SURNAMES,
    TRADES,
    Pair,
    Trade,
)

# The month that "to date" means in every truth: September 2026.
AS_OF_MONTH = 2026 * 12 + 8
KINDS = ("strong", "strong", "medium", "medium", "weak", "short", "lacking", "denied", "sparse")
_MONTHS = {
    "strong": (40, 80),
    "medium": (26, 39),
    "weak": (6, 14),
    "short": (23, 23),
    "lacking": (26, 48),
    "denied": (10, 20),
    "sparse": (26, 40),
}
_DEGREES = {
    "strong": ("bachelor", "master"),
    "medium": ("associate", "bachelor"),
    "weak": ("secondary", "associate"),
    "sparse": ("bachelor",),
}


@dataclass(frozen=True)
class Post:
    """A post held from one month to another (year * 12 + month - 1); the deed names a skill."""

    employer: Pair
    title: Pair
    start: int
    end: int
    deed: Pair
    used: str


@dataclass(frozen=True)
class Person:
    """One invented candidate. levels: skill → 0 only named, 2 familiar, 3 proficient, -1 denied."""

    slug: str
    kind: str
    language: int  # 0 zh, 1 en
    name: str
    phone: str
    email: str
    city: Pair
    gender: Pair
    school: Pair
    degree: str
    major: Pair
    studied: tuple[int, int]
    posts: tuple[Post, ...]
    skills: tuple[tuple[Pair, int], ...]
    project: Pair | None
    english: bool


def invent(random: Random, number: int, slug: str) -> Person:
    """Invent one candidate; the kinds, and a third of English résumés, come round by number."""
    trade, kind = TRADES[slug], KINDS[number % len(KINDS)]
    language = int(number % 3 == 2)
    surname, given = random.choice(SURNAMES), random.choice(GIVEN)
    city = random.choice(CITIES)
    posts, studied = _career(random, trade, kind, city)
    return Person(
        slug=slug,
        kind=kind,
        language=language,
        name=f"{given[1]} {surname[1]}" if language else surname[0] + given[0],
        phone="1" + random.choice("3578") + "".join(random.choices("0123456789", k=9)),
        email=f"{given[1]}.{surname[1]}{random.randint(1, 999)}@example.com".lower(),
        city=city,
        gender=random.choice((("男", "Male"), ("女", "Female"))),
        school=random.choice(SCHOOLS),
        degree=random.choice(_DEGREES.get(kind, ("associate", "bachelor"))),
        major=random.choice(trade.majors),
        studied=studied,
        posts=posts,
        skills=_skills(random, trade, kind),
        project=None if kind == "sparse" else random.choice(trade.projects),
        english=random.random() < 0.5,
    )


def _career(
    random: Random, trade: Trade, kind: str, city: Pair
) -> tuple[tuple[Post, ...], tuple[int, int]]:
    total = random.randint(*_MONTHS[kind])
    parts = [total] if total < 24 or random.random() < 0.4 else [total // 2, total - total // 2]
    end = AS_OF_MONTH if kind == "strong" else AS_OF_MONTH - random.randint(1, 12)
    posts = []
    for months in parts:
        zh, en = random.choice(trade.employers)
        title = trade.titles[1] if kind == "denied" else random.choice(trade.titles)
        deed, used = _deed(random, trade, kind)
        posts.append(Post((zh.format(c=city[0]), en), title, end - months, end, deed, used))
        end -= months
    finished = end - (end % 12) + 5 - (12 if end % 12 < 5 else 0)  # the June before the first post
    return tuple(posts), (finished - 33, finished)


def _deed(random: Random, trade: Trade, kind: str) -> tuple[Pair, str]:
    """A sentence on the work, and the skill it names: never the key one of those who lack it."""
    used = _other(trade) if kind in ("lacking", "denied") else trade.key[0]
    zh, en = random.choice(trade.deeds)
    number = random.randint(5, 60)
    return (zh.format(s=used[0], n=number), en.format(s=used[1], n=number)), used[0]


def _other(trade: Trade) -> Pair:
    return ("Flask", "Flask") if trade.key[0][0] == "Python" else trade.extra[0]


def _skills(random: Random, trade: Trade, kind: str) -> tuple[tuple[Pair, int], ...]:
    extra = random.sample(trade.extra, 2)
    if kind == "strong":
        held = [(s, 3) for s in trade.key] + [(s, 2) for s in extra]
    elif kind == "lacking":
        held = [(_other(trade), 3), (trade.key[2], 2)] + [(s, 2) for s in extra[:1]]
    elif kind == "denied":
        held = [(trade.key[0], -1), (trade.key[2], 2)] + [(s, 2) for s in extra]
    elif kind == "weak":
        held = [(trade.key[0], 2), (trade.key[2], 2)]
    elif kind == "sparse":
        held = [(s, 0) for s in trade.key]
    else:
        held = [(trade.key[0], 3), (trade.key[1], 2), (trade.key[2], 2)] + [(s, 2) for s in extra]
    unique = {skill: level for skill, level in reversed(held)}
    return tuple(reversed(unique.items()))


def truth_of(person: Person) -> dict[str, object]:
    """State what a reader must find: the values as written, months as numbers."""
    lang = person.language
    return {
        "kind": person.kind,
        "language": ("zh", "en")[lang],
        "name": person.name,
        "phone": None if person.kind == "sparse" else person.phone,
        "email": person.email,
        "city": person.city[0],
        "school": person.school[lang],
        "degree": person.degree,
        "degree_text": DEGREES[person.degree][lang],
        "major": person.major[lang],
        "work": [
            {"employer": p.employer[lang], "title": p.title[lang], "months": p.end - p.start}
            for p in person.posts
        ],
        "total_months": sum(p.end - p.start for p in person.posts),
        "skills": sorted(s[0] for s, level in person.skills if level >= 0),
        "skills_in_text": sorted(_in_text(person)),
        "denied": sorted(s[0] for s, level in person.skills if level < 0),
        "as_of": f"{AS_OF_MONTH // 12}-{AS_OF_MONTH % 12 + 1:02d}-15",
    }


def _in_text(person: Person) -> set[str]:
    """Every skill that the file names anywhere: in the list, in titles, deeds and projects."""
    lang = person.language
    said = " ".join(f"{p.title[lang]} {p.deed[lang]}" for p in person.posts)
    title_skills = {
        skill
        for word, skill in SKILLS_IN_WORDS.items()
        if word in said or (person.project and word in person.project[lang])
    }
    listed = {s[0] for s, level in person.skills if level >= 0}
    return listed | {p.used for p in person.posts} | title_skills
