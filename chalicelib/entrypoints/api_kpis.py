"""KPIs: defined by the company in versions, imported from files and other systems."""

from dataclasses import asdict
from typing import Any

from chalicelib.appraisal import service as appraisal
from chalicelib.appraisal.kpis import Kpi
from chalicelib.entrypoints.api_appraisal import CYCLE
from chalicelib.entrypoints.schemas import appraisal as s
from chalicelib.entrypoints.schemas.work import ImportGiven
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.foundation.values import load

door = Door(__name__, "appraisal")


@door.operation(
    "POST", f"{CYCLE}/kpis", action="appraisal.change", body=s.KpiFileTaken, returns=ImportGiven
)
def import_kpis(call: Call) -> ImportGiven:
    """Import KPI readings (CSV or XLSX: employee_number,kpi,value,unit and perhaps month)."""
    return import_given(appraisal.import_kpis(call.command, call.path["cycle_id"], call.body.file))


@door.operation(
    "POST",
    f"{CYCLE}/kpi-readings",
    action="appraisal.change",
    body=s.KpiReadingsTaken,
    returns=ImportGiven,
)
def take_kpi_readings(call: Call) -> ImportGiven:
    """Take KPI readings from another system: all of them, or none with reasons."""
    rows = [each.model_dump() for each in call.body.readings]
    return import_given(appraisal.take_kpis(call.command, call.path["cycle_id"], rows))


@door.operation("GET", "/v1/kpi-sets/{job_family}", action="appraisal.read", returns=s.KpiSets)
def list_kpi_sets(call: Call) -> s.KpiSets:
    """Every version of a job family's KPIs; the last one counts."""
    found = appraisal.kpi_versions(call.path["job_family"])
    return s.KpiSets.model_validate({"versions": [asdict(each) for each in found]})


@door.operation(
    "POST",
    "/v1/kpi-sets/{job_family}",
    action="appraisal.change",
    body=s.KpiSetTaken,
    returns=s.KpiSetGiven,
    status=201,
)
def define_kpis(call: Call) -> s.KpiSetGiven:
    """Give a job family KPIs of its own as a new version; cycles under way keep theirs."""
    kpis = [load(Kpi, each.model_dump()) for each in call.body.kpis]
    made = appraisal.define_kpis(call.command, call.path["job_family"], kpis, call.body.reason)
    return s.KpiSetGiven.model_validate(asdict(made))


def import_given(report: Any) -> ImportGiven:
    """What became of an import."""
    return ImportGiven(
        accepted=report.accepted,
        problems=[
            {"row": p.row, "column": p.column, "code": p.code, "message": p.message}
            for p in report.problems
        ],
        repeated=report.repeated,
    )
