"""What a requisition asks for, checked row by row, and what a rule answers."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from chalicelib.foundation.errors import Invalid
from chalicelib.screening.facts import Degree, Level, Qualifications, Source

Text2 = dict[str, str]
Value = str | bool | int | float | list[str]
Kind = Callable[[object], bool]


class InvalidCriterion(Invalid):
    """A row of a requisition's criteria cannot be used; row counts from 1."""

    code = "criterion-invalid"


class Importance(StrEnum):
    """ESSENTIAL must be met to be recommended; PREFERRED adds."""

    ESSENTIAL = "essential"
    PREFERRED = "preferred"


class Verdict(StrEnum):
    """UNKNOWN means that the résumé does not say; it is never counted as not met."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Criterion:
    """One demand: which rule decides it, with which parameters, at which weight."""

    criterion_id: str
    rule: str
    importance: Importance
    params: dict[str, Value]
    label: Text2
    weight: int = 10


@dataclass(frozen=True)
class Suggestion:
    """A skill in the résumé that is near the one asked for: for a person to see, never a verdict.

    similarity is 0 to 1, from the table of neighbours.
    """

    skill: str
    similarity: float
    source: Source


@dataclass(frozen=True)
class Finding:
    """A rule's verdict with its reason and the résumé's words behind it."""

    criterion_id: str
    verdict: Verdict
    reason: Text2
    evidence: tuple[Source, ...] = ()
    suggestion: Suggestion | None = None


@dataclass(frozen=True)
class Remedy:
    """Qualifications with one fact changed, and that change in words: "if … were shown"."""

    held: Qualifications
    words: Text2


Rule = Callable[[Criterion, Qualifications], Finding]
Remedies = Callable[[Criterion, Qualifications], Iterator[Remedy]]


@dataclass(frozen=True)
class Registered:
    """A rule: how it decides, which parameters it takes, what could meet it, smallest first."""

    decide: Rule
    required: Mapping[str, Kind]
    optional: Mapping[str, Kind]
    remedies: Remedies


RULES: dict[str, Registered] = {}


def text(value: object) -> bool:
    """Accept a word or phrase of at most 80 characters."""
    return isinstance(value, str) and 0 < len(value.strip()) <= 80


def texts(value: object) -> bool:
    """Accept one to twenty words or phrases."""
    return isinstance(value, list) and 0 < len(value) <= 20 and all(text(v) for v in value)


def years(value: object) -> bool:
    """Accept more than 0 and at most 40 years."""
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= 40


def level(value: object) -> bool:
    """Accept the name of a level."""
    return isinstance(value, str) and value.upper() in Level.__members__ and value != "unstated"


def degree(value: object) -> bool:
    """Accept the name of a degree."""
    return isinstance(value, str) and value.upper() in Degree.__members__


def days(value: object) -> bool:
    """Accept 0 (at once) to 365 whole days."""
    return type(value) is int and 0 <= value <= 365


def flag(value: object) -> bool:
    """Accept true or false."""
    return isinstance(value, bool)


def internships(value: object) -> bool:
    """Accept how internships count towards years: counted or not-counted."""
    return value in ("counted", "not-counted")


def no_remedy(_criterion: Criterion, _held: Qualifications) -> Iterator[Remedy]:
    """Know of nothing that would meet a criterion."""
    return iter(())


def rule(
    name: str,
    required: Mapping[str, Kind],
    optional: Mapping[str, Kind] | None = None,
    *,
    remedies: Remedies = no_remedy,
) -> Callable[[Rule], Rule]:
    """Register a function as the rule of that name, with its parameters and its remedies."""

    def register(function: Rule) -> Rule:
        RULES[name] = Registered(function, required, optional or {}, remedies)
        return function

    return register


def validate_criteria(rows: Sequence[Mapping[str, object]]) -> tuple[Criterion, ...]:
    """Check a requisition's criteria.

    Parameters
    ----------
    rows : each with criterion_id, rule, importance, params, label {zh, en} and weight 1-100.

    Returns
    -------
    The criteria in the same order.

    Raises
    ------
    InvalidCriterion : names the first row (from 1) and the field that cannot be used.
    """
    found: list[Criterion] = []
    for number, row in enumerate(rows, start=1):
        criterion = _criterion(number, row)
        if any(criterion.criterion_id == other.criterion_id for other in found):
            raise InvalidCriterion(row=number, field="criterion_id", why="used twice")
        found.append(criterion)
    return tuple(found)


def _criterion(number: int, row: Mapping[str, object]) -> Criterion:
    known = {"criterion_id", "rule", "importance", "params", "label", "weight"}
    if extra := sorted(set(row) - known):
        raise InvalidCriterion(row=number, field=extra[0], why="not known")
    checks = {
        "criterion_id": text(row.get("criterion_id")),
        "rule": isinstance(row.get("rule"), str) and row.get("rule") in RULES,
        "importance": row.get("importance") in list(Importance),
        "label": _is_label(row.get("label")),
        "weight": type(row.get("weight", 10)) is int
        and 1 <= int(str(row.get("weight", 10))) <= 100,
    }
    if wrong := [name for name, good in checks.items() if not good]:
        raise InvalidCriterion(row=number, field=wrong[0], why="missing or not allowed")
    params = _params(number, str(row["rule"]), row.get("params", {}))
    label = row["label"]
    return Criterion(
        criterion_id=str(row["criterion_id"]),
        rule=str(row["rule"]),
        importance=Importance(str(row["importance"])),
        params=params,
        label=dict(label) if isinstance(label, Mapping) else {},
        weight=int(str(row.get("weight", 10))),
    )


def _is_label(label: object) -> bool:
    return (
        isinstance(label, Mapping) and set(label) == {"zh", "en"} and all(map(text, label.values()))
    )


def _params(number: int, name: str, params: object) -> dict[str, Value]:
    if not isinstance(params, Mapping):
        raise InvalidCriterion(row=number, field="params", why="missing or not allowed")
    registered = RULES[name]
    kinds = {**registered.required, **registered.optional}
    for key in sorted({*registered.required, *map(str, params)}):
        if key not in kinds or key not in params or not kinds[key](params[key]):
            raise InvalidCriterion(row=number, field=f"params.{key}", why="missing or not allowed")
    return {str(key): value for key, value in params.items()}
