"""What stands in the menu, for whom."""

from dataclasses import dataclass

from chalicelib.foundation.access import ACTIONS, Actor, Role


@dataclass(frozen=True)
class Entry:
    """One entry of the menu; `key` names its word and its icon."""

    key: str
    path: str
    current: bool


#: key (word and icon), path, action that its page needs
PLACES: tuple[tuple[str, str, str], ...] = (
    ("today", "/", "self.read"),
    ("candidates", "/candidates", "candidate.read"),
    ("requisitions", "/requisitions", "requisition.read"),
    ("models", "/models", "competency.read"),
    ("questions", "/questions", "competency.read"),
    ("calibration", "/calibration", "answer.rate"),
    ("appraisal", "/appraisal", "appraisal.read"),
    ("ratings", "/ratings", "appraisal.rate"),
    ("analytics", "/analytics", "analytics.read"),
    ("fairness", "/fairness", "fairness.read"),
    ("performers", "/performers", "weights.read"),
    ("weights", "/weights", "weights.read"),
    ("audit", "/audit", "audit.read"),
    ("settings", "/settings", "user.manage"),
)


def entries(actor: Actor, here: str) -> list[Entry]:
    """The places that the actor may visit, with the one they are at marked."""
    path = here.partition("?")[0]
    return [
        Entry(key, place, path == place or (place != "/" and path.startswith(f"{place}/")))
        for key, place, action in PLACES
        if Role.SYSTEM in actor.roles or actor.roles & ACTIONS[action]
    ]
