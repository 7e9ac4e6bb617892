"""What changed from one version of a competency model to another, field by field."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from chalicelib.interviewing.competencies import LANGUAGES, Text2

Plain = Mapping[str, Any]


class Change(StrEnum):
    """What became of a thing."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True)
class Difference:
    """One field of one dimension; `before` and `after` are texts, empty where there is none.

    `field` is dimension, weight, name, definition, anchor, indicator or terms; `detail` the
    anchor's number or the language of the terms.
    """

    dimension: str
    name: Text2
    change: Change
    field: str
    detail: str
    before: Text2
    after: Text2


NOTHING: Text2 = {"zh": "", "en": ""}


def differences(old: Sequence[Plain], new: Sequence[Plain]) -> tuple[Difference, ...]:
    """Compare two sets of dimensions, each as `dump` gives it; none when they are the same.

    Dimensions are matched by key, indicators by key, terms as a set with their synonyms.
    """
    before, after = ({item["key"]: item for item in items} for items in (old, new))
    found: list[Difference] = []
    for key in dict.fromkeys([*before, *after]):
        one, other = before.get(key), after.get(key)
        if one is None or other is None:
            found.append(_whole(key, one, other))
        else:
            found += _within(one, other)
    return tuple(found)


def _whole(key: str, one: Plain | None, other: Plain | None) -> Difference:
    known = other or one or {}
    change = Change.REMOVED if other is None else Change.ADDED
    told = [_figure(item["weight"]) if item else NOTHING for item in (one, other)]
    return Difference(key, known["name"], change, "dimension", "", told[0], told[1])


def _within(one: Plain, other: Plain) -> Iterator[Difference]:
    yield from _texts(one, other, "weight", _figure(one["weight"]), _figure(other["weight"]))
    for field in ("name", "definition"):
        yield from _texts(one, other, field, one[field], other[field])
    pairs = zip(one["anchors"], other["anchors"], strict=True)
    for number, (was, now) in enumerate(pairs, 1):
        yield from _texts(one, other, "anchor", was, now, str(number))
    olds, news = ({i["key"]: _indicator(i) for i in item["indicators"]} for item in (one, other))
    for key in dict.fromkeys([*olds, *news]):
        yield from _texts(
            one, other, "indicator", olds.get(key, NOTHING), news.get(key, NOTHING), key
        )
    for language in LANGUAGES:
        was, now = _terms(one, language), _terms(other, language)
        gone, come = _joined(was - now), _joined(now - was)
        yield from _texts(one, other, "terms", gone, come, language)


def _texts(  # noqa: PLR0913 - both sides whole, and the field on both
    one: Plain, other: Plain, field: str, was: Text2, now: Text2, detail: str = ""
) -> Iterator[Difference]:
    if {x: was.get(x, "") for x in LANGUAGES} == {x: now.get(x, "") for x in LANGUAGES}:
        return
    change = Change.CHANGED
    if not any(was.values()) or not any(now.values()):
        change = Change.ADDED if any(now.values()) else Change.REMOVED
    yield Difference(one["key"], other["name"], change, field, detail, was, now)


def _figure(weight: int) -> Text2:
    return dict.fromkeys(LANGUAGES, f"{weight}%")


def _indicator(item: Plain) -> Text2:
    return {
        x: f"{item['name'][x]}: {_between(x).join(item['wordings'].get(x, ()))}" for x in LANGUAGES
    }


def _terms(item: Plain, language: str) -> frozenset[str]:
    others = (item.get("synonyms") or {}).get(language, {})
    return frozenset(
        " = ".join([term, _between(language).join(others[term])]) if others.get(term) else term
        for term in item["key_terms"].get(language, ())
    )


def _joined(terms: frozenset[str]) -> Text2:
    return dict.fromkeys(LANGUAGES, "; ".join(sorted(terms)))


def _between(language: str) -> str:
    return "、" if language == "zh" else ", "
