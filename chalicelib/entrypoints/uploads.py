"""S3 to work: the event is a hint, the table row is the truth. Events come twice and unordered."""

import json
from collections.abc import Callable, Iterator
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
from chalicelib.foundation.observability import flush, logger


@dataclass(frozen=True)
class Arrival:
    """An object that S3 says has come.

    `version` tells one arrival from another; `object_version` is the version that the bucket
    keeps, empty where the notice names none.
    """

    key: str
    version: str
    object_version: str = ""

    def command(self, verb: str) -> Command:
        """The command of this very object version: the same at each redelivery."""
        return system_command(f"{verb}-{derived_id(f'{self.key}@{self.version}', 26)}")


def handle(event: dict[str, Any], work: Callable[[Arrival], None]) -> Any:
    """Do `work` for each arrival; what fails goes back to the queue alone, not its neighbours."""

    def one(record: Any) -> None:
        for arrival in arrivals(json.loads(record.body)):
            logger.structure_logs(s3_key=arrival.key)
            work(arrival)

    processor = BatchProcessor(event_type=EventType.SQS, raise_on_entire_batch_failure=False)
    try:
        return process_partial_response(event=event, record_handler=one, processor=processor)
    finally:
        flush()


def arrivals(message: dict[str, Any]) -> Iterator[Arrival]:
    """The objects named by one S3 notification; its opening test message names none."""
    for record in message.get("Records", []):
        item = record["s3"]["object"]
        kept = str(item.get("versionId") or "")
        version = kept or item.get("eTag") or item.get("sequencer", "")
        yield Arrival(unquote_plus(item["key"]), str(version), kept)


def screen_resume(arrival: Arrival) -> None:
    """Hold an arrived résumé against its requisition."""
    from chalicelib.records import service as records
    from chalicelib.screening import service as screening

    try:
        upload = records.upload_of_key(arrival.key)
    except NotFound:
        logger.warning("an object that nobody announced")
        return
    screening.screen(arrival.command("screen"), upload, arrival.object_version)


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


def read_frame(arrival: Arrival) -> None:
    """Read one image frame, if the law and the person allow."""
    from chalicelib.expression import service as expression

    expression.read(arrival.command("frame"), arrival.key)
