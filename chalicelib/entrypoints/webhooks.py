"""What partner systems send us: signed, replay-safe, taken in first and acted on after."""

from chalice import Response

from chalicelib.entrypoints import http
from chalicelib.entrypoints.schemas.hiring import WebhookTaken
from chalicelib.entrypoints.typed import Door
from chalicelib.foundation import ids
from chalicelib.foundation.errors import HireloopError
from chalicelib.foundation.observability import flush, logger

door = Door(__name__, "webhooks")


@door.blueprint.route("/webhooks/{partner_id}", methods=["POST"], name="receive_webhook")
def receive_webhook(partner_id: str) -> Response:
    """Take in a Standard Webhooks 1.0 message; the same id again has no second effect."""
    from chalicelib.partners import service as partners

    request = door.blueprint.current_request
    headers = {k.lower(): v for k, v in request.headers.items()}
    correlation_id = headers.get("x-correlation-id", "")[:64] or ids.random_id(16)
    logger.structure_logs(correlation_id=correlation_id, partner_id=partner_id)
    try:
        raw = request.raw_body
        body = raw.encode() if isinstance(raw, str) else raw
        seen = partners.receive(partner_id, headers, body)
        return http.json_answer(WebhookTaken(accepted=True, seen_before=seen), 202)
    except HireloopError as error:
        logger.info("webhook refused", extra={"code": error.code})
        return http.json_answer(http.problem(error, correlation_id, "zh"), error.status)
    except Exception:
        logger.exception("webhook failed")
        return http.json_answer(http.problem(HireloopError(), correlation_id, "zh"), 500)
    finally:
        flush()
