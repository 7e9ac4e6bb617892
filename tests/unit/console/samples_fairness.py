"""The fairness pages with the figures of a company whose screening disadvantages women."""

import contextlib
from typing import Any
from unittest import mock

from chalicelib.analytics import fairness_service, fairness_words
from chalicelib.analytics.fairness import Period
from chalicelib.analytics.service import sampling
from chalicelib.entrypoints.api_fairness import audit_given
from tests.unit.analytics.fair_world import World
from tests.unit.console.samples_models import FAMILIES

Page = tuple[str, dict[str, Any], dict[str, Any]]


def fairness_pages() -> dict[str, Page]:
    """Report and audit, full and empty."""
    here, audit = {"here": "/fairness"}, {"here": "/fairness/audit"}
    return {
        "fairness": ("fairness.html", _report(World()), here),
        "fairness-empty": ("fairness.html", _report(World(0)), here),
        "fairness-audit": ("fairness_audit.html", _audit(World()), audit),
        "fairness-audit-empty": ("fairness_audit.html", _audit(World(0)), audit),
        "fairness-summary": ("fairness_summary.html", _audit(World()), audit),
    }


def _read(world: World) -> Any:
    names = ("records", "interviewing", "appraisal", "calibration")
    both = contextlib.ExitStack()
    both.enter_context(mock.patch.object(sampling, "records", world))
    both.enter_context(mock.patch.multiple(fairness_service, **dict.fromkeys(names, world)))
    return both


def _report(world: World) -> dict[str, Any]:
    with _read(world):
        found = fairness_service.report(Period())
        names = fairness_service.dimension_names("")
    return {
        "found": found,
        "period": Period(),
        "families": FAMILIES,
        "names": names,
        "all_cells": False,
        "told": fairness_words,
    }


def _audit(world: World) -> dict[str, Any]:
    with _read(world):
        given = audit_given(fairness_service.audited(Period()))
    return {"given": given, "period": Period(), "families": FAMILIES, "day": "2027-03-03"}
