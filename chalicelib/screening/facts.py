"""What a résumé states; every fact keeps the place it was read from."""

from dataclasses import dataclass
from enum import IntEnum


@dataclass(frozen=True)
class Source:
    """A quotation: characters start to end (end excluded) of a numbered line of a page."""

    page: int
    line: int
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Fact:
    """One stated value, normalised, with its quotation."""

    value: str
    source: Source


@dataclass(frozen=True)
class Span:
    """Months from start to end, counted from year 0.

    exact is False where only years are stated; open says that it lasts until today (至今).
    """

    start: int
    end: int
    exact: bool = True
    open: bool = False

    @property
    def months(self) -> int:
        """Whole months between the two named months: 2016.07 to 2018.09 is 26."""
        return max(0, self.end - self.start)


class Degree(IntEnum):
    """Completed schooling in rising order; the numbers are kept with the facts."""

    JUNIOR = 0
    SECONDARY = 1
    ASSOCIATE = 2
    BACHELOR = 3
    MASTER = 4
    DOCTORATE = 5


class Level(IntEnum):
    """How well a skill is claimed to be held; UNSTATED is a name without a word of degree."""

    UNSTATED = 0
    BASIC = 1
    FAMILIAR = 2
    PROFICIENT = 3
    EXPERT = 4


@dataclass(frozen=True)
class Protected:
    """What the law guards apart, only where the résumé states it. No rule is ever given this part.

    birth_year is four digits; gender is female or male.
    """

    birth_year: Fact | None = None
    gender: Fact | None = None


@dataclass(frozen=True)
class Contact:
    """Who to call. No rule is ever given this part."""

    name: Fact | None = None
    phones: tuple[Fact, ...] = ()
    emails: tuple[Fact, ...] = ()


@dataclass(frozen=True)
class Education:
    """One school; completed is False where the résumé says it is still going on.

    source is the line it was read from.
    """

    source: Source
    school: Fact | None = None
    degree: Degree | None = None
    degree_source: Source | None = None
    major: Fact | None = None
    span: Span | None = None
    completed: bool = True
    span_source: Source | None = None


@dataclass(frozen=True)
class Work:
    """One post; skills are those named in its own lines, span_source quotes its dates."""

    source: Source
    employer: Fact | None = None
    title: Fact | None = None
    span: Span | None = None
    internship: bool = False
    skills: tuple[Fact, ...] = ()
    span_source: Source | None = None


@dataclass(frozen=True)
class Project:
    """One project; span is None where the résumé gives it no dates."""

    source: Source
    name: str
    span: Span | None = None
    skills: tuple[Fact, ...] = ()
    span_source: Source | None = None


@dataclass(frozen=True)
class Skill:
    """One skill, once, however often it is written; denials are quotations such as 不熟悉Python.

    listed says that the résumé names it in a list of skills, not only in passing.
    """

    name: str
    level: Level
    mentions: tuple[Source, ...]
    level_source: Source | None = None
    denials: tuple[Source, ...] = ()
    listed: bool = False


@dataclass(frozen=True)
class Stated:
    """Years of experience that the résumé claims in words; about is a skill, 'project' or ''."""

    about: str
    months: int
    source: Source


@dataclass(frozen=True)
class Language:
    """A spoken language with its claimed level."""

    name: str
    level: Level
    source: Source


@dataclass(frozen=True)
class Availability:
    """When the person can start: days from the day of reading; 0 is at once."""

    days: int
    source: Source


@dataclass(frozen=True)
class Salary:
    """Wished-for pay a month, in whole units of a currency (ISO 4217); high is low for one sum."""

    low: int
    high: int
    currency: str
    source: Source


@dataclass(frozen=True)
class Relocation:
    """Whether the person says they would move or travel to where the work is."""

    willing: bool
    source: Source


@dataclass(frozen=True)
class Qualifications:
    """All that a rule may see: nothing here tells name, age, gender or looks."""

    city: Fact | None = None
    desired_cities: tuple[Fact, ...] = ()
    education: tuple[Education, ...] = ()
    work: tuple[Work, ...] = ()
    projects: tuple[Project, ...] = ()
    skills: tuple[Skill, ...] = ()
    stated: tuple[Stated, ...] = ()
    certificates: tuple[Fact, ...] = ()
    languages: tuple[Language, ...] = ()
    availability: Availability | None = None
    relocation: Relocation | None = None
    salary: Salary | None = None
    sections: tuple[str, ...] = ()


@dataclass(frozen=True)
class ResumeFacts:
    """A résumé in three parts: whom to call, what counts, and what the law guards apart."""

    contact: Contact
    qualifications: Qualifications
    protected: Protected = Protected()


@dataclass(frozen=True)
class Sought:
    """Names in a requisition's criteria, looked for even where the reviewed words lack them."""

    skills: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    certificates: tuple[str, ...] = ()


def months_covered(spans: tuple[Span, ...]) -> int:
    """Count the months that at least one span covers.

    Parameters
    ----------
    spans : in any order, overlapping or not.

    Returns
    -------
    Months; a month in two posts counts once.
    """
    total, reached = 0, -1
    for span in sorted(spans, key=lambda s: (s.start, s.end)):
        begin = max(span.start, reached)
        total += max(0, span.end - begin)
        reached = max(reached, span.end)
    return total
