"""One candidate's page, and the evidence file of a decision."""

from contextlib import suppress
from dataclasses import replace
from typing import Any

from chalice import Response

from chalicelib.analytics import service as analytics
from chalicelib.calibration.visible_worth import Worth
from chalicelib.entrypoints.api_candidates import reachable
from chalicelib.entrypoints.api_resumes import guards_for
from chalicelib.entrypoints.console import dossier, frames, rows
from chalicelib.entrypoints.console.dossier import Dossier
from chalicelib.entrypoints.console.render import may, page
from chalicelib.entrypoints.console.resume import Panel, panel, reviewed
from chalicelib.entrypoints.reach import possible_duplicates, profile_within
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.foundation.errors import NotFound
from chalicelib.interviewing import service as interviewing
from chalicelib.interviewing.service import second_reading
from chalicelib.onboarding.background_check import checks_for
from chalicelib.records import service as records
from chalicelib.records.profile import Profile
from chalicelib.records.stages import Stage
from chalicelib.screening import service as screening
from chalicelib.selection import service as selection

door = Door(__name__, "people")

#: Stages of the hire, in which the page shows check, offer and checklist.
HIRING = (
    Stage.PASSED,
    Stage.BACKGROUND_CHECK,
    Stage.UNDER_REVIEW,
    Stage.PRE_HIRE,
    Stage.OFFERED,
    Stage.ONBOARDING,
    Stage.HIRED,
)


@door.page("/candidates/{person_id}", action="candidate.read")
def candidate(call: Call) -> Response:
    """All that is held on one candidate, arranged around one application."""
    person_id = call.path["person_id"]
    profile = profile_within(call, person_id)
    view = dossier.arrange(profile, call.query.get("application", ""))
    if not view.application:
        raise NotFound("person-unknown", person_id=person_id)
    view = replace(view, qualities=_qualities(profile, view))
    requisition_id = view.application["requisition_id"]
    row = records.requisition(requisition_id)
    return page(
        call,
        "candidate.html",
        here=f"/candidates/{person_id}",
        view=view,
        requisition=rows.plain(row, "title", "cut_score", "expression", "onsite"),
        titles=rows.titles_of(records.requisitions()),
        names=rows.names(),
        hidden=profile.hidden,
        employee=profile.one("employee"),
        duplicates=possible_duplicates(call, person_id) if view.person else [],
        hiring=view.stage in HIRING,
        again=_again(profile, view),
        versions=len(interviewing.versions(view.session["job_family"])) if view.session else 0,
        deciding=_deciding(call, view),
        frames=frames.of_session(view.session, call.actor),
        worth=_worth(view),
        checks={item.key: item.name for item in checks_for(view.application["job_family"])},
        web=_web(view, call.language),
        panel=_panel(call, view),
        reviewed=lambda kind, name: reviewed(kind, name, call.language),
    )


def _worth(view: Dossier) -> Worth | None:
    """What a declared visible part is worth, where this scorecard holds one."""
    holds = (view.scorecard.get("result") or {}).get("supplement")
    return frames.worth(view.session["job_family"]) if holds else None


def _panel(call: Call, view: Dossier) -> Panel | None:
    """The résumé beside its findings, once it was screened."""
    if not view.screening:
        return None
    document = None
    with suppress(NotFound):  # one that was screened before lines were kept
        result = screening.result(view.application["application_id"])
        document = screening.document_of(result)
    return panel(view.screening, view.findings, document, guards_for(call.actor))


def _qualities(profile: Profile, view: Dossier) -> list[dossier.Quality]:
    if not view.session:
        return []
    version = int(view.session["model_version"])
    model = interviewing.model(view.session["job_family"], version)
    return dossier.qualities(profile, view, model)


def _again(profile: Profile, view: Dossier) -> list[dict[str, Any]]:
    """Every time that this interview was rated again, the latest first."""
    own = view.session.get("session_id")
    found = [row for row in profile.sections.get("rescoring", []) if row["session_id"] == own]
    return sorted(found, key=lambda row: str(row["requested_at"]), reverse=True)


def _web(view: Dossier, language: str) -> str:
    """The scorecard as a web, once there is one."""
    if not view.scorecard:
        return ""
    scores = {item.key: item.score for item in view.qualities}
    names = {item.key: item.name for item in view.qualities}
    return analytics.profile_charts(scores, names, language)[0].svg


def _deciding(call: Call, view: Dossier) -> dict[str, bool]:
    """Which decision forms the caller gets now."""
    disposing = may(call.actor, "candidate.dispose") and not view.disposition
    return {
        "pass": disposing and view.may_move("passed"),
        "reject": disposing and view.may_move("rejected"),
        "review": may(call.actor, "candidate.dispose") and view.stage == Stage.UNDER_REVIEW,
        "offer": may(call.actor, "offer.make") and view.stage == Stage.PRE_HIRE,
        "invite": may(call.actor, "interview.invite") and view.stage == Stage.SCREENED,
        "extend": may(call.actor, "interview.invite") and _extendable(view),
        "second": may(call.actor, "interview.invite") and second_reading.offered(),
        "steps": may(call.actor, "onboarding.change") and view.stage == Stage.ONBOARDING,
    }


def _extendable(view: Dossier) -> bool:
    """Whether more time can still be given: not handed in, and the application waits for it."""
    waiting = view.stage in (Stage.INVITED, Stage.INTERVIEWING)
    return waiting and view.session.get("state") in ("open", "missed")


@door.page("/proof/{application_id}", action="candidate.dispose")
def proof(call: Call) -> Response:
    """A decision's signed evidence file, checked again now and laid out for reading."""
    application_id = call.path["application_id"]
    row = reachable(call, application_id)
    kept = selection.proof(application_id)
    return page(
        call,
        "proof.html",
        here=f"/proof/{application_id}",
        person_id=row.person_id,
        name=row.display_name,
        proof=kept.body,
        signature=kept.signature,
        holds=kept.holds,
        names=rows.names(),
    )
