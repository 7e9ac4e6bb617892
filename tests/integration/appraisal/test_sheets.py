"""Goals, forms, the formula, the lock, appeals: what an appraisal comes to, and its history."""

import base64
from typing import Any

import pytest

from chalicelib.appraisal import service as appraisal
from chalicelib.foundation import ledger
from chalicelib.interviewing.library import WEIGHTS
from tests.builders import Office, actions, key_of, refusal, sign_in, unique
from tests.unit.appraisal.test_workbook import book, good_row

FAMILY = "retail-sales"
STAFF = tuple(f"L{n:04d}" for n in range(1, 9))
FORMULA = {"kpi": 40, "goals": 20, "manager": 20, "self": 10, "peers": 10}
PEER = ("reliability", "cooperation", "sharing", "initiative")
HEADER = "employee_number,kpi,value,unit\n"


def past() -> str:
    """Eight people, four in each of two stores, hired on 2 February 2026."""
    columns = "reference,name,employee_number,store,job_family,model_version,hired,hired_on"
    rows = [",".join((columns, "composite", *WEIGHTS[FAMILY]))]
    for n, number in enumerate(STAFF):
        cells = f"Q-{number},Person {n},{number},S000{1 + n % 2},{FAMILY},1,y,2026-02-02,70"
        rows.append(",".join((cells, *("3.5" for _ in WEIGHTS[FAMILY]))))
    return "\n".join(rows) + "\n"


@pytest.fixture(scope="module")
def team(office) -> Office:
    report = office.admin.post("/v1/history", {"content": past()})
    assert report["problems"] == []
    return office


@pytest.fixture
def cycle(team) -> str:
    return opened(team, formula=FORMULA)


def opened(office: Office, **change: Any) -> str:
    name = unique("sheet")
    wish = {"cycle_id": name, "name": {"zh": "考核", "en": "Appraisal"}, "job_family": FAMILY}
    period = {"period_start": "2026-03-01", "period_end": "2026-08-31"}
    given = office.appraiser.post("/v1/appraisal-cycles", wish | period | change)
    assert given["state"] == "open"
    return f"/v1/appraisal-cycles/{name}"


def id_of(path: str) -> str:
    return path.rsplit("/", 1)[1]


def listed(path: str) -> list[str]:
    return sorted(appraisal.cycle(id_of(path)).listed)


def rate_all(office: Office, path: str) -> None:
    ratings = [{"employee_number": n, "rating": 2 + i % 4} for i, n in enumerate(listed(path))]
    office.appraiser.post(f"{path}/ratings", {"ratings": ratings})


def sheet(office: Office, path: str, number: str = STAFF[0]) -> dict[str, Any]:
    return office.appraiser.get(f"{path}/sheets/{number}")


def terms(given: dict[str, Any]) -> dict[str, float | None]:
    return {term["part"]: term["points"] for term in given["terms"]}


def answer(office: Office, path: str, kind: str, rater: str, rating: int) -> str:
    """Hand a form out and give it back by its link alone; the link."""
    wish = {"employee_number": STAFF[0], "kind": kind, "rater": rater}
    link = office.appraiser.post(f"{path}/forms", wish)["link"]
    by_link = f"/v1/rating-forms/{link.rsplit('/', 1)[1]}"
    asked = office.appraiser.__class__(office.base).get(by_link)
    answers = dict.fromkeys(asked["items"], rating)
    office.appraiser.__class__(office.base).post(by_link, {"answers": answers})
    return by_link


def test_parts_that_were_not_measured_dilute_nothing(team, cycle):
    team.appraiser.post(
        f"{cycle}/ratings", {"ratings": [{"employee_number": STAFF[0], "rating": 5}]}
    )

    given = sheet(team, cycle)

    assert terms(given) == {"kpi": None, "goals": None, "manager": 100.0, "self": None,
                            "peers": None}  # fmt: skip
    assert (given["total"], given["measured_weight"]) == (100.0, 20)


