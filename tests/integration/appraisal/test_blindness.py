"""Raters are blind until the lock: every operation and page that gives out scores, by role."""

import re

import pytest

import app
from chalicelib.appraisal import service as appraisal
from chalicelib.entrypoints.typed import OPERATIONS, Operation
from chalicelib.foundation.access import ACTIONS, Role
from chalicelib.interviewing import service as interviewing
from chalicelib.records import service as records
from chalicelib.records.tables import Employee
from tests.builders import (
    COMPOSITE,
    SALES,
    Candidate,
    Office,
    interviewed,
    refusal,
    sign_in,
    unique,
)

FAMILY = "retail-sales"
#: Names in a path that lead to one person's file.
WHOSE = {"person_id", "application_id", "session_id", "upload_id"}
PERIOD = {"period_start": "2026-03-01", "period_end": "2026-08-31"}


@pytest.fixture(scope="module")
def person(office) -> Candidate:
    """Somebody interviewed for S0001 who has worked there since February, with two colleagues."""
    candidate = interviewed(office, store_id="S0001")
    employ(candidate.person_id, candidate.application_id)
    for _ in range(2):
        employ(unique("colleague"))
    return candidate


def employ(person_id: str, application_id: str = "") -> None:
    number = unique("B")
    row = Employee(person_id, "employee", employee_number=number, name="B", job_family=FAMILY)
    row.store_id, row.region, row.hired_at = "S0001", "east", "2026-02-02"
    row.application_id, row.list_sort = application_id, number
    row.list_key, row.number_key = f"employees#{FAMILY}#0", f"number#{number}"
    row.save()


def opened(office: Office) -> str:
    """An open cycle that lists them; its path."""
    wish = {"cycle_id": unique("blind"), "name": {"zh": "考", "en": "A"}, "job_family": FAMILY}
    made = office.appraiser.post("/v1/appraisal-cycles", wish | PERIOD)
    return f"/v1/appraisal-cycles/{made['cycle_id']}"


def lock(office: Office, path: str) -> None:
    numbers = sorted(appraisal.cycle(path.rsplit("/", 1)[1]).listed)
    ratings = [{"employee_number": number, "rating": 3} for number in numbers]
    office.appraiser.post(f"{path}/ratings", {"ratings": ratings})
    office.appraiser.post(f"{path}/lock")


def filled(path: str, person: Candidate) -> str:
    """A route with this person's ids in it, an id of nobody's for the rest."""
    ids = {
        "person_id": person.person_id,
        "application_id": person.application_id,
        "session_id": interviewing.scorecard_of(person.application_id).session_id,
        "upload_id": f"{person.application_id}-resume",
        "requisition_id": SALES,
    }
    return re.sub(r"{(\w+)}", lambda name: ids.get(name[1], "none"), path)


def of_persons(role: Role) -> list[Operation]:
    """Operations on one person's file that a role may take."""
    return [
        o
        for o in OPERATIONS
        if role in ACTIONS[o.action] and WHOSE & set(re.findall(r"{(\w+)}", o.path))
    ]


def pages() -> list[str]:
    """Every page of the console but those of a session and the static ones."""
    found = [route for route in app.app.routes if not route.startswith(("/v1", "/webhooks"))]
    apart = ("/assets", "/docs", "/sign-in", "/language", "/mailbox", "/interview", "/rating/")
    return sorted(route for route in found if not route.startswith(apart))


def test_there_are_operations_and_pages_that_a_manager_could_read_scores_by():
    names = {operation.name for operation in of_persons(Role.HIRING_MANAGER)}
    assert {"profile", "get_application", "get_scorecard", "override_rating"} <= names
    assert {"/candidates/{person_id}", "/proof/{application_id}"} <= set(pages())


def test_a_manager_sees_nothing_of_an_interview_while_the_rating_is_open(office, person):
    cycle = opened(office)

    answers = {}
    for operation in of_persons(Role.HIRING_MANAGER):
        place = filled(operation.path, person)
        answer = office.manager.http.request(operation.method, place, json={})
        answers[operation.name] = (answer.status_code, answer.json().get("code"))
    shown = {}
    for route in pages():
        answer = office.manager.http.get(filled(route, person))
        shown[route] = (answer.status_code, str(COMPOSITE) in answer.text)

    assert set(answers.values()) == {(403, "rater-blind")}
    assert [route for route, (_, leak) in shown.items() if leak] == []
    assert shown["/candidates/{person_id}"][0] == shown["/proof/{application_id}"][0] == 403
    assert shown["/candidates"][0] == shown["/requisitions/{requisition_id}"][0] == 200
    lock(office, cycle)


