"""Work of our own on the queue of answers: an interview rated again, a page of a requisition's."""

from typing import Any

from chalicelib.foundation.command import system_command
from chalicelib.foundation.observability import logger


def done(message: dict[str, Any]) -> bool:
    """Do what a message of our own asks for; False for a notice of S3."""
    for name, work in JOBS.items():
        if name in message:
            logger.structure_logs(job=name)
            work(message[name])
            return True
    return False


def _rescore(wish: dict[str, Any]) -> None:
    from chalicelib.interviewing import service as interviewing

    session_id, name = wish["session_id"], wish["rescoring_id"]
    interviewing.rescore(system_command(f"rescore/{session_id}/{name}"), session_id, name)


def _rescore_page(wish: dict[str, Any]) -> None:
    from chalicelib.interviewing import service as interviewing

    interviewing.rescore_page(interviewing.BatchWish(**wish))


def _fit(wish: dict[str, Any]) -> None:
    from chalicelib.interviewing import service as interviewing

    command = system_command(f"fit/{wish['wish_id']}")
    interviewing.fit_question_model(command, wish["question_id"], wish["language"], wish["by"])


def _supplement(wish: dict[str, Any]) -> None:
    from chalicelib.expression import service as expression
    from chalicelib.foundation.values import load
    from chalicelib.interviewing import service as interviewing
    from chalicelib.interviewing.scorecard import Supplement

    session_id = wish["session_id"]
    given = load(Supplement, wish["given"]) if wish["given"] else None
    person_id = interviewing.session(session_id).person_id
    if given and not expression.of_session(session_id, person_id).allowed:
        given = None  # taken back while it was on its way
    interviewing.supplement(system_command(wish["command_id"]), session_id, given)


JOBS = {"rescore": _rescore, "rescoring": _rescore_page, "fit": _fit, "supplement": _supplement}