def test_the_formula_may_change_until_the_lock_and_must_sum_to_100(team, cycle):
    wrong = {"formula": {"kpi": 60, "manager": 30}}
    assert refusal(lambda: team.appraiser.post(f"{cycle}/formula", wrong)) == (
        422,
        "formula-unsound",
    )
    given = team.appraiser.post(f"{cycle}/formula", {"formula": {"kpi": 70, "manager": 30}})
    assert given["formula"] == {"kpi": 70, "manager": 30}
    (entry,) = [e for e, _ in ledger.trail(id_of(cycle)) if e.action == "appraisal.formula-set"]
    assert entry.detail["before"] == FORMULA


def test_goals_are_agreed_and_measured_with_their_history(team, cycle):
    goals = [
        {"goal_id": "a", "area": "Sales", "title": "Up", "unit": "%", "target": 10, "weight": 60},
        {"goal_id": "b", "area": "Care", "title": "Down", "unit": "n", "baseline": 20,
         "target": 10, "weight": 40},
    ]  # fmt: skip
    team.appraiser.post(f"{cycle}/goals", {"employee_number": STAFF[0], "goals": goals})
    wish = {"employee_number": STAFF[0], "goal_id": "b"}
    team.appraiser.post(f"{cycle}/goal-progress", wish | {"actual": 18})
    team.appraiser.post(f"{cycle}/goal-progress", wish | {"actual": 12})

    given = sheet(team, cycle)

    assert terms(given)["goals"] == pytest.approx(80.0)
    row = appraisal.cycle(id_of(cycle))
    kept = appraisal.goal_sheet(row, row.listed[STAFF[0]])
    assert [entry["goals"][1].get("actual") for entry in kept.history] == [None, 18.0, 12.0]
    lopsided = {"employee_number": STAFF[0], "goals": goals[:1]}
    assert refusal(lambda: team.appraiser.post(f"{cycle}/goals", lopsided)) == (
        422,
        "goals-unsound",
    )


def test_the_self_rating_comes_by_link_and_may_change_until_the_lock(team, cycle):
    link = answer(team, cycle, "self", STAFF[0], 5)
    assert terms(sheet(team, cycle))["self"] == 100.0

    nobody = team.appraiser.__class__(team.base)
    asked = nobody.get(link)
    assert asked["answers"] == dict.fromkeys(asked["items"], 5)
    nobody.post(link, {"answers": dict.fromkeys(asked["items"], 3)})
    assert terms(sheet(team, cycle))["self"] == 50.0
    rate_all(team, cycle)
    team.appraiser.post(f"{cycle}/lock")
    late = {"answers": dict.fromkeys(asked["items"], 1)}
    assert refusal(lambda: nobody.post(link, late)) == (409, "cycle-locked")
    assert terms(sheet(team, cycle))["self"] == 50.0


def test_figures_of_colleagues_appear_once_after_the_lock_and_none_below_three(team):
    seen = {}
    for raters in (2, 3):
        path = opened(team, formula=FORMULA)
        rate_all(team, path)
        before = []
        for rater in STAFF[1 : 1 + raters]:
            before.append(sheet(team, path))
            answer(team, path, "peer", rater, 5)
        before.append(sheet(team, path))
        peers = [next(v for v in each["voices"] if v["kind"] == "peer") for each in before]
        assert {(v["points"], v["given"]) for v in peers} == {(None, 0)}
        assert {terms(each)["peers"] for each in before} == {None}
        assert len({each["total"] for each in before}) == 1
        team.appraiser.post(f"{path}/lock")
        seen[raters] = sheet(team, path)
    assert terms(seen[2])["peers"] is None
    assert seen[2]["total"] == terms(seen[2])["manager"]
    assert terms(seen[3])["peers"] == 100.0


def test_no_operation_names_who_said_what(team, cycle):
    answer(team, cycle, "peer", STAFF[1], 1)
    trail = [e for e, _ in ledger.trail(id_of(cycle)) if e.action == "appraisal.form-given"]
    assert {entry.actor_id.split("-")[0] for entry in trail} == {"rater"}
    assert STAFF[1] not in str([entry.detail for entry in trail])


