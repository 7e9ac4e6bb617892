"""An application's stages and the lawful moves between them."""

from dataclasses import dataclass
from enum import StrEnum

from chalicelib.foundation.errors import Conflict


class Stage(StrEnum):
    """Where an application stands."""

    APPLIED = "applied"
    SCREENED = "screened"
    INVITED = "invited"
    INTERVIEWING = "interviewing"
    INTERVIEWED = "interviewed"
    PASSED = "passed"
    BACKGROUND_CHECK = "background_check"
    UNDER_REVIEW = "under_review"
    PRE_HIRE = "pre_hire"
    OFFERED = "offered"
    ONBOARDING = "onboarding"
    HIRED = "hired"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


class IllegalMove(Conflict):
    """An application cannot go from where it stands to where it was sent."""

    code = "illegal-move"


_S = Stage
_ENDS = {_S.REJECTED, _S.WITHDRAWN}

MOVES: dict[Stage, frozenset[Stage]] = {
    _S.APPLIED: frozenset({_S.SCREENED, *_ENDS}),
    _S.SCREENED: frozenset({_S.INVITED, *_ENDS}),
    _S.INVITED: frozenset({_S.INTERVIEWING, _S.INTERVIEWED, *_ENDS}),
    _S.INTERVIEWING: frozenset({_S.INTERVIEWED, *_ENDS}),
    _S.INTERVIEWED: frozenset({_S.PASSED, *_ENDS}),
    _S.PASSED: frozenset({_S.BACKGROUND_CHECK, _S.UNDER_REVIEW, *_ENDS}),
    _S.BACKGROUND_CHECK: frozenset({_S.PRE_HIRE, _S.UNDER_REVIEW, *_ENDS}),
    _S.UNDER_REVIEW: frozenset({_S.PRE_HIRE, *_ENDS}),
    _S.PRE_HIRE: frozenset({_S.OFFERED, *_ENDS}),
    _S.OFFERED: frozenset({_S.ONBOARDING, _S.PRE_HIRE, *_ENDS}),
    _S.ONBOARDING: frozenset({_S.HIRED, _S.WITHDRAWN}),
    _S.HIRED: frozenset(),
    _S.REJECTED: frozenset(),
    _S.WITHDRAWN: frozenset(),
}

#: Stages in which the hire workflow should be running.
IN_WORKFLOW = frozenset(
    {_S.PASSED, _S.BACKGROUND_CHECK, _S.UNDER_REVIEW, _S.PRE_HIRE, _S.OFFERED, _S.ONBOARDING}
)

#: The order in which a board shows its columns.
BOARD = tuple(stage for stage in Stage if stage not in _ENDS)


@dataclass(frozen=True)
class Step:
    """One entry of an application's history."""

    stage: Stage
    at: str
    by: str


def check_move(current: Stage, wanted: Stage) -> None:
    """Let a lawful move pass.

    Raises
    ------
    IllegalMove
        `wanted` does not follow from `current`; `detail` names both.
    """
    if wanted not in MOVES[current]:
        raise IllegalMove(current=current.value, wanted=wanted.value)
