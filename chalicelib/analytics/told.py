"""What other domains tell about single persons, before it is joined."""

from collections.abc import Mapping
from dataclasses import dataclass

from chalicelib.analytics.rows import DEFAULT_CUT, Text2
from chalicelib.records.stages import Stage


@dataclass(frozen=True)
class Job:
    """A requisition: its name and its cut score (0–100)."""

    requisition_id: str
    title: Text2
    job_family: str
    cut_score: float = DEFAULT_CUT


@dataclass(frozen=True)
class Seen:
    """One application: every stage it has been in, the composite (0–100) once interviewed."""

    application_id: str
    person_id: str
    requisition_id: str
    job_family: str
    stages: tuple[Stage, ...]
    composite: float | None = None
    region: str = ""
    source: str = ""


@dataclass(frozen=True)
class Rated:
    """One interview: scores 0–100 by dimension, None where nothing was measured."""

    person_id: str
    application_id: str
    job_family: str
    composite: float | None
    scores: Mapping[str, float | None]
    imported: bool = False


@dataclass(frozen=True)
class Worked:
    """One employee's locked outcome in SD units of the colleagues; `label` as HR knows them."""

    person_id: str
    job_family: str
    outcome: float
    label: str = ""
