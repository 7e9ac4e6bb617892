"""Who works with the console, and which systems hold a key. Nobody has a password."""

import re
from dataclasses import dataclass

from pynamodb.exceptions import DoesNotExist

from chalicelib.foundation import crypto, ledger
from chalicelib.foundation.access import Actor, Role, Scope
from chalicelib.foundation.command import Command
from chalicelib.foundation.errors import Invalid, Unauthenticated
from chalicelib.records.tables import ApiKey, User

#: Roles that a company gives to people and systems; the others belong to tokens.
GRANTABLE = frozenset(Role) - {Role.CANDIDATE, Role.PARTNER, Role.SYSTEM}


@dataclass(frozen=True)
class NewAccess:
    """Roles and where they hold, for a user (`label` is the e-mail) or a key (its name)."""

    label: str
    name: str
    roles: tuple[Role, ...]
    stores: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()


@ledger.retried
def add_user(command: Command, new: NewAccess) -> User:
    """Give a person roles, or change the roles they have. Raises Invalid."""
    _check(new)
    row = user_by_email(new.label) or User("user", _user_id(new.label), email=new.label.lower())
    row.name, row.active = new.name, True
    row.roles, row.stores, row.regions = list(new.roles), list(new.stores), list(new.regions)
    ledger.commit(
        command,
        action="user.granted",
        subject=f"user-{row.item_id}",
        changes=[row],
        detail={"roles": sorted(new.roles)},
    )
    return user(row.item_id)


def user(user_id: str) -> User:
    """One user. Raises Unauthenticated when unknown or switched off."""
    try:
        row = User.get("user", user_id, consistent_read=True)
    except DoesNotExist as error:
        raise Unauthenticated() from error
    if not row.active:
        raise Unauthenticated()
    return row


def user_by_email(email: str) -> User | None:
    """The user with this address, or None."""
    try:
        return User.get("user", _user_id(email), consistent_read=True)
    except DoesNotExist:
        return None


def users() -> list[User]:
    """Everybody who works with the console."""
    return list(User.query("user"))


def actor_of(row: User) -> Actor:
    """The caller that a signed-in user is."""
    roles = frozenset(Role(role) for role in row.roles)
    return Actor(f"user-{row.item_id}", roles, _scope(row), named=True)


def create_key(command: Command, new: NewAccess) -> str:
    """Make an API key; its text is the only copy, a retry of the command gives the same."""
    _check(new)
    key_id = command.new_id("api-key")
    secret = crypto.fingerprint("api-key-secret", command.id)
    row = ApiKey("api-key", key_id, name=new.name)
    row.secret_fingerprint = crypto.fingerprint("api-key", secret)
    row.roles, row.stores, row.regions = list(new.roles), list(new.stores), list(new.regions)
    ledger.commit(
        command,
        action="api-key.created",
        subject=f"key-{key_id}",
        changes=[row],
        detail={"roles": sorted(new.roles)},
    )
    return f"hlk_{key_id}_{secret}"


def key_actor(text: str) -> Actor:
    """The caller behind an API key. Raises Unauthenticated."""
    _, key_id, secret = (*text.split("_"), "", "")[:3]
    if not re.fullmatch("[a-z2-7]{1,26}", key_id):
        raise Unauthenticated("token-invalid")
    try:
        row = ApiKey.get("api-key", key_id, consistent_read=True)
    except DoesNotExist as error:
        raise Unauthenticated("token-invalid") from error
    known = crypto.same(row.secret_fingerprint, crypto.fingerprint("api-key", secret))
    if not row.active or not known:
        raise Unauthenticated("token-invalid")
    return Actor(f"key-{key_id}", frozenset(Role(role) for role in row.roles), _scope(row))


def _check(new: NewAccess) -> None:
    unlawful = set(new.roles) - GRANTABLE
    if unlawful or not new.roles:
        raise Invalid("role-not-grantable", roles=", ".join(sorted(unlawful)))


def _scope(row: User | ApiKey) -> Scope:
    return Scope(stores=frozenset(row.stores), regions=frozenset(row.regions))


def _user_id(email: str) -> str:
    return crypto.fingerprint("user", email.strip().lower())[:16]
