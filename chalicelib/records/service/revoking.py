"""Taking access back: of a person, a system, a candidate's link."""

from pynamodb.exceptions import DoesNotExist

from chalicelib.foundation import ledger
from chalicelib.foundation.command import Command
from chalicelib.foundation.errors import Conflict, NotFound
from chalicelib.foundation.observability import count
from chalicelib.records.service.applications import application
from chalicelib.records.tables import ApiKey, Application, User


@ledger.retried
def deactivate_user(command: Command, user_id: str) -> User:
    """Switch a user off; open sessions stop with the next request. Raises NotFound, Conflict.

    Nobody switches themself off: the last administrator would lock everybody out.
    """
    if command.actor.actor_id == f"user-{user_id}":
        raise Conflict("own-access")
    try:
        row = User.get("user", user_id, consistent_read=True)
    except DoesNotExist as error:
        raise NotFound(user_id=user_id) from error
    row.active = False
    subject = f"user-{user_id}"
    if ledger.commit(command, action="user.deactivated", subject=subject, changes=[row]):
        count("AccessRevoked", kind="user")
    return row


def api_keys() -> list[ApiKey]:
    """All API keys, without their secrets: only fingerprints are kept."""
    return list(ApiKey.query("api-key"))


@ledger.retried
def revoke_key(command: Command, key_id: str) -> ApiKey:
    """Let an API key hold no longer. Raises NotFound."""
    try:
        row = ApiKey.get("api-key", key_id, consistent_read=True)
    except DoesNotExist as error:
        raise NotFound(key_id=key_id) from error
    row.active = False
    if ledger.commit(command, action="api-key.revoked", subject=f"key-{key_id}", changes=[row]):
        count("AccessRevoked", kind="api-key")
    return row


@ledger.retried
def revoke_invitation(command: Command, application_id: str) -> Application:
    """Let every link sent to a candidate for this application hold no longer. Raises NotFound."""
    row = application(application_id)
    row.invite_serial = int(row.invite_serial) + 1
    if ledger.commit(
        command,
        action="invitation.revoked",
        subject=row.person_id,
        changes=[row],
        detail={"application_id": application_id},
    ):
        count("AccessRevoked", kind="invitation")
    return application(application_id)
