"""What HR should know, read from the record: figures with their n, pictures, safe tables."""

import csv
import io
from concurrent.futures import ThreadPoolExecutor
from xml.etree import ElementTree

import pytest

from chalicelib.analytics import service as analytics
from tests.builders import Office, interviewed, open_requisition, refusal

FAMILY, REQUISITION = "software-python", "REQ-CHARTS"
#: What a spreadsheet would run.
FORMULA = '=HYPERLINK("https://evil.example","x")'
COMPOSITES = [62.0 + 3 * place for place in range(12)]
DECIDED = 10


@pytest.fixture(scope="module")
def measured(office) -> Office:
    """Twelve interviews for one requisition, ten of them decided."""
    title = {"zh": "=1+1", "en": FORMULA}
    open_requisition(office.admin, REQUISITION, title=title, job_family=FAMILY)
    people = [interviewed(office, composite=c, requisition_id=REQUISITION) for c in COMPOSITES]
    wish = {"outcome": "reject", "reason": "the position was closed again"}
    with ThreadPoolExecutor(2) as pool:
        paths = [f"{who.path}/disposition" for who in people[:DECIDED]]
        list(pool.map(lambda path: office.recruiter.post(path, wish), paths))
    return office


@pytest.fixture(scope="module")
def charts(measured) -> dict[str, dict]:
    page = measured.analyst.get("/v1/analytics", job_family=FAMILY)
    return {chart["key"]: chart for chart in page["charts"]}


def test_every_chart_of_the_list_is_on_the_dashboard(charts):
    assert set(charts) == {key for key, spec in analytics.CHARTS.items() if spec.rows}


def test_a_chart_says_its_sentence_in_both_languages_and_its_n(charts):
    assert all(c["title"]["zh"] and c["title"]["en"] for c in charts.values())
    assert all(c["summary"]["zh"] and c["summary"]["en"] for c in charts.values())
    assert charts["score-distribution"]["n"] == len(COMPOSITES)
    assert charts["pass-rate"]["n"] == DECIDED


def test_every_picture_is_whole_and_runs_nothing(charts):
    for chart in charts.values():
        root = ElementTree.fromstring(chart["svg"])
        names = {element.tag.rsplit("}", 1)[-1] for element in root.iter()}
        assert root.tag.endswith("svg") and not names & {"script", "foreignObject", "a"}


def test_a_figure_without_enough_behind_it_is_not_shown(charts):
    silent = charts["prediction"]
    assert (silent["n"], silent["rows"]) == (0, [])
    assert "0" in silent["summary"]["en"]


def test_the_distribution_counts_every_interview_once(charts):
    rows = charts["score-distribution"]["rows"]
    assert [row[1] for row in rows] == [0, 3, 3, 6]  # below 60, to 69, to 79, 80 and more


@pytest.mark.parametrize(("language", "title"), [("en", FORMULA), ("zh", "=1+1")])
def test_a_table_opens_in_a_spreadsheet_and_runs_nothing(measured, language, title):
    answer = measured.analyst.http.get(
        "/v1/analytics/pass-rate/table", params={"job_family": FAMILY, "lang": language}
    ).json()
    rows = list(csv.reader(io.StringIO(answer["content"].removeprefix("\ufeff"))))
    cells = [cell for row in rows for cell in row]
    assert answer["content"].startswith("\ufeff")
    assert f"'{title}" in cells
    assert [cell for cell in cells if cell.startswith(("=", "+", "@"))] == []


def test_the_page_of_charts_shows_the_same_figures(measured):
    page = measured.analyst.http.get("/analytics", params={"job_family": FAMILY})
    assert page.status_code == 200
    assert page.text.count("<svg") >= 5
    assert "<script>" not in page.text


def test_one_chart_answers_alone_and_an_unknown_one_is_not_there(measured):
    alone = measured.analyst.get("/v1/analytics/score-distribution", job_family=FAMILY)
    assert alone["n"] == len(COMPOSITES)
    assert refusal(lambda: measured.analyst.get("/v1/analytics/none")) == (404, "chart-unknown")


def test_outcomes_beside_scores_are_for_who_may_see_both(measured):
    path = "/v1/analytics/prediction"
    assert refusal(lambda: measured.recruiter.get(path)) == (403, "forbidden")
    shown = {c["key"] for c in measured.recruiter.get("/v1/analytics")["charts"]}
    assert not {"prediction", "hit-rate"} & shown
    assert refusal(lambda: measured.appraiser.get("/v1/analytics")) == (403, "forbidden")
