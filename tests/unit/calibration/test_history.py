"""Files of past interviews: every problem by row, and the demonstration cohort as one of them."""

import csv
import io
from datetime import date

import pytest

from chalicelib.appraisal import imports, outcome
from chalicelib.appraisal.cycle import Entry
from chalicelib.appraisal.kpis import Reading
from chalicelib.calibration import evidence, history
from chalicelib.calibration.evidence import Interviewed, Worked
from chalicelib.calibration.proposal import Proposal, Terms, judge
from chalicelib.interviewing.library import starting_model
from infra.history import generate, past_cohort

DIMENSIONS = ("communication", "learning")
HEADER = ",".join((*history.COLUMNS, *DIMENSIONS)) + "\n"
GOOD = "P1,王芳,E1,S1,retail-sales,1,y,2026-01-05,70.5,4,3.5\n"
REJECTED = "P2,李磊,,S1,retail-sales,1,n,,55,2,3\n"


def models(job_family: str, version: int) -> tuple[str, ...] | None:
    return DIMENSIONS if (job_family, version) == ("retail-sales", 1) else None


KNOWN = history.Known(models, {"S1"}, lambda numbers: {"E0"} & {*numbers})


def codes(text: str) -> list[tuple[int, str, str]]:
    found = history.read((HEADER + text).encode(), KNOWN)
    assert bool(found.rows) != bool(found.problems)
    return [(each.row, each.column, each.code) for each in found.problems]


def test_a_good_file_is_read_whole():
    found = history.read((HEADER + GOOD + REJECTED).encode(), KNOWN)

    assert found.problems == ()
    assert (found.job_family, found.model_version) == ("retail-sales", 1)
    assert [row.hired for row in found.rows] == [True, False]
    assert found.rows[0].ratings == {"communication": 4.0, "learning": 3.5}


def test_a_dimension_that_was_not_measured_stays_missing():
    found = history.read((HEADER + GOOD.replace(",3.5\n", ",\n")).encode(), KNOWN)

    assert found.rows[0].ratings == {"communication": 4.0, "learning": None}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (",4,3.5", ",6,3.5", (2, "communication", "dimension-rating")),
        (",4,3.5", ",good,3.5", (2, "communication", "dimension-rating")),
        (",70.5,", ",170,", (2, "composite", "composite")),
        (",y,", ",yes,", (2, "hired", "hired")),
        (",E1,", ",,", (2, "employee_number", "hired-number")),
        (",E1,", ",E0,", (2, "employee_number", "already-imported")),
        (",2026-01-05,", ",5/1/2026,", (2, "hired_on", "hired-date")),
        (",2026-01-05,", ",20260105,", (2, "hired_on", "hired-date")),
        (",S1,", ",S9,", (2, "store", "unknown-store")),
        ("王芳", "", (2, "name", "empty")),
        ("王芳", "=cmd()", (2, "name", "formula")),
        ("retail-sales,1", "retail-sales,7", (2, "model_version", "unknown-version")),
        ("retail-sales,1", "astronaut,1", (2, "model_version", "unknown-version")),
    ],
)
def test_a_bad_cell_is_named(old, new, expected):
    text = GOOD.replace(old, new)
    tail = REJECTED if "formula" in expected else ""

    assert [expected] == codes(text + tail)


def test_one_file_holds_one_job_family_and_version():
    other = REJECTED.replace("retail-sales,1", "marketing,2")

    assert codes(GOOD + other) == [
        (3, "job_family", "mixed-file"),
        (3, "model_version", "mixed-file"),
    ]


def test_references_and_numbers_are_given_once():
    assert codes(GOOD * 2) == [
        (3, "reference", "duplicate-row"),
        (3, "employee_number", "duplicate-row"),
    ]


def test_dimension_columns_must_be_those_of_the_version():
    found = history.read((HEADER.replace("learning", "charm") + GOOD).encode(), KNOWN)

    assert [each.code for each in found.problems] == ["wrong-columns"]


def test_an_empty_file_is_a_problem():
    assert [each.code for each in history.read(b"", KNOWN).problems] == ["wrong-columns"]


@pytest.fixture(scope="module")
def made():
    return past_cohort(["S1", "S2"], date(2026, 1, 5))


def read_whole(made):
    keys = tuple(item.key for item in starting_model("retail-sales").dimensions)
    return history.read(made.history_csv, history.Known(lambda *_: keys, {"S1", "S2"}))


def test_the_demonstration_cohort_passes_the_import(made):
    found = read_whole(made)

    assert found.problems == ()
    assert (len(found.rows), sum(row.hired for row in found.rows)) == (400, 240)


def test_the_same_seed_gives_the_same_bytes(made):
    again = past_cohort(["S1", "S2"], date(2026, 1, 5))

    assert (made.history_csv, made.kpis_csv, made.ratings_csv) == (
        again.history_csv,
        again.kpis_csv,
        again.ratings_csv,
    )


def test_the_generated_company_uses_its_own_stores():
    rows = list(csv.DictReader(io.StringIO(generate(date(2027, 3, 1)).history_csv)))

    assert {"S0001", "S0400"} <= {row["store"] for row in rows}


def test_the_demonstration_cohort_supports_a_proposal_toward_its_planted_truth(made):
    found = read_whole(made)
    listed = {row.employee_number: row.employee_number for row in found.rows if row.hired}
    kpis = imports.read_kpis(made.kpis_csv, listed)
    ratings = csv.DictReader(io.StringIO(made.ratings_csv.decode("utf-8-sig")))
    entries = {row["employee_number"]: Entry(int(row["rating"])) for row in ratings}
    entries |= {number: Entry(excuse="left the company") for number in made.leavers}
    readings = [Reading(row.employee_number, row.kpi, row.value) for row in kpis.accepted]
    outcomes = outcome.outcomes("retail-sales", listed, entries, readings)
    model = starting_model("retail-sales")
    cohort = evidence.join(
        "retail-sales",
        1,
        [item.key for item in model.dimensions],
        [
            Interviewed(r.employee_number or r.reference, 1, r.ratings, r.composite, r.hired, True)
            for r in found.rows
        ],
        [Worked(o.person_id, o.score, o.indicators, bool(o.excused)) for o in outcomes],
    )

    answer = judge(cohort, Terms({d.key: float(d.weight) for d in model.dimensions}, 80))

    assert isinstance(answer, Proposal)
    new = {change.dimension: change.new - change.old for change in answer.changes}
    assert new["learning"] > 0
    assert new["teamwork"] > 0
    assert new["communication"] < 0
    assert {"excused": len(made.leavers)} == cohort.left_out
