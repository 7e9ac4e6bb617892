"""Signing in, people with access, keys."""

from typing import Literal

from pydantic import Field

from chalicelib.entrypoints.schemas.common import Email, Given, Short, Slug, Taken
from chalicelib.foundation.access import Role


class SignInRequest(Taken):
    """Where to send a one-time link."""

    email: Email


class SignInToken(Taken):
    """The token of a one-time link."""

    token: str = Field(max_length=600)


class Me(Given):
    """The caller as the product sees them."""

    actor_id: str
    roles: list[Role]
    stores: list[str]
    regions: list[str]
    csrf: str = Field("", description="to be sent as X-CSRF-Token with the session cookie")


class AccessGrant(Taken):
    """Roles for a person, and where they hold; no store and no region means everywhere."""

    email: Email
    name: Short
    roles: list[Role] = Field(min_length=1)
    stores: list[Slug] = Field(default_factory=list)
    regions: list[Slug] = Field(default_factory=list)


class UserGiven(Given):
    """A person who works with the console."""

    user_id: str
    email: str
    name: str
    roles: list[Role]
    stores: list[str]
    regions: list[str]
    active: bool


class Users(Given):
    """Everybody who works with the console."""

    users: list[UserGiven]


class KeyWish(Taken):
    """An API key to be made for another system."""

    name: Short
    roles: list[Role] = Field(min_length=1)
    stores: list[Slug] = Field(default_factory=list)
    regions: list[Slug] = Field(default_factory=list)


class KeyGiven(Given):
    """A new API key; it is shown once."""

    key: str


class KeyListed(Given):
    """An API key without its secret."""

    key_id: str
    name: str
    roles: list[Role]
    active: bool


class Keys(Given):
    """All API keys."""

    keys: list[KeyListed]


class Health(Given):
    """Whether the product answers, and which version."""

    status: Literal["ok"]
    version: str
