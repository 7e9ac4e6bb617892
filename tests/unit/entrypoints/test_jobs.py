"""What happens by itself: nobody is kept waiting by others, nothing personal gets into the logs."""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from chalicelib.entrypoints import jobs
from chalicelib.foundation.observability import fault, logger
from chalicelib.onboarding.service import Revived

ADDRESS = "lin.mei@example.com"


class Refused(Exception):
    """As boto3 raises it: the service's message quotes what it was given."""

    def __init__(self) -> None:
        super().__init__(f"Email address is not verified: {ADDRESS}")
        self.response = {"Error": {"Code": "MessageRejected", "Message": str(self)}}


def announcement(event: str) -> Any:
    return SimpleNamespace(event=event, pk="outbox#1", sk="1", subject="s", payload={})


@pytest.fixture
def logged(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Everything that is logged, formatted as it is written."""
    lines: list[str] = []
    handler = logger.handlers[0]
    monkeypatch.setattr(handler, "emit", lambda r: lines.append(handler.format(r)))
    before = logger.log_level
    logger.setLevel("ERROR")
    yield lines
    logger.setLevel(before)


def raise_refused() -> None:
    raise Refused


def test_a_failure_is_logged_by_kind_code_and_place_and_never_by_its_text(logged):
    try:
        raise_refused()
    except Refused as error:
        fault("could not tell", error, subject="s-1")
    (line,) = logged
    assert "Refused" in line and "MessageRejected" in line and "raise_refused" in line
    assert ADDRESS not in line


def test_what_a_mail_service_says_of_an_address_is_in_no_log(logged, monkeypatch):
    def refuse(row: Any) -> list[str]:
        raise Refused

    assert ["Refused"] == jobs._problems(refuse, announcement("offer.made"))
    assert jobs._safely(raise_refused, "s") is None
    assert 2 == len(logged)
    assert ADDRESS not in "".join(logged)


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a reconcile run did, in order, with one of everything to do."""
    order: list[str] = []
    hires = [SimpleNamespace(application_id="bad"), SimpleNamespace(application_id="good")]

    def note(name: str, answer: Any) -> Any:
        return lambda *given: (order.append(name), answer)[1]

    def revive(command: Any, name: str) -> Revived:
        order.append(f"hire {name}")
        if name == "bad":
            raise Refused
        return Revived.NOTHING

    monkeypatch.setattr(jobs.partners, "unsent", note("announcements", []))
    monkeypatch.setattr(jobs.interviewing, "overdue_sessions", note("sessions", []))
    monkeypatch.setattr(jobs.records, "overdue_uploads", note("uploads", []))
    monkeypatch.setattr(jobs.interviewing.transcribing, "due", note("transcriptions", []))
    monkeypatch.setattr(jobs.records, "due_workflows", lambda now: hires)
    monkeypatch.setattr(jobs.onboarding, "revive", revive)
    later = lambda row, now: order.append(f"later {row.application_id}")  # noqa: E731
    monkeypatch.setattr(jobs.onboarding, "look_later", later)
    monkeypatch.setattr(jobs.analytics, "sweep", note("sweep", 2))
    monkeypatch.setattr(jobs.analytics, "take_outcomes", note("outcomes", 0))
    monkeypatch.setattr(jobs.loop_jobs, "due", note("drift", ["retail-sales"]))
    monkeypatch.setattr(jobs.loop_jobs, "look", note("look", "looked_at"))
    monkeypatch.setattr(jobs.analytics, "announce_due", note("reports", 1))
    return order


def test_announcements_come_first_and_hires_that_were_looked_at_give_way(done):
    found = jobs.reconcile()
    assert ["announcements", "sessions", "uploads", "transcriptions"] == done[:4]
    hires = ["hire bad", "later bad", "hire good", "later good"]
    assert [*hires, "sweep", "outcomes", "reports", "drift", "look"] == done[4:]
    counted = {"figures_swept": 2, "figures_reports": 1, "drift_looked_at": 1}
    assert counted.items() <= found.items()
    assert {"workflows_failed": 1, "workflows_nothing": 1}.items() <= found.items()


def test_a_stream_of_files_is_counted_by_the_applications_it_names(monkeypatch):
    kept: list[set[str]] = []
    monkeypatch.setattr(jobs.analytics, "keep", kept.append)
    images = [
        {"application_id": {"S": "p-a"}},
        {"application_id": {"S": "p-a"}},
        {"kind": {"S": "x"}},
    ]
    records = [{"dynamodb": {"NewImage": image}} for image in images]

    assert jobs.keep_figures({"Records": [*records, {"dynamodb": {}}]}) == {"batchItemFailures": []}
    assert kept == [{"p-a"}]


@pytest.mark.parametrize(
    ("state", "sent", "found"),
    [
        ("expected", ["resumes/a/u"], "uploads_sent_again"),
        ("quarantined", [], "uploads_quarantined"),
    ],
)
def test_a_file_is_sent_again_only_while_it_is_expected(monkeypatch, state, sent, found):
    again: list[str] = []
    monkeypatch.setattr(jobs.storage, "size", lambda key: 7)
    monkeypatch.setattr(jobs.orchestration, "send_upload", again.append)
    settled = SimpleNamespace(state=state)
    monkeypatch.setattr(jobs.records, "recheck_upload", lambda *given, **named: settled)
    row = SimpleNamespace(key="resumes/a/u", upload_id="u", version=1)
    assert found == jobs._look_for(row)
    assert sent == again


def test_a_complete_interview_is_followed_by_the_machines_own_recommendation(monkeypatch):
    made: list[tuple[str, str]] = []
    monkeypatch.setattr(
        jobs.selection, "recommend", lambda c, about: made.append((c.actor.actor_id, about))
    )
    row = announcement("interview.completed")
    row.payload = {"application_id": "person-app", "session_id": "s"}
    assert [] == jobs._recommend(row)
    assert [] == jobs._recommend(announcement("offer.made"))
    assert [("system", "person-app")] == made


def test_a_complete_interview_is_added_to_the_figures_of_its_questions_once(monkeypatch):
    added: list[tuple[str, str]] = []
    monkeypatch.setattr(
        jobs.interviewing, "tally", lambda command, about: added.append((command.id, about))
    )
    for event in ("interview.completed", "interview.completed", "offer.made"):
        assert [] == jobs._tally(announcement(event))
    assert {("tally/outbox#1", "s")} == set(added)
