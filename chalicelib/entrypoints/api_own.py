"""What candidates do with their own file: consent, say who they are, take the application back."""

from chalicelib.entrypoints.api_candidates import target_of
from chalicelib.entrypoints.schemas import candidates as s
from chalicelib.entrypoints.schemas.common import Accepted
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.expression import service as expression
from chalicelib.foundation.access import Target
from chalicelib.foundation.messages import both
from chalicelib.onboarding import service as onboarding
from chalicelib.records import service as records
from chalicelib.records.consent import Purpose

door = Door(__name__, "candidates")


@door.operation(
    "POST",
    "/v1/candidates/{person_id}/consents",
    action="own.change",
    body=s.ConsentTaken,
    returns=Accepted,
)
def consent(call: Call) -> Accepted:
    """Consent to a purpose, or withdraw; the interview goes on whatever is refused."""
    person_id = call.path["person_id"]
    call.may(Target(person_id=person_id))
    said = call.body.model_dump(exclude={"country"})
    given = {Purpose(k): v for k, v in said.items() if v is not None}
    records.consent(call.command, person_id, given, call.body.country or "")
    if given.get(Purpose.EXPRESSION) is False:
        expression.ask_for_erasure(call.command, person_id)
    return Accepted(id=person_id)


@door.operation(
    "POST",
    "/v1/candidates/{person_id}/self-identification",
    action="own.change",
    body=s.SelfIdentification,
    returns=Accepted,
)
def identify_oneself(call: Call) -> Accepted:
    """Say to which groups one belongs, of one's own will; kept apart, for fairness work alone."""
    person_id = call.path["person_id"]
    call.may(Target(person_id=person_id))
    stated = {name: value for name, value in call.body.model_dump().items() if value}
    records.state_groups(call.command, person_id, stated)
    return Accepted(id=person_id)


@door.operation(
    "GET",
    "/v1/candidates/{person_id}/self-identification",
    action="own.read",
    returns=s.SelfIdentificationForm,
)
def self_identification_form(call: Call) -> s.SelfIdentificationForm:
    """The optional questions about oneself that may be asked here, and one's own answers."""
    person_id = call.path["person_id"]
    call.may(Target(person_id=person_id))
    return form_given(person_id)


def form_given(person_id: str) -> s.SelfIdentificationForm:
    """A person's form as the contract shows it."""
    asked, stated = records.self_identification(person_id)
    return s.SelfIdentificationForm(
        purpose=both("groups.purpose"),
        questions=[
            s.GroupQuestion(
                attribute=name,
                name=both(f"groups.attribute.{name}"),
                choices=[
                    s.GroupChoice(value=value, name=both(f"groups.value.{name}.{value}"))
                    for value in values
                ],
            )
            for name, values in asked.items()
        ],
        stated=stated,
    )


@door.operation(
    "POST",
    "/v1/applications/{application_id}/withdrawal",
    action="own.change",
    returns=Accepted,
)
def withdraw(call: Call) -> Accepted:
    """Take the application back."""
    application_id = call.path["application_id"]
    call.may(target_of(records.application(application_id)))
    records.withdraw(call.command, application_id)
    onboarding.stop_withdrawn(application_id)
    return Accepted(id=application_id)
