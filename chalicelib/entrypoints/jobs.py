"""What happens by itself: announcements are told, and what got lost is found again."""

from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from chalicelib.analytics import service as analytics
from chalicelib.entrypoints import letters, loop_jobs
from chalicelib.foundation import clock, orchestration, storage
from chalicelib.foundation.command import system_command
from chalicelib.foundation.ids import derived_id
from chalicelib.foundation.observability import fault, flush, logger
from chalicelib.interviewing import service as interviewing
from chalicelib.onboarding import service as onboarding
from chalicelib.partners import service as partners
from chalicelib.partners.service import Relayed
from chalicelib.records import service as records
from chalicelib.selection import service as selection

#: The stream tells a fresh announcement; only one it has left lying is ours.
LEFT_LYING_SECONDS = 60


def deliver(event: dict[str, Any]) -> dict[str, Any]:
    """Tell the announcements that a ledger stream brings; what fails is left to `reconcile`."""
    try:
        for record in event.get("Records", []):
            keys = record["dynamodb"]["Keys"]
            key, sort = keys["pk"]["S"], keys["sk"]["S"]
            if record.get("eventName") == "INSERT" and key.startswith("outbox#"):
                row = partners.announcement(key, sort)
                if row is not None:
                    tell(row)
    finally:
        flush()
    return {"batchItemFailures": []}


def keep_figures(event: dict[str, Any]) -> dict[str, Any]:
    """Count the applications that a stream of candidates' files tells of; the sweep finds others.

    A record only says where to look, so one that comes twice, late or out of order counts once.
    """
    changed = set()
    for record in event.get("Records", []):
        image = record.get("dynamodb", {}).get("NewImage", {})
        changed.add(image.get("application_id", {}).get("S", ""))
    try:
        analytics.keep(changed - {""})
    finally:
        flush()
    return {"batchItemFailures": []}


def tell(row: Any) -> Relayed:
    """Tell one announcement to the person and the partners it concerns."""
    about = (_queue, _recommend, _tally, _outcomes, _report, loop_jobs.observe)
    tellers = (letters.send, partners.tell_partners, *about)
    problems = [problem for tell_one in tellers for problem in _problems(tell_one, row)]
    relayed = partners.settle(row, problems)
    if relayed is Relayed.GIVEN_UP:
        command = system_command(f"not-told/{row.pk}")
        _safely(
            lambda: records.flag(command, partners.application_of(row), "attention.not-told"),
            row.subject,
        )
    return relayed


def _queue(row: Any) -> list[str]:
    """Work that takes long waits in a queue of its own."""
    if row.event == "recalibration.requested":
        wish = {"proposal_id": row.subject, "correlation_id": row.correlation_id}
        orchestration.send_recalibration(wish)
    if row.event == "simulation.requested":
        wish = {"simulation_id": row.subject, "correlation_id": row.correlation_id}
        orchestration.send_recalibration(wish)
    if row.event == "appraisal.locked":
        wish = {"cycle_id": row.subject, "correlation_id": row.correlation_id}
        orchestration.send_recalibration(wish)
    if row.event == "profile.requested":
        wish = {"job_family": row.subject, "run": row.payload["run"]}
        orchestration.send_recalibration(wish | {"correlation_id": row.correlation_id})
    if row.event == "second-reading.asked":
        orchestration.send_second_reading(row.subject, row.payload["question_id"])
    return []


def _recommend(row: Any) -> list[str]:
    """An interview's evidence is complete: propose, once, whatever became of who completed it."""
    if row.event == "interview.completed":
        selection.recommend(system_command(f"recommend/{row.pk}"), partners.application_of(row))
    return []


def _tally(row: Any) -> list[str]:
    """What an interview showed of its questions is added to their figures, once."""
    if row.event == "interview.completed":
        interviewing.tally(system_command(f"tally/{row.pk}"), row.subject)
    return []


def _outcomes(row: Any) -> list[str]:
    """A cycle was locked, or an appeal decided: outcomes stand beside the scores at once."""
    if row.event == "appraisal.appeal-decided":
        analytics.take_again(row.subject)
    if row.event in ("appraisal.locked", "appraisal.appeal-decided"):
        analytics.take_outcomes()
    return []


