"""What the functions of the running embedded stack said: `python -m infra.logs [NAME] [LINES]`."""

import sys
from collections.abc import Iterator

from infra import deploy, emulator
from infra.local import CannotStart, Settings

_LAMBDA_OWN = ("START ", "END ", "REPORT ")


def lines(endpoint: str, function: str = "", limit: int = 30) -> Iterator[tuple[str, str]]:
    """The last lines of every function whose name holds `function`: (function, line)."""
    logs = deploy.client(endpoint, "logs")
    for group in logs.describe_log_groups()["logGroups"]:
        name = group["logGroupName"].rpartition("/")[2]
        if function.lower() not in name.lower():
            continue
        pages = logs.get_paginator("filter_log_events").paginate(logGroupName=group["logGroupName"])
        said = [event["message"].rstrip() for page in pages for event in page["events"]]
        own = [line for line in said if line and not line.startswith(_LAMBDA_OWN)]
        for line in own[-limit:]:
            yield name, line


def main(arguments: list[str]) -> int:
    """Print them; 1 with one sentence when no stack runs."""
    try:
        settings = Settings.from_environment()
        if emulator.port_is_free(settings.aws_port):
            raise CannotStart("The embedded stack does not run here; start it with: make run")
    except CannotStart as error:
        print(error, file=sys.stderr)
        return 1
    function, limit = (arguments + ["", "30"][len(arguments) :])[:2]
    for name, line in lines(f"http://127.0.0.1:{settings.aws_port}", function, int(limit)):
        print(f"{name}  {line}".replace("\\n", "\n    "))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
