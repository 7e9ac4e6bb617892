"""Who a résumé is about: decided here, printed elsewhere."""

from dataclasses import dataclass
from random import Random

from infra.resume_samples.varied import employers, names
from infra.resume_samples.varied.dates import AS_OF
from infra.resume_samples.varied.names import Called
from infra.resume_samples.varied.vocabulary import Words

SHOP = ("retail", "hospitality", "logistics", "property", "manufacturing")
TRADES = (
    *("it", "retail", "marketing", "finance", "hr", "office", "manufacturing", "medical"),
    *("hospitality", "logistics", "property", "education", "sales", "design", "construction"),
)
KINDS = ("career", "campus", "shop", "manager", "changer", "academic")
_KIND_WEIGHTS = (40, 18, 18, 10, 10, 4)
LANGUAGES = ("zh", "tw", "en", "mixed")
_LANGUAGE_WEIGHTS = (60, 5, 25, 10)
_POSTS = {
    "career": (1, 2, 2, 3, 3, 4),
    "campus": (0, 0, 1, 1, 2),
    "shop": (1, 2, 3, 3, 4, 5),
    "manager": (4, 5, 5, 6, 7),
    "changer": (2, 3, 3, 4),
    "academic": (1, 2, 3),
}
_MONTHS = {
    "career": (8, 48),
    "campus": (2, 8),
    "shop": (2, 26),
    "manager": (14, 60),
    "changer": (6, 40),
    "academic": (12, 50),
}
_LEVELS = {  # weights of secondary, associate, bachelor, master, doctorate
    "career": (2, 18, 55, 24, 1),
    "campus": (2, 22, 56, 18, 2),
    "shop": (55, 33, 12, 0, 0),
    "manager": (2, 14, 50, 32, 2),
    "changer": (5, 25, 55, 15, 0),
    "academic": (0, 0, 5, 35, 60),
}
_YEARS = {1: 3, 2: 3, 3: 4, 4: 3, 5: 4}


@dataclass(frozen=True)
class Post:
    """One post; months count year * 12 + month - 1, end None is to date."""

    employer: str
    title: str
    start: int
    end: int | None
    trade: str
    intern: bool = False


@dataclass(frozen=True)
class School:
    """One school; major None where the kind of school has none, end None while it goes on."""

    school: str
    major: str | None
    level: int
    start: int
    end: int
    completed: bool = True


@dataclass(frozen=True)
class Person:
    """One invented candidate."""

    language: str
    kind: str
    trade: str
    called: Called
    phones: tuple[str, ...]
    emails: tuple[str, ...]
    birth: int
    posts: tuple[Post, ...]
    schools: tuple[School, ...]
    skills: tuple[str, ...]
    denied: tuple[str, ...]

    @property
    def english(self) -> bool:
        """Whether the running text is English."""
        return self.language == "en"


def invent(random: Random, words: Words) -> Person:
    """Invent one candidate."""
    language = random.choices(LANGUAGES, _LANGUAGE_WEIGHTS)[0]
    kind = random.choices(KINDS, _KIND_WEIGHTS)[0]
    trade = _trade(random, kind)
    called = names.name(random, words, language)
    posts = _posts(random, words, (language, kind, trade))
    schools = _schools(random, words, (language, kind, trade), _begin(random, posts))
    posts += _internship(random, words, (language, kind, trade), schools[0].end)
    skills = _skills(random, words, trade, language)
    held = random.randint(3, 5) if kind == "shop" else random.randint(4, 12)
    return Person(
        language,
        kind,
        trade,
        called,
        tuple(names.phone(random, language) for _ in range(1 + (random.random() < 0.05))),
        tuple(names.email(random, called.handle) for _ in range(1 + (random.random() < 0.04))),
        min(s.end for s in schools) - 12 * random.randint(18, 23),
        posts,
        schools,
        skills[:held],
        skills[held : held + random.choice((1, 1, 2))] if random.random() < 0.12 else (),
    )


