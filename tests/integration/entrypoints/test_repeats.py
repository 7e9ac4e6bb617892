"""Wishes sent twice, lost answers, stale versions, pages of a list."""

from collections.abc import Callable
from typing import Any

import pytest

from chalicelib.entrypoints import wish as wishes
from chalicelib.foundation.access import Actor
from chalicelib.foundation.ledger_tables import NoteRow
from chalicelib.records import service as records
from chalicelib.records.stages import Stage
from tests.builders import (
    ABROAD,
    FAMILY,
    SALES,
    START_DATE,
    Api,
    Office,
    actions,
    applicant,
    at_stage,
    interviewed,
    key_of,
    open_requisition,
    unique,
)

Made = tuple[Api, str, dict[str, Any]]


def send(who: Api, path: str, body: dict[str, Any], key: str) -> Any:
    return who.http.post(path, json=body, headers={"Idempotency-Key": key})


def forget(who: Api, name: str, key: str) -> int:
    """Lose the kept answer, as a crash after the write does; how many there were."""
    actor = Actor(who.get("/v1/me")["actor_id"], frozenset())
    command = wishes.command(name, key, actor, {}, correlation_id="")
    rows = list(NoteRow.query(f"note#answer#{command.id}"))
    for row in rows:
        row.delete()
    return len(rows)


def user(office: Office) -> Made:
    wish = {"email": f"{unique('twice')}@example.com", "name": "T", "roles": ["recruiter"]}
    return office.administrator, "/v1/users", wish


def requisition(office: Office) -> Made:
    wish = {"requisition_id": unique("REQ"), "title": {"zh": "店员", "en": "Clerk"}}
    return office.recruiter, "/v1/requisitions", wish | {"job_family": FAMILY}


def batch(office: Office) -> Made:
    files = [{"file_name": "a.pdf"}, {"file_name": "b.pdf"}]
    return office.recruiter, f"/v1/requisitions/{SALES}/resumes", {"files": files}


def decision(office: Office) -> Made:
    path = f"{interviewed(office).path}/disposition"
    return office.recruiter, path, {"outcome": "reject", "reason": "below what we need here"}


def offer(office: Office) -> Made:
    waiting = at_stage(interviewed(office), Stage.PASSED, Stage.BACKGROUND_CHECK, Stage.PRE_HIRE)
    return office.recruiter, f"{waiting.path}/offer", {"start_date": START_DATE}


CASES = {
    "grant_user": user,
    "open_requisition": requisition,
    "dispose": decision,
    "make_offer": offer,
}
each_wish = pytest.mark.parametrize(("name", "case"), CASES.items(), ids=CASES)


@each_wish
def test_the_same_wish_again_hears_the_same_answer(office, name, case: Callable[[Office], Made]):
    who, path, body = case(office)
    key = unique("key")
    first, again = send(who, path, body, key), send(who, path, body, key)
    assert (first.status_code, again.status_code) == (201, 201), first.text
    assert again.json() == first.json()
    assert "Idempotent-Replayed" not in first.headers
    assert again.headers["Idempotent-Replayed"] == "true"


@each_wish
def test_another_wish_under_the_same_key_is_refused(office, name, case):
    who, path, body = case(office)
    key = unique("key")
    send(who, path, body, key)
    changed = {
        k: (f"{v}x" if isinstance(v, str) and k != "outcome" else v) for k, v in body.items()
    }
    changed = changed if changed != body else body | {"source": "other"}
    twin = send(
        who, path, changed | ({"start_date": "2031-01-01"} if name == "make_offer" else {}), key
    )
    assert (twin.status_code, twin.json()["code"]) == (409, "command-reused")


@each_wish
def test_a_crash_between_the_write_and_the_answer_makes_no_double(office, name, case):
    who, path, body = case(office)
    key = unique("key")
    first = send(who, path, body, key)
    assert forget(who, name, key) == 1
    again = send(who, path, body, key)
    assert again.status_code == 201, again.text
    assert "Idempotent-Replayed" not in again.headers
    assert ids_in(again.json()) == ids_in(first.json())


def ids_in(answer: Any) -> list[str]:
    """Ids and versions, in order; signatures of permits differ from one second to the next."""
    if isinstance(answer, dict):
        own = [f"{k}={v}" for k, v in answer.items() if k.endswith("_id") or k == "version"]
        return own + [x for value in answer.values() for x in ids_in(value)]
    return [x for item in answer for x in ids_in(item)] if isinstance(answer, list) else []


