"""Drafts of competency models: begun, changed step by step, adopted or given up."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pynamodb.exceptions import DoesNotExist

from chalicelib.foundation import clock, ledger
from chalicelib.foundation.command import Command
from chalicelib.foundation.observability import count
from chalicelib.foundation.values import canonical, dump
from chalicelib.interviewing import drafting, library, unfinished
from chalicelib.interviewing.competencies import CompetencyModel
from chalicelib.interviewing.differences import Difference, differences
from chalicelib.interviewing.drafting import (
    DraftClosed,
    DraftStale,
    DraftTooLarge,
    DraftUnfinished,
    DraftUnknown,
)
from chalicelib.interviewing.library import JobFamilyUnknown
from chalicelib.interviewing.service import models
from chalicelib.interviewing.service.banking import questions
from chalicelib.interviewing.tables import ModelDraft
from chalicelib.interviewing.unfinished import Problem

PARTITION = "model-draft"
OPEN, ADOPTED, DISCARDED = "open", "adopted", "discarded"
BLANK, CLONE, EDIT, EVIDENCE = "blank", "clone", "edit", "evidence"
ORIGINS = (BLANK, CLONE, EDIT, EVIDENCE)
#: A record holds 400 kB in all.
MOST_BYTES = 250_000


@dataclass(frozen=True)
class Start:
    """How a draft begins.

    `origin` blank: from nothing; clone: from another family's model; edit: from the family's own;
    evidence: from `dimensions` that the loop proposes, with the `evidence` they rest on.
    """

    job_family: str
    origin: str
    name: Mapping[str, str] = field(default_factory=dict)
    source_family: str = ""
    source_version: int = 0
    dimensions: tuple[Mapping[str, Any], ...] = ()
    evidence: Mapping[str, Any] = field(default_factory=dict)
    note: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class DraftView:
    """A draft with what is wrong with it and what it changes of the version in force (0: none)."""

    row: ModelDraft
    problems: tuple[Problem, ...]
    changes: tuple[Difference, ...]
    over: int


@ledger.retried
def start_draft(command: Command, start: Start) -> DraftView:
    """Begin a draft. Raises JobFamilyUnknown for an unknown source, DraftTooLarge."""
    draft_id = command.new_id("draft", 12)
    if ledger.applied(command):
        return draft(draft_id)
    row = ModelDraft(PARTITION, draft_id, job_family=start.job_family, origin=start.origin)
    row.parent_key = f"{PARTITION}#{start.job_family}"
    row.dimensions, row.source = _beginning(start)
    row.name, row.note = dict(start.name), dict(start.note)
    row.evidence = dict(start.evidence)
    row.started_by, row.started_at = command.actor.actor_id, clock.iso(command.at)
    _commit(command, row, "model-draft.started", {"origin": start.origin})
    return draft(draft_id)


def draft(draft_id: str) -> DraftView:
    """One draft as it stands. Raises DraftUnknown."""
    row = _row(draft_id)
    standing = _standing(row.job_family)
    before = dump(standing)["dimensions"] if standing else []
    return DraftView(
        row,
        unfinished.problems(row.dimensions, questions()),
        differences(before, row.dimensions),
        standing.version if standing else 0,
    )


def drafts(job_family: str = "") -> list[ModelDraft]:
    """Open drafts, of all families or of one, the last changed first."""
    rows = ModelDraft.query(PARTITION, consistent_read=True)
    open_ones = [r for r in rows if r.state == OPEN and job_family in ("", r.job_family)]
    return sorted(open_ones, key=lambda row: (row.changed_at, row.item_id), reverse=True)


@ledger.retried
def change_draft(
    command: Command, draft_id: str, version: int, change: Mapping[str, Any]
) -> DraftView:
    """Save a draft: `dimensions`, `name`, `note` where given, then the editor's step `do`.

    Raises DraftUnknown, DraftClosed, DraftStale, DraftTooLarge.
    """
    row = _open(command, draft_id)
    if row is None:
        return draft(draft_id)
    _check(row, version)
    given = change.get("dimensions")
    dimensions = drafting.tidy(given) if given is not None else row.dimensions
    row.dimensions = drafting.step(dimensions, str(change.get("do") or ""))
    for name in ("name", "note"):
        if change.get(name) is not None:
            setattr(row, name, dict(change[name]))
    _commit(command, row, "model-draft.changed", {})
    return draft(draft_id)


@ledger.retried
def adopt_draft(command: Command, draft_id: str, version: int, over: int) -> CompetencyModel:
    """Adopt a draft as its family's next version, in place of version `over` that was compared.

    Raises DraftUnknown, DraftClosed, DraftStale, DraftUnfinished, ModelOvertaken.
    """
    adopting = command.part("adopt")
    row = _open(command, draft_id)
    if row is None:
        seen = _row(draft_id)
        return models.model(seen.job_family, int(seen.adopted_version or 0))
    if not ledger.applied(adopting):
        _check(row, version)
        _check_ready(draft(draft_id), over)
    made = unfinished.finished(row.job_family, row.dimensions, _note(row))
    told = {"draft_id": draft_id, "origin": row.origin}
    kept = models.adopt(adopting, made, name=row.name, told=told, over=over)
    row.state, row.adopted_version = ADOPTED, kept.version
    _commit(command, row, "model-draft.adopted", {"version": kept.version})
    return kept


@ledger.retried
def discard_draft(command: Command, draft_id: str) -> ModelDraft:
    """Give a draft up; it is kept and no longer listed. Raises DraftUnknown, DraftClosed."""
    row = _open(command, draft_id)
    if row is not None:
        row.state = DISCARDED
        _commit(command, row, "model-draft.discarded", {})
    return _row(draft_id)


def source(job_family: str, version: int = 0) -> CompetencyModel:
    """A model to begin from: one version, the one in force, or the library's starting model.

    Raises JobFamilyUnknown.
    """
    if version:
        return models.model(job_family, version)
    return _standing(job_family) or library.starting_model(job_family)


def _beginning(start: Start) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    if start.origin in (BLANK, EVIDENCE):
        return drafting.tidy(list(start.dimensions)), {}
    family = start.source_family if start.origin == CLONE else start.job_family
    model = source(family or start.job_family, start.source_version)
    told = {"job_family": model.job_family, "version": model.version}
    return drafting.tidy(dump(model)["dimensions"]), told


def _standing(job_family: str) -> CompetencyModel | None:
    try:
        return models.current_model(job_family)
    except JobFamilyUnknown:
        return None


def _row(draft_id: str) -> ModelDraft:
    try:
        return ModelDraft.get(PARTITION, draft_id, consistent_read=True)
    except DoesNotExist as error:
        raise DraftUnknown(draft_id=draft_id) from error


def _open(command: Command, draft_id: str) -> ModelDraft | None:
    """The draft to change; None when this command was carried out. Raises DraftClosed."""
    row = _row(draft_id)
    if ledger.applied(command):
        return None
    if row.state != OPEN:
        raise DraftClosed(state=row.state)
    return row


def _check(row: ModelDraft, version: int) -> None:
    if int(row.version or 0) != version:
        raise DraftStale(seen=version, current=int(row.version or 0))


def _check_ready(view: DraftView, over: int) -> None:
    if view.problems:
        raise DraftUnfinished(problems=len(view.problems))
    if view.over != over:
        raise DraftStale(seen=over, current=view.over)


def _note(row: ModelDraft) -> dict[str, str]:
    known = {x: str(row.note.get(x, "")).strip() for x in ("zh", "en")}
    either = known["zh"] or known["en"]
    return {x: text or either for x, text in known.items()}


def _commit(command: Command, row: ModelDraft, action: str, detail: dict[str, Any]) -> None:
    if len(canonical([row.dimensions, row.evidence])) > MOST_BYTES:
        raise DraftTooLarge(most=MOST_BYTES // 1000)
    row.changed_by, row.changed_at = command.actor.actor_id, clock.iso(command.at)
    if ledger.commit(
        command,
        action=action,
        subject=f"model-draft-{row.item_id}",
        changes=[row],
        detail={"draft_id": row.item_id, "job_family": row.job_family, **detail},
    ):
        count("ModelDraftChanged", action=action.partition(".")[2])
