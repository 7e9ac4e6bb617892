"""Rating by people: the questions that are rated, one question's queue and its own models."""

from chalice import Response

from chalicelib.entrypoints.api_calibration import calibration_given, queue_given
from chalicelib.entrypoints.console import rows
from chalicelib.entrypoints.console.render import may, page
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.foundation.errors import NotFound
from chalicelib.foundation.messages import LANGUAGES
from chalicelib.interviewing import service as interviewing
from chalicelib.records import service as records

door = Door(__name__, "calibration")


@door.page("/calibration", action="answer.rate")
def calibrations(call: Call) -> Response:
    """The questions whose answers are rated by people, and for analysts the form to add one."""
    texts = {item.question_id: item.text for item in interviewing.questions()}
    found = sorted(interviewing.calibrations(), key=lambda row: str(row.item_id))
    return page(
        call,
        "calibrations.html",
        here="/calibration",
        questions=[rows.plain(row, "question_id", "language", "in_force") for row in found],
        texts=texts,
        requisitions=_requisitions(call),
    )


@door.page("/calibration/{question_id}/{language}", action="answer.rate")
def calibration(call: Call) -> Response:
    """The next answer to rate; for analysts also how raters agree and the question's models."""
    question_id, language = call.path["question_id"], call.path["language"]
    if language not in LANGUAGES:
        raise NotFound()
    analyst = may(call.actor, "question.calibrate")
    return page(
        call,
        "calibration.html",
        here=f"/calibration/{question_id}/{language}",
        queue=queue_given(call, question_id, language).model_dump(),
        standing=calibration_given(question_id, language).model_dump() if analyst else None,
        requisitions=_requisitions(call),
        names=rows.names(),
    )


def _requisitions(call: Call) -> dict[str, dict[str, str]]:
    if not may(call.actor, "question.calibrate"):
        return {}
    return rows.titles_of(records.requisitions())
