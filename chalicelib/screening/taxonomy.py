"""Reviewed words: skills, certificates, languages, cities; how each is written, what each shows.

The data are the text files in `words/` and the foundation's cities, one entry a line, read once:

    Name: way of writing, ^go, ~marketing > needed, needed

Every entry is also written by its own name. Behind `^` stands an everyday word (go, word, react)
that counts only capitalised or in a list of skills; behind `~` one that names a trade, a post or
a subject as well (marketing, c, 会计) and counts only in a list of skills. Who holds the left
side cannot lack what stands behind `>`; for a city that is its province or country. Lines with
# in front are remarks.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from chalicelib.foundation.places import CITIES

_WORDS = Path(__file__).parent / "words"


class WordsDisagree(ValueError):
    """A way of writing stands for two names, or a name that is needed has no line."""


@dataclass(frozen=True)
class Entry:
    """One line: every way of writing in lower case, which of them are guarded, what it needs.

    group is the name of its file, such as skills_data.
    """

    name: str
    group: str
    forms: tuple[str, ...]
    guarded: frozenset[str]
    listed_only: frozenset[str]
    parents: tuple[str, ...]


@dataclass(frozen=True)
class Words:
    """One kind of word, by name and by way of writing."""

    entries: Mapping[str, Entry]
    forms: Mapping[str, str]
    guarded: frozenset[str]
    listed_only: frozenset[str]

    def canonical(self, name: str) -> str:
        """Give the name that a way of writing stands for, or the text itself where unknown."""
        return self.forms.get(plain(name), name)


def plain(text: str) -> str:
    """Write a text as it is compared: lower case, simplified characters, no space around."""
    # The reader of résumés stands on these words, so its table of characters is fetched late.
    from chalicelib.screening.resume.script import simplified

    return simplified(text.strip().lower())


def forms() -> Mapping[str, str]:
    """Give every lower-case way of writing a skill with the skill's name."""
    return skills().forms


def guarded() -> frozenset[str]:
    """List the ways of writing a skill that count only capitalised or in a list of skills."""
    return skills().guarded


def listed_only() -> frozenset[str]:
    """List the ways of writing a skill that count only in a list of skills, capitalised or not."""
    return skills().listed_only


def canonical(name: str) -> str:
    """Give a skill's name from any way of writing it, or the text itself where unknown."""
    return skills().canonical(name)


def parents(name: str) -> tuple[str, ...]:
    """List the skills that a skill needs at once: Spring Boot needs Spring."""
    entry = skills().entries.get(name)
    return entry.parents if entry else ()


@lru_cache(maxsize=4096)
def implies(name: str) -> tuple[str, ...]:
    """List all that cannot be lacking in who holds a skill: Spring Boot shows Spring and Java."""
    return _closure(skills(), name)


@lru_cache(maxsize=4096)
def shown_by(name: str) -> frozenset[str]:
    """Give the skills that show a skill: itself and each that needs it."""
    return frozenset({name, *(n for n in skills().entries if name in implies(n))})


@lru_cache(maxsize=4096)
def certificate_meets(name: str) -> tuple[str, ...]:
    """List the lower certificates that one covers: CET-6 covers CET-4."""
    return _closure(certificates(), name)


def _closure(words: Words, name: str) -> tuple[str, ...]:
    reached: dict[str, None] = {}
    waiting = [name]
    while waiting:
        entry = words.entries.get(waiting.pop(0))
        fresh = [p for p in entry.parents if p not in reached] if entry else []
        reached.update(dict.fromkeys(fresh))
        waiting += fresh
    return tuple(reached)


@lru_cache(maxsize=1)
def skills() -> Words:
    """Read the skills of every trade."""
    return _read("skills_*.txt")


@lru_cache(maxsize=1)
def certificates() -> Words:
    """Read certificates; what stands behind > is covered by who holds the left one."""
    return _read("certificates.txt")


@lru_cache(maxsize=1)
def languages() -> Words:
    """Read spoken languages."""
    return _read("languages.txt")


@lru_cache(maxsize=1)
def cities() -> Words:
    """Read cities, in Chinese with pinyin or English; a city's parent is its province."""
    return _read(CITIES.name, folder=CITIES.parent, shared=True)


@lru_cache(maxsize=1)
def districts() -> Words:
    """Read parts of cities that are known by their name alone; a district's parent is its city."""
    return _read("districts.txt", shared=True)


@lru_cache(maxsize=1)
def regions() -> Words:
    """Read names for several cities at once, such as 北上广; the cities stand behind >."""
    return _read("regions.txt", shared=True)


@lru_cache(maxsize=1)
def roles() -> Words:
    """Read kinds of post; a line's words are what titles of that kind carry."""
    return _read("roles.txt", shared=True)


@lru_cache(maxsize=1)
def levels() -> Words:
    """Read the words for a level of holding, by the level's name."""
    return _read("levels.txt")


def cities_of(place: str) -> tuple[str, ...]:
    """List the cities of a province or country; a city stands for itself."""
    known = cities()
    found = tuple(e.name for e in known.entries.values() if place.rstrip("省市") in e.parents)
    return found or (known.canonical(place),)


def _read(pattern: str, *, folder: Path = _WORDS, shared: bool = False) -> Words:
    """Read files; `shared` allows parents without a line and a word of two lines (first wins)."""
    entries = {e.name: e for path in sorted(folder.glob(pattern)) for e in _lines(path)}
    by_form: dict[str, str] = {}
    for entry in entries.values():
        for form in entry.forms:
            if by_form.setdefault(form, entry.name) != entry.name and not shared:
                raise WordsDisagree(f"{form}: {by_form[form]} or {entry.name}")
        unknown = [p for p in entry.parents if p not in entries and not shared]
        if unknown:
            raise WordsDisagree(f"{entry.name} needs {unknown[0]}, which has no line")
    return Words(
        MappingProxyType(entries),
        MappingProxyType(by_form),
        guarded=frozenset().union(*(entry.guarded for entry in entries.values())),
        listed_only=frozenset().union(*(entry.listed_only for entry in entries.values())),
    )


def _lines(path: Path) -> Iterator[Entry]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("# "):
            continue
        left, _, needs = line.partition(" > ")
        name, _, written = left.partition(": ")
        forms = [form.strip().lower() for form in written.split(",") if form.strip()]
        yield Entry(
            name=name.strip(),
            group=path.stem,
            forms=tuple(dict.fromkeys([name.strip().lower(), *(f.lstrip("^~") for f in forms)])),
            guarded=frozenset(f[1:] for f in forms if f.startswith("^")),
            listed_only=frozenset(f[1:] for f in forms if f.startswith("~")),
            parents=tuple(need.strip() for need in needs.split(",") if need.strip()),
        )
