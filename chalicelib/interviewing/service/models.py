"""Competency models: versions kept, families listed, the built-in ones put in."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from pynamodb.exceptions import DoesNotExist

from chalicelib.foundation import ledger
from chalicelib.foundation.command import Command
from chalicelib.foundation.observability import count
from chalicelib.foundation.values import dump, load
from chalicelib.interviewing import bank, library
from chalicelib.interviewing.competencies import CompetencyModel
from chalicelib.interviewing.differences import differences
from chalicelib.interviewing.library import JobFamilyUnknown, ModelOvertaken, WeightsUnexplained
from chalicelib.interviewing.questions import QuestionMissing
from chalicelib.interviewing.service.banking import questions as questions
from chalicelib.interviewing.tables import CompetencyModelItem, JobFamilyItem, QuestionItem


@dataclass(frozen=True)
class Family:
    """A job family: its own name (empty where the product has a word for it), newest version.

    `newest` is 0 while no model was adopted; then only the library's starting model stands.
    """

    job_family: str
    name: dict[str, str]
    newest: int


@ledger.retried
def adopt(
    command: Command,
    proposed: CompetencyModel,
    name: Mapping[str, str] | None = None,
    told: Mapping[str, Any] | None = None,
    over: int | None = None,
) -> CompetencyModel:
    """Keep a model as the family's next version; versions are never changed.

    `told` is added to the audit entry; `over` is the version that it is to replace, checked in the
    transaction (None: whichever is the newest). Raises ModelOvertaken, QuestionMissing for a
    dimension about which nothing can be asked, WeightsUnexplained when weights of dimensions that
    stay change without a note, StaleRecord when others keep adopting at the same moment.
    """
    partition = _partition(proposed.job_family)
    newest = _newest(proposed.job_family)
    version = int(newest.item_id) + 1 if newest else 1
    kept = replace(proposed, version=version)
    before = load(CompetencyModel, newest.model) if newest else None
    if not ledger.applied(command):
        _check(before, kept, over)
    row = CompetencyModelItem(partition, f"{version:06d}", model=dump(kept), command_id=command.id)
    if ledger.commit(
        command,
        action="competency-model.adopted",
        subject=f"competency-model-{proposed.job_family}",
        changes=[row, _family_row(proposed.job_family, version, name)],
        detail={
            "version": version,
            "weights": {item.key: item.weight for item in kept.dimensions},
            "changed": _changed(before, kept),
            **(told or {}),
        },
    ):
        count("CompetencyModelAdopted", job_family=proposed.job_family, version=version)
        return kept
    return _made_by(command, proposed.job_family)


def families() -> list[Family]:
    """The built-in job families and the company's own, by name."""
    rows = {row.item_id: row for row in JobFamilyItem.query("job-family", consistent_read=True)}
    return [
        Family(key, dict(rows[key].name), int(rows[key].newest))
        if key in rows
        else Family(key, {}, _newest_version(key))
        for key in sorted({*library.WEIGHTS, *rows})
    ]


def current_model(job_family: str) -> CompetencyModel:
    """The newest version of a family's model. Raises JobFamilyUnknown."""
    newest = _newest(job_family)
    if newest is None:
        raise JobFamilyUnknown(job_family=job_family)
    return load(CompetencyModel, newest.model)


def model(job_family: str, version: int) -> CompetencyModel:
    """One version of a family's model. Raises JobFamilyUnknown."""
    try:
        row = CompetencyModelItem.get(_partition(job_family), f"{version:06d}")
    except DoesNotExist as error:
        raise JobFamilyUnknown(job_family=job_family, version=version) from error
    return load(CompetencyModel, row.model)


def versions(job_family: str) -> list[CompetencyModel]:
    """All versions of a family's model, oldest first."""
    rows = CompetencyModelItem.query(_partition(job_family), consistent_read=True)
    return [load(CompetencyModel, row.model) for row in rows]


def seed_library(command: Command) -> list[CompetencyModel]:
    """Put the built-in questions and starting models where there are none yet. Raises Conflict."""
    known = {item.question_id for item in questions()}
    missing = [item for item in bank.QUESTIONS if item.question_id not in known]
    for start in range(0, len(missing), 50):
        part = missing[start : start + 50]
        ledger.commit(
            command.part(f"question-bank-{part[0].question_id}"),
            action="question-bank.seeded",
            subject="question-bank",
            changes=[
                QuestionItem("question-bank", item.question_id, question=dump(item))
                for item in part
            ],
            detail={"questions": len(part)},
        )
    for family in library.WEIGHTS:
        if _newest(family) is None:
            adopt(command.part(family), library.starting_model(family))
    return [current_model(family) for family in library.WEIGHTS]


def _partition(job_family: str) -> str:
    return f"competency-model#{job_family}"


def _newest(job_family: str) -> CompetencyModelItem | None:
    rows = CompetencyModelItem.query(
        _partition(job_family), scan_index_forward=False, limit=1, consistent_read=True
    )
    return next(iter(rows), None)


def _newest_version(job_family: str) -> int:
    newest = _newest(job_family)
    return int(newest.item_id) if newest else 0


def _family_row(job_family: str, version: int, name: Mapping[str, str] | None) -> JobFamilyItem:
    try:
        row = JobFamilyItem.get("job-family", job_family, consistent_read=True)
    except DoesNotExist:
        row = JobFamilyItem("job-family", job_family)
    row.newest = version
    if name and all(name.values()):
        row.name = dict(name)
    return row


def _check(before: CompetencyModel | None, kept: CompetencyModel, over: int | None) -> None:
    _check_asked(kept)
    current = before.version if before else 0
    if over not in (None, current):
        raise ModelOvertaken(seen=over, current=current)
    held = {item.key: item.weight for item in before.dimensions} if before else {}
    moved = [x.key for x in kept.dimensions if held.get(x.key, x.weight) != x.weight]
    if moved and not any(text.strip() for text in kept.note.values()):
        raise WeightsUnexplained(dimensions=", ".join(moved))


def _check_asked(proposed: CompetencyModel) -> None:
    asked = {item.dimension for item in questions() if item.asked_first}
    for dimension in proposed.dimensions:
        if dimension.key not in asked:
            raise QuestionMissing(dimension=dimension.key)


def _changed(before: CompetencyModel | None, after: CompetencyModel) -> list[str]:
    """Which fields of which dimensions an audit entry names, e.g. `teamwork.weight`."""
    old = dump(before)["dimensions"] if before else []
    found = differences(old, dump(after)["dimensions"])
    return sorted({f"{item.dimension}.{item.field}" for item in found})[:100]


def _made_by(command: Command, job_family: str) -> CompetencyModel:
    """The version that this very command made before."""
    for row in CompetencyModelItem.query(_partition(job_family), consistent_read=True):
        if row.command_id == command.id:
            return load(CompetencyModel, row.model)
    return current_model(job_family)
