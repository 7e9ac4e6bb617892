"""What candidates say after the result: taken once, counted, shown to nobody by name."""

import pytest

from chalicelib.analytics import service as analytics
from chalicelib.records.stages import Stage
from infra.journey.api import wait_until
from tests.builders import applicant, at_stage, open_requisition, refusal

DECIDED = (Stage.SCREENED, Stage.INVITED, Stage.INTERVIEWED, Stage.REJECTED)
REQUISITION, WORDS = "REQ-OPINION", "The letter came within a day <b>"


@pytest.fixture(scope="module")
def people(office):
    """Ten candidates with a result, who all have answered, the first in words too."""
    open_requisition(office.admin, REQUISITION)
    found = [at_stage(applicant(office, REQUISITION), *DECIDED) for _ in range(10)]
    for place, who in enumerate(found):
        said = {
            "overall": 5 if place < 8 else 2,
            "timely": 4,
            **({"remark": WORDS} if not place else {}),
        }
        who.api.post(f"{who.path}/opinion", said)
    return found


def shown(office, **asked):
    return office.analyst.get("/v1/analytics/satisfaction", **asked)


def test_opinions_are_counted_from_ten_on(office, people):
    wait_until(lambda: shown(office)["n"] == 10, seconds=60, what="the stream counts ten opinions")
    rows = {row[0]["en"]: row[1:] for row in shown(office)["rows"]}
    assert rows["Overall"][:4] == [10, 4.4, 8, "80%"]
    assert rows["Timely"][:2] == [10, 4.0]
    assert rows["Transparent"] == [0, None, None, None, None, None]


def test_words_are_shown_without_a_name_and_stay_text(office, people):
    assert office.analyst.get("/v1/opinion-remarks")["remarks"] == [WORDS]
    page = office.analyst.http.get("/analytics", params={"area": "flow"}).text
    assert "within a day &lt;b&gt;" in page


def test_nobody_reads_an_opinion_in_a_file(office, people):
    file = office.recruiter.get(f"/v1/candidates/{people[0].person_id}")
    assert "survey" not in str(file) and WORDS not in str(file)


def test_an_answer_is_given_once_and_only_after_a_result(office, people):
    again = lambda: people[0].api.post(f"{people[0].path}/opinion", {"overall": 1})  # noqa: E731
    assert refusal(again) == (409, "opinion-given")
    early = applicant(office, REQUISITION)
    said = lambda: early.api.post(f"{early.path}/opinion", {"overall": 5})  # noqa: E731
    assert refusal(said) == (409, "opinion-too-early")
    stranger = lambda: early.api.post(f"{people[0].path}/opinion", {"overall": 5})  # noqa: E731
    assert refusal(stranger)[0] == 404


@pytest.mark.parametrize("said", [{}, {"overall": 6}, {"overall": 0}, {"overall": 3, "name": "x"}])
def test_a_mark_that_is_none_is_refused(office, people, said):
    who = people[1]
    assert refusal(lambda: who.api.post(f"{who.path}/opinion", said))[0] == 422


def test_an_answer_that_could_be_told_apart_by_subtraction_is_not_shown(office, people):
    open_requisition(office.admin, "REQ-ONE-MORE")
    one = at_stage(applicant(office, "REQ-ONE-MORE"), *DECIDED)
    one.api.post(f"{one.path}/opinion", {"overall": 1})
    analytics.keep([one.application_id])
    assert shown(office)["n"] == 11
    assert shown(office, requisition_id=REQUISITION)["n"] == 0
    assert shown(office, requisition_id="REQ-ONE-MORE")["rows"] == []


def test_the_candidates_page_asks_once_there_is_a_result(office, people):
    token = people[0].api.http.headers["Authorization"].removeprefix("Bearer ")
    answered = office.analyst.http.get(f"/interview/{token}/opinion").text
    assert "<form" not in answered
    late = at_stage(applicant(office, REQUISITION), *DECIDED)
    token = late.api.http.headers["Authorization"].removeprefix("Bearer ")
    assert f"/interview/{token}/opinion" in office.analyst.http.get(f"/interview/{token}").text
    assert 'name="timely"' in office.analyst.http.get(f"/interview/{token}/opinion").text
