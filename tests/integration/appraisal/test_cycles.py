"""Files from other systems go in whole or not at all; a locked cycle changes no more."""

from datetime import timedelta
from typing import Any

import pytest

from chalicelib.appraisal import service as appraisal
from chalicelib.appraisal.service import appraisals, readings
from chalicelib.calibration import service as calibration
from chalicelib.foundation import clock
from chalicelib.records import service as records
from tests.builders import Office, actions, refusal, unique

FAMILY = "marketing"
DIMENSIONS = (
    "data_driven_decision",
    "growth_marketing",
    "communication",
    "stress_tolerance",
    "learning",
)
NUMBERS = ("K0001", "K0002", "K0003", "K0004")
HEADER = "employee_number,kpi,value,unit\n"
GOOD = HEADER + "".join(
    f"{n},lead_conversion,{10 + i},%\n{n},campaign_return,{1 + i / 10},ratio\n"
    for i, n in enumerate(NUMBERS)
)


def past(numbers: tuple[str, ...] = NUMBERS, **change: str) -> str:
    """A file of past interviews, one hire for each number and one who was not hired."""
    columns = (
        "reference,name,employee_number,store,job_family,model_version,hired,hired_on,composite"
    )
    rows = [",".join((columns, *DIMENSIONS))]
    for place, number in enumerate((*numbers, "")):
        cells = {
            "reference": f"P-{number or 'none'}",
            "name": f"Person {place}",
            "employee_number": number,
            "store": "S0001",
            "job_family": FAMILY,
            "model_version": "1",
            "hired": "y" if number else "n",
            "hired_on": "2026-02-02" if number else "",
            "composite": "71.5",
        }
        cells |= change if place == 1 else {}
        rows.append(",".join((*cells.values(), *("3.5" for _ in DIMENSIONS))))
    return "\r\n".join(rows) + "\r\n"


@pytest.fixture(scope="module")
def team(office) -> Office:
    """Four marketing people of last year."""
    report = office.admin.post("/v1/history", {"content": past()})
    assert (report["accepted"], report["problems"]) == (5, [])
    return office


@pytest.fixture
def cycle(team) -> str:
    return opened(team)


def opened(office: Office) -> str:
    """An open cycle for the team; its path."""
    name = unique("cycle")
    wish = {"cycle_id": name, "name": {"zh": "考核", "en": "Appraisal"}, "job_family": FAMILY}
    period = {"period_start": "2026-03-01", "period_end": "2026-08-31"}
    given = office.appraiser.post("/v1/appraisal-cycles", wish | period)
    assert (given["state"], given["listed"]) == ("open", len(NUMBERS))
    return f"/v1/appraisal-cycles/{name}"


def rate_all(office: Office, path: str) -> dict[str, Any]:
    ratings = [{"employee_number": n, "rating": 2 + i % 4} for i, n in enumerate(NUMBERS)]
    given: dict[str, Any] = office.appraiser.post(f"{path}/ratings", {"ratings": ratings})
    return given


def codes(report: dict[str, Any]) -> list[tuple[int, str, str]]:
    return [(p["row"], p["column"], p["code"]) for p in report["problems"]]


def test_history_makes_people_employees_and_past_interviews(team):
    rows = team.administrator.get("/v1/employees", job_family=FAMILY)["employees"]
    assert [row["employee_number"] for row in rows] == list(NUMBERS)
    assert {row["origin"] for row in rows} == {"imported"}
    assert len(calibration.past_interviews(FAMILY)) == 5


