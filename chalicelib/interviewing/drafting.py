"""A competency model while it is written: texts of a form to plain values, steps of its editor."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from chalicelib.foundation.errors import Conflict, Invalid, NotFound
from chalicelib.foundation.values import dump
from chalicelib.interviewing.anchors import DIMENSIONS
from chalicelib.interviewing.competencies import LANGUAGES, WEIGHT_TOTAL

Plain = dict[str, Any]

ANCHORS = 5
#: Between the entries of a list, in either language, and between a term and its synonyms.
_BETWEEN = re.compile(r"\s*[|,、，;；\n]\s*")
_EQUALS = re.compile(r"\s*[=＝]\s*")


class DraftUnknown(NotFound):
    """No such draft of a competency model."""

    code = "draft-unknown"


class DraftClosed(Conflict):
    """The draft was adopted or given up and changes no more."""

    code = "draft-closed"


class DraftStale(Conflict):
    """Somebody else changed the draft, or another version came into force meanwhile."""

    code = "draft-stale"


class DraftUnfinished(Invalid):
    """The draft does not hold together yet."""

    code = "draft-unfinished"


class DraftTooLarge(Invalid):
    """More text than a competency model may hold."""

    code = "draft-too-large"


def tidy(given: Any) -> list[Plain]:
    """The dimensions of a draft from JSON or from a form, trimmed, with every field there.

    Parameters
    ----------
    given : a list of dimensions, or a mapping by place as a form gives it. In a form lists are
        texts: wordings parted by commas or `|`; `terms` one term a line, `term = synonym, other`.

    Returns
    -------
    Dimensions as `dump` of a `Dimension` gives them; what was left out is empty, a weight that is
    no whole number 0. They may be far from valid: `unfinished.problems` tells.
    """
    return [_dimension(item) for item in _listed(given)]


def _dimension(given: Mapping[str, Any]) -> Plain:
    name, definition = _text2(given.get("name")), _text2(given.get("definition"))
    anchors = [_text2(item) for item in _listed(given.get("anchors"))][:ANCHORS]
    anchors += [_text2(None)] * (ANCHORS - len(anchors))
    terms, synonyms = _terms(given)
    indicators = [_indicator(item, n) for n, item in enumerate(_listed(given.get("indicators")), 1)]
    return {
        "key": _trim(given.get("key")) or slug(name["en"]),
        "name": name,
        "definition": definition,
        "anchors": anchors,
        "indicators": [item for item in indicators if _said(item)],
        "key_terms": terms,
        "weight": _whole(given.get("weight")),
        "synonyms": synonyms,
    }


def _indicator(given: Mapping[str, Any], number: int) -> Plain:
    name, wordings = _text2(given.get("name")), _mapped(given.get("wordings"))
    return {
        "key": _trim(given.get("key")) or slug(name["en"]) or f"behaviour_{number}",
        "name": name,
        "wordings": {x: _entries(wordings.get(x)) for x in LANGUAGES},
    }


def _said(item: Plain) -> bool:
    return any([*item["name"].values(), *item["wordings"].values()])


def _terms(given: Mapping[str, Any]) -> tuple[Plain, Plain]:
    if "terms" not in given:
        kept, others = _mapped(given.get("key_terms")), _mapped(given.get("synonyms"))
        terms = {x: _entries(kept.get(x)) for x in LANGUAGES}
        synonyms = {x: _synonyms(_mapped(others.get(x)), terms[x]) for x in LANGUAGES}
        return terms, synonyms
    lines = {x: _lines(_mapped(given["terms"]).get(x)) for x in LANGUAGES}
    parted = {x: [_EQUALS.split(line, maxsplit=1) for line in lines[x]] for x in LANGUAGES}
    terms = {x: list(dict.fromkeys(pair[0] for pair in parted[x])) for x in LANGUAGES}
    others = {x: {pair[0]: pair[1] for pair in parted[x] if len(pair) > 1} for x in LANGUAGES}
    return terms, {x: _synonyms(others[x], terms[x]) for x in LANGUAGES}


def _synonyms(given: Mapping[str, Any], terms: Sequence[str]) -> Plain:
    read = {term: _entries(given.get(term)) for term in terms}
    return {term: others for term, others in read.items() if others}


def term_lines(dimension: Mapping[str, Any], language: str) -> str:
    """The key terms of a plain dimension as a form's text, one a line with its synonyms."""
    others = dimension.get("synonyms", {}).get(language, {})
    between = "、" if language == "zh" else ", "
    return "\n".join(
        f"{term} = {between.join(others[term])}" if others.get(term) else term
        for term in dimension["key_terms"].get(language, ())
    )


