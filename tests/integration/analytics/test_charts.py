"""What HR should know, read from the record: figures with their n, pictures, safe tables."""

import csv
import io
from concurrent.futures import ThreadPoolExecutor
from xml.etree import ElementTree

import pytest

from chalicelib.analytics import service as analytics
from infra.journey.api import wait_until
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


def shown(office: Office, **asked: str) -> dict[str, dict]:
    page = office.analyst.get("/v1/analytics", job_family=FAMILY, **asked)
    return {chart["key"]: chart for chart in page["charts"]}


@pytest.fixture(scope="module")
def charts(measured) -> dict[str, dict]:
    """The charts as soon as the stream has told of the last decision."""
    wait_until(
        lambda: shown(measured, area="rates")["pass-rate"]["n"] == DECIDED,
        seconds=60,
        what="the stream counts the last decision",
    )
    return shown(measured)


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


@pytest.mark.parametrize(
    ("asked", "n"),
    [({"requisition_id": REQUISITION}, 12), ({"source": "nobody"}, 0), ({"until": "2020-01-01"}, 0),
     ({"since": "2020-01-01"}, 12), ({"region": "mars"}, 0)],
)  # fmt: skip
def test_a_filter_counts_whom_it_should(measured, charts, asked, n):
    asked = {"job_family": FAMILY, **asked}
    assert measured.analyst.get("/v1/analytics/score-distribution", **asked)["n"] == n


def test_bands_may_be_any_and_what_makes_none_is_refused(measured, charts):
    path = "/v1/analytics/score-distribution"
    found = measured.analyst.get(path, job_family=FAMILY, edges="65,80.5")
    assert [row[1] for row in found["rows"]] == [1, 6, 5]
    asked = {"edges": "80,60"}
    assert refusal(lambda: measured.analyst.get(path, **asked)) == (422, "bands-unclear")
    asked = {"since": "2026-02-30"}
    assert refusal(lambda: measured.analyst.get(path, **asked)) == (422, "period-unclear")


def test_figures_counted_anew_from_the_record_are_the_same(measured, charts):
    analytics.rebuild()
    again = shown(measured)
    assert {key: chart["rows"] for key, chart in again.items()} == {
        key: chart["rows"] for key, chart in charts.items()
    }


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
    assert page.text.count("<svg") >= 2
    assert "score-distribution" in page.text
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


def test_what_is_told_twice_counts_once_and_what_was_lost_is_found(measured, charts):
    who = interviewed(measured, composite=91.0, requisition_id=REQUISITION)
    for _ in range(3):
        analytics.keep([who.application_id, who.application_id])
    analytics.sweep()
    found = measured.analyst.get("/v1/analytics/score-distribution", job_family=FAMILY)
    assert found["n"] == len(COMPOSITES) + 1
