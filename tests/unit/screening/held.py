"""Facts as a résumé would state them, for tests of the rules alone."""

from typing import Any

from chalicelib.screening.criteria import Criterion, Finding
from chalicelib.screening.facts import (
    Degree,
    Education,
    Fact,
    Level,
    Project,
    Qualifications,
    Skill,
    Source,
    Span,
    Work,
)
from chalicelib.screening.rules import decide, validate_criteria

LABEL = {"zh": "条件", "en": "criterion"}


def row(rule: str, **params: Any) -> dict[str, Any]:
    return {
        "criterion_id": "c",
        "rule": rule,
        "importance": "essential",
        "params": params,
        "label": LABEL,
        "weight": 10,
    }


def criterion(rule: str, **params: Any) -> Criterion:
    return validate_criteria([row(rule, **params)])[0]


def finding(held: Qualifications, rule: str, **params: Any) -> Finding:
    return decide((criterion(rule, **params),), held)[0]


def at(text: str, line: int = 1) -> Source:
    return Source(1, line, 0, len(text), text)


def fact(text: str) -> Fact:
    return Fact(text, at(text))


def month(text: str) -> int:
    year, number = text.split(".")
    return int(year) * 12 + int(number) - 1


def span(text: str, *, exact: bool = True) -> Span:
    first, last = text.split("-")
    return Span(month(first), month(last), exact)


def post(
    dates: str | None, title: str | None = None, *, skills: tuple[str, ...] = (), **more: Any
) -> Work:
    exact = more.pop("exact", True)
    return Work(
        at(dates or "undated"),
        title=fact(title) if title else None,
        span=span(dates, exact=exact) if dates else None,
        skills=tuple(map(fact, skills)),
        **more,
    )


def project(dates: str | None, *skills: str) -> Project:
    return Project(
        at(dates or "undated"), "项目", span(dates) if dates else None, tuple(map(fact, skills))
    )


def skill(
    name: str, level: Level = Level.UNSTATED, *, denied: str = "", mentioned: bool = True
) -> Skill:
    return Skill(
        name,
        level,
        (at(name),) if mentioned else (),
        denials=(at(denied),) if denied else (),
        listed=mentioned,
    )


def school(degree: Degree, *, completed: bool = True) -> Education:
    return Education(
        at(degree.name), degree=degree, degree_source=at(degree.name), completed=completed
    )
