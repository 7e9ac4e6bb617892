"""The optional second reader: switched by an administrator, asked by HR, shown beside."""

from chalicelib.entrypoints.api_candidates import target_of
from chalicelib.entrypoints.schemas import second as s
from chalicelib.entrypoints.schemas.common import Accepted
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.foundation import clock
from chalicelib.interviewing import service as interviewing
from chalicelib.interviewing.service import second_reading
from chalicelib.records import service as records

door = Door(__name__, "second-reader")


@door.operation("GET", "/v1/second-reader", action="company.read", returns=s.SecondReaderGiven)
def second_reader(call: Call) -> s.SecondReaderGiven:
    """Whether the second reader is on, by which model, and what the month has cost in tokens."""
    return _standing()


def _standing() -> s.SecondReaderGiven:
    found = second_reading.standing(f"{clock.now():%Y-%m}")
    return s.SecondReaderGiven(
        on=found.on,
        model=found.model,
        monthly_tokens=found.monthly_tokens,
        spent_tokens=found.spent_tokens,
    )


@door.operation(
    "POST",
    "/v1/second-reader",
    action="company.change",
    body=s.SecondReaderTaken,
    returns=s.SecondReaderGiven,
)
def switch_second_reader(call: Call) -> s.SecondReaderGiven:
    """Switch the second reader on or off for the organisation, with a limit of tokens a month."""
    wish = call.body
    second_reading.switch(call.command, on=wish.on, monthly_tokens=wish.monthly_tokens)
    return _standing()


@door.operation(
    "POST",
    "/v1/sessions/{session_id}/answers/{question_id}/second-reading",
    action="interview.invite",
    returns=Accepted,
    status=202,
)
def ask_second_reader(call: Call) -> Accepted:
    """Have an answer read a second time; the reading is shown beside and enters no score."""
    session_id, question_id = call.path["session_id"], call.path["question_id"]
    _reachable(call, session_id)
    second_reading.ask(call.command, session_id, question_id)
    return Accepted(id=question_id)


@door.operation(
    "GET",
    "/v1/sessions/{session_id}/answers/{question_id}/second-reading",
    action="candidate.read",
    returns=s.SecondReadingGiven,
)
def get_second_reading(call: Call) -> s.SecondReadingGiven:
    """What the second reader said of an answer: asked, read, or dropped with the reason."""
    session_id, question_id = call.path["session_id"], call.path["question_id"]
    _reachable(call, session_id)
    row = second_reading.reading(session_id, question_id)
    return s.SecondReadingGiven(
        session_id=session_id,
        question_id=question_id,
        take=int(row.take),
        state=row.state,
        reason=row.reason,
        model=row.model,
        reading=row.result,
    )


def _reachable(call: Call, session_id: str) -> None:
    call.may(target_of(records.application(interviewing.session(session_id).application_id)))
