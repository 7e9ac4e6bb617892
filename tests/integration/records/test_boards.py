"""Boards and lists at a size where a cut would show."""

from typing import Any

import pytest

from chalicelib.records import service as records
from chalicelib.records.stages import Stage
from tests.builders import Office, applicant, open_requisition, unique

APPLIED, REJECTED = 7, 5


@pytest.fixture(scope="module")
def crowded(office: Office) -> str:
    """A requisition of two stores with more applications than its lists show at once."""
    name = unique("REQ-CROWD")
    open_requisition(office.admin, name, store_ids=["S0001", "S0003"], region="east")
    for number in range(APPLIED + REJECTED):
        who = applicant(office, name, store_id=("S0001", "S0003")[number % 2])
        if number >= APPLIED:
            row = records.application(who.application_id)
            row.stage = Stage.REJECTED.value
            row.place(row.updated_at)
            row.save()
    return name


def pages(api: Any, **query: Any) -> list[list[str]]:
    """Every page of the list of applications, by the ids on it."""
    found, before = [], ""
    while True:
        given = api.get("/v1/applications", before=before, **query)
        found.append([row["application_id"] for row in given["applications"]])
        before = given["next"]
        if not before:
            return found


def test_a_requisitions_list_goes_on_where_a_page_ended(office, crowded):
    found = pages(office.recruiter, requisition_id=crowded, limit=5)
    assert [len(page) for page in found] == [5, 5, 2]
    assert len({name for page in found for name in page}) == APPLIED + REJECTED


def test_a_stage_of_it_goes_on_too(office, crowded):
    found = pages(office.recruiter, requisition_id=crowded, stage="applied", limit=3)
    assert [len(page) for page in found] == [3, 3, 1]


def test_a_managers_page_is_full_of_their_own_stores_rows(office, crowded):
    found = pages(office.manager, requisition_id=crowded, limit=3)
    assert [len(page) for page in found if page] == [3, 3]
    stores = {records.application(name).store_id for page in found for name in page}
    assert stores == {"S0001"}


def test_the_latest_at_a_rare_stage_are_found_behind_many_others(office, crowded):
    last = office.recruiter.get("/v1/applications", stage="applied", limit=1)
    assert len(last["applications"]) == 1


def test_a_board_counts_every_stage_although_one_alone_would_fill_a_page(office, crowded):
    columns = office.recruiter.get(f"/v1/requisitions/{crowded}/board")["columns"]
    counts = {column["stage"]: column["count"] for column in columns if column["count"]}
    assert counts == {"applied": APPLIED, "rejected": REJECTED}


def test_who_names_no_store_belongs_to_the_region_and_to_no_managers_store(office, crowded):
    mine = applicant(office, crowded)
    row = office.recruiter.get(mine.path)
    assert (row["store_id"], row["region"]) == ("", "east")
    seen = {name for page in pages(office.manager, requisition_id=crowded) for name in page}
    assert mine.application_id not in seen
