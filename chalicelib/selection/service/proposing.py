"""The machine proposes: from the evidence as it stands, once."""

from dataclasses import dataclass
from typing import Any

from pynamodb.exceptions import DoesNotExist

from chalicelib.foundation import ids, ledger
from chalicelib.foundation.command import Command
from chalicelib.foundation.errors import NotFound
from chalicelib.foundation.observability import count
from chalicelib.foundation.outbox import Announcement
from chalicelib.foundation.values import digest, dump
from chalicelib.interviewing import service as interviewing
from chalicelib.records import service as records
from chalicelib.screening import service as screening
from chalicelib.selection import policy
from chalicelib.selection.policy import POLICY_VERSION, Case, Outcome, Recommendation
from chalicelib.selection.proof import Input
from chalicelib.selection.tables import DispositionItem, RecommendationItem

#: What asked for a person and is answered by a proposal.
ANSWERED = ("recommendation.person_needed", "attention.interview-too-little-measured")


@dataclass(frozen=True)
class Gathered:
    """What a recommendation rests on, and where each part came from."""

    case: Case
    inputs: tuple[Input, ...]


@ledger.retried
def recommend(command: Command, application_id: str) -> RecommendationItem | None:
    """Propose a decision from the evidence as it stands; announced once, never after a decision.

    Returns what stands: None when a person decided before anything was proposed. Raises NotFound
    for an unknown application.
    """
    gathered, before = gather(application_id), proposed(application_id)
    if find_disposition(application_id) or ledger.applied(command):
        return before
    if before and before.case == dump(gathered.case):
        return before
    made = policy.recommend(gathered.case)
    row = before or RecommendationItem(
        ids.person_of(application_id), f"recommendation#{application_id}"
    )
    _fill(row, application_id, gathered, made)
    application = records.application(application_id)
    application.composite, application.recommendation = made.composite, made.outcome.value
    application.attention = _attention(application.attention, made.outcome)
    application.place(command.at)
    told = Announcement("recommendation.made", application_id, {"outcome": made.outcome.value})
    if ledger.commit(
        command,
        action="recommendation.made",
        subject=application.person_id,
        changes=[row, application],
        announce=() if before else [told],
        detail={"application_id": application_id, "outcome": made.outcome.value,
                "policy": POLICY_VERSION, "case": digest(dump(gathered.case))},
    ):  # fmt: skip
        count("RecommendationMade", outcome=made.outcome.value)
    return recommendation(application_id)


def recommendation(application_id: str) -> RecommendationItem:
    """The proposal on an application. Raises NotFound while there is none."""
    row = proposed(application_id)
    if row is None:
        raise NotFound("recommendation-unknown", application_id=application_id)
    return row


def proposed(application_id: str) -> RecommendationItem | None:
    """The proposal on an application, or None while there is none."""
    try:
        return RecommendationItem.get(
            ids.person_of(application_id), f"recommendation#{application_id}", consistent_read=True
        )
    except DoesNotExist:
        return None


def find_disposition(application_id: str) -> DispositionItem | None:
    """The decision on an application, or None while there is none."""
    try:
        return DispositionItem.get(
            ids.person_of(application_id), f"disposition#{application_id}", consistent_read=True
        )
    except DoesNotExist:
        return None


def gather(application_id: str) -> Gathered:
    """The evidence on an application, as screening and interviewing keep it. Raises NotFound."""
    application = records.application(application_id)
    cut_score = float(records.requisition(application.requisition_id).cut_score)
    screened, card = _screening(application_id), interviewing.scorecard_of(application_id)
    labels = {c["criterion_id"]: c["label"] for c in screened.criteria} if screened else {}
    fit = screened.fit if screened else {}
    points = screened.fit_points if screened else None
    case = Case(
        fit=None if points is None else float(points),
        composite=None if card is None else interviewing.counting_composite(card),
        cut_score=cut_score,
        unmet_essentials=tuple(labels[name] for name in fit.get("essential_failures", ())),
        unknown_essentials=tuple(labels[name] for name in fit.get("essential_unknown", ())),
        not_measured=_not_measured(card),
    )
    return Gathered(case, _inputs(screened, card))


def _attention(before: str | None, outcome: Outcome) -> str | None:
    """What asks for a person: the lack of evidence, until it is there."""
    if outcome is Outcome.PERSON_NEEDED:
        return "recommendation.person_needed"
    return None if before in ANSWERED else before


def _screening(application_id: str) -> Any | None:
    try:
        return screening.result(application_id)
    except NotFound:
        return None


def _not_measured(card: Any | None) -> tuple[dict[str, str], ...]:
    if card is None:
        return ()
    model = interviewing.model(card.job_family, int(card.model_version))
    return tuple(
        model.dimension(item.dimension).name
        for item in interviewing.counting(card).dimensions
        if item.rating is None and item.weight
    )


def _inputs(screened: Any | None, card: Any | None) -> tuple[Input, ...]:
    found = []
    if screened is not None:
        versions = {"reader": screened.reader_version, "rules": screened.rules_version,
                    "scorer": screened.scorer_version, "resume": screened.sha256}  # fmt: skip
        kept = {"facts": screened.facts, "findings": screened.findings, "fit": screened.fit}
        found.append(Input("screening", screened.item_id, versions, digest(kept)))
    if card is not None:
        versions = {"scorer": card.scorer, "competency_model": str(int(card.model_version))}
        if card.adjusted:
            versions["adjusted_by_a_person"] = digest(card.adjusted)
        found.append(Input("scorecard", card.item_id, versions, digest(card.result)))
    return tuple(found)


def _fill(
    row: RecommendationItem, application_id: str, gathered: Gathered, made: Recommendation
) -> None:
    row.application_id, row.outcome = application_id, made.outcome.value
    row.reasons, row.composite = list(made.reasons), made.composite
    row.cut_score, row.case = made.cut_score, dump(gathered.case)
    row.inputs = [dump(item) for item in gathered.inputs]
    row.policy_version = POLICY_VERSION
