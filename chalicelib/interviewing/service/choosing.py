"""The questions of a requisition: proposed from its model, swapped and kept by HR."""

from collections.abc import Sequence
from dataclasses import dataclass

from pynamodb.exceptions import DoesNotExist

from chalicelib.foundation import clock, ledger
from chalicelib.foundation.command import Command
from chalicelib.foundation.errors import Invalid
from chalicelib.foundation.observability import count
from chalicelib.foundation.values import dump, load
from chalicelib.interviewing import choosing, usage
from chalicelib.interviewing.choosing import MOST_QUESTIONS, Pick
from chalicelib.interviewing.competencies import CompetencyModel, called
from chalicelib.interviewing.questions import Question, fits
from chalicelib.interviewing.service import banking, models
from chalicelib.interviewing.tables import ChosenQuestions

PARTITION = "chosen-questions"


class ChoiceInvalid(Invalid):
    """The questions chosen for a requisition do not fit its model."""

    code = "choice-invalid"


@dataclass(frozen=True)
class Asked:
    """What a requisition will ask: HR's choice where `kept`, beside what is proposed."""

    requisition_id: str
    model: CompetencyModel
    kept: tuple[Question, ...]
    chosen_by: str
    chosen_at: str
    version: int
    proposed: tuple[Pick, ...]


def asked(requisition_id: str, job_family: str) -> Asked:
    """The proposal for a requisition and the choice that HR kept. Raises JobFamilyUnknown."""
    model = models.current_model(job_family)
    bank = banking.questions()
    proposed = choosing.propose(model, bank, _known(bank))
    row = _row(requisition_id)
    if row is None or row.job_family != job_family:
        return Asked(
            requisition_id, model, (), "", "", int(row.version or 0) if row else 0, proposed
        )
    return Asked(
        requisition_id,
        model,
        tuple(load(Question, item) for item in row.questions),
        row.chosen_by,
        row.chosen_at,
        int(row.version or 0),
        proposed,
    )


@ledger.retried
def keep_choice(
    command: Command, requisition_id: str, job_family: str, question_ids: Sequence[str]
) -> Asked:
    """Keep what HR wants asked: at least one question for each dimension of the model in force.

    Invitations from then on ask these, in this order and in these words.
    Raises JobFamilyUnknown, ChoiceInvalid.
    """
    if ledger.applied(command):
        return asked(requisition_id, job_family)
    model = models.current_model(job_family)
    bank = {item.question_id: item for item in banking.questions()}
    chosen = _checked(model, bank, list(dict.fromkeys(question_ids)))
    row = _row(requisition_id) or ChosenQuestions(PARTITION, requisition_id)
    row.job_family, row.model_version = job_family, model.version
    row.questions = [dump(item) for item in chosen]
    row.chosen_by, row.chosen_at = command.actor.actor_id, clock.iso(command.at)
    if ledger.commit(
        command,
        action="questions.chosen",
        subject=requisition_id,
        changes=[row],
        detail={
            "model_version": model.version,
            "questions": [f"{item.question_id}@{item.version}" for item in chosen],
        },
    ):
        count("QuestionsChosen", requisition_id=requisition_id)
    return asked(requisition_id, job_family)


def kept_for(requisition_id: str, job_family: str) -> tuple[Question, ...]:
    """What HR chose for a requisition, for `choosing.to_ask`; empty while nothing was chosen."""
    row = _row(requisition_id)
    if row is None or row.job_family != job_family:
        return ()
    return tuple(load(Question, item) for item in row.questions)


def _checked(
    model: CompetencyModel, bank: dict[str, Question], names: Sequence[str]
) -> list[Question]:
    if len(names) > MOST_QUESTIONS:
        raise ChoiceInvalid("choice-too-many", most=MOST_QUESTIONS)
    chosen = [bank[name] for name in names if name in bank]
    unfit = [
        name
        for name in names
        if name not in bank
        or not any(fits(bank[name], item.key, model.job_family) for item in model.dimensions)
    ]
    if unfit:
        raise ChoiceInvalid("choice-unfit", questions=", ".join(unfit))
    covered = {item.dimension for item in chosen}
    open_ones = [called(item) for item in model.dimensions if item.key not in covered]
    if open_ones:
        raise ChoiceInvalid("choice-uncovered", dimensions=", ".join(open_ones))
    return chosen


def _known(bank: Sequence[Question]) -> dict[str, usage.Figures]:
    found = banking.figures()
    keys = {item.question_id: (item.question_id, item.version) for item in bank}
    return {name: usage.read(found[key]) for name, key in keys.items() if key in found}


def _row(requisition_id: str) -> ChosenQuestions | None:
    try:
        return ChosenQuestions.get(PARTITION, requisition_id, consistent_read=True)
    except DoesNotExist:
        return None
