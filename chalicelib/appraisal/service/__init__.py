"""The only door to appraisal. Nothing behind it reads an interview, lest raters be influenced."""

from chalicelib.appraisal.service.appeals import (
    Correction,
    Ruling,
    appeals_of,
    decide_appeal,
    record_appeal,
)
from chalicelib.appraisal.service.cycles import (
    being_rated,
    cycle,
    cycle_view,
    cycles,
    formula_of,
    kpis_of,
    open_cycle,
    set_formula,
)
from chalicelib.appraisal.service.entries import Given, excuse, rate, rate_many
from chalicelib.appraisal.service.forms import (
    FormView,
    form,
    give,
    hand_out,
    handed_out,
    rate_for_research,
    research_of,
)
from chalicelib.appraisal.service.goals import goal_sheet, measure_goal, set_goals
from chalicelib.appraisal.service.kpi_sets import Kpis, current_kpis, define_kpis, kpi_versions
from chalicelib.appraisal.service.leavers import record_leaving, retentions
from chalicelib.appraisal.service.locking import (
    listed_person,
    lock,
    outcomes,
    reliability,
    results_of,
    sheet_of,
)
from chalicelib.appraisal.service.material import appraisals, entry, forms_of, goals_of, readings
from chalicelib.appraisal.service.measuring import import_kpis, take_kpis

__all__ = [
    "Correction",
    "FormView",
    "Given",
    "Kpis",
    "Ruling",
    "appeals_of",
    "appraisals",
    "being_rated",
    "current_kpis",
    "cycle",
    "cycle_view",
    "cycles",
    "decide_appeal",
    "define_kpis",
    "entry",
    "excuse",
    "form",
    "forms_of",
    "formula_of",
    "give",
    "goal_sheet",
    "goals_of",
    "hand_out",
    "handed_out",
    "import_kpis",
    "kpi_versions",
    "kpis_of",
    "listed_person",
    "lock",
    "measure_goal",
    "open_cycle",
    "outcomes",
    "rate",
    "rate_for_research",
    "rate_many",
    "readings",
    "record_appeal",
    "record_leaving",
    "reliability",
    "research_of",
    "results_of",
    "retentions",
    "set_formula",
    "set_goals",
    "sheet_of",
    "take_kpis",
]
