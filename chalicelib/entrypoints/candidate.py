"""The candidate's own page: the interview, and afterwards where the application stands."""

from dataclasses import dataclass
from datetime import tzinfo
from typing import Any

from chalice import Response

from chalicelib.analytics import service as analytics
from chalicelib.entrypoints import auth
from chalicelib.entrypoints.api_candidates import target_of
from chalicelib.entrypoints.asking import asked
from chalicelib.entrypoints.console import dossier, frames, render
from chalicelib.entrypoints.http import problem
from chalicelib.entrypoints.schemas.common import Accepted
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.foundation import clock
from chalicelib.foundation.access import Actor, may_see
from chalicelib.foundation.errors import HireloopError
from chalicelib.foundation.messages import MESSAGES, say
from chalicelib.foundation.values import dump
from chalicelib.interviewing import service as interviewing
from chalicelib.interviewing.accommodation import NONE
from chalicelib.interviewing.states import MOST_TAKES
from chalicelib.records import service as records
from chalicelib.records.consent import Purpose, Rule
from chalicelib.records.countries import COUNTRIES
from chalicelib.records.stages import Stage

door = Door(__name__, "candidate")

ENDED = frozenset({Stage.HIRED, Stage.REJECTED, Stage.WITHDRAWN})
ASKED = "attention.asked-for-human"


@dataclass(frozen=True)
class Expression:
    """Whether this page may offer to take image frames, and what the person said to it.

    `visual_weight` is the declared share of communication in percent, 0 by default.
    """

    offered: bool
    given: bool
    barred: bool
    visual_weight: int = 0


@door.page("/interview/{token}", action="public")
def interview(call: Call) -> Response:
    """What happens, what is rated, the questions; later the stage, own scores and next steps."""
    token = call.path["token"]
    here = f"/interview/{token}"
    try:
        actor = auth.candidate(token)
        data = _page(actor, auth.application_of(token), call.language)
    except HireloopError as error:
        document = problem(error, call.command.correlation_id, call.language)
        return render.page(
            call, "interview_closed.html", here=here, status=error.status, problem=document
        )
    return render.page(call, "interview.html", here=here, token=token, **data, **_words(call))


def _words(call: Call) -> dict[str, Any]:
    """The page's own sentences: for the template, and those that its script says."""

    def c(key: str, **fields: object) -> str:
        return say(f"candidate.{key}", call.language, **fields)

    mark = "candidate.js."
    return {
        "c": c,
        "js_words": {
            key.removeprefix(mark): MESSAGES[key][call.language == "en"]
            for key in MESSAGES
            if key.startswith(mark)
        },
    }


def _page(actor: Actor, application_id: str, language: str) -> dict[str, Any]:
    application = records.application(application_id)
    profile = records.profile(application.person_id, lambda fields: may_see(actor, fields))
    view = dossier.arrange(profile, application_id)
    requisition = records.requisition(application.requisition_id)
    company = records.organisation()
    session = view.session
    model = None
    if session:
        version = int(session["model_version"])
        model = interviewing.model(session["job_family"], version)
    person = records.person(application.person_id)
    home = clock.zone(person.timezone)
    return {
        # Every moment on the page is told in the candidate's own zone.
        **render.words(language, home),
        "zone_said": _zone_said(home),
        **_open_questions(session if _is_open(session, view.stage) else {}),
        "view": view,
        "title": requisition.title,
        "onsite": requisition.onsite,
        "company": company.name if company else {},
        "model": model,
        "qualities": dossier.qualities(profile, view, model) if model else [],
        "report": _report(view.scorecard),
        "open": _is_open(session, view.stage),
        "ended": view.stage in ENDED,
        "decided": analytics.may_answer(application_id),
        "expression": _expression(application.person_id, application.requisition_id),
        "countries": sorted(COUNTRIES),
        "country": str(person.country),
        "consents": {name: e["given"] for name, e in view.person.get("consents", {}).items()},
        "takes": MOST_TAKES,
        "frames": frames.of_session(session, actor),
    }


def _zone_said(home: tzinfo) -> str:
    """A zone with its distance from UTC today: `Asia/Shanghai, UTC+8`."""
    distance = clock.offset(clock.now().astimezone(home))
    return distance if str(home) == distance else f"{home}, {distance}"


def _open_questions(session: dict[str, Any]) -> dict[str, Any]:
    """What the page of an open session asks, and where its candidate is; nothing without one."""
    if not session:
        return {"asked": [], "picked": dump(NONE), "place": ""}
    found = interviewing.standing(session["session_id"])
    questions = asked(interviewing.view(session["session_id"]), found)
    return {"asked": questions, "picked": dump(found.picked), "place": found.place}


def _report(card: dict[str, Any]) -> dict[str, Any]:
    """The qualities and the answers of a candidate's report, by their keys; empty before."""
    if not card:
        return {}
    found = interviewing.report(card["session_id"])
    return {
        "result": found.result,
        "adjusted": found.card.adjusted is not None,
        "qualities": {item.key: item for item in found.dimensions},
        "answers": {told.question_id: told for item in found.dimensions for told in item.answers},
    }


def _is_open(session: dict[str, Any], stage: Stage) -> bool:
    lively = stage in (Stage.INVITED, Stage.INTERVIEWING)
    return bool(
        session
        and lively
        and session["state"] == "open"
        and clock.parse(session["deadline"]) > clock.now()
    )


def _expression(person_id: str, requisition_id: str) -> Expression:
    job = records.requisition(requisition_id)
    wanted = bool(job.expression)
    ruling = records.may_process(person_id, Purpose.EXPRESSION, requisition_id)
    barred = ruling.rule is Rule.BARRED
    weight = int(job.visual_weight)
    return Expression(wanted and not barred, wanted and ruling.allowed, wanted and barred, weight)


@door.operation(
    "POST",
    "/v1/applications/{application_id}/human-review",
    action="own.change",
    returns=Accepted,
)
def ask_for_human(call: Call) -> Accepted:
    """Ask that a person looks at the application; it is flagged and nothing else changes."""
    application_id = call.path["application_id"]
    call.may(target_of(records.application(application_id)))
    records.flag(call.command, application_id, ASKED)
    return Accepted(id=application_id)
