"""The company's own record, and what stands in a person's file."""

import pytest

from chalicelib.records import service as records
from chalicelib.records.consent import Purpose
from tests.builders import (
    FAMILY,
    SALES,
    STORES,
    applicant,
    interviewed,
    open_requisition,
    refusal,
    unique,
)


def store(number: str, region: str = "north") -> dict[str, object]:
    return {"store_id": number, "name": {"zh": "店", "en": "Shop"}, "region": region}


def test_stores_entered_twice_are_there_once(office):
    rows = [store(unique("X")) for _ in range(3)]
    first = office.admin.post("/v1/stores", {"stores": rows})
    again = office.admin.post("/v1/stores", {"stores": [*rows, store(unique("X"))]})
    assert (first["entered"], again["entered"]) == (3, 1)


def test_a_hundred_stores_go_in_by_one_call(office):
    rows = [store(f"H{place:04d}", "far") for place in range(100)]
    assert office.admin.post("/v1/stores", {"stores": rows})["entered"] == 100
    assert len(office.recruiter.get("/v1/stores", region="far")["stores"]) == 100


def test_one_region_shows_its_own_stores(office):
    found = office.recruiter.get("/v1/stores", region="west")["stores"]
    assert {row["store_id"] for row in found} == {n for n, r in STORES.items() if r == "west"}


def test_a_requisition_for_a_store_that_is_not_there_is_refused(office):
    call = lambda: open_requisition(office.admin, unique("REQ"), store_ids=["S9999"])  # noqa: E731
    assert refusal(call) == (422, "store-unknown")


def test_a_requisition_number_is_used_once(office):
    assert refusal(lambda: open_requisition(office.admin, SALES)) == (409, "requisition-exists")


@pytest.mark.parametrize(
    "criterion",
    [
        {"criterion_id": "x", "rule": "no-such-rule", "importance": "essential", "params": {}},
        {"criterion_id": "x", "rule": "skill", "importance": "perhaps", "params": {"skill": "a"}},
        {"rule": "skill"},
    ],
)
def test_a_criterion_that_no_rule_can_decide_is_refused(office, criterion):
    whole = {"label": {"zh": "甲", "en": "A"}, "weight": 10} | criterion
    call = lambda: open_requisition(office.admin, unique("REQ"), criteria=[whole])  # noqa: E731
    assert refusal(call)[0] == 422


def test_a_field_with_a_typing_error_is_never_silent(office):
    wish = {"email": f"{unique()}@example.com", "name": "X", "role": ["recruiter"]}
    answer = office.admin.http.post("/v1/users", json=wish)
    assert answer.status_code == 422
    assert {f["field"] for f in answer.json()["fields"]} == {"role", "roles"}


@pytest.mark.parametrize("content", [b"{", b"\xff", b'"text"', b"[1]"])
def test_a_body_that_is_no_object_is_refused_and_told_in_both_languages(office, content):
    answer = office.admin.http.post(
        "/v1/users", content=content, headers={"Content-Type": "application/json"}
    )
    problem = answer.json()
    assert answer.status_code == 422
    assert problem["message"]["zh"] and problem["message"]["en"] and problem["correlation_id"]


def test_two_files_with_one_telephone_are_shown_to_each_other_not_merged(office):
    number = "139 1111 2222"
    first, second = (applicant(office, phone=number) for _ in range(2))
    found = office.recruiter.get(f"/v1/candidates/{first.person_id}")["duplicates"]
    assert found == [second.person_id]


def test_an_applicant_names_a_store_of_the_requisition(office):
    call = lambda: applicant(office, store_id="S9999")  # noqa: E731
    assert refusal(call) == (422, "store-unknown")


def test_a_file_shows_each_role_what_it_may_see(office):
    person = f"/v1/candidates/{interviewed(office).person_id}"
    recruiter, auditor = office.recruiter.get(person), office.auditor.get(person)
    assert {"scorecard", "recommendation", "screening", "session"} <= recruiter["sections"].keys()
    assert auditor["sections"]["person"][0].get("email") is None
    assert not {"invite_serial", "list_key"} & recruiter["sections"]["application"][0].keys()


def test_what_a_person_states_of_themselves_is_on_no_page(office):
    mine = applicant(office)
    path = f"/v1/candidates/{mine.person_id}/self-identification"
    mine.api.post(path, {"gender": "female"})
    page = office.recruiter.get(f"/v1/candidates/{mine.person_id}")
    assert "protected" not in {*page["hidden"], *page["sections"]}
    assert "female" not in str(page)


def test_a_ranking_is_read_by_parts_with_its_ranks(office):
    requisition = open_requisition(office.admin, unique("REQ"))["requisition_id"]
    made = {interviewed(office, requisition_id=requisition).application_id for _ in range(3)}
    path = f"/v1/requisitions/{requisition}/ranking"
    parts = [office.recruiter.get(path, limit=2, offset=at)["ranked"] for at in (0, 2)]
    assert [[row["rank"] for row in part] for part in parts] == [[1, 2], [3]]
    assert {row["application_id"] for part in parts for row in part} == made


def test_asking_for_a_person_flags_the_application_and_changes_nothing_else(office):
    mine = applicant(office)
    before = office.recruiter.get(mine.path)
    mine.api.post(f"{mine.path}/human-review")
    after = office.recruiter.get(mine.path)
    assert after["attention"] == "attention.asked-for-human"
    assert after["stage"] == before["stage"]


def test_a_consent_taken_back_counts_from_then_on(office):
    mine = applicant(office)
    path = f"/v1/candidates/{mine.person_id}/consents"
    mine.api.post(path, {"interview": True, "talent_pool": True})
    mine.api.post(path, {"interview": False})
    assert not records.may_process(mine.person_id, Purpose.INTERVIEW, SALES).allowed
    assert records.may_process(mine.person_id, Purpose.TALENT_POOL, SALES).allowed


def test_an_application_is_taken_back_once(office):
    mine = applicant(office)
    mine.api.post(f"{mine.path}/withdrawal")
    assert refusal(lambda: mine.api.post(f"{mine.path}/withdrawal")) == (409, "illegal-move")


def test_the_board_counts_every_stage_of_a_requisition(office):
    requisition = open_requisition(office.admin, unique("REQ"))["requisition_id"]
    interviewed(office, requisition_id=requisition)
    gone = applicant(office, requisition)
    gone.api.post(f"{gone.path}/withdrawal")
    applicant(office, requisition)
    board = office.recruiter.get(f"/v1/requisitions/{requisition}/board")
    counts = {c["stage"]: c["count"] for c in board["columns"] if c["count"]}
    assert counts == {"applied": 1, "interviewed": 1, "withdrawn": 1}


def test_a_model_of_ones_own_is_adopted_as_the_next_version(office):
    family = unique("family")
    open_dimensions = office.analyst.get(f"/v1/competency-models/{FAMILY}")["dimensions"]
    wish = {"job_family": family, "dimensions": open_dimensions}
    first = office.analyst.post("/v1/competency-models", wish)
    second = office.analyst.post("/v1/competency-models", wish)
    assert (first["model_version"], second["model_version"]) == (1, 2)


def test_weights_that_do_not_make_a_hundred_are_refused(office):
    dimensions = office.analyst.get(f"/v1/competency-models/{FAMILY}")["dimensions"]
    dimensions[0]["weight"] += 1
    wish = {"job_family": unique("family"), "dimensions": dimensions}
    assert refusal(lambda: office.analyst.post("/v1/competency-models", wish))[0] == 422
