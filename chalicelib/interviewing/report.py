"""A candidate's own report: what each answer showed, why it was rated so, what would help."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from chalicelib.foundation.messages import LANGUAGES, MESSAGES, both, say
from chalicelib.interviewing.competencies import CompetencyModel, Dimension, Text2
from chalicelib.interviewing.overriding import Override
from chalicelib.interviewing.ratings import AnswerRating, RatingState
from chalicelib.interviewing.scorecard import ScorecardResult

TOP = 5
COMMA = {"zh": "、", "en": ", "}


@dataclass(frozen=True)
class Quote:
    """The candidate's own words, what they show, and whether they counted."""

    text: str
    shows: Text2
    counted: bool


@dataclass(frozen=True)
class Said:
    """One answer with its rating, as the report is made from it."""

    question_id: str
    question: Text2
    dimension: str
    rating: AnswerRating | None
    override: Override | None = None


@dataclass(frozen=True)
class AnswerReport:
    """One answer explained; `rating` 1-5 is the one that counts, None where nothing was rated."""

    question_id: str
    question: Text2
    rating: float | None
    machine_rating: float | None
    scorer: str
    calibrated: bool
    reasons: tuple[Text2, ...] = ()
    quotes: tuple[Quote, ...] = ()
    missing: tuple[str, ...] = ()
    improve: tuple[Text2, ...] = ()


@dataclass(frozen=True)
class DimensionReport:
    """One quality: what was rated (1-5), what that looks like and what the next step does."""

    key: str
    name: Text2
    weight: int
    rating: float | None
    score: float | None
    looks: Text2 | None
    next_looks: Text2 | None
    reason: Text2 | None
    answers: tuple[AnswerReport, ...] = field(default=())


def dimensions(
    model: CompetencyModel, result: ScorecardResult, said: Iterable[Said]
) -> tuple[DimensionReport, ...]:
    """The report of every dimension of a model, in its order.

    Parameters
    ----------
    model : names, anchors and indicators come from it.
    result : the scorecard as it counts, with persons' ratings.
    said : the answers; their machine ratings explain, a person's word is told beside them.
    """
    told = list(said)
    found = []
    for score in result.dimensions:
        dimension = model.dimension(score.dimension)
        level = None if score.rating is None else min(max(round(score.rating), 1), TOP)
        found.append(
            DimensionReport(
                key=dimension.key,
                name=dimension.name,
                weight=score.weight,
                rating=score.rating,
                score=score.score,
                looks=dimension.anchors[level - 1] if level else None,
                next_looks=dimension.anchors[level] if level and level < TOP else None,
                reason=both(f"scorecard.{score.reason}") if score.reason else None,
                answers=tuple(
                    answer(item, dimension) for item in told if item.dimension == dimension.key
                ),
            )
        )
    return tuple(found)


def answer(said: Said, dimension: Dimension) -> AnswerReport:
    """One answer in plain words; the machine's reasons stay true where a person rated otherwise."""
    rating, person = said.rating, said.override
    counting = person.rating if person else (rating.rating if rating else None)
    if rating is None or rating.state is not RatingState.RATED:
        why = both(f"answer.{rating.reason.value}") if rating and rating.reason else None
        reasons = [both("report.not_scored"), *([why] if why else []), *_person(person)]
        scorer = rating.scorer if rating else ""
        name, asked = said.question_id, said.question
        return AnswerReport(name, asked, counting, None, scorer, False, tuple(reasons))
    return AnswerReport(
        question_id=said.question_id,
        question=said.question,
        rating=counting,
        machine_rating=rating.rating,
        scorer=rating.scorer,
        calibrated=question_version(rating.scorer) > 0,
        reasons=(*_person(person), *_reasons(rating, dimension)),
        quotes=tuple(
            Quote(item.quote, _shows(item.kind, counted=item.credited), item.credited)
            for item in rating.quotes
        ),
        missing=tuple(part.value for part in rating.parts.missing) if rating.parts else (),
        improve=_improve(rating),
    )


def question_version(scorer: str) -> int:
    """The version of the question's own model that a rating rests on, by its scorer; 0: none."""
    _, mark, version = scorer.partition("+question-")
    return int(version) if mark and version.isdigit() else 0


def _reasons(rating: AnswerRating, dimension: Dimension) -> tuple[Text2, ...]:
    found = []
    if rating.parts:
        missing = rating.parts.missing
        heard = [part for part in "STAR" if part not in {item.value for item in missing}]
        if heard:
            found.append(_listed("report.heard", [f"report.part.{part}" for part in heard]))
        if missing:
            found.append(_listed("report.missing", [f"report.part.{part}" for part in missing]))
    if any(item.kind == "measured_result" and item.credited for item in rating.quotes):
        found.append(both("report.measured"))
    names = [item.name for item in dimension.indicators if item.key in rating.behaviours]
    if names:
        joined = {x: COMMA[x].join(name[x] for name in names) for x in LANGUAGES}
        found.append({x: say("report.behaviours", x, names=joined[x]) for x in LANGUAGES})
    found += [
        {x: say("report.left_out", x, why=say(f"answer.flag.{flag}", x)) for x in LANGUAGES}
        for flag in rating.flags
    ]
    return tuple(found)


def _improve(rating: AnswerRating) -> tuple[Text2, ...]:
    missing = rating.parts.missing if rating.parts else ()
    found = [both(f"report.add.{part.value}") for part in missing]
    would = rating.counterfactual
    if would is not None:
        found.append(
            {
                x: say("report.would", x, change=would.change[x], rating=f"{would.rating:g}")
                for x in LANGUAGES
            }
        )
    return tuple(found)


def _person(override: Override | None) -> list[Text2]:
    if override is None:
        return []
    return [both("report.person", rating=f"{override.rating:g}", reason=override.reason)]


def _listed(key: str, parts: list[str]) -> Text2:
    return {x: say(key, x, parts=COMMA[x].join(say(part, x) for part in parts)) for x in LANGUAGES}


def _shows(kind: str, *, counted: bool) -> Text2:
    key = f"report.shows.{kind}" if counted else f"answer.flag.{kind}"
    return both(key) if key in MESSAGES else dict.fromkeys(LANGUAGES, kind.replace("_", " "))
