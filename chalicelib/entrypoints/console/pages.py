"""The list of the console's blueprints."""

from chalice import Blueprint

from chalicelib.entrypoints.console import (
    admin,
    appraising,
    assets,
    bank,
    calibrating,
    criteria,
    fairness,
    figures,
    insights,
    models,
    people,
    performers,
    piles,
    recruiting,
    rescorings,
    sign_in,
    simulating,
    weighing,
    work,
)


def blueprints() -> list[Blueprint]:
    """Every page of the console."""
    areas = (
        sign_in,
        recruiting,
        criteria,
        people,
        piles,
        models,
        bank,
        rescorings,
        calibrating,
        work,
        figures,
        appraising,
        weighing,
        simulating,
        insights,
        fairness,
        performers,
        admin,
        assets,
    )
    return [area.door.blueprint for area in areas]