@pytest.mark.parametrize(
    ("path", "scored"),
    [
        ("/v1/applications", True),
        (f"/v1/applications?requisition_id={SALES}", True),
        (f"/v1/requisitions/{SALES}/board", True),
        ("/candidates", True),
        (f"/requisitions/{SALES}", True),
        (f"/v1/requisitions/{SALES}/ranking", False),
        (f"/v1/requisitions/{SALES}/rescorings", False),
        (f"/v1/employees?job_family={FAMILY}", False),
    ],
)
def test_lists_leave_their_score_out_until_the_lock(office, person, path, scored):
    before = office.manager.http.get(path).text
    cycle = opened(office)
    during = office.manager.http.get(path)
    lock(office, cycle)
    after = office.manager.http.get(path).text

    assert during.status_code == 200
    shown = (str(COMPOSITE), f"{COMPOSITE:.1f}")
    assert [any(score in text for score in shown) for text in (before, during.text, after)] == [
        scored,
        False,
        scored,
    ]


def test_after_the_lock_the_manager_may_read_again(office, person):
    lock(office, opened(office))

    application = office.manager.get(person.path)

    assert application["composite"] == COMPOSITE
    assert office.manager.http.get(f"/candidates/{person.person_id}").status_code == 200


def test_a_manager_of_another_store_does_not_rate_them_and_is_not_blind(office, person):
    elsewhere = sign_in(office, "hiring_manager", stores=["S0002"])
    both = sign_in(office, "hiring_manager", stores=["S0001", "S0002"])
    cycle = opened(office)

    assert refusal(lambda: elsewhere.get(person.path))[1] != "rater-blind"
    assert refusal(lambda: both.get(person.path)) == (403, "rater-blind")
    lock(office, cycle)


def test_who_is_not_appraised_stays_readable_for_their_manager(office, person):
    other = interviewed(office, store_id="S0001")
    cycle = opened(office)

    assert office.manager.get(other.path)["composite"] == COMPOSITE
    lock(office, cycle)


def test_an_appraiser_never_reaches_a_score_whatever_is_open(office, person):
    for operation in of_persons(Role.APPRAISER):
        place = filled(operation.path, person)
        answer = office.appraiser.http.request(operation.method, place, json={})
        assert answer.status_code in (403, 404), operation.name
        assert str(COMPOSITE) not in answer.text
    for route in pages():
        answer = office.appraiser.http.get(filled(route, person))
        assert str(COMPOSITE) not in answer.text, route


def test_who_could_see_the_scores_and_rates_is_flagged_and_does_not_count(office, person):
    cycle = opened(office)
    number = records.employee(person.person_id).employee_number
    wish = {"ratings": [{"employee_number": number, "rating": 5}]}
    office.manager.post(f"{cycle}/ratings", wish)
    rest = [n for n in appraisal.cycle(cycle.rsplit("/", 1)[1]).listed if n != number]
    others = [{"employee_number": n, "rating": 2 + i % 3} for i, n in enumerate(rest)]
    office.appraiser.post(f"{cycle}/ratings", {"ratings": others})
    office.appraiser.post(f"{cycle}/lock")

    mine = next(
        o for o in appraisal.outcomes(cycle.rsplit("/", 1)[1]) if o.employee_number == number
    )

    assert (mine.rating, mine.contaminated) == (5, True)
    assert "rating" not in mine.indicators


def test_a_manager_rates_people_of_their_own_store_alone(office, person):
    elsewhere = sign_in(office, "hiring_manager", stores=["S0002"])
    blind = sign_in(office, "appraiser", stores=["S0001"])
    cycle = opened(office)
    number = records.employee(person.person_id).employee_number
    wish = {"ratings": [{"employee_number": number, "rating": 4}]}

    assert refusal(lambda: elsewhere.post(f"{cycle}/ratings", wish)) == (404, "not-found")
    blind.post(f"{cycle}/ratings", wish)

    kept = appraisal.appraisals(cycle.rsplit("/", 1)[1])[person.person_id]
    assert (int(kept.rating), kept.contaminated) == (4, False)
    page = blind.http.get("/ratings").text
    assert number in page
    assert number not in elsewhere.http.get("/ratings").text
    form = blind.http.get(f"/ratings/{cycle.rsplit('/', 1)[1]}/{number}")
    assert form.status_code == 200
    lock(office, cycle)
