"""What the pinned MiniStack gets wrong, and the cure for each; nothing of the product is here."""

import contextvars
import json
import threading
import time
from email.utils import parseaddr
from typing import Any

from ministack import app
from ministack.core import iam_actions, iam_evaluator, lambda_runtime
from ministack.services import apigateway_v1, kms, lambda_svc, sns
from ministack.services import stepfunctions as workflows

#: The corrections reach into MiniStack's inside and are checked against this version only.
PINNED = "1.5.33"
ONE_DAY_SECONDS = 86_400


def name_lambda_errors() -> None:
    """1. A failed function carries its exception's class name, for Catch and Retry to match."""
    plain = '"error": str(e), "trace": traceback.format_exc()'
    named = plain.replace('"trace"', '"etype": type(e).__name__, "trace"')
    script = lambda_runtime._PYTHON_WORKER_SCRIPT
    assert plain in script  # noqa: S101 - the pin moved
    lambda_runtime._PYTHON_WORKER_SCRIPT = script.replace(plain, named)
    seen = threading.local()
    worker_invoke = lambda_runtime.Worker.invoke
    execute = lambda_svc._execute_function_warm

    def invoke(self: Any, *args: Any, **kwargs: Any) -> Any:
        result = worker_invoke(self, *args, **kwargs)
        seen.type, seen.trace = result.get("etype"), result.get("trace", "")
        return result

    def execute_warm(function: Any, event: Any, request_id: str) -> Any:
        seen.type = None
        result = execute(function, event, request_id)
        body = result.get("body")
        if result.get("error") and seen.type and isinstance(body, dict):
            result["body"] = {
                "errorMessage": body.get("errorMessage", ""),
                "errorType": seen.type,
                "requestId": request_id,
                "stackTrace": seen.trace.splitlines()[1:-1],
            }
        return result

    lambda_runtime.Worker.invoke = invoke
    lambda_svc._execute_function_warm = execute_warm


def hurry_quiet_functions() -> None:
    """2. A function that logs nothing is not waited for 50 ms after it answered."""
    drain = lambda_runtime.Worker._drain_stderr_bounded

    def quick(self: Any, first_line_wait: float = 0.002, *args: Any, **kwargs: Any) -> Any:
        return drain(self, first_line_wait, *args, **kwargs)

    lambda_runtime.Worker._drain_stderr_bounded = quick


def keep_workflow_limits() -> None:
    """3. HeartbeatSeconds of a waiting task and TimeoutSeconds of a whole machine are kept."""
    wait, run = workflows._invoke_with_callback, workflows._run_execution

    def callback(resource: Any, data: Any, token: str, state: dict[str, Any]) -> Any:
        done = threading.Event()
        if limit := state.get("HeartbeatSeconds"):
            threading.Thread(target=_watch_heart, args=(token, limit, done), daemon=True).start()
        try:
            return wait(resource, data, token, state)
        finally:
            done.set()

    def run_execution(arn: str) -> Any:
        execution = workflows._executions.get(arn) or {}
        machine = workflows._state_machines.get(execution.get("stateMachineArn")) or {}
        limit = json.loads(machine.get("definition") or "{}").get("TimeoutSeconds")
        if limit and limit < ONE_DAY_SECONDS:  # a longer one outlives any local session
            timer = threading.Timer(limit, _expire, [execution])
            timer.daemon = True
            timer.start()
        return run(arn)

    workflows._invoke_with_callback, workflows._run_execution = callback, run_execution


def _watch_heart(token: str, limit_seconds: float, done: threading.Event) -> None:
    last, seen = time.monotonic(), None
    while not done.wait(0.2):
        task = workflows._task_tokens.get(token)
        if task is None:
            continue
        if task["heartbeat"] != seen:
            seen, last = task["heartbeat"], time.monotonic()
        if time.monotonic() - last > limit_seconds:
            task["error"] = {"Error": "States.HeartbeatTimeout", "Cause": ""}
            task["event"].set()
            return


def _expire(execution: dict[str, Any]) -> None:
    if execution.get("status") == "RUNNING":
        execution["status"] = "TIMED_OUT"
        execution["stopDate"] = workflows.now_iso()
        workflows._add_event(execution, "ExecutionTimedOut", {})


