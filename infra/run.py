"""`make run`: the stack, the journey, the console."""

import os
import signal
import sys
import threading
import time

from infra import local
from infra.journey import play
from infra.journey.api import Refused


def main() -> int:
    """Start, play the journey where it was not played yet, then serve until Ctrl-C."""
    ended = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: ended.set())
    begun = time.monotonic()
    with local.started() as (stack, settings):
        print(f"started in {time.monotonic() - begun:.1f} s", flush=True)
        try:
            print(play.play_once(stack.public_url, stack.endpoint, settings.state), flush=True)
        except (Refused, TimeoutError, RuntimeError) as error:
            print(
                f"The journey stopped: {error}. The log: {settings.state}/aws.log", file=sys.stderr
            )
            return 1
        if os.environ.get("ONCE"):
            return 0
        print(_welcome(stack.public_url), flush=True)
        signal.signal(signal.SIGINT, lambda *_: ended.set())
        return local.watch(stack, ended)


def _welcome(url: str) -> str:
    return (
        f"\nHireLoop serves at {url}/\n"
        f"  sign in     make sign-in EMAIL=lin.recruiter@example.com\n"
        f"  mailbox     {url}/mailbox (what the company sent)\n"
        f"  API         {url}/docs\n"
        "  stop        Ctrl-C; the data stays in .local"
    )


if __name__ == "__main__":
    sys.exit(main())
