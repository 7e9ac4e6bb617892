"""The queue of answers: parts that were uploaded, and recordings whose words have come."""

import json
from typing import Any

from chalicelib.entrypoints import rating_jobs, uploads
from chalicelib.foundation.command import system_command
from chalicelib.foundation.observability import fault, logger
from chalicelib.interviewing import service as interviewing
from chalicelib.interviewing.service import second_reading, transcribing


def handle(event: dict[str, Any]) -> Any:
    """Work on a batch; an entry is a notice of S3, an event of the recogniser, or a job of ours."""
    return uploads.each(event, _one)


def _one(record: Any) -> None:
    try:
        _work(json.loads(record.body))
    except Exception as problem:
        fault("goes back to the queue", problem)
        raise


def _work(message: dict[str, Any]) -> None:
    if message.get("source") == "aws.transcribe":
        recognised(str(message["detail"]["TranscriptionJobName"]))
        return
    if "second_reading" in message:
        second_reading.read(**message["second_reading"])
        return
    if rating_jobs.done(message):
        return
    for arrival in uploads.arrivals(message):
        logger.structure_logs(s3_key=arrival.key)
        uploads.rate_answer(arrival)


def recognised(job: str) -> None:
    """Look at a job, and rate its answer once it has ended, well or not."""
    wish = transcribing.advance(job) if job.startswith(transcribing.JOB_PREFIX) else None
    if wish is None:
        logger.warning("a transcription that nobody asked for")
        return
    if wish.state not in transcribing.ENDED:
        return
    command = system_command(f"recognised/{job}")
    outcome = interviewing.rate(command, wish.session_id, wish.question_id, int(wish.take))
    if outcome.complete:
        uploads.recommend(command, outcome.application_id)