def test_announced_twice_a_pile_is_there_once_and_its_permits_are_fresh(office):
    who, path, body = batch(office)
    key = unique("key")
    first, again = send(who, path, body, key), send(who, path, body, key)
    assert "Idempotent-Replayed" not in again.headers
    assert ids_in(again.json()) == ids_in(first.json())
    assert forget(who, "upload_resumes", key) == 0


def test_an_applicant_who_presses_twice_has_one_file(office):
    wish = {"requisition_id": SALES, "name": "Wang Fang", "email": f"{unique('w')}@example.com"}
    key = unique("press")
    first, again = (send(Api(office.base), "/v1/applications", wish, key) for _ in range(2))
    assert again.json()["application_id"] == first.json()["application_id"]
    assert actions(first.json()["person_id"]) == ["application.opened"]


def test_two_applicants_who_happen_on_the_same_key_never_see_each_other(office):
    key = unique("chance")
    mine = {"requisition_id": SALES, "name": "A", "email": f"{unique('a')}@example.com"}
    first = send(Api(office.base), "/v1/applications", mine, key)
    other = send(Api(office.base), "/v1/applications", mine | {"name": "B"}, key)
    assert (first.status_code, other.status_code) == (201, 409)
    assert "token" not in other.text


def test_a_secret_is_not_kept_yet_a_retry_tells_the_same_one(office):
    key, wish = unique("key"), {"name": unique("system"), "roles": ["analyst"]}
    first, again = (send(office.administrator, "/v1/api-keys", wish, key) for _ in range(2))
    assert again.json()["key"] == first.json()["key"]
    assert "Idempotent-Replayed" not in again.headers
    assert forget(office.administrator, "create_api_key", key) == 0
    assert Api(office.base, again.json()["key"]).get("/v1/me")["roles"] == ["analyst"]


def test_a_key_longer_than_it_may_be_is_refused(office):
    answer = send(office.administrator, *user(office)[1:], "k" * 201)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid")


def test_keys_of_different_callers_do_not_meet(office):
    key, (_, path, body) = unique("key"), user(office)
    mine, other = key_of(office, "administrator"), key_of(office, "administrator")
    assert send(mine, path, body, key).status_code == 201
    assert "Idempotent-Replayed" not in send(other, path, body, key).headers


def test_a_change_on_a_version_that_moved_is_refused_and_changes_nothing(office):
    seen = open_requisition(office.admin, unique("REQ"))
    path = f"/v1/requisitions/{seen['requisition_id']}"

    def change(tag: str, openings: int) -> Any:
        return office.recruiter.http.patch(
            path, json={"openings": openings}, headers={"If-Match": tag}
        )

    tag = office.recruiter.http.get(path).headers["ETag"]
    first, late = change(tag, 7), change(tag, 9)
    assert (first.status_code, late.status_code) == (200, 409)
    assert late.json()["code"] == "precondition"
    assert office.recruiter.get(path)["openings"] == 7
    assert change(first.headers["ETag"], 9).json()["openings"] == 9


def test_a_change_that_names_no_version_is_refused(office):
    path = f"/v1/requisitions/{ABROAD}"
    answer = office.recruiter.http.patch(path, json={"openings": 1})
    assert (answer.status_code, answer.json()["code"]) == (409, "precondition")


def test_pages_of_a_list_hold_everybody_once_newest_first(office):
    requisition = open_requisition(office.admin, unique("REQ"))["requisition_id"]
    made = [applicant(office, requisition).application_id for _ in range(5)]
    seen, before = [], ""
    while True:
        page = office.recruiter.get("/v1/applications", limit=2, before=before)
        seen += [row["application_id"] for row in page["applications"]]
        before = page["next"]
        if not before or set(made) <= set(seen):
            break
    assert [name for name in seen if name in made] == made[::-1]
    assert len(set(seen)) == len(seen)


def test_pages_of_the_audit_day_hold_every_entry_once(office):
    day = records.requisition(SALES).created_at.strftime("%Y-%m-%d")
    seen, before = [], ""
    for _ in range(4):
        page = office.auditor.get("/v1/audit", day=day, limit=3, before=before)
        seen += [(e["subject"], e["sequence"], e["at"]) for e in page["entries"]]
        before = page["next"]
    assert len(set(seen)) == len(seen) == 12
    assert [at for _, _, at in seen] == sorted((at for _, _, at in seen), reverse=True)


@pytest.mark.parametrize("query", ["limit=0", "limit=201", "limit=x", "stage=nowhere"])
def test_a_page_that_cannot_be_is_told_by_its_field(office, query):
    answer = office.recruiter.http.get(f"/v1/applications?{query}")
    assert answer.status_code == 422
    assert answer.json()["fields"][0]["field"] == query.split("=")[0]
