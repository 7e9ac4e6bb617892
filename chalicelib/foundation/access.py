"""Who may do what: role x scope x field class, decided in one function."""

from dataclasses import dataclass
from enum import StrEnum

from chalicelib.foundation.errors import Forbidden, NotFound


class NamedPersonRequired(Forbidden):
    """A machine, a key or an unnamed caller tried to decide on a person."""

    code = "named-person-required"


class Role(StrEnum):
    """What a caller is in the company, or towards it."""

    RECRUITER = "recruiter"
    HIRING_MANAGER = "hiring_manager"
    APPRAISER = "appraiser"
    ANALYST = "analyst"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"
    CANDIDATE = "candidate"
    PARTNER = "partner"
    SYSTEM = "system"


class Fields(StrEnum):
    """Classes of fields that are guarded apart."""

    BASIC = "basic"
    CONTACT = "contact"
    SCORE = "score"
    BACKGROUND = "background"
    PERFORMANCE = "performance"
    PROTECTED = "protected"


@dataclass(frozen=True)
class Scope:
    """Where a role holds: empty means the whole organisation."""

    stores: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()
    person_id: str = ""
    partner_id: str = ""


@dataclass(frozen=True)
class Target:
    """What an action is about."""

    store_id: str = ""
    region: str = ""
    person_id: str = ""
    partner_id: str = ""


@dataclass(frozen=True)
class Actor:
    """A caller: one person, key, partner or the system itself."""

    actor_id: str
    roles: frozenset[Role]
    scope: Scope = Scope()
    named: bool = False


_R, _H, _A = Role.RECRUITER, Role.HIRING_MANAGER, Role.APPRAISER
_N, _U, _X = Role.ANALYST, Role.AUDITOR, Role.ADMINISTRATOR
_C, _P = Role.CANDIDATE, Role.PARTNER

#: action -> roles that may take it. An action that is not listed is allowed to nobody.
ACTIONS: dict[str, frozenset[Role]] = {
    "company.read": frozenset({_R, _H, _A, _N, _U, _X}),
    "company.change": frozenset({_X}),
    "user.manage": frozenset({_X}),
    "partner.manage": frozenset({_X}),
    "requisition.read": frozenset({_R, _H, _N, _U, _X}),
    "requisition.change": frozenset({_R, _X}),
    "competency.read": frozenset({_R, _H, _A, _N, _U, _X}),
    "competency.change": frozenset({_N, _X}),
    "question.change": frozenset({_R, _N, _X}),
    "candidate.read": frozenset({_R, _H, _U, _X}),
    "candidate.change": frozenset({_R, _X}),
    "candidate.dispose": frozenset({_R, _H, _X}),
    "interview.invite": frozenset({_R, _X}),
    "answer.override": frozenset({_R, _H, _X}),
    "interview.rescore": frozenset({_R, _X}),
    "answer.rate": frozenset({_R, _H, _N, _X}),
    "question.calibrate": frozenset({_N, _X}),
    "offer.make": frozenset({_R, _X}),
    "onboarding.change": frozenset({_R, _X}),
    "employee.read": frozenset({_A, _H, _N, _U, _X}),
    "employee.import": frozenset({_X}),
    "employee.change": frozenset({_R, _A, _X}),
    "appraisal.rate": frozenset({_H, _A, _X}),
    "appraisal.change": frozenset({_A, _X}),
    "appraisal.read": frozenset({_A, _N, _U, _X}),
    "analytics.read": frozenset({_R, _N, _U, _X}),
    "fairness.read": frozenset({_N, _U, _X}),
    "fairness.audit": frozenset({_N, _U}),
    "weights.propose": frozenset({_N, _X}),
    "weights.decide": frozenset({_N, _X}),
    "weights.read": frozenset({_N, _U, _X}),
    "audit.read": frozenset({_U, _X}),
    "own.read": frozenset({_C}),
    "own.change": frozenset({_C}),
    "partner.receive": frozenset({_P}),
    "self.read": frozenset(Role),
    "public": frozenset(Role),
}

#: Actions on the organisation as a whole: a role that holds only in some stores may not take them.
WIDE = frozenset(
    "company.change user.manage partner.manage requisition.change competency.change "
    "question.change question.calibrate employee.import appraisal.change appraisal.read "
    "analytics.read fairness.read fairness.audit weights.propose weights.decide weights.read "
    "audit.read".split()
)

#: field class -> roles that may see it. An appraiser never sees a score (contamination guard).
#: Of protected attributes nobody sees a person's; the class is for counts of fewer than 10 people.
FIELDS: dict[Fields, frozenset[Role]] = {
    Fields.BASIC: frozenset(Role) - {_P},
    Fields.CONTACT: frozenset({_R, _X, _C}),
    Fields.SCORE: frozenset({_R, _H, _N, _U, _X, _C}),
    Fields.BACKGROUND: frozenset({_R, _X}),
    Fields.PERFORMANCE: frozenset({_A, _N, _U, _X}),
    Fields.PROTECTED: frozenset({_N, _U}),
}


def authorize(actor: Actor, action: str, target: Target | None = None) -> None:
    """Let the action pass or raise.

    Parameters
    ----------
    actor, action : who wants to do what; `action` is a key of `ACTIONS`.
    target : what it is about; None for actions on the organisation as a whole.

    Raises
    ------
    Forbidden
        No role of the actor may take this action, or not beyond its own stores.
    NotFound
        The action is allowed, but not on this target: its existence is not told.
    """
    if Role.SYSTEM not in actor.roles and not actor.roles & ACTIONS.get(action, frozenset()):
        raise Forbidden(action=action)
    if action in WIDE and (actor.scope.stores or actor.scope.regions):
        raise Forbidden(action=action)
    if target is not None and not within(actor.scope, target):
        raise NotFound()


def require_named(actor: Actor, action: str) -> None:
    """Let a named person with a fitting role pass: decisions on people belong to people.

    Raises
    ------
    NamedPersonRequired, Forbidden
    """
    if not actor.named:
        raise NamedPersonRequired(action=action)
    authorize(actor, action)


def within(scope: Scope, target: Target) -> bool:
    """Whether a target lies inside a scope; an empty scope is the whole organisation."""
    if scope.person_id and scope.person_id != target.person_id:
        return False
    if scope.partner_id and scope.partner_id != target.partner_id:
        return False
    if scope.stores or scope.regions:
        return target.store_id in scope.stores or target.region in scope.regions
    return True


def may_see(actor: Actor, fields: Fields) -> bool:
    """Whether any of the actor's roles may see this class of fields."""
    return bool(actor.roles & FIELDS[fields]) or Role.SYSTEM in actor.roles


SYSTEM = Actor("system", frozenset({Role.SYSTEM}))
