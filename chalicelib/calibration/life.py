"""The life of a change of weights: its states, who may move it on, and what stops it.

requested → proposed ─ first approval → approved-once ─ second approval → shadow → active
          ↘ no-proposal   ↘ rejected by anyone ↙                              ↘ ended

Four eyes: two approvals by different named persons; who asked may give one of the two, so that one
approver at least did not ask. A failed gate cannot be approved by anybody; a gate that could not be
measured needs an approver's own sentence that says so.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from chalicelib.calibration.gates import GateResult, Verdict
from chalicelib.foundation.errors import Conflict, Forbidden, Invalid


class State(StrEnum):
    """Where a change request stands."""

    REQUESTED = "requested"
    NO_PROPOSAL = "no-proposal"
    PROPOSED = "proposed"
    APPROVED_ONCE = "approved-once"
    SHADOW = "shadow"
    ACTIVATING = "activating"
    ACTIVE = "active"
    ENDED = "ended"
    REJECTED = "rejected"


#: A proposal that still waits for an approver.
WAITING = frozenset({State.PROPOSED, State.APPROVED_ONCE})


class NamedPersonNeeded(Forbidden):
    """Weights are changed by a person with a name, never by a system or a key."""

    code = "named-person-needed"


class ProposalNotReady(Conflict):
    """The proposal is not where this decision leads on from."""

    code = "proposal-not-ready"


class ProposalStale(Conflict):
    """Another model version came into force since the proposal was computed."""

    code = "proposal-stale"


class SecondPersonNeeded(Conflict):
    """The same person approved before; the second approval is somebody else's."""

    code = "second-person-needed"


class GateFailed(Conflict):
    """A gate failed, so nobody may bring these weights into force."""

    code = "gate-failed"


class AcknowledgementNeeded(Invalid):
    """A gate could not be measured; who approves must say so in a sentence of their own."""

    code = "acknowledgement-needed"


class ShadowNotOver(Conflict):
    """The shadow run has not reached its number of interviews or days."""

    code = "shadow-not-over"


class ShadowTaken(Conflict):
    """Another challenger of this job family is in its shadow run."""

    code = "shadow-taken"


class ProposalsFrozen(Conflict):
    """A leak alarm stands: no proposal moves until a named person has ruled the leak out."""

    code = "proposals-frozen"


class RollbackImpossible(Conflict):
    """That version rates other dimensions, is no earlier one, or has the weights in force."""

    code = "rollback-impossible"


@dataclass(frozen=True)
class Consent:
    """What an approver gives: a reason, and the sentence on what could not be measured."""

    reason: str
    acknowledgement: str = ""


@dataclass(frozen=True)
class Plan:
    """How long a shadow run lasts: so many interviews or so many days, whichever comes first.

    A run that saw nobody shows nothing: it goes on until one interview was finished in it.
    """

    interviews: int = 30
    days: int = 14

    def over(self, interviews: int, days: float) -> bool:
        """Whether the run has lasted long enough."""
        return interviews >= self.interviews or (interviews > 0 and days >= self.days)


def check_state(state: str, allowed: Iterable[State]) -> None:
    """Raise ProposalNotReady unless the state is one of these."""
    if state not in {each.value for each in allowed}:
        raise ProposalNotReady(state=state)


def after_approval(state: str, approvers: Sequence[str], who: str) -> State:
    """The state that one more approval leads to.

    Parameters
    ----------
    state : where it stands.
    approvers : ids of those who approved before.
    who : id of the person who approves now.

    Raises
    ------
    ProposalNotReady, SecondPersonNeeded
    """
    check_state(state, WAITING)
    if who in approvers:
        raise SecondPersonNeeded()
    return State.SHADOW if approvers else State.APPROVED_ONCE


def check_gates(gates: Iterable[GateResult], acknowledgement: str) -> None:
    """Raise GateFailed, or AcknowledgementNeeded for what was not measured and not said so.

    There is no switch that overrides a failed gate.
    """
    found = tuple(gates)
    failed = [gate.key for gate in found if gate.verdict is Verdict.FAILED]
    if failed:
        raise GateFailed(gates=", ".join(failed))
    unmeasured = [gate.key for gate in found if gate.verdict is Verdict.NOT_MEASURED]
    if unmeasured and len(acknowledgement.strip()) < LEAST_ACKNOWLEDGED:
        raise AcknowledgementNeeded(gates=", ".join(unmeasured), least=LEAST_ACKNOWLEDGED)


#: Characters below which a sentence says nothing.
LEAST_ACKNOWLEDGED = 10
