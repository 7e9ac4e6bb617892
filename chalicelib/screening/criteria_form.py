"""Criteria as a form: which fields a rule has, and rows of text back into criteria."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from chalicelib.screening.criteria import RULES, Text2
from chalicelib.screening.facts import Degree, Level
from chalicelib.screening.job_description.labels import label

#: Between the words of a list, in either language.
_BETWEEN = re.compile(r"\s*[,、，;；\n]\s*")
_CHOICES: dict[str, tuple[str, ...]] = {
    "degree": tuple(degree.name.lower() for degree in Degree),
    "level": tuple(level.name.lower() for level in Level if level),
    "internships": ("counted", "not-counted"),
    "flag": ("true",),
}


@dataclass(frozen=True)
class Field:
    """One parameter of a rule: kind is text, texts, years, days, or one with choices."""

    name: str
    kind: str
    required: bool
    choices: tuple[str, ...] = ()


def fields_of(rule: str) -> tuple[Field, ...]:
    """List the parameters of a registered rule, required ones first; none for an unknown rule."""
    registered = RULES.get(rule)
    if registered is None:
        return ()
    return tuple(
        Field(name, kind.__name__, required, _CHOICES.get(kind.__name__, ()))
        for kinds, required in ((registered.required, True), (registered.optional, False))
        for name, kind in kinds.items()
    )


def rules() -> tuple[str, ...]:
    """List the names of all rules, in the order in which they are offered."""
    return tuple(RULES)


def rows_of(
    given: Sequence[Mapping[str, Any]], known: Sequence[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """Turn a form's rows into criteria, to be checked by `validate_criteria`.

    Parameters
    ----------
    given : rows of text: criterion_id, rule, importance, weight, keep and params by name; lists
        are parted by commas, and an empty parameter is one that is not asked for. A row without
        keep is left out.
    known : the criteria as they stand; an unchanged demand keeps its own name.

    Returns
    -------
    Criteria in the same order; each has its own id, and a name in zh and en.
    """
    taken = {str(row.get("criterion_id", "")) for row in given if row.get("criterion_id")}
    named = {str(row.get("criterion_id")): row for row in known}
    rows = []
    for item in given:
        if not item.get("keep"):
            continue
        own = str(item.get("criterion_id") or _free(str(item.get("rule", "")), taken))
        taken.add(own)
        rows.append(_row(own, item, named.get(own, {})))
    return rows


def _free(rule: str, taken: set[str]) -> str:
    return next(name for n in range(1, 10_000) if (name := f"{rule}-{n}") not in taken)


def _row(own: str, item: Mapping[str, Any], known: Mapping[str, Any]) -> dict[str, Any]:
    rule, params = str(item.get("rule", "")), _params(item)
    same = (known.get("rule"), known.get("params")) == (rule, params)
    return {
        "criterion_id": own,
        "rule": rule,
        "importance": str(item.get("importance", "")),
        "params": params,
        "label": known["label"] if same else _label(rule, params),
        "weight": _number(str(item.get("weight", ""))),
    }


def _label(rule: str, params: dict[str, Any]) -> Text2:
    """A name, where the required parameters allow one; what is wrong with them is told later."""
    registered = RULES.get(rule)
    if registered is None or not all(
        name in params and fits(params[name]) for name, fits in registered.required.items()
    ):
        return {"zh": rule or "?", "en": rule or "?"}
    return label(rule, params)


def _params(item: Mapping[str, Any]) -> dict[str, Any]:
    given = item.get("params")
    plain = given if isinstance(given, Mapping) else {}
    kinds = {field.name: field.kind for field in fields_of(str(item.get("rule", "")))}
    return {
        name: _value(kinds.get(name, "text"), str(text).strip())
        for name, text in plain.items()
        if str(text).strip()
    }


def _value(kind: str, text: str) -> object:
    if kind == "texts":
        return [word for word in _BETWEEN.split(text) if word]
    if kind in ("years", "days"):
        return _number(text)
    return text == "true" if kind == "flag" else text


def _number(text: str) -> object:
    """A whole number, a decimal one, or the text itself, which no rule takes for a number."""
    try:
        number = float(text)
    except ValueError:
        return text
    return int(number) if number.is_integer() else number
