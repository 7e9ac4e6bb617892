"""What people state of their groups is read by these modules and by nothing else."""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2] / "chalicelib"
#: module -> what it makes of the statements: counts by group, never a person's.
READERS = {
    "analytics/fairness_service.py",
    "analytics/service/people.py",
    "calibration/service/groups.py",
}
KEEPERS = {"records/service/__init__.py", "records/service/groups.py"}


def modules_that_name(*names: str) -> set[str]:
    found = set()
    for path in ROOT.glob("**/*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            called = node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
            listed = [a.name for a in node.names] if isinstance(node, ast.ImportFrom) else []
            if {called, *listed} & set(names):
                found.add(str(path.relative_to(ROOT)))
    return found


def test_only_fairness_work_reads_what_people_stated():
    assert modules_that_name("stated_groups") - KEEPERS == READERS


def test_the_persons_own_form_is_the_only_other_way_to_it():
    assert modules_that_name("self_identification", "state_groups") - KEEPERS == {
        "entrypoints/api_own.py"
    }


def test_the_item_itself_is_touched_by_its_keeper_alone():
    tables = {"records/tables/__init__.py"}

    readers = modules_that_name("Protected")
    assert {name for name in readers if name.startswith("records/")} - tables == {
        "records/service/groups.py"
    }


def test_what_rates_decides_and_estimates_never_sees_it():
    apart = ("screening/", "interviewing/", "selection/", "expression/", "appraisal/")

    readers = modules_that_name("stated_groups", "state_groups", "self_identification")
    assert [name for name in readers if name.startswith(apart)] == []
