"""Fairness by group: counts alone, never a person; the bias audit and its table."""

from collections.abc import Mapping

from chalicelib.analytics import fairness_service, fairness_tables, fairness_words, spreadsheet
from chalicelib.analytics.fairness import AttributeReport, Audited, Period
from chalicelib.calibration.fairness.components import Component
from chalicelib.calibration.fairness.impact import Impact
from chalicelib.calibration.fairness.prediction import Differential
from chalicelib.entrypoints.schemas import fairness as s
from chalicelib.entrypoints.schemas.analytics import CsvGiven
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.foundation.access import Fields, may_see
from chalicelib.foundation.messages import both

door = Door(__name__, "fairness")


@door.operation(
    "GET",
    "/v1/fairness",
    action="fairness.read",
    query=s.PeriodQuery,
    returns=s.FairnessGiven,
)
def fairness_report(call: Call) -> s.FairnessGiven:
    """Selection, its components and prediction by every stated attribute and pair of attributes."""
    found = fairness_service.report(Period(**call.query.model_dump()))
    names = fairness_service.dimension_names(found.period.job_family)
    whole = may_see(call.actor, Fields.PROTECTED)
    return s.FairnessGiven(
        applications=found.applications,
        people=found.people,
        stated=found.stated,
        cut_score=found.cut_score,
        cut=found.cut,
        attributes=[_attribute(each, names, whole) for each in found.attributes],
    )


@door.operation(
    "GET",
    "/v1/fairness/audit",
    action="fairness.audit",
    query=s.PeriodQuery,
    returns=s.AuditGiven,
)
def bias_audit(call: Call) -> s.AuditGiven:
    """The bias audit in the shape of Local Law 144: tables, unknown people, source of the data."""
    return audit_given(fairness_service.audited(Period(**call.query.model_dump())))


@door.operation(
    "GET",
    "/v1/fairness/audit/table",
    action="fairness.audit",
    query=s.PeriodQuery,
    returns=CsvGiven,
)
def bias_audit_table(call: Call) -> CsvGiven:
    """The tables of the bias audit as one CSV at full precision."""
    found = fairness_service.audited(Period(**call.query.model_dump()))
    return CsvGiven(file_name="bias-audit.csv", content=audit_csv(found, call.language))


def audit_csv(found: Audited, language: str) -> str:
    """The audit as CSV text: its statements first, then every table's rows."""
    columns = [both(key)[language] for key in fairness_tables.AUDIT_COLUMNS]
    said = [[line] for line in fairness_tables.statements(found)[language]]
    rows = fairness_tables.audit_rows(found.audit.tables, language)
    return spreadsheet.write(columns, [*rows, *said])


def audit_given(found: Audited) -> s.AuditGiven:
    """An audit as the contract shows it."""
    audit = found.audit
    return s.AuditGiven(
        since=found.period.since,
        until=found.period.until,
        first_day=found.first_day,
        last_day=found.last_day,
        job_families=list(found.job_families),
        assessed=audit.assessed,
        unknown=audit.unknown,
        unknown_of=audit.unknown_of,
        median=audit.median,
        left_out=[f"{attribute}: {group}" for attribute, group in audit.left_out],
        statements=fairness_tables.statements(found),
        cut=found.cut,
        tables=[
            s.AuditTableGiven(
                measure=table.measure,
                attribute=table.attribute,
                name=fairness_words.attribute_name(table.attribute),
                rows=[_impact(table.attribute, row, True) for row in table.rows],
            )
            for table in audit.tables
        ],
    )


def _attribute(
    found: AttributeReport, names: Mapping[str, dict[str, str]], all_cells: bool
) -> s.AttributeGiven:
    drill = found.drill_down
    return s.AttributeGiven(
        attribute=found.attribute,
        name=fairness_words.attribute_name(found.attribute),
        summary=fairness_words.summary(found),
        unknown=drill.unknown,
        failed=drill.failed,
        whole=_component(found.attribute, drill.whole, names, all_cells),
        components=[_component(found.attribute, c, names, all_cells) for c in drill.components],
        differential=[_differential(found.attribute, line) for line in found.differential],
    )


def _component(
    attribute: str, found: Component, names: Mapping[str, dict[str, str]], all_cells: bool
) -> s.ComponentGiven:
    return s.ComponentGiven(
        key=found.key,
        name=fairness_words.component_name(found, names),
        dimension=found.dimension,
        groups=[_impact(attribute, line, all_cells) for line in found.groups],
        gaps={group: s.GapGiven.model_validate(gap) for group, gap in found.gaps.items()},
    )


def _impact(attribute: str, line: Impact, all_cells: bool) -> s.ImpactGiven:
    shown = not fairness_words.hidden(line, all_cells)
    low, high = line.share.interval
    return s.ImpactGiven(
        group=line.group,
        name=fairness_words.group_name(attribute, line.group),
        n=line.share.n,
        selected=line.share.part if shown else None,
        rate=line.share.rate if shown else None,
        rate_low=low if shown else None,
        rate_high=high if shown else None,
        reference=line.reference,
        ratio=line.ratio,
        ratio_low=line.low,
        ratio_high=line.high,
        p_value=line.p_value,
        p_adjusted=line.p_adjusted,
        verdict=line.verdict.value,
        words=fairness_words.verdict_words(line),
    )


def _differential(attribute: str, line: Differential) -> s.DifferentialGiven:
    found = {
        name: None if each is None else s.DifferenceGiven.model_validate(each)
        for name, each in (
            ("slopes", line.slopes),
            ("intercepts", line.intercepts),
            ("at_cut", line.at_cut),
        )
    }
    return s.DifferentialGiven(
        group=line.group,
        reference=line.reference,
        n=line.n,
        n_reference=line.n_reference,
        p_both=line.p_both,
        words=fairness_words.prediction(attribute, line),
        **found,
    )