@pytest.mark.parametrize(
    ("kind", "rater", "wanted"),
    [
        ("peer", STAFF[0], (422, "rater-is-ratee")),
        ("self", STAFF[1], (422, "rater-is-ratee")),
        ("peer", "L9999", (404, "employee-unknown")),
        ("boss", STAFF[1], (422, "invalid")),
    ],
)
def test_a_rater_who_cannot_be_is_refused(team, cycle, kind, rater, wanted):
    wish = {"employee_number": STAFF[0], "kind": kind, "rater": rater}
    assert refusal(lambda: team.appraiser.post(f"{cycle}/forms", wish)) == wanted


def test_a_rater_is_asked_once_and_a_made_up_link_opens_nothing(team, cycle):
    wish = {"employee_number": STAFF[0], "kind": "peer", "rater": STAFF[1]}
    link = team.appraiser.post(f"{cycle}/forms", wish)["link"].rsplit("/", 1)[1]
    assert refusal(lambda: team.appraiser.post(f"{cycle}/forms", wish)) == (409, "form-taken")
    nobody = team.appraiser.__class__(team.base)
    for wrong in (link[:-1] + ("a" if link[-1] != "a" else "b"), "x.y", link.split(".")[0]):
        assert refusal(lambda w=wrong: nobody.get(f"/v1/rating-forms/{w}")) == (
            404,
            "form-unknown",
        )


RESEARCH = ("duties", "first_time", "helps", "pressure", "learns")


def test_the_research_rating_reaches_calibration_and_never_the_pay_appraisal(team, cycle):
    before = sheet(team, cycle)
    wish = {"employee_number": STAFF[0], "answers": dict.fromkeys(RESEARCH, 4)}
    team.appraiser.post(f"{cycle}/research-ratings", wish)
    seer = {"employee_number": STAFF[0], "answers": dict.fromkeys(RESEARCH, 1)}
    team.administrator.post(f"{cycle}/research-ratings", seer)

    assert sheet(team, cycle) == before
    page = team.appraiser.http.get(f"/appraisal/{id_of(cycle)}/people/{STAFF[0]}").text
    assert "研究评分" not in page

    rate_all(team, cycle)
    team.appraiser.post(f"{cycle}/lock")
    first = next(o for o in appraisal.outcomes(id_of(cycle)) if o.employee_number == STAFF[0])
    assert (first.research, first.research_raters) == (4.0, 1)
    assert "research" not in str(sheet(team, cycle))


def test_a_workbook_and_an_api_call_import_as_a_csv_file_does(team, cycle):
    rows = good_row(2, STAFF[0], "12.5") + good_row(3, STAFF[1], "-3")
    workbook = {"workbook": base64.b64encode(book(rows)).decode()}
    csv = {"content": HEADER + f"{STAFF[0]},sales_growth,12.5,%\n{STAFF[1]},sales_growth,-3,%\n"}
    rows_given = [
        {"employee_number": n, "kpi": "sales_growth", "value": v, "unit": "%"}
        for n, v in ((STAFF[0], 12.5), (STAFF[1], -3.0))
    ]

    first = team.appraiser.post(f"{cycle}/kpis", workbook)
    assert first == {"accepted": 2, "problems": [], "repeated": False}
    again = [
        team.appraiser.post(f"{cycle}/kpis", workbook),
        team.appraiser.post(f"{cycle}/kpis", csv),
        team.appraiser.post(f"{cycle}/kpi-readings", {"readings": rows_given}),
    ]

    assert [each["repeated"] for each in again] == [True, True, True]
    assert len(appraisal.cycle(id_of(cycle)).imports) == 1
    assert actions(id_of(cycle)).count("appraisal.kpis-imported") == 1


