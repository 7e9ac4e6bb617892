"""Competency models and the question bank."""

from dataclasses import replace

from pynamodb.exceptions import DoesNotExist

from chalicelib.foundation import ledger
from chalicelib.foundation.command import Command
from chalicelib.foundation.observability import count
from chalicelib.foundation.values import dump, load
from chalicelib.interviewing import bank, library
from chalicelib.interviewing.competencies import CompetencyModel
from chalicelib.interviewing.library import JobFamilyUnknown
from chalicelib.interviewing.questions import Question
from chalicelib.interviewing.tables import CompetencyModelItem, QuestionItem


@ledger.retried
def adopt(command: Command, proposed: CompetencyModel) -> CompetencyModel:
    """Keep a model as the family's next version; versions are never changed.

    Raises StaleRecord when others keep adopting at the same moment.
    """
    partition = _partition(proposed.job_family)
    newest = _newest(proposed.job_family)
    version = int(newest.item_id) + 1 if newest else 1
    kept = replace(proposed, version=version)
    row = CompetencyModelItem(partition, f"{version:06d}", model=dump(kept), command_id=command.id)
    if ledger.commit(
        command,
        action="competency-model.adopted",
        subject=f"competency-model-{proposed.job_family}",
        changes=[row],
        detail={
            "version": version,
            "weights": {item.key: item.weight for item in kept.dimensions},
        },
    ):
        count("CompetencyModelAdopted", job_family=proposed.job_family, version=version)
        return kept
    return _made_by(command, proposed.job_family)


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


def questions() -> list[Question]:
    """The company's question bank."""
    rows = QuestionItem.query("question-bank", consistent_read=True)
    return [load(Question, row.question) for row in rows]


def seed_library(command: Command) -> list[CompetencyModel]:
    """Put the built-in questions and starting models where there are none yet. Raises Conflict."""
    known = {item.question_id for item in questions()}
    missing = [item for item in bank.QUESTIONS if item.question_id not in known]
    if missing:
        ledger.commit(
            command.part("question-bank"),
            action="question-bank.seeded",
            subject="question-bank",
            changes=[
                QuestionItem("question-bank", item.question_id, question=dump(item))
                for item in missing
            ],
            detail={"questions": len(missing)},
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


def _made_by(command: Command, job_family: str) -> CompetencyModel:
    """The version that this very command made before."""
    for row in CompetencyModelItem.query(_partition(job_family), consistent_read=True):
        if row.command_id == command.id:
            return load(CompetencyModel, row.model)
    return current_model(job_family)
