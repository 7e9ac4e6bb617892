"""Step Functions: start the hire workflow, complete its waiting tasks, ask how it stands."""

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from chalicelib.foundation.cloud import client, error_code
from chalicelib.foundation.errors import Unavailable
from chalicelib.foundation.settings import settings

#: Messages that SQS takes in one call.
MESSAGES_AT_ONCE = 10
#: What AWS answers to a token that was used, has timed out, or died with its execution.
_DEAD = {"TaskTimedOut", "TaskDoesNotExist", "InvalidToken"}


def start_hire(name: str, payload: dict[str, Any]) -> bool:
    """Start one execution; False when one of this name was started before."""
    try:
        client("stepfunctions").start_execution(
            stateMachineArn=settings().hire_machine_arn, name=name, input=json.dumps(payload)
        )
    except Exception as error:
        if error_code(error) == "ExecutionAlreadyExists":
            return False
        raise
    return True


def complete(token: str, output: dict[str, Any]) -> bool:
    """Hand a waiting task its result; False when nobody waits with this token any more."""
    try:
        client("stepfunctions").send_task_success(taskToken=token, output=json.dumps(output))
    except Exception as error:
        if error_code(error) in _DEAD:
            return False
        raise
    return True


def execution_status(name: str) -> str:
    """RUNNING, SUCCEEDED, FAILED, TIMED_OUT, ABORTED, or MISSING."""
    arn = settings().hire_machine_arn.replace(":stateMachine:", ":execution:") + f":{name}"
    try:
        return str(client("stepfunctions").describe_execution(executionArn=arn)["status"])
    except Exception as error:
        if error_code(error) in {"ExecutionDoesNotExist", "InvalidArn"}:
            return "MISSING"
        raise


def stop(name: str, cause: str) -> None:
    """End a running execution; one that is not there is no error."""
    arn = settings().hire_machine_arn.replace(":stateMachine:", ":execution:") + f":{name}"
    try:
        client("stepfunctions").stop_execution(executionArn=arn, cause=cause)
    except Exception as error:
        if error_code(error) not in {"ExecutionDoesNotExist", "InvalidArn"}:
            raise


def send_upload(key: str) -> None:
    """Put an uploaded object on the queue of its kind again, as S3's own notice would."""
    queues = client("sqs")
    url = queues.get_queue_url(QueueName=f"hireloop-{key.split('/', 1)[0]}")["QueueUrl"]
    record = {"s3": {"bucket": {"name": settings().bucket_uploads}, "object": {"key": quote(key)}}}
    queues.send_message(QueueUrl=url, MessageBody=json.dumps({"Records": [record]}))


def send_recognition(job: str) -> None:
    """Put a recogniser's job on the queue of answers, as its own event would."""
    queues = client("sqs")
    url = queues.get_queue_url(QueueName="hireloop-answers")["QueueUrl"]
    body = {"source": "aws.transcribe", "detail": {"TranscriptionJobName": job}}
    queues.send_message(QueueUrl=url, MessageBody=json.dumps(body))


def send_second_reading(session_id: str, question_id: str) -> None:
    """Put a second reading that was asked for on the queue of answers."""
    queues = client("sqs")
    url = queues.get_queue_url(QueueName="hireloop-answers")["QueueUrl"]
    body = {"second_reading": {"session_id": session_id, "question_id": question_id}}
    queues.send_message(QueueUrl=url, MessageBody=json.dumps(body))


def send_again(keys: Sequence[str], basis: str) -> None:
    """Put uploaded objects on the queue of résumés to be screened again on this basis."""
    queues, url = _resumes()
    for start in range(0, len(keys), MESSAGES_AT_ONCE):
        bodies = [
            {"Records": [{"s3": {"object": {"key": quote(key)}}}], "again": basis}
            for key in keys[start : start + MESSAGES_AT_ONCE]
        ]
        entries = [{"Id": str(n), "MessageBody": json.dumps(b)} for n, b in enumerate(bodies)]
        answer = queues.send_message_batch(QueueUrl=url, Entries=entries)
        if answer.get("Failed"):
            raise Unavailable(reason="sqs")


def send_rescreening(requisition_id: str, before: str) -> None:
    """Put one page of a requisition's screening again on the queue of résumés."""
    queues, url = _resumes()
    body = json.dumps({"rescreening": {"requisition_id": requisition_id, "before": before}})
    queues.send_message(QueueUrl=url, MessageBody=body)


def send_rating_job(name: str, wish: dict[str, Any]) -> None:
    """Put work for who rates on the queue of answers: a rating again, a question's model."""
    queues = client("sqs")
    url = queues.get_queue_url(QueueName="hireloop-answers")["QueueUrl"]
    queues.send_message(QueueUrl=url, MessageBody=json.dumps({name: wish}))


def send_frame_job(name: str, wish: dict[str, Any], delay_seconds: int = 0) -> None:
    """Put work for who reads frames on their queue: readings to erase, or to tell a number from."""
    queues = client("sqs")
    url = queues.get_queue_url(QueueName="hireloop-frames")["QueueUrl"]
    body = json.dumps({name: wish})
    queues.send_message(QueueUrl=url, MessageBody=body, DelaySeconds=delay_seconds)


def _resumes() -> tuple[Any, str]:
    queues = client("sqs")
    return queues, str(queues.get_queue_url(QueueName="hireloop-resumes")["QueueUrl"])


def send_recalibration(payload: dict[str, Any]) -> None:
    """Put a recalibration on its queue."""
    queues = client("sqs")
    url = queues.get_queue_url(QueueName=settings().recalibration_queue)["QueueUrl"]
    queues.send_message(QueueUrl=url, MessageBody=json.dumps(payload))
