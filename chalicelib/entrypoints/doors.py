"""The list of blueprints: /v1 by area, webhooks, and the pages for people."""

from chalice import Blueprint

from chalicelib.entrypoints import (
    about_you,
    api_analytics,
    api_appraisal,
    api_board,
    api_bulk,
    api_calibration,
    api_candidates,
    api_company,
    api_fairness,
    api_frames,
    api_goals,
    api_hiring,
    api_identity,
    api_insight,
    api_interviews,
    api_kpis,
    api_models,
    api_own,
    api_profiles,
    api_questions,
    api_ratings,
    api_rescoring,
    api_results,
    api_resumes,
    api_scores,
    api_second,
    api_sessions,
    api_weights,
    api_work,
    candidate,
    webhooks,
)
from chalicelib.entrypoints.console import pages


def blueprints() -> list[Blueprint]:
    """Every blueprint of the product, in the order in which the document lists them."""
    apis = (
        api_identity,
        api_company,
        api_models,
        api_questions,
        api_candidates,
        api_board,
        api_bulk,
        api_own,
        api_resumes,
        api_interviews,
        api_sessions,
        api_frames,
        api_scores,
        api_rescoring,
        api_second,
        api_calibration,
        api_hiring,
        api_work,
        api_analytics,
        api_appraisal,
        api_kpis,
        api_goals,
        api_ratings,
        api_results,
        api_weights,
        api_insight,
        api_fairness,
        api_profiles,
    )
    return [
        *(module.door.blueprint for module in apis),
        webhooks.door.blueprint,
        candidate.door.blueprint,
        about_you.door.blueprint,
        *pages.blueprints(),
    ]
