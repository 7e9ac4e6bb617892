"""What an operator with access to the AWS account does by hand: the first key, a sign-in link.

`python -m infra.operator sign-in EMAIL [ROLE]` · `python -m infra.operator api-key ROLE` ·
`python -m infra.operator figures` (counts analytics anew): on the local stack. With `--aws` in
front of the verb: on the account and region of the usual AWS environment, PUBLIC_URL being the
address that people use.
"""

import os
import sys
import uuid
from collections.abc import Callable


def connect(endpoint: str, public_url: str) -> None:
    """Point this process at the embedded stack; on AWS the usual environment does it."""
    os.environ |= {
        "AWS_ENDPOINT_URL": endpoint,
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "PUBLIC_URL": public_url,
        "POWERTOOLS_TRACE_DISABLED": "1",
        "POWERTOOLS_LOG_LEVEL": "WARNING",
    }
    forget()


def forget() -> None:
    """Drop what this process has kept of another stack: settings, clients, connections."""
    from pynamodb.models import Model

    from chalicelib.foundation import cloud, crypto, ledger
    from chalicelib.foundation.settings import settings

    for kept in (settings, cloud.client, crypto._signing_key, crypto.unseal, ledger._connection):
        kept.cache_clear()
    kinds = [Model]
    while kinds:
        kind = kinds.pop()
        kind._connection = None
        kinds += kind.__subclasses__()


def api_key(role: str) -> str:
    """A new API key with one role."""
    from chalicelib.foundation.access import Role
    from chalicelib.foundation.command import system_command
    from chalicelib.records import service as records

    new = records.NewAccess(f"operator-{role}", f"operator-{role}", (Role(role),))
    return records.create_key(system_command(f"operator-{uuid.uuid4().hex}"), new)


def sign_in(email: str, role: str = "administrator") -> str:
    """A one-time link for a person; somebody unknown becomes a user with `role` first."""
    from chalicelib.entrypoints.api_identity import sign_in_link
    from chalicelib.foundation.access import Role
    from chalicelib.foundation.command import system_command
    from chalicelib.records import service as records

    user = records.user_by_email(email)
    if user is None:
        new = records.NewAccess(email, email.split("@")[0], (Role(role),))
        user = records.add_user(system_command(f"operator-{uuid.uuid4().hex}"), new)
    return sign_in_link(user.item_id)


def figures() -> str:
    """Count all figures of analytics anew from the record, beside those in use until it is done."""
    from chalicelib.analytics import service as analytics

    return f"{analytics.rebuild()} applications counted"


VERBS: dict[str, Callable[..., str]] = {
    "api-key": api_key,
    "sign-in": sign_in,
    "figures": figures,
}
#: Verbs that need nothing more to be said.
BARE = frozenset({"figures"})


def main(arguments: list[str]) -> int:
    """Print the key or link; exit code 1 with one sentence when the stack does not answer."""
    on_aws = arguments[:1] == ["--aws"]
    verb, *rest = [*arguments[on_aws:], ""]
    rest = [text for text in rest if text]
    if verb not in VERBS or not (rest or verb in BARE):
        print(__doc__, file=sys.stderr)
        return 2
    port = os.environ.get("HIRELOOP_AWS_PORT", "4566")
    front = os.environ.get("HIRELOOP_PORT", "8000")
    if not on_aws:
        connect(f"http://127.0.0.1:{port}", f"http://127.0.0.1:{front}")
    try:
        print(VERBS[verb](*rest))
    except ValueError as error:
        print(f"{error}. Roles: {_roles()}", file=sys.stderr)
        return 1
    except Exception as error:
        where = "AWS" if on_aws else f"The local stack on port {port} (start it with: make run)"
        print(f"{where} does not answer: {type(error).__name__}.", file=sys.stderr)
        return 1
    return 0


def _roles() -> str:
    from chalicelib.records.service.identity import GRANTABLE

    return ", ".join(sorted(GRANTABLE))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