def _report(row: Any) -> list[str]:
    """A regular report is due: each of its readers gets a mail, once."""
    if row.event != analytics.DUE:
        return []
    problems = []
    for address in analytics.readers(row.subject):
        post = partial(_mailed, row, address)
        problems.append(partners.once(row, f"mail-{derived_id(address, 16)}", post))
    return [problem for problem in problems if problem]


def _mailed(row: Any, address: str) -> str:
    analytics.mail_report(row.subject, row.payload, address)
    return ""


def reconcile() -> dict[str, int]:
    """Find what got lost: workflows, uploads, interviews past their deadline, announcements."""
    found: Counter[str] = Counter()
    try:
        # First what people and partners wait for; the rest grows with the hires under way.
        found.update(_announcements())
        found.update(_sessions())
        found.update(_uploads())
        found.update(_transcriptions())
        found.update(_workflows())
        found.update(_figures())
        found.update(_drift())
    finally:
        flush()
    logger.info("reconciled", extra=dict(found))
    return dict(found)


def _workflows() -> Iterable[str]:
    for row in records.due_workflows(clock.now()):
        name = row.application_id
        command = system_command(f"reconcile/{name}", name)
        done = _safely(partial(onboarding.revive, command, name), name)
        # Those that fail give way as well: a few of them must not keep the others from their turn.
        _safely(partial(onboarding.look_later, row, clock.now()), name)
        yield f"workflows_{done}" if done else "workflows_failed"


def _uploads() -> Iterable[str]:
    for row in records.overdue_uploads(clock.now()):
        yield _safely(partial(_look_for, row), row.upload_id) or "uploads_failed"


def _look_for(row: Any) -> str:
    """The table row is the truth: an object that lies there is worked on, else it expires."""
    arrived = storage.size(row.key) is not None
    command = system_command(f"reconcile/{row.upload_id}/{row.version}")
    state = records.recheck_upload(command, row.upload_id, arrived=arrived).state
    if state != "expected":
        return f"uploads_{state}"
    orchestration.send_upload(row.key)
    return "uploads_sent_again"


def _sessions() -> Iterable[str]:
    for row in interviewing.overdue_sessions(clock.now()):
        yield _safely(partial(_close, row), row.session_id) or "sessions_failed"


def _close(row: Any) -> str:
    # A session that was given more time closes once more, at its later deadline.
    command = system_command(f"reconcile/{row.session_id}/{row.deadline}")
    outcome = interviewing.expire(command, row.session_id)
    if outcome.complete:
        selection.recommend(command.part("recommend"), outcome.application_id)
    return "sessions_expired"


def _transcriptions() -> Iterable[str]:
    """Recordings of which the recogniser has told nothing for a while: looked at on their queue."""
    for row in interviewing.transcribing.due(clock.now()):
        done = _safely(partial(_look_at, row), row.job)
        yield f"transcriptions_{done}" if done else "transcriptions_failed"


def _look_at(row: Any) -> str:
    orchestration.send_recognition(row.job)
    interviewing.transcribing.look_later(row, clock.now())
    return "looked_at"


def _announcements() -> Iterable[str]:
    for row in partners.unsent(clock.now(), LEFT_LYING_SECONDS):
        done = _safely(partial(tell, row), row.subject)
        yield f"announcements_{done}" if done else "announcements_failed"


def _figures() -> Iterable[str]:
    """Applications whose event was lost, and outcomes of locked cycles still to be taken."""
    work_of = {
        "swept": analytics.sweep,
        "outcomes": analytics.take_outcomes,
        "reports": analytics.announce_due,
    }
    for name, work in work_of.items():
        done = _safely(work, name)
        yield from [f"figures_{name}"] * (done or 0) if done is not None else ["figures_failed"]


def _drift() -> Iterable[str]:
    """Job families whose drift was not looked at today."""
    for family in loop_jobs.due(clock.now()):
        done = _safely(partial(loop_jobs.look, family, clock.now()), family)
        yield f"drift_{done}" if done else "drift_failed"


def _problems(send: Callable[[Any], list[str]], row: Any) -> list[str]:
    try:
        return send(row)
    except Exception as error:
        fault("could not tell", error, event=row.event, subject=row.subject)
        return [getattr(error, "code", type(error).__name__)]


def _safely(work: Callable[[], Any], about: str) -> Any:
    """One thing that fails must not keep the others waiting."""
    try:
        return work()
    except Exception as error:
        fault("left for the next run", error, subject=about)
        return None
