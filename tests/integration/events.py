"""What happens by itself, made to happen now: queues, the reconcile job, the stream."""

import json
import time
from typing import Any

from infra.journey.api import wait_until
from tests.builders import Office


def invoke(office: Office, function: str, event: dict[str, Any]) -> Any:
    """Call a deployed function and wait for its answer; it must not fail."""
    answer = office.aws("lambda").invoke(FunctionName=function, Payload=json.dumps(event))
    said = json.loads(answer["Payload"].read() or b"null")
    assert "FunctionError" not in answer, said
    return said


def function(office: Office, name: str) -> str:
    """The deployed function whose name holds `name`."""
    found = office.aws("lambda").list_functions(MaxItems=50)["Functions"]
    return next(f["FunctionName"] for f in found if f"-{name}-" in f["FunctionName"])


def reconcile(office: Office) -> dict[str, int]:
    """Run the reconcile job as its schedule does; what it found, by kind."""
    event = {"source": "aws.events", "detail-type": "Scheduled Event", "detail": {}}
    event |= {"version": "0", "id": "test", "region": "us-east-1", "account": "0", "resources": []}
    event |= {"time": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())}
    found: dict[str, int] = invoke(office, office.stack.outputs["ReconcileFunction"], event)
    return found


def waiting(office: Office, queue: str) -> int:
    """Messages in a queue, those in somebody's hands included."""
    sqs = office.aws("sqs")
    url = sqs.get_queue_url(QueueName=queue)["QueueUrl"]
    names = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
    given = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=names)["Attributes"]
    return sum(int(given[name]) for name in names)


def queued(office: Office, queue: str) -> None:
    """Wait until a queue is empty; nothing may have ended among its dead letters."""
    wait_until(lambda: waiting(office, queue) == 0, seconds=30, what=f"an empty {queue}")
    assert waiting(office, f"{queue}-dead") == 0
