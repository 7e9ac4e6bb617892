"""What one application tells analytics: everything that its cells are computed from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from chalicelib.records.stages import Stage


@dataclass(frozen=True)
class Place:
    """Where an application belongs: what charts can be filtered by."""

    requisition_id: str = ""
    job_family: str = ""
    store_id: str = ""
    region: str = ""
    source: str = ""


@dataclass(frozen=True)
class Step:
    """An application came to a stage at a moment (ISO text, UTC), by whose hand."""

    stage: Stage
    at: str
    by: str = ""


@dataclass(frozen=True)
class Opinion:
    """A candidate's answers after the result, each 1–5 or None where left out."""

    at: str
    overall: int
    transparent: int | None = None
    timely: int | None = None
    objective: int | None = None


@dataclass(frozen=True)
class Fact:
    """One application as it stands.

    `composite` and `scores` (by dimension) are 0–100 as they count, persons' corrections
    included; None where nothing was measured. `cut` is the cut score it was held against,
    `outcome` the latest locked outcome after a hire in SD units of the colleagues.
    """

    place: Place
    steps: tuple[Step, ...] = ()
    cut: float = 80.0
    composite: float | None = None
    scores: Mapping[str, float | None] = field(default_factory=dict)
    opinion: Opinion | None = None
    outcome: float | None = None
