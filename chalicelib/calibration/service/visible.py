"""The visible part of communication against locked outcomes."""

from chalicelib.calibration import visible_worth
from chalicelib.calibration.service import reading
from chalicelib.calibration.visible_worth import Supplemented, Worth


def visible_part(job_family: str) -> Worth:
    """What a declared visible part was worth in a job family so far. Raises NotFound."""
    outcomes = {row.person_id: row.outcome for row in reading.cohort(job_family).outcomes}
    found = [
        Supplemented(float(row.supplement["score"]), float(row.supplement["plain_rating"]), outcome)
        for row in reading.rated_since(job_family)
        if row.supplement and (outcome := outcomes.get(row.person_id)) is not None
    ]
    return visible_worth.worth(found)