def read_the_api_document() -> None:
    """4. Binary media types and preflight answers of an imported API document are honoured."""
    import_api, import_operation = apigateway_v1._import_rest_api, apigateway_v1._import_operation

    def whole_api(spec: dict[str, Any], base_data: dict[str, Any] | None = None) -> Any:
        base = dict(base_data or {})
        if not base.get("binaryMediaTypes"):
            base["binaryMediaTypes"] = spec.get("x-amazon-apigateway-binary-media-types") or []
        return import_api(spec, base)

    def operation(
        api_id: str, resource_id: str, method: str, op: Any, *rest: Any, **named: Any
    ) -> Any:
        result = import_operation(api_id, resource_id, method, op, *rest, **named)
        integration = (op or {}).get("x-amazon-apigateway-integration") or {}
        if str(integration.get("type", "")).lower() == "mock":
            for pattern, answer in (integration.get("responses") or {}).items():
                chosen = {**answer, "selectionPattern": "" if pattern == "default" else pattern}
                apigateway_v1._put_integration_response(
                    api_id, resource_id, method, str(answer.get("statusCode", "200")), chosen
                )
        return result

    apigateway_v1._import_rest_api, apigateway_v1._import_operation = whole_api, operation


def date_text_messages() -> None:
    """5. Text messages carry the time they were sent, as mails do."""
    log_for = sns._sms_log_for

    def dated_log_for(phone: str) -> Any:
        records = log_for(phone)
        if not isinstance(records, _DatedLog):
            records = sns._sms_messages[phone] = _DatedLog(records)
        return records

    sns._sms_log_for = dated_log_for


class _DatedLog(list[dict[str, Any]]):
    def append(self, message: dict[str, Any]) -> None:
        super().append(message | {"Timestamp": time.time()})


def trust_the_loopback() -> None:
    """6. Policies that ask for TLS hold here too: what never leaves the machine counts as TLS."""
    iam_evaluator._request_origin = contextvars.ContextVar("origin", default=("127.0.0.1", True))
    app.pin_request_origin = lambda source_ip, _secure: iam_evaluator.pin_request_origin(
        source_ip, True
    )


def know_the_sender() -> None:
    """7. A policy on the sender's identity meets the mail's sender, not "*"."""
    other_arn = iam_actions._ses_v2_resource_arn

    def resource_arn(method: str, path: str, body: bytes, region: str, account: str) -> str:
        if method == "POST" and path.rstrip("/").endswith("/email/outbound-emails"):
            sender = parseaddr(json.loads(body).get("FromEmailAddress", ""))[1]
            return f"arn:aws:ses:{region}:{account}:identity/{sender}"
        found: str = other_arn(method, path, body, region, account)
        return found

    iam_actions._ses_v2_resource_arn = resource_arn


def know_the_key_behind_an_alias() -> None:
    """8. A policy on a KMS key meets the key, also when the caller named its alias."""
    found_arn = iam_actions.extract_resource_arn

    def resource_arn(service: str, *rest: Any, **named: Any) -> str:
        arn: str = found_arn(service, *rest, **named)
        if service == "kms" and ":alias/" in arn and arn in kms._aliases:
            return f"{arn.partition(':alias/')[0]}:key/{kms._aliases[arn]}"
        return arn

    iam_actions.extract_resource_arn = resource_arn


def read_streams_from_their_new_beginning() -> None:
    """9. After a restart a table's stream is read from its first record on.

    The emulator keeps how far it had read but none of the records, and so would pass over as many
    new ones as there had been old ones.
    """
    restore = lambda_svc._restore_esm_positions

    def restored(store: Any, positions: Any) -> None:
        restore(store, positions)
        if store is lambda_svc._dynamodb_stream_positions:
            store._data.update(dict.fromkeys(store._data, 0))

    lambda_svc._restore_esm_positions = restored


def let_a_batch_be_sent_by_who_may_send() -> None:
    """10. A batch of a queue's messages needs the right to send one, as there is no other right."""
    found_action = iam_actions.extract_iam_action

    def action(service: str, *rest: Any, **named: Any) -> Any:
        wanted = found_action(service, *rest, **named)
        return wanted.removesuffix("Batch") if service == "sqs" and wanted else wanted

    iam_actions.extract_iam_action = action


ALL = (
    name_lambda_errors,
    hurry_quiet_functions,
    keep_workflow_limits,
    read_the_api_document,
    date_text_messages,
    trust_the_loopback,
    know_the_sender,
    know_the_key_behind_an_alias,
    read_streams_from_their_new_beginning,
    let_a_batch_be_sent_by_who_may_send,
)