def test_history_sent_again_is_told_row_by_row_and_doubles_nothing(team):
    report = team.admin.post("/v1/history", {"content": past()})
    assert report["accepted"] == 0
    assert codes(report) == [(n, "employee_number", "already-imported") for n in (2, 3, 4, 5)]
    assert len(calibration.past_interviews(FAMILY)) == 5


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        ({"store": "S9999"}, (3, "store", "unknown-store")),
        ({"hired": "perhaps"}, (3, "hired", "hired")),
        ({"hired_on": "02.02.2026"}, (3, "hired_on", "hired-date")),
        ({"composite": "171"}, (3, "composite", "composite")),
        ({"name": ""}, (3, "name", "empty")),
        ({"reference": "=cmd()"}, (3, "reference", "formula")),
        ({"job_family": "retail-sales"}, (3, "job_family", "mixed-file")),
    ],
)
def test_one_wrong_cell_of_a_history_leaves_the_whole_file_out(team, change, wanted):
    numbers = (unique("N"), unique("N"))
    report = team.admin.post("/v1/history", {"content": past(numbers, **change)})
    assert (report["accepted"], codes(report)) == (0, [wanted])
    assert all(p["message"]["zh"] and p["message"]["en"] for p in report["problems"])
    with pytest.raises(Exception, match="employee-unknown"):
        records.employee_by_number(numbers[0])


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        ("number,kpi,value,unit\nK0001,lead_conversion,1,%\n", [(1, "", "wrong-columns")]),
        (GOOD + "K0001,sales,1,%\n", [(10, "kpi", "unknown-kpi")]),
        (HEADER + "K0001,lead_conversion,1,points\n", [(2, "unit", "wrong-unit")]),
        (HEADER + "K0001,lead_conversion,101,%\n", [(2, "value", "implausible")]),
        (HEADER + "K0001,lead_conversion,1e9,%\n", [(2, "value", "implausible")]),
        (HEADER + "K0001,lead_conversion,many,%\n", [(2, "value", "not-a-number")]),
        (GOOD + "K9999,lead_conversion,1,%\n", [(10, "employee_number", "unknown-person")]),
        (GOOD + "K0001,lead_conversion,1,%\n", [(10, "employee_number", "duplicate-row")]),
        (GOOD + "K0001,lead_conversion\n", [(10, "", "wrong-cell-count")]),
        (HEADER, [(1, "", "row-count")]),
    ],
)
def test_one_wrong_row_leaves_the_whole_kpi_file_out(team, cycle, content, wanted):
    report = team.appraiser.post(f"{cycle}/kpis", {"content": content})
    assert (report["accepted"], codes(report)) == (0, wanted)
    assert readings(cycle.rsplit("/", 1)[1]) == []
    assert team.appraiser.get(cycle)["kpi_rows"] == 0


def test_a_clean_kpi_file_counts_and_a_later_one_takes_its_place(team, cycle):
    first = team.appraiser.post(f"{cycle}/kpis", {"content": GOOD})
    second = HEADER + "K0001,lead_conversion,44,%\n"
    team.appraiser.post(f"{cycle}/kpis", {"content": second})
    assert first == {"accepted": 8, "problems": [], "repeated": False}
    assert [(r.kpi, r.value) for r in readings(cycle.rsplit("/", 1)[1])] == [
        ("lead_conversion", 44.0)
    ]
    assert team.appraiser.get(cycle)["kpi_rows"] == 1


def test_a_wrong_file_does_not_displace_the_right_one(team, cycle):
    team.appraiser.post(f"{cycle}/kpis", {"content": GOOD})
    team.appraiser.post(f"{cycle}/kpis", {"content": GOOD + "K9999,lead_conversion,1,%\n"})
    assert team.appraiser.get(cycle)["kpi_rows"] == 8


def test_one_wrong_rating_leaves_all_of_them_out(team, cycle):
    path = f"{cycle}/ratings"
    wish = {"employee_number": "K0001", "rating": 4}
    for bad, wanted in (
        ({"employee_number": "K9999", "rating": 4}, (422, "not-in-cycle")),
        ({"employee_number": "K0002", "rating": 6}, (422, "invalid")),
        ({"employee_number": "K0002", "rating": 3.5}, (422, "invalid")),
    ):
        body = {"ratings": [wish, bad]}
        assert refusal(lambda b=body: team.appraiser.post(path, b)) == wanted
    assert appraisals(cycle.rsplit("/", 1)[1]) == {}