def slug(text: str) -> str:
    """A key from an English name: `Service recovery` gives `service_recovery`."""
    words = re.sub(r"[^a-z0-9]+", "_", text.lower()).strip("_")
    return words[:40].rstrip("_") if words[:1].isalpha() else ""


def step(dimensions: Sequence[Plain], do: str) -> list[Plain]:
    """One step of the editor.

    Parameters
    ----------
    dimensions : tidy ones.
    do : `add:<key>` appends a built-in dimension, or an empty one without a key; `remove:<place>`;
        `indicator:<place>` appends an empty indicator; `balance` scales the weights to 100 in
        their proportions. Anything else changes nothing.
    """
    verb, _, what = do.partition(":")
    if verb == "add":
        return [*dimensions, _new(what)]
    if verb == "balance":
        weights = balanced([item["weight"] for item in dimensions])
        pairs = zip(dimensions, weights, strict=True)
        return [item | {"weight": weight} for item, weight in pairs]
    place = int(what) if what.isdecimal() else -1
    if verb == "remove":
        return [item for n, item in enumerate(dimensions) if n != place]
    if verb == "indicator":
        empty = {"key": "", "name": _text2(None), "wordings": {x: [] for x in LANGUAGES}}
        return [
            item | {"indicators": [*item["indicators"], empty]} if n == place else item
            for n, item in enumerate(dimensions)
        ]
    return list(dimensions)


def _new(key: str) -> Plain:
    if key in DIMENSIONS:
        built_in: Plain = dump(replace(DIMENSIONS[key], weight=0))
        return built_in
    return _dimension({"key": key})


def balanced(weights: Sequence[int]) -> list[int]:
    """Whole weights with the total 100 in the proportions of those given, each at least 1.

    Of equal remainders the earlier one gains; without any weight all are alike.
    """
    if not weights:
        return []
    wish = [max(weight, 1) for weight in weights] if any(weights) else [1] * len(weights)
    exact = [weight * WEIGHT_TOTAL / sum(wish) for weight in wish]
    rounded = [max(1, int(value)) for value in exact]
    order = sorted(range(len(wish)), key=lambda n: (rounded[n] - exact[n], n))
    for n in order[: max(0, WEIGHT_TOTAL - sum(rounded))]:
        rounded[n] += 1
    while sum(rounded) > WEIGHT_TOTAL:
        rounded[rounded.index(max(rounded))] -= 1
    return rounded


def _listed(given: Any) -> list[Mapping[str, Any]]:
    if isinstance(given, Mapping):
        placed = sorted((key for key in given if str(key).isdecimal()), key=int)
        given = [given[key] for key in placed]
    listed = given if isinstance(given, list | tuple) else ()
    return [item for item in listed if isinstance(item, Mapping)]


def _entries(given: Any) -> list[str]:
    parts: Iterable[Any] = given if isinstance(given, list | tuple) else ()
    if isinstance(given, str):
        parts = _BETWEEN.split(given)
    return list(dict.fromkeys(text for part in parts if (text := _trim(part))))


def _lines(given: Any) -> list[str]:
    return [text for line in str(given or "").splitlines() if (text := _trim(line))]


def _text2(given: Any) -> Plain:
    return {x: _trim(_mapped(given).get(x)) for x in LANGUAGES}


def _mapped(given: Any) -> Mapping[str, Any]:
    return given if isinstance(given, Mapping) else {}


def _trim(given: Any) -> str:
    return str(given).strip() if given is not None else ""


def _whole(given: Any) -> int:
    text = _trim(given)
    return int(text) if re.fullmatch(r"[0-9]{1,3}", text) else 0
