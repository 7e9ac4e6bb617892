"""What still keeps a drafted competency model from being adopted."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from chalicelib.foundation.values import load
from chalicelib.interviewing.competencies import LANGUAGES, WEIGHT_TOTAL, CompetencyModel
from chalicelib.interviewing.questions import Question

Plain = dict[str, Any]

MOST_DIMENSIONS = 12
MOST_INDICATORS = 12
MOST_TERMS = 60
LONGEST_NAME, LONGEST_TEXT, LONGEST_WORDING = 60, 400, 60


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: `model.problem.<reason>` says it, `dimension` names where."""

    reason: str
    dimension: str = ""
    detail: dict[str, Any] = field(default_factory=dict)


def problems(dimensions: Sequence[Plain], bank: Sequence[Question]) -> tuple[Problem, ...]:
    """Everything that keeps these dimensions from being a competency model, none when all is well.

    Parameters
    ----------
    dimensions : as `drafting.tidy` gives them.
    bank : the question bank; a dimension about which nothing could be asked cannot be rated.
    """
    found = [*_whole_model(dimensions)]
    for item in dimensions:
        asked = any(q.dimension == item["key"] and q.asked_first for q in bank)
        found += _texts(item)
        found += _indicators(item)
        found += _terms(item)
        found += [] if asked or not item["key"] else [_problem("no-question", item)]
    return tuple(found)


def finished(job_family: str, dimensions: Sequence[Plain], note: Mapping[str, str]) -> Any:
    """The model of dimensions without problems; its version is given when it is adopted.

    Raises
    ------
    CompetencyModelInvalid
        They had problems after all.
    """
    plain = {"job_family": job_family, "version": 0, "dimensions": dimensions, "note": dict(note)}
    return load(CompetencyModel, plain)


def _problem(reason: str, item: Plain, **detail: Any) -> Problem:
    return Problem(reason, str(item["key"]), detail)


def _whole_model(dimensions: Sequence[Plain]) -> Iterator[Problem]:
    total = sum(item["weight"] for item in dimensions)
    if not dimensions:
        yield Problem("no-dimensions")
    elif total != WEIGHT_TOTAL:
        yield Problem("weights-total", detail={"total": total})
    if len(dimensions) > MOST_DIMENSIONS:
        yield Problem("too-many-dimensions", detail={"most": MOST_DIMENSIONS})
    for key, count in Counter(item["key"] for item in dimensions).items():
        if count > 1 and key:
            yield Problem("dimension-twice", key)


def _texts(item: Plain) -> Iterator[Problem]:
    for part in ("name", "definition"):
        if not all(item[part].values()):
            yield _problem(f"{part}-missing", item)
    yield from _anchors(item)
    if not 1 <= item["weight"] <= WEIGHT_TOTAL:
        yield _problem("weight-missing", item)
    if _too_long(item):
        yield _problem("text-long", item, name=LONGEST_NAME, most=LONGEST_TEXT)


def _anchors(item: Plain) -> Iterator[Problem]:
    for number, anchor in enumerate(item["anchors"], 1):
        if not all(anchor.values()):
            yield _problem("anchor-missing", item, n=number)
    for (a, one), (b, other) in combinations(enumerate(item["anchors"], 1), 2):
        if any(one[x] and one[x] == other[x] for x in LANGUAGES):
            yield _problem("anchors-alike", item, a=a, b=b)


def _too_long(item: Plain) -> bool:
    texts = [*item["definition"].values(), *(t for a in item["anchors"] for t in a.values())]
    names = [item["key"], *item["name"].values()]
    return any(len(text) > LONGEST_TEXT for text in texts) or any(
        len(text) > LONGEST_NAME for text in names
    )


def _indicators(item: Plain) -> Iterator[Problem]:
    if not item["indicators"]:
        yield _problem("no-indicators", item)
    if len(item["indicators"]) > MOST_INDICATORS:
        yield _problem("too-many-indicators", item, most=MOST_INDICATORS)
    for number, one in enumerate(item["indicators"], 1):
        if not all([*one["name"].values(), *one["wordings"].values()]):
            yield _problem("indicator-incomplete", item, n=number)
        if any(len(w) > LONGEST_WORDING for x in LANGUAGES for w in one["wordings"][x]):
            yield _problem("wording-long", item, n=number, most=LONGEST_WORDING)
    for key, count in Counter(one["key"] for one in item["indicators"]).items():
        if count > 1:
            yield _problem("indicator-twice", item, behaviour=key)


def _terms(item: Plain) -> Iterator[Problem]:
    if not all(item["key_terms"][x] for x in LANGUAGES):
        yield _problem("no-terms", item)
    for language in LANGUAGES:
        terms, others = item["key_terms"][language], item["synonyms"][language]
        if len(terms) > MOST_TERMS:
            yield _problem("too-many-terms", item, most=MOST_TERMS)
        wordings = [*terms, *(word for words in others.values() for word in words)]
        for wording, count in Counter(w.lower() for w in wordings).items():
            if count > 1:
                yield _problem("term-twice", item, term=wording)
