"""From locked outcomes to a profile, predictions and a draft that a named person adopts."""

import csv
import io
from datetime import date
from typing import Any

import pytest

from infra import history
from infra.journey.api import wait_until
from tests.builders import FAMILY, STORES, Office, refusal

PATH = f"/v1/performer-profiles/{FAMILY}"


@pytest.fixture(scope="module")
def worked(office) -> Office:
    """Last year's people with their interviews, and half a year of work in a locked cycle."""
    past = history.past_cohort(list(STORES), date(2026, 1, 5))
    office.admin.post("/v1/history", {"content": past.history_csv.decode("utf-8-sig")})
    wish = {"cycle_id": "profile-year", "name": {"zh": "半年", "en": "Half year"}}
    wish |= {"job_family": past.job_family, "period_start": past.starts_on.isoformat()}
    office.appraiser.post("/v1/appraisal-cycles", wish | {"period_end": past.ends_on.isoformat()})
    path = "/v1/appraisal-cycles/profile-year"
    office.appraiser.post(f"{path}/kpis", {"content": past.kpis_csv.decode("utf-8-sig")})
    given = csv.DictReader(io.StringIO(past.ratings_csv.decode("utf-8-sig")))
    ratings = [row | {"rating": int(row["rating"])} for row in given]
    for start in range(0, len(ratings), 90):
        office.appraiser.post(f"{path}/ratings", {"ratings": ratings[start : start + 90]})
    known = {row["employee_number"] for row in ratings}
    listed = office.appraiser.get("/v1/employees", job_family=FAMILY, limit=1000)["employees"]
    for row in listed:
        if row["employee_number"] not in known and row["hired_at"] <= past.ends_on.isoformat():
            wish = {"employee_number": row["employee_number"], "reason": "left the company"}
            office.appraiser.post(f"{path}/excuses", wish)
    assert office.appraiser.post(f"{path}/lock")["state"] == "locked"
    return office


@pytest.fixture(scope="module")
def profile(worked) -> dict[str, Any]:
    worked.analyst.post(PATH)

    def look() -> dict[str, Any] | None:
        row: dict[str, Any] = worked.analyst.get(PATH)
        return row if row["state"] != "requested" else None

    return wait_until(look, seconds=120, what="the profile")


def test_a_profile_names_what_goes_along_with_top_performance(profile):
    found = [each for each in profile["compared"] if each["verdict"] == "higher-among-top"]

    assert profile["state"] == "computed"
    assert profile["n"] >= 100
    assert found
    for each in found:
        assert each["low"] <= each["effect"] <= each["high"]
        assert each["low"] > 0
        assert str(each["top_n"]) in each["sentence"]["zh"]
    assert str(profile["n"]) in profile["summary"]["en"]


def test_predictions_come_with_their_definition_record_and_misses(worked, profile):
    found = worked.analyst.get(f"/v1/predictions/{FAMILY}")

    assert found["record"]["checked"] >= 50
    assert found["record"]["low"] <= found["record"]["high"]
    high = found["outlook"]["all"]["satisfactory_high"]
    assert high["low"] <= high["share"] <= high["high"]
    cut = found["outlook"]["definition"]["cut"]
    for miss in found["outlook"]["misses"]:
        assert (miss["composite"] >= cut) == (miss["kind"] == "high-score-low-work")
    assert [w["months"] for w in found["outlook"]["windows"]] == [6, 12]


def test_a_hired_persons_interval_is_shown_with_n_where_the_record_passes(worked, profile):
    record = worked.analyst.get(f"/v1/predictions/{FAMILY}")["record"]
    listed = worked.appraiser.get("/v1/employees", job_family=FAMILY, limit=1000)["employees"]
    given = worked.analyst.get(f"/v1/employees/{listed[0]['person_id']}/prediction")

    if record["passes"] and not given["reason"]:
        assert given["low"] < given["middle"] < given["high"]
        assert 0 <= given["low_rank"] <= given["high_rank"] <= 1
        assert given["n"] == profile["n"]
    else:
        assert given["low"] is None
    assert given["sentence"]["zh"]


def test_an_appraiser_sees_neither_profile_nor_prediction(worked, profile):
    for path in (PATH, f"/v1/predictions/{FAMILY}", "/v1/employees/nobody/prediction"):
        assert refusal(lambda path=path: worked.appraiser.get(path))[0] == 403


def test_an_applicant_who_was_not_hired_has_no_prediction(worked, profile):
    call = lambda: worked.analyst.get("/v1/employees/aaaaaaaaaaaaaaaa/prediction")  # noqa: E731
    assert refusal(call)[0] == 404


def test_a_draft_stands_with_its_evidence_and_changes_nothing_in_force(worked, profile):
    before = worked.analyst.get(f"/v1/competency-models/{FAMILY}")
    draft = worked.analyst.post(f"{PATH}/draft")

    assert draft["origin"] == "evidence"
    assert draft["evidence"]["n"] == profile["n"]
    assert draft["evidence"]["contrasts"]
    assert sum(item["weight"] for item in draft["dimensions"]) == 100
    held = {item["key"]: item["weight"] for item in before["dimensions"]}
    moved = {item["key"]: item["weight"] for item in draft["dimensions"]}
    assert all(held[key] / 1.5 - 1 <= moved[key] <= held[key] * 1.5 for key in held)
    assert worked.analyst.get(f"/v1/competency-models/{FAMILY}") == before


def test_what_nobody_asked_for_is_not_found(worked):
    call = lambda: worked.analyst.get("/v1/performer-profiles/marketing")  # noqa: E731
    assert refusal(call) == (404, "profile-unknown")
    call = lambda: worked.analyst.post("/v1/performer-profiles/no-such")  # noqa: E731
    assert refusal(call)[0] == 404


def test_a_plan_is_answered_with_a_sentence(worked):
    wish = {"base_rate": 0.3, "selection_ratio": 0.5, "validity": 0.42, "wanted": 0.45}
    found = worked.recruiter.get("/v1/what-if", **wish)

    assert round(found["needed_validity"], 2) == 0.52
    assert "0.52" in found["sentence"]["zh"]
    refused = lambda: worked.recruiter.get("/v1/what-if", base_rate=0.3, wanted=0.1)  # noqa: E731
    assert refusal(refused) == (422, "plan-impossible")


@pytest.mark.parametrize("path", ["/performers", f"/performers/{FAMILY}", f"/predictions/{FAMILY}",
                                  "/what-if", "/what-if?base_rate=x"])  # fmt: skip
def test_every_page_stands_in_both_languages(worked, profile, path):
    for language in ("zh", "en"):
        answer = worked.analyst.http.get(path, headers={"Accept-Language": language})
        assert answer.status_code == (422 if "=x" in path else 200)