def _trade(random: Random, kind: str) -> str:
    if kind == "shop":
        return random.choice(SHOP)
    if kind == "academic":
        return random.choice(("education", "medical", "it"))
    weights = [3 if t == "it" else 1 for t in TRADES]
    return random.choices(TRADES, weights)[0]


def _posts(random: Random, words: Words, setting: tuple[str, str, str]) -> tuple[Post, ...]:
    """Newest first."""
    language, kind, trade = setting
    made: list[Post] = []
    current = random.random() < 0.55
    end = AS_OF if current else AS_OF - random.randint(1, 14)
    for number in range(random.choice(_POSTS[kind])):
        months = random.randint(*_MONTHS[kind])
        own = trade
        if kind == "changer" and number >= 1:
            own = random.choice(TRADES)
        employer = employers.employer(random, words, own, language)
        if made and random.random() < 0.1:  # promoted inside one employer
            employer = made[-1].employer
        last = None if number == 0 and current else end
        title = employers.title(random, words, (own, language, kind))
        made.append(Post(employer, title, end - months, last, own, kind == "campus"))
        end -= months
        if random.random() < 0.35:
            end -= random.randint(1, 10)  # a gap
        elif random.random() < 0.06:
            end += random.randint(1, 6)  # an overlap
    return tuple(made)


def _internship(
    random: Random, words: Words, setting: tuple[str, str, str], graduated: int
) -> tuple[Post, ...]:
    """At times what somebody at work did before leaving school."""
    language, kind, trade = setting
    if kind != "career" or random.random() > 0.2 or graduated > AS_OF:
        return ()
    end = graduated - random.randint(1, 12)
    employer = employers.employer(random, words, trade, language)
    title = employers.title(random, words, (trade, language, "campus"))
    return (Post(employer, title, end - random.randint(2, 7), end, trade, True),)


def _begin(random: Random, posts: tuple[Post, ...]) -> int:
    first = min((p.start for p in posts), default=AS_OF + random.choice((-14, -2, 10)))
    if posts and posts[0].intern:
        first = max(first + random.randint(1, 14), AS_OF - 12)
    june = first // 12 * 12 + 5
    return june if june <= first else june - 12


def _schools(
    random: Random, words: Words, setting: tuple[str, str, str], finished: int
) -> tuple[School, ...]:
    """Newest first; finished is the month in which the last school ended or will end."""
    language, kind, trade = setting
    level = random.choices((1, 2, 3, 4, 5), _LEVELS[kind])[0]
    made = []
    end = finished
    while level:
        start = end - 12 * _YEARS[level] + 3
        school = employers.school(random, words, level, language)
        major = _major(random, words, trade, language)
        if level == 1 and random.random() < 0.6:
            major = None
        made.append(School(school, major, level, start, end, end <= AS_OF))
        chance = {5: 0.95, 4: 0.9, 3: 0.12, 2: 0.1, 1: 0.0}[level]
        if random.random() > chance:
            break
        end = start - 3
        level = 1 if level <= 3 and random.random() < 0.6 else max(1, level - 1)
        if level == 3 and random.random() < 0.1:
            level = 2
    return tuple(made)


def _major(random: Random, words: Words, trade: str, language: str) -> str:
    group = trade if random.random() < 0.75 else random.choice(TRADES)
    return words.pick(random, "majors", group)[language == "en"]


def _skills(random: Random, words: Words, trade: str, language: str) -> tuple[str, ...]:
    pool = list(words.all("skills", trade))
    random.shuffle(pool)
    others = list(words.all("skills", "office"))
    random.shuffle(others)
    column = int(language == "en")
    picked = [s[column] for s in pool[:10] + others[:4]]
    if random.random() < 0.7:
        picked = picked[:8] + picked[10:] + picked[8:10]
    if len(picked) > 6 and random.random() < 0.5:
        head = picked[:6]
        random.shuffle(head)
        picked[:6] = head
    return tuple(dict.fromkeys(picked))
