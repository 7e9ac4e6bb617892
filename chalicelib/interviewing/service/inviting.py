"""Inviting: a thousand applications in one call, each with its own outcome, none twice.

Everything that many invitations share is read once, what each needs is read in batches, and 24 of
them are written in one transaction. Letters go out from the ledger's stream afterwards.
"""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from chalicelib.foundation import ids, ledger
from chalicelib.foundation.command import Command
from chalicelib.foundation.errors import Conflict, HireloopError, NotFound
from chalicelib.foundation.observability import count
from chalicelib.foundation.values import digest
from chalicelib.interviewing.service import choosing, models
from chalicelib.interviewing.service.invitation import Desk, Pair, Wish, part_of, session_id_of
from chalicelib.interviewing.tables import InterviewSession
from chalicelib.records import service as records

#: Rows of an invitation in a transaction: session, application, audit entry, announcement; the
#: transaction holds one command besides.
ROWS_OF_AN_INVITATION = 4
INVITATIONS_PER_COMMIT = (ledger.MOST_ROWS - 1) // ROWS_OF_AN_INVITATION
#: An API call has 29 seconds; whom it does not reach in this time is told to be called again.
REACH_SECONDS = 20.0


class NotReached(Conflict):
    """The call's time was over before this application came up; send the same call again."""

    code = "invitation-not-reached"
    retry = True


@dataclass(frozen=True)
class Outcome:
    """What became of one application: a session, or the error that kept it from one."""

    application_id: str
    session_id: str = ""
    error: HireloopError | None = None


def invite_all(
    command: Command,
    wish: Wish,
    application_ids: Sequence[str],
    allowed: Callable[[records.Application], None],
) -> list[Outcome]:
    """Open a session for each application and have the candidates told; outcomes in their order.

    `allowed` raises where the caller may not reach an application. A retry finds what was made
    before and goes on with the rest. Raises NotFound, JobFamilyUnknown, CommandReused.
    """
    ends = time.monotonic() + REACH_SECONDS
    wanted = list(dict.fromkeys(application_ids))
    requisition = records.requisition(wish.requisition_id)
    _begun(command, wish, len(wanted))
    model = models.current_model(requisition.job_family)
    kept = choosing.kept_for(wish.requisition_id, requisition.job_family)
    bank = tuple(models.questions())
    desk = Desk(command, wish, bool(requisition.follow_ups), model, bank, kept)
    found: dict[str, Outcome] = _made_before(command, wanted)
    open_ones = [name for name in wanted if name not in found]
    pairs, refused = _those_allowed(wish, open_ones, allowed)
    found |= refused
    names = list(pairs)
    for start in range(0, len(names), INVITATIONS_PER_COMMIT):
        part = names[start : start + INVITATIONS_PER_COMMIT]
        if time.monotonic() > ends:
            found |= {name: Outcome(name, error=NotReached()) for name in part}
        else:
            found |= _part_invited(desk, {name: pairs[name] for name in part})
    return [found[name] for name in wanted]


def invite(command: Command, application_id: str, deadline: datetime) -> InterviewSession:
    """Open a session for one application; again after one was missed.

    Raises NotFound, DeadlinePast, IllegalMove, JobFamilyUnknown, QuestionMissing.
    """
    row = records.application(application_id)
    wish = Wish(row.requisition_id, lambda _zone: deadline)
    outcome = invite_all(command, wish, [application_id], lambda _row: None)[0]
    if outcome.error is not None:
        raise outcome.error
    return InterviewSession.get(row.person_id, f"session#{outcome.session_id}")


@ledger.retried
def _begun(command: Command, wish: Wish, asked: int) -> None:
    """Note the call itself: the same key for another list is refused. Raises CommandReused."""
    ledger.commit(
        command,
        action="interviews.inviting",
        subject=wish.requisition_id,
        detail={"asked": asked},
    )


def _made_before(command: Command, application_ids: Iterable[str]) -> dict[str, Outcome]:
    keys = {session_id_of(command, name): name for name in application_ids}
    pairs = [(ids.person_of(name), f"session#{name}") for name in keys]
    rows = InterviewSession.batch_get(pairs, consistent_read=True) if pairs else ()
    made = [str(row.session_id) for row in rows]
    return {keys[name]: Outcome(keys[name], name) for name in made}


def _those_allowed(
    wish: Wish,
    application_ids: Iterable[str],
    allowed: Callable[[records.Application], None],
) -> tuple[dict[str, Pair], dict[str, Outcome]]:
    wanted = list(application_ids)
    known = records.applicants(wanted)
    pairs: dict[str, Pair] = {}
    refused: dict[str, Outcome] = {}
    for name in wanted:
        try:
            if name not in known:
                raise NotFound("application-unknown", application_id=name)
            application, person = known[name]
            allowed(application)
            if application.requisition_id != wish.requisition_id:
                raise NotFound("application-unknown", application_id=name)
            pairs[name] = Pair(application, person)
        except HireloopError as error:
            refused[name] = Outcome(name, error=error)
    return pairs, refused


def _part_invited(desk: Desk, pairs: dict[str, Pair]) -> dict[str, Outcome]:
    """Invite up to 24; where a row moved meanwhile each is taken up once more by itself.

    So is a second application of one person: their chain takes one entry after the other.
    """
    first = {pair.application.person_id: name for name, pair in reversed(pairs.items())}
    together = {name: pairs[name] for name in pairs if name in first.values()}
    try:
        found = _written(desk, together)
    except ledger.StaleRecord:
        found = {}
    return found | {name: _alone(desk, name) for name in pairs if name not in found}


def _alone(desk: Desk, name: str) -> Outcome:
    @ledger.retried
    def again() -> Outcome:
        made = _made_before(desk.command, [name])
        if made:
            return made[name]
        application, person = records.applicants([name])[name]
        return _written(desk, {name: Pair(application, person)})[name]

    try:
        return again()
    except HireloopError as error:
        return Outcome(name, error=error)


def _written(desk: Desk, pairs: dict[str, Pair]) -> dict[str, Outcome]:
    outcomes: dict[str, Outcome] = {}
    parts: list[ledger.Part] = []
    for name, pair in pairs.items():
        try:
            part = part_of(desk, pair)
        except HireloopError as error:
            outcomes[name] = Outcome(name, error=error)
            continue
        parts.append(part)
        outcomes[name] = Outcome(name, session_id_of(desk.command, name))
    if parts:
        # The command names whom it invites: a retry with others left is another command.
        command = desk.command.part(digest([part.subject for part in parts])[:26])
        seen = ledger.look([command], [part.subject for part in parts])
        if ledger.commit_all(command, parts, seen):
            count("InterviewInvited", len(parts), requisition_id=desk.wish.requisition_id)
    return outcomes