def test_rows_of_an_api_call_are_explained_one_by_one_and_none_is_taken(team, cycle):
    good = {"employee_number": STAFF[0], "kpi": "sales_growth", "value": 1, "unit": "%"}
    wrong = [good | {"value": 999}, good | {"unit": "days"}, good | {"month": "2025-01"}]
    report = team.appraiser.post(f"{cycle}/kpi-readings", {"readings": [good, *wrong]})
    assert report["accepted"] == 0
    assert [(p["row"], p["code"]) for p in report["problems"]] == [
        (2, "implausible"),
        (2, "duplicate-row"),
        (3, "wrong-unit"),
        (3, "duplicate-row"),
        (4, "month-outside"),
        (4, "duplicate-row"),
    ]


def locked(team: Office) -> str:
    """A locked cycle with KPIs and ratings."""
    path = opened(team)
    values = "".join(f"{n},sales_growth,{5 + i},%\n" for i, n in enumerate(STAFF))
    team.appraiser.post(f"{path}/kpis", {"content": HEADER + values})
    rate_all(team, path)
    team.appraiser.post(f"{path}/lock")
    return path


def test_a_granted_appeal_makes_a_later_revision_and_overwrites_nothing(team):
    path = locked(team)
    cycle_id, number = id_of(path), STAFF[0]
    before, others = sheet(team, path), appraisal.outcomes(cycle_id)
    second = sign_in(team, "appraiser")
    reason = {"employee_number": number, "reason": "Returns were booked on me"}
    appeal = team.administrator.post(f"{path}/appeals", reason)
    ruling = reason | {"granted": True, "rating": 5, "kpis": {"sales_growth": 20}}
    decision = f"{path}/appeals/{appeal['appeal_id']}/decision"

    own = refusal(lambda: team.administrator.post(decision, ruling))
    rater = refusal(lambda: team.appraiser.post(decision, ruling))
    made = second.post(decision, ruling)

    assert own == rater == (403, "second-person-required")
    assert (made["state"], made["revision"], made["rating"]) == ("granted", 2, 5)
    after = sheet(team, path)
    assert (after["revision"], terms(after)["manager"]) == (2, 100.0)
    assert after["total"] > before["total"]
    row = appraisal.cycle(cycle_id)
    kept = appraisal.results_of(row, row.listed[number])
    assert [int(each.revision) for each in kept] == [1, 2]
    assert kept[0].sheet["total"]["points"] == pytest.approx(before["total"])
    now = appraisal.outcomes(cycle_id)
    assert [o for o in now if o.employee_number != number] == [
        o for o in others if o.employee_number != number
    ]
    mine = next(o for o in now if o.employee_number == number)
    assert (mine.rating, mine.revision) == (5, 2)
    assert refusal(lambda: second.post(decision, ruling)) == (409, "appeal-decided")


def test_a_rating_corrected_by_who_sees_scores_counts_for_pay_and_not_as_an_outcome(team):
    path, number = locked(team), STAFF[1]
    reason = {"employee_number": number, "reason": "The rating is another's"}
    appeal = team.administrator.post(f"{path}/appeals", reason)
    decision = f"{path}/appeals/{appeal['appeal_id']}/decision"
    sign_in(team, "administrator").post(decision, reason | {"granted": True, "rating": 5})

    mine = next(o for o in appraisal.outcomes(id_of(path)) if o.employee_number == number)
    assert (mine.rating, mine.contaminated) == (5, True)
    assert "rating" not in mine.indicators
    assert terms(sheet(team, path, number))["manager"] == 100.0


def test_a_declined_appeal_leaves_the_result_and_stays_on_record(team):
    path = locked(team)
    before, reason = sheet(team, path), {"employee_number": STAFF[0], "reason": "Unfair"}
    appeal = team.administrator.post(f"{path}/appeals", reason)
    assert refusal(lambda: team.administrator.post(f"{path}/appeals", reason)) == (
        409,
        "appeal-open",
    )
    decision = f"{path}/appeals/{appeal['appeal_id']}/decision"
    empty = reason | {"granted": True}
    second = sign_in(team, "appraiser")
    assert refusal(lambda: second.post(decision, empty)) == (422, "nothing-corrected")
    made = second.post(decision, reason | {"granted": False})
    assert (made["state"], made["revision"]) == ("declined", None)
    assert sheet(team, path) == before


