"""S3 to work: the event is a hint, the table row is the truth. Events come twice and unordered."""

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote_plus

from aws_lambda_powertools.utilities.batch import (
    BatchProcessor,
    EventType,
    process_partial_response,
)

from chalicelib.foundation.command import Command, system_command
from chalicelib.foundation.errors import NotFound
from chalicelib.foundation.ids import derived_id
from chalicelib.foundation.observability import fault, flush, logger


@dataclass(frozen=True)
class Arrival:
    """An object that S3 says has come.

    `version` tells one arrival from another; `object_version` is the version that the bucket
    keeps, empty where the notice names none; `again` marks one that is screened once more.
    """

    key: str
    version: str
    object_version: str = ""
    again: bool = False

    def command(self, verb: str) -> Command:
        """The command of this very object version: the same at each redelivery."""
        return system_command(f"{verb}-{derived_id(f'{self.key}@{self.version}', 26)}")


def handle(event: dict[str, Any], work: Callable[[Arrival], None]) -> Any:
    """Do `work` for each arrival; what fails goes back to the queue alone, not its neighbours."""

    def one(record: Any) -> None:
        for arrival in arrivals(json.loads(record.body)):
            logger.structure_logs(s3_key=arrival.key)
            work(arrival)

    return each(event, one)


def each(event: dict[str, Any], one: Callable[[Any], None]) -> Any:
    """Do `one` for each entry of a batch; what fails goes back to the queue alone."""
    processor = BatchProcessor(event_type=EventType.SQS, raise_on_entire_batch_failure=False)
    try:
        return process_partial_response(event=event, record_handler=one, processor=processor)
    finally:
        flush()


def arrivals(message: dict[str, Any]) -> Iterator[Arrival]:
    """The objects named by one S3 notification; its opening test message names none.

    A message of our own to screen again has the same shape and names what it will rest on.
    """
    again = str(message.get("again") or "")
    for record in message.get("Records", []):
        item = record["s3"]["object"]
        kept = str(item.get("versionId") or "")
        version = again or kept or item.get("eTag") or item.get("sequencer", "")
        yield Arrival(unquote_plus(item["key"]), str(version), kept, bool(again))


def screen_resumes(event: dict[str, Any]) -> Any:
    """Screen the résumés that a batch of the queue names, together; each fails by itself.

    A message is a notice of S3, a file to be screened again, or a page of a requisition whose
    files are to be screened again.
    """
    from chalicelib.screening import service as screening

    waiting: dict[str, list[Arrival]] = {}
    for record in event["Records"]:
        with suppress(ValueError, LookupError, TypeError, AttributeError):  # it fails below, alone
            waiting[record["messageId"]] = list(arrivals(json.loads(record["body"])))
    pile = [_to_screen(one) for each in waiting.values() for one in each]
    outcomes = iter(screening.screen_all(pile))
    ended = {name: [next(outcomes) for _ in each] for name, each in waiting.items()}

    def one(record: Any) -> None:
        message = json.loads(record.body)
        if "rescreening" in message:
            _explain(_page_of(message["rescreening"]))
        if record.message_id not in ended:
            list(arrivals(message))  # raises what is wrong with it
        for problem in ended.get(record.message_id, ()):
            _explain(problem)

    return each(event, one)


def _page_of(wish: dict[str, str]) -> Exception | None:
    from chalicelib.screening import service as screening

    try:
        screening.page_to_rescreen(wish["requisition_id"], wish["before"])
    except Exception as problem:
        return problem
    return None


def _to_screen(arrival: Arrival) -> Any:
    from chalicelib.screening.service import Arrived

    command = arrival.command("screen")
    return Arrived(command, arrival.key, arrival.object_version, arrival.again)


def _explain(problem: Exception | None) -> None:
    """What nobody announced is done with; anything else goes back to the queue."""
    if problem is None:
        return
    if isinstance(problem, NotFound) and problem.code == "upload-unknown":
        logger.warning("an object that nobody announced")
        return
    fault("goes back to the queue", problem)
    raise problem


def rate_answer(arrival: Arrival) -> None:
    """Rate an answer once all its parts have come; recommend when the evidence is complete."""
    from chalicelib.interviewing import service as interviewing

    _, session_id, question_id, take, *_ = arrival.key.split("/")
    command = arrival.command("rate")
    outcome = interviewing.rate(command, session_id, question_id, int(take))
    if outcome.complete:
        recommend(command, outcome.application_id)


def recommend(command: Command, application_id: str) -> None:
    """The evidence is complete: propose, once."""
    from chalicelib.selection import service as selection

    selection.recommend(command.part("recommend"), application_id)
