"""`make run`: the stack, the journey, the console."""

import os
import sys

from infra import local
from infra.journey import play
from infra.journey.api import Refused


def job(stack: local.Stack, settings: local.Settings) -> bool:
    """Play the journey where it was not played yet; serve on unless ONCE is set.

    Raises CannotStart when the journey stops where the product does.
    """
    try:
        print(play.play_once(stack.public_url, stack.endpoint, settings.state), flush=True)
    except (Refused, TimeoutError, RuntimeError) as error:
        raise local.CannotStart(
            f"The journey stopped: {error}. The log is in {settings.state / 'aws.log'}."
        ) from error
    if os.environ.get("ONCE"):
        return False
    print(_welcome(stack.public_url), flush=True)
    return True


def _welcome(url: str) -> str:
    return (
        f"\nHireLoop serves at {url}/\n"
        f"  sign in     make sign-in EMAIL=lin.recruiter@example.com\n"
        f"  mailbox     {url}/mailbox (what the company sent)\n"
        f"  API         {url}/docs\n"
        "  stop        Ctrl-C; the data stays in .local"
    )


if __name__ == "__main__":
    sys.exit(local.main(job))