def test_while_a_cycle_is_open_there_is_nothing_to_appeal_against(team, cycle):
    wish = {"employee_number": STAFF[0], "reason": "Too early"}
    assert refusal(lambda: team.appraiser.post(f"{cycle}/appeals", wish)) == (
        409,
        "appeal-too-early",
    )


def test_only_a_named_person_locks(team, cycle):
    rate_all(team, cycle)
    system = key_of(team, "appraiser")
    assert refusal(lambda: system.post(f"{cycle}/lock")) == (403, "named-person-required")
    given = team.appraiser.post(f"{cycle}/lock")
    assert given["locked_by"].startswith("user-")


def test_outcomes_carry_store_window_and_reliability_for_who_may_read_them(team):
    path = locked(team)
    given = team.analyst.get(f"{path}/outcomes")
    assert {o["store_id"] for o in given["outcomes"] if o["employee_number"] in STAFF} == {
        "S0001",
        "S0002",
    }
    assert {(o["months"], o["window"]) for o in given["outcomes"]
            if o["employee_number"] in STAFF} == {(6, 6)}  # fmt: skip
    assert [r["method"] for r in given["reliability"]] == ["alpha", "inter-rater", "split-half"]
    assert refusal(lambda: team.appraiser.get(f"{path}/outcomes")) == (403, "forbidden")


def test_a_company_defines_its_own_kpis_for_cycles_to_come(team, cycle):
    own = {"key": "upsell", "name": {"zh": "连带率", "en": "Upsell"}, "unit": "items",
           "better": "higher", "low": 0, "high": 20, "weight": 100}  # fmt: skip
    wish = {"kpis": [own], "reason": "Connected sales matter most"}
    place = f"/v1/kpi-sets/{FAMILY}"
    try:
        made = team.appraiser.post(place, wish)
        later = opened(team)
        given = team.appraiser.get(later)
        assert (given["kpi_version"], [k["key"] for k in given["kpis"]]) == (
            made["number"],
            ["upsell"],
        )
        assert "upsell" not in [k["key"] for k in team.appraiser.get(cycle)["kpis"]]
        report = team.appraiser.post(
            f"{later}/kpis", {"content": HEADER + f"{STAFF[0]},upsell,3,items\n"}
        )
        assert report["accepted"] == 1
    finally:
        first = team.appraiser.get(place)["versions"][0]["kpis"]
        team.appraiser.post(place, {"kpis": first, "reason": "Back to the product's own"})
    lame = {"kpis": [own | {"weight": 90}], "reason": "No"}
    assert refusal(lambda: team.appraiser.post(place, lame)) == (422, "kpis-unsound")


def test_who_left_is_listed_settled_and_counted_in_retention(team):
    number = STAFF[7]
    wish = {"left_on": "2026-05-15", "leaving": "resigned", "note": "moved away"}
    early = wish | {"left_on": "2026-01-01"}
    place = f"/v1/employees/{number}/leaving"
    assert refusal(lambda: team.administrator.post(place, early)) == (422, "leaving-date")
    given = team.administrator.post(place, wish)
    assert (given["left_on"], given["leaving"]) == ("2026-05-15", "resigned")
    path = opened(team)
    others = [n for n in listed(path) if n != number]
    ratings = [{"employee_number": n, "rating": 3} for n in others]
    team.appraiser.post(f"{path}/ratings", {"ratings": ratings})

    team.appraiser.post(f"{path}/lock")

    gone = next(o for o in appraisal.outcomes(id_of(path)) if o.employee_number == number)
    assert (gone.left_on, gone.leaving, gone.window) == ("2026-05-15", "resigned", 0)
    assert gone.retained == {6: False, 12: False}
    found = team.analyst.get("/v1/retention", job_family=FAMILY)
    assert found["leavers"] == {"resigned": 1}
    six, twelve = found["windows"]
    assert (six["n"] - six["retained"], six["low"] < six["rate"] < six["high"]) == (1, True)
    assert twelve["retained"] == 0
    later = opened(team, period_start="2026-06-01", period_end="2026-10-31")
    assert number not in listed(later)
