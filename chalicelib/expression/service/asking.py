"""Law, company and person are asked, in this order, and each can say no."""

from chalicelib.foundation.errors import Forbidden
from chalicelib.records import service as records
from chalicelib.records.consent import Purpose, Rule, Ruling, strictest
from chalicelib.records.stages import Stage

#: Where an application no longer needs anything read.
CLOSED = frozenset({Stage.WITHDRAWN, Stage.REJECTED})
NO_APPLICATION = Ruling(False, Rule.BARRED, "expression.no-application", "job")


class BarredHere(Forbidden):
    """The law of the job or of the employer bars reading frames, whoever applies."""

    code = "expression-barred"


def allowed(person_id: str, requisition_id: str) -> Ruling:
    """Whether frames may be taken for this person and requisition, now. Raises NotFound."""
    job = records.requisition(requisition_id)
    ruling = records.may_process(person_id, Purpose.EXPRESSION, requisition_id)
    if ruling.allowed and not job.expression:
        return Ruling(False, ruling.rule, "expression.switched-off", "job")
    return ruling


def of_session(session_id: str, person_id: str) -> Ruling:
    """Whether a session's frames may be read, now.

    No session of this person, or an application that was taken back or refused: no.
    """
    rows = records.file_of(person_id)
    own = [row for row in rows if getattr(row, "session_id", "") == session_id]
    name = next((row.application_id for row in own if hasattr(row, "application_id")), "")
    applications = [row for row in rows if isinstance(row, records.Application)]
    found = next((row for row in applications if row.application_id == name), None)
    if found is None:
        return NO_APPLICATION
    if found.stage in CLOSED:
        return Ruling(False, Rule.BARRED, "expression.application-closed", "job")
    return allowed(person_id, str(found.requisition_id))


def offer(country: str) -> tuple[bool, str]:
    """Whether a requisition in this country may read frames at all, and which place bars it."""
    company = records.organisation()
    employer = company.country if company else ""
    rule, place = strictest(Purpose.EXPRESSION, country, employer)
    return rule is not Rule.BARRED, place


def check_offer(country: str) -> None:
    """Raise BarredHere where the law bars reading frames for every candidate."""
    possible, place = offer(country)
    if not possible:
        raise BarredHere(country=place)
