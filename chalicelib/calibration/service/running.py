"""Shadow runs: the challenger of a job family, and what it shows beside the model in force."""

from collections.abc import Sequence

from pynamodb.exceptions import DoesNotExist

from chalicelib.calibration import shadow
from chalicelib.calibration.life import Plan, ProposalStale
from chalicelib.calibration.service.reading import rated_since
from chalicelib.calibration.shadow import Comparison, Pair
from chalicelib.calibration.tables import CalibrationCard, RatedInterview, ShadowRun, WeightProposal
from chalicelib.foundation import clock
from chalicelib.foundation.command import Command
from chalicelib.foundation.errors import NotFound
from chalicelib.foundation.values import digest, dump, load
from chalicelib.interviewing.competencies import CompetencyModel

CARDS, RUNS = "calibration-card", "shadow-run"


def card_of(job_family: str) -> CalibrationCard | None:
    """What the last computation found on a job family; None before the first."""
    try:
        return CalibrationCard.get(CARDS, job_family, consistent_read=True)
    except DoesNotExist:
        return None


def current(job_family: str) -> ShadowRun | None:
    """The shadow run of a job family that is under way."""
    card = card_of(job_family)
    return run(card.shadow) if card is not None and card.shadow else None


def run(proposal_id: str) -> ShadowRun:
    """The shadow run of a proposal, under way or over. Raises NotFound."""
    try:
        return ShadowRun.get(RUNS, proposal_id, consistent_read=True)
    except DoesNotExist as error:
        raise NotFound("shadow-unknown", proposal_id=proposal_id) from error


def new(command: Command, row: WeightProposal, model: CompetencyModel, plan: Plan) -> ShadowRun:
    """The row of a challenger that starts now, to be committed by the caller."""
    made = ShadowRun(RUNS, row.item_id, job_family=row.job_family, model=dump(model))
    made.digest, made.started_at = digest(made.model), clock.iso(command.at)
    made.interviews, made.days = plan.interviews, plan.days
    return made


def challenger(row: ShadowRun) -> CompetencyModel:
    """The model of a run, as it was kept. Raises ProposalStale when it is not that one."""
    if digest(row.model) != row.digest:
        raise ProposalStale(based_on="?", current="?")
    return load(CompetencyModel, row.model)


def weights(row: ShadowRun) -> dict[str, float]:
    """The challenger's weights, total 100."""
    return {each["key"]: float(each["weight"]) for each in row.model["dimensions"]}


def interviews(row: ShadowRun) -> list[RatedInterview]:
    """The finished interviews that both models gave a composite for, by time."""
    return [
        each
        for each in rated_since(row.job_family, row.started_at)
        if each.proposal_id == row.item_id
    ]


def compared(rows: Sequence[RatedInterview]) -> Comparison:
    """Both composites of these interviews against each other."""
    return shadow.compare([_pair(row) for row in rows])


def over(row: ShadowRun, seen: int) -> bool:
    """Whether a run has reached its number of interviews or of days."""
    last = clock.parse(row.ended_at) if row.ended_at else clock.now()
    days = (last - clock.parse(row.started_at)).total_seconds() / 86_400
    return Plan(int(row.interviews), int(row.days)).over(seen, days)


def _pair(row: RatedInterview) -> Pair:
    held = row.composite if row.champion is None else row.champion  # kept before both were
    return Pair(
        row.person_id,
        row.session_id,
        None if held is None else float(held),
        None if row.challenger is None else float(row.challenger),
        float(row.cut_score),
        row.completed_at,
    )
