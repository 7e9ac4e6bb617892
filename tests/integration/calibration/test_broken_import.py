"""A history import that breaks off in the middle: the file sent again brings in every row, once."""

from importlib import import_module

import pytest

from chalicelib.records import service as records
from tests.builders import command

# The door has functions of the same names.
imports = import_module("chalicelib.calibration.service.imports")
FAMILY, ROWS = "marketing", 100


def content() -> bytes:
    """Past applicants for another job family; two of three were hired."""
    keys = [item.key for item in imports.interviewing.current_model(FAMILY).dimensions]
    lines = [",".join((*imports.history.COLUMNS, *keys))]
    for number in range(ROWS):
        hired = number % 3 != 0
        told = ["y", "2025-03-01"] if hired else ["n", ""]
        who = [f"MK-{number}", f"Past {number}", f"MK{number:04d}" if hired else "", "S0001"]
        lines.append(",".join((*who, FAMILY, "1", *told, "70", *("3" for _ in keys))))
    return "\n".join(lines).encode()


def mine() -> list[str]:
    """Which of this file's applicants count."""
    known = [row.reference for row in imports.past_interviews(FAMILY)]
    return [reference for reference in known if reference.startswith("MK-")]


def test_a_broken_import_sent_again_brings_in_every_row_once(office, monkeypatch):
    office.admin.post("/v1/competency-models", {"job_family": FAMILY})
    wish, file, stage, done = command("history"), content(), imports._stage, []

    def breaks(*given: object) -> None:
        if len(done) == 1:
            raise RuntimeError("the power fails")
        done.append(stage(*given))

    monkeypatch.setattr(imports, "_stage", breaks)
    with pytest.raises(RuntimeError):
        imports.import_history(wish, file)
    assert len(done) == 1
    assert mine() == []
    monkeypatch.undo()
    report = imports.import_history(wish, file)
    assert (report.accepted, report.problems) == (ROWS, ())
    assert len(mine()) == ROWS
    known = [row.employee_number for row in records.employees(FAMILY)]
    numbers = [number for number in known if number.startswith("MK")]
    assert len(numbers) == len(set(numbers)) == sum(n % 3 != 0 for n in range(ROWS))
    again = imports.import_history(wish, file)
    assert again == report