def test_a_rating_by_who_sees_scores_is_marked_contaminated(team, cycle):
    wish = {"ratings": [{"employee_number": "K0001", "rating": 4}]}
    team.appraiser.post(f"{cycle}/ratings", wish)
    other = {"ratings": [{"employee_number": "K0002", "rating": 4}]}
    team.administrator.post(f"{cycle}/ratings", other)
    marks = {
        records.employee(person).employee_number: row.contaminated
        for person, row in appraisals(cycle.rsplit("/", 1)[1]).items()
    }
    assert marks == {"K0001": False, "K0002": True}


def test_a_cycle_is_locked_only_when_everybody_is_rated_or_excused(team, cycle):
    assert refusal(lambda: team.appraiser.post(f"{cycle}/lock")) == (409, "cycle-incomplete")
    rest = [{"employee_number": n, "rating": 3} for n in NUMBERS[1:]]
    team.appraiser.post(f"{cycle}/ratings", {"ratings": rest})
    team.appraiser.post(f"{cycle}/excuses", {"employee_number": "K0001", "reason": "on leave"})
    locked = team.appraiser.post(f"{cycle}/lock")
    assert (locked["state"], locked["rated"]) == ("locked", 3)


def test_a_cycle_whose_period_is_not_over_is_not_locked(team):
    name = unique("cycle")
    wish = {"cycle_id": name, "name": {"zh": "考核", "en": "A"}, "job_family": FAMILY}
    until = (clock.now() + timedelta(days=1)).date().isoformat()
    period = {"period_start": "2026-03-01", "period_end": until}
    team.appraiser.post("/v1/appraisal-cycles", wish | period)
    path = f"/v1/appraisal-cycles/{name}"
    rate_all(team, path)
    assert refusal(lambda: team.appraiser.post(f"{path}/lock")) == (409, "cycle-not-over")


def test_after_the_lock_nothing_is_rated_excused_or_imported(team, cycle):
    rate_all(team, cycle)
    team.appraiser.post(f"{cycle}/lock")
    kept = appraisal.outcomes(cycle.rsplit("/", 1)[1])
    calls = (
        lambda: rate_all(team, cycle),
        lambda: team.appraiser.post(f"{cycle}/kpis", {"content": GOOD}),
        lambda: team.appraiser.post(
            f"{cycle}/excuses", {"employee_number": "K0001", "reason": "left"}
        ),
        lambda: team.appraiser.post(f"{cycle}/lock"),
    )
    assert {refusal(call) for call in calls} == {(409, "cycle-locked")}
    assert appraisal.outcomes(cycle.rsplit("/", 1)[1]) == kept
    assert actions(cycle.rsplit("/", 1)[1]).count("appraisal.locked") == 1


def test_a_cycle_id_is_used_once(team, cycle):
    wish = {"cycle_id": cycle.rsplit("/", 1)[1], "name": {"zh": "考", "en": "A"}}
    wish |= {"job_family": FAMILY, "period_start": "2026-03-01", "period_end": "2026-08-31"}
    assert refusal(lambda: team.appraiser.post("/v1/appraisal-cycles", wish)) == (
        409,
        "cycle-exists",
    )


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        ({"period_end": "2026-02-01"}, "cycle-dates"),
        ({"job_family": "nobody-here"}, "cycle-empty"),
        ({"period_start": "2025-01-01", "period_end": "2025-06-30"}, "cycle-empty"),
    ],
)
def test_a_cycle_that_cannot_be_is_refused_by_name(team, change, wanted):
    wish = {"cycle_id": unique("cycle"), "name": {"zh": "考", "en": "A"}, "job_family": FAMILY}
    wish |= {"period_start": "2026-03-01", "period_end": "2026-08-31"}
    assert refusal(lambda: team.appraiser.post("/v1/appraisal-cycles", wish | change)) == (
        422,
        wanted,
    )
