"""Which questions are proposed for a requisition, why, and what could be asked instead."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from chalicelib.interviewing.competencies import CompetencyModel, Dimension
from chalicelib.interviewing.questions import Kind, Question, QuestionMissing, choose, fits
from chalicelib.interviewing.usage import GOOD, POOR, Figures

MOST_QUESTIONS = 12


class Reason(StrEnum):
    """Why a question is proposed."""

    COVERS = "covers"
    FAMILY = "family"
    GENERAL = "general"
    DISCRIMINATES = "discriminates"
    LEAST_USED = "least-used"
    ONLY = "only"


@dataclass(frozen=True)
class Why:
    """One reason with its figures: `question.why.<reason>` says it."""

    reason: Reason
    detail: dict[str, object]


@dataclass(frozen=True)
class Pick:
    """The question proposed for a dimension, why, and the others that would fit, best first."""

    dimension: str
    question: Question
    reasons: tuple[Why, ...]
    others: tuple[Question, ...]


def propose(
    model: CompetencyModel, bank: Sequence[Question], known: Mapping[str, Figures]
) -> tuple[Pick, ...]:
    """One question for each dimension of a model, heaviest first, the same for the same figures.

    Parameters
    ----------
    model : CompetencyModel
        Every dimension is covered, so that every weight can be measured.
    bank : sequence of Question
        Follow-ups and retired questions are left out.
    known : mapping of question id to Figures
        Of the wording in force; a question without figures was never asked.

    Returns
    -------
    tuple of Pick
        In each dimension: those written for the family first; of them such as are known to tell
        people apart, then those not yet known, last those known not to; of equals the one asked
        least, then the least id.

    Raises
    ------
    QuestionMissing
        A dimension has no fitting question.
    """
    ordered = sorted(model.dimensions, key=lambda item: (-item.weight, item.key))
    return tuple(_pick(item, model.job_family, bank, known) for item in ordered)


def _pick(
    dimension: Dimension, family: str, bank: Sequence[Question], known: Mapping[str, Figures]
) -> Pick:
    fitting = [item for item in bank if fits(item, dimension.key, family)]
    if not fitting:
        raise QuestionMissing(dimension=dimension.key)
    best, *others = sorted(fitting, key=lambda item: _rank(item, family, known))
    return Pick(dimension.key, best, _why(best, dimension, fitting, known), tuple(others))


def _rank(
    item: Question, family: str, known: Mapping[str, Figures]
) -> tuple[bool, int, int, bool, str]:
    found = known.get(item.question_id)
    asked = found.asked if found else 0
    grade = _grade(found)
    behavioural = item.kind is Kind.BEHAVIOURAL
    return (family not in item.job_families, grade, asked, not behavioural, item.question_id)


def _grade(found: Figures | None) -> int:
    """0 tells people apart, 1 not yet known or middling, 2 hardly."""
    if found is None or found.discrimination is None:
        return 1
    if found.discrimination >= GOOD:
        return 0
    return 2 if found.discrimination < POOR else 1


def _why(
    best: Question,
    dimension: Dimension,
    fitting: Sequence[Question],
    known: Mapping[str, Figures],
) -> tuple[Why, ...]:
    found = known.get(best.question_id)
    asked = found.asked if found else 0
    least = min(known[q.question_id].asked if q.question_id in known else 0 for q in fitting)
    reasons = [Why(Reason.COVERS, {"weight": dimension.weight})]
    reasons.append(Why(Reason.FAMILY if best.job_families else Reason.GENERAL, {}))
    if found is not None and _grade(found) == 0:
        reasons.append(Why(Reason.DISCRIMINATES, {"r": found.discrimination, "n": found.n}))
    if len(fitting) == 1:
        reasons.append(Why(Reason.ONLY, {}))
    elif asked == least:
        reasons.append(Why(Reason.LEAST_USED, {"asked": asked}))
    return tuple(reasons)


def to_ask(
    model: CompetencyModel, kept: Sequence[Question], bank: Sequence[Question], seed: str
) -> tuple[Question, ...]:
    """What an interview asks: what HR chose for the requisition, the rest drawn from the bank.

    Parameters
    ----------
    model : the model by which the interview is rated; chosen questions on dimensions that it does
        not rate (any more) are left out, dimensions without a chosen question get one.
    kept : HR's choice, in its order.
    bank, seed : for the dimensions that the choice does not cover, as in `questions.choose`.

    Raises
    ------
    QuestionMissing
    """
    rated = {item.key for item in model.dimensions}
    chosen = [item for item in kept if item.dimension in rated]
    covered = {item.dimension for item in chosen}
    if rated <= covered:
        return tuple(chosen)
    drawn = choose(model, seed, bank) if not chosen else _missing(model, covered, bank, seed)
    return (*chosen, *drawn)


def _missing(
    model: CompetencyModel, covered: set[str], bank: Sequence[Question], seed: str
) -> tuple[Question, ...]:
    return tuple(item for item in choose(model, seed, bank) if item.dimension not in covered)
