"""Who may do what: role, scope, field class."""

import pytest

from chalicelib.foundation.access import (
    ACTIONS,
    WIDE,
    Actor,
    Fields,
    Role,
    Scope,
    Target,
    authorize,
    may_see,
)
from chalicelib.foundation.errors import Forbidden, NotFound

MANAGER = Actor("u", frozenset({Role.HIRING_MANAGER}), Scope(stores=frozenset({"S0001"})))


def test_a_hiring_manager_reaches_the_own_store() -> None:
    authorize(MANAGER, "candidate.read", Target(store_id="S0001"))


def test_another_store_is_not_even_known_to_a_hiring_manager() -> None:
    with pytest.raises(NotFound):
        authorize(MANAGER, "candidate.read", Target(store_id="S0002"))


def test_a_scope_of_stores_does_not_open_what_has_no_store() -> None:
    with pytest.raises(NotFound):
        authorize(MANAGER, "candidate.read", Target())


def test_a_candidate_reaches_nobody_else() -> None:
    me = Actor("c", frozenset({Role.CANDIDATE}), Scope(person_id="me"))

    authorize(me, "own.read", Target(person_id="me"))
    with pytest.raises(NotFound):
        authorize(me, "own.read", Target(person_id="you"))


@pytest.mark.parametrize("action", sorted(set(ACTIONS) - {"public"}))
def test_nobody_without_a_role_may_do_anything(action: str) -> None:
    with pytest.raises(Forbidden):
        authorize(Actor("nobody", frozenset()), action)


def test_an_action_that_is_not_listed_is_allowed_to_nobody() -> None:
    everybody = Actor("all", frozenset(Role) - {Role.SYSTEM})

    with pytest.raises(Forbidden):
        authorize(everybody, "candidate.erase-without-trace")


def test_an_appraiser_sees_no_score_and_an_analyst_no_contact() -> None:
    assert not may_see(Actor("a", frozenset({Role.APPRAISER})), Fields.SCORE)
    assert not may_see(Actor("n", frozenset({Role.ANALYST})), Fields.CONTACT)


def test_protected_attributes_are_seen_by_fairness_work_alone() -> None:
    seers = {r for r in Role if may_see(Actor("x", frozenset({r})), Fields.PROTECTED)}

    assert {Role.ANALYST, Role.AUDITOR, Role.SYSTEM} == seers


@pytest.mark.parametrize("action", sorted(WIDE))
def test_a_role_that_holds_in_some_stores_may_not_act_on_the_whole_organisation(
    action: str,
) -> None:
    everything = frozenset({Role.RECRUITER, Role.ADMINISTRATOR, Role.ANALYST, Role.AUDITOR})
    local = Actor("u", everything | {Role.APPRAISER}, Scope(regions=frozenset({"west"})))

    with pytest.raises(Forbidden):
        authorize(local, action)
