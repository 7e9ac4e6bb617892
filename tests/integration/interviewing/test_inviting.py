"""Inviting many at once: each with its own outcome, none twice, in the candidate's own time."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, timedelta
from typing import Any

import pytest

from chalicelib.foundation import clock
from chalicelib.interviewing import service as interviewing
from chalicelib.records import service as records
from infra.journey.api import Refused
from tests.builders import FAMILY, Office, actions, command, open_requisition, refusal, unique

MANY = 60


@pytest.fixture(scope="module")
def requisition_id(office: Office) -> str:
    """A requisition of its own."""
    name = unique("REQ-MANY")
    open_requisition(office.admin, name, job_family=FAMILY, follow_ups=True)
    return name


def screened(requisition_id: str, many: int) -> list[str]:
    """So many applications that stand at the stage from which people are invited."""
    names = [f"{n}.txt" for n in range(many)]
    _, uploads = records.announce(command(), requisition_id, records.Applicant(), names)
    for upload in uploads:
        row = records.application(upload.application_id)
        row.stage = "screened"
        row.place(clock.now())
        row.save()
    return [upload.application_id for upload in uploads]


def invite(office: Office, requisition_id: str, names: Sequence[str], key: str) -> dict[str, Any]:
    wish = {"application_ids": list(names), "deadline_days": 3}
    place = f"/v1/requisitions/{requisition_id}/invitations"
    given: dict[str, Any] = office.recruiter.post(place, wish, key)
    return given


@pytest.fixture(scope="module")
def invited(office: Office, requisition_id: str) -> tuple[list[str], dict[str, Any], str]:
    """Many invited in one call: their applications, the answer, the key."""
    names, key = screened(requisition_id, MANY), unique("key")
    return names, invite(office, requisition_id, names, key), key


def test_each_of_many_is_invited_with_a_session_of_their_own(invited):
    names, given, _ = invited
    assert [item["application_id"] for item in given["invited"]] == names
    assert given["refused"] == []
    assert len({item["session_id"] for item in given["invited"]}) == MANY
    for name in names[:: MANY // 4]:
        assert records.application(name).stage == "invited"
        assert actions(records.application(name).person_id)[-1] == "interview.invited"


def test_a_retry_answers_the_same_and_invites_nobody_twice(office, requisition_id, invited):
    names, given, key = invited
    assert invite(office, requisition_id, names, key) == given
    person = records.application(names[0]).person_id
    assert actions(person).count("interview.invited") == 1
    assert len(records.items_of(names[0], "session")) == 1


def test_the_same_key_for_other_people_is_refused(office, requisition_id, invited):
    names, _, key = invited
    assert refusal(lambda: invite(office, requisition_id, names[:3], key)) == (
        409,
        "command-reused",
    )


def test_a_call_that_was_cut_off_goes_on_where_it_stopped(office, requisition_id, monkeypatch):
    names, wish = screened(requisition_id, 30), command("cut", payload="x")
    plain = interviewing.Wish(requisition_id, lambda _: clock.now() + timedelta(days=3))
    monkeypatch.setattr("chalicelib.interviewing.service.inviting.REACH_SECONDS", -1.0)
    first = interviewing.invite_all(wish, plain, names, lambda _: None)
    monkeypatch.undo()
    again = interviewing.invite_all(wish, plain, names, lambda _: None)
    assert {one.error.code for one in first if one.error} == {"invitation-not-reached"}
    assert all(one.error is None for one in again)
    assert [one.application_id for one in again] == names


def test_two_calls_at_once_give_each_candidate_one_session(office, requisition_id):
    names = screened(requisition_id, 25)

    def call(key: str) -> dict[str, Any]:
        return invite(office, requisition_id, names, key)

    with ThreadPoolExecutor(2) as pool:
        given = list(pool.map(call, [unique("at-once"), unique("at-once")]))
    taken = [item["application_id"] for one in given for item in one["invited"]]
    assert sorted(taken) == sorted(names)
    assert all(len(records.items_of(name, "session")) == 1 for name in names)


def test_the_answer_tells_of_each_application_what_became_of_it(office, requisition_id):
    good, held, unknown = *screened(requisition_id, 2), "aaaaaaaaaaaaaaaa-bbbbbbbb"
    row = records.application(held)
    row.stage = "applied"
    row.save()
    given = invite(office, requisition_id, [good, held, unknown, good], unique("mixed"))
    assert [item["application_id"] for item in given["invited"]] == [good]
    assert {item["application_id"]: item["code"] for item in given["refused"]} == {
        held: "illegal-move",
        unknown: "application-unknown",
    }
    assert all(item["message"]["zh"] and item["message"]["en"] for item in given["refused"])


def test_more_than_a_thousand_are_not_taken_in_one_call(office, requisition_id):
    names = [f"aaaaaaaaaaaaaaaa-{n:08d}" for n in range(1001)]
    assert refusal(lambda: invite(office, requisition_id, names, unique("key")))[0] == 422


def test_a_deadline_in_days_ends_with_the_candidates_own_day(office, requisition_id):
    near, far = screened(requisition_id, 2)
    person = records.person(records.application(far).person_id)
    person.timezone = "America/New_York"
    person.save()
    given = invite(office, requisition_id, [near, far], unique("zones"))["invited"]
    ends = [clock.parse(interviewing.session(item["session_id"]).deadline) for item in given]
    local = [
        moment.astimezone(clock.zone(zone))
        for moment, zone in zip(ends, ("Asia/Shanghai", "America/New_York"), strict=True)
    ]
    assert [(moment.hour, moment.minute) for moment in local] == [(23, 59), (23, 59)]
    assert all(moment.tzinfo is UTC for moment in ends)


def test_people_of_a_pile_are_in_the_companys_zone_until_they_say_otherwise(requisition_id):
    name = screened(requisition_id, 1)[0]
    assert records.applicants([name])[name][1].timezone == "Asia/Shanghai"


def test_nobody_invites_by_a_token_of_a_candidate(office, requisition_id):
    names = screened(requisition_id, 1)
    with pytest.raises(Refused):
        office.appraiser.post(
            f"/v1/requisitions/{requisition_id}/invitations", {"application_ids": names}
        )
