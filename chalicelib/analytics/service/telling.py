"""What the other domains tell of one application: the facts that its cells are computed from."""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from chalicelib.analytics.counting.contribution import steps_of
from chalicelib.analytics.counting.facts import Fact, Opinion, Place
from chalicelib.analytics.rows import DEFAULT_CUT
from chalicelib.analytics.tables import OutcomePair, Survey
from chalicelib.foundation import ids
from chalicelib.foundation.errors import NotFound
from chalicelib.interviewing import service as interviewing
from chalicelib.records import service as records
from chalicelib.records.stages import Stage


def facts(application_ids: Iterable[str]) -> dict[str, Fact]:
    """Each application as it stands now; one that is not there is left out."""
    cuts: dict[str, float] = {}
    found = {}
    for application_id in application_ids:
        try:
            row = records.application(application_id)
        except NotFound:
            continue
        found[application_id] = fact(row, partial(cut, cuts))
    return found


def fact(row: records.Application, cut_of: Any) -> Fact:
    """One application's fact; `cut_of` gives a requisition's cut score by its number."""
    stages = {entry["stage"] for entry in row.history}
    composite: float | None = None if row.composite is None else float(row.composite)
    scores: Mapping[str, float | None] = {}
    if Stage.INTERVIEWED in stages:
        card = interviewing.scorecard_of(row.application_id)
        if card is not None:
            composite = interviewing.counting_composite(card)
            scores = {part.dimension: part.score for part in interviewing.counting(card).dimensions}
    return Fact(
        place=Place(
            row.requisition_id, row.job_family, row.store_id or "", row.region or "",
            row.source or "",
        ),
        steps=steps_of(row.history),
        cut=cut_of(row.requisition_id),
        composite=composite,
        scores=scores,
        opinion=_opinion(row.application_id),
        outcome=_outcome(row) if Stage.HIRED in stages else None,
    )  # fmt: skip


def cut(known: dict[str, float], requisition_id: str) -> float:
    """A requisition's cut score (0–100), looked up once; the default for one that is not there."""
    if requisition_id not in known:
        try:
            known[requisition_id] = float(records.requisition(requisition_id).cut_score)
        except NotFound:
            known[requisition_id] = DEFAULT_CUT
    return known[requisition_id]


def _opinion(application_id: str) -> Opinion | None:
    key = (ids.person_of(application_id), f"survey#{application_id}")
    row = next(iter(Survey.batch_get([key], consistent_read=True)), None)
    if row is None:
        return None
    causes = (row.transparent, row.timely, row.objective)
    marks = (None if mark is None else int(mark) for mark in causes)
    return Opinion(row.at, int(row.overall), *marks)


def _outcome(row: records.Application) -> float | None:
    key = (f"figures#pairs#{row.job_family}", row.person_id)
    pair = next(iter(OutcomePair.batch_get([key], consistent_read=True)), None)
    if pair is None or pair.application_id != row.application_id or pair.outcome is None:
        return None
    return float(pair.outcome)
