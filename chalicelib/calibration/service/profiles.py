"""Profiles of top performers: asked for, computed apart, shown, and made a draft by HR's wish."""

from collections.abc import Mapping
from typing import Any

from pynamodb.exceptions import DoesNotExist

from chalicelib.calibration import profile_model, proposing, traits
from chalicelib.calibration.comparing import Source, Verdict
from chalicelib.calibration.profile_model import LEAST_DESCRIBED, Profile
from chalicelib.calibration.service import gathering, naming, predictions
from chalicelib.calibration.service.gathering import People
from chalicelib.calibration.tables import ProfileCard
from chalicelib.calibration.traits import Said
from chalicelib.foundation import clock, ledger
from chalicelib.foundation.command import Command
from chalicelib.foundation.errors import Conflict, NotFound
from chalicelib.foundation.observability import count
from chalicelib.foundation.outbox import Announcement
from chalicelib.foundation.values import dump
from chalicelib.interviewing import service as interviewing
from chalicelib.interviewing.anchors import DIMENSIONS
from chalicelib.interviewing.competencies import CompetencyModel

CARDS = "profile-card"
REQUESTED, COMPUTED, UNANSWERED = "requested", "computed", "unanswered"
MOST_QUOTED = 3


class ProfileNotReady(Conflict):
    """There is no finding yet, or none that a draft could rest on."""

    code = "profile-not-ready"


class ProfileStale(Conflict):
    """Another model came into force since the profile was computed."""

    code = "profile-stale"


@ledger.retried
def request_profile(command: Command, job_family: str) -> ProfileCard:
    """Ask what sets top performers apart; it is computed apart. Raises JobFamilyUnknown."""
    if ledger.applied(command):
        return profile_card(job_family)
    model = interviewing.current_model(job_family)
    row = _card(job_family) or ProfileCard(CARDS, job_family)
    row.state, row.reason = REQUESTED, ""
    row.requested_by, row.requested_at = command.actor.actor_id, clock.iso(command.at)
    row.model_version = model.version
    run = command.new_id("profile", 12)
    told = {"job_family": job_family, "run": run}
    if ledger.commit(
        command,
        action="profile.requested",
        subject=f"profile-{job_family}",
        changes=[row],
        announce=[Announcement("profile.requested", job_family, told)],
        detail=told,
    ):
        count("ProfileRequested", job_family=job_family)
    return profile_card(job_family)


def profile_card(job_family: str) -> ProfileCard:
    """What was last found on a job family. Raises NotFound before anybody asked."""
    row = _card(job_family)
    if row is None:
        raise NotFound("profile-unknown", job_family=job_family)
    return row


def _card(job_family: str) -> ProfileCard | None:
    try:
        return ProfileCard.get(CARDS, job_family, consistent_read=True)
    except DoesNotExist:
        return None


@ledger.retried
def compute_profile(command: Command, job_family: str) -> ProfileCard:
    """Compute a job family's profile and its predictions; harmless when it comes twice.

    It runs in the recalibrate function. Raises NotFound.
    """
    row = profile_card(job_family)
    if ledger.applied(command):
        return row
    found = gathering.people(job_family)
    told = gathering.answers(found)
    profile = profile_model.profile(
        found.workers,
        [
            *profile_model.ratings_of(found.cohort),
            *traits.of_answers(_said(told), _wordings(found.model)),
            *traits.of_facts(gathering.facts(found)),
        ],
    )
    forecast = predictions.computed(command, job_family, found)
    _fill(row, found, profile, told)
    uncovered = [
        each["indicator"]
        for each in forecast.outlook.get("omitted", ())
        if each["verdict"] == "related-to-the-unexplained"
    ]
    draft = proposing.drafted(profile, *_material(found, uncovered))
    row.drafted = dump(draft) if draft else None
    row.computed_at = clock.iso(command.at)
    detail = {"job_family": job_family, "n": profile.n, "findings": len(profile.findings)}
    if ledger.commit(
        command,
        action="profile.computed",
        subject=f"profile-{job_family}",
        changes=[row, forecast],
        announce=[Announcement("profile.computed", job_family, detail)],
        detail=detail | {"data_hash": row.data_hash},
    ):
        count("ProfileComputed", job_family=job_family)
    return profile_card(job_family)


def _material(found: People, uncovered: list[str]) -> tuple[Any, ...]:
    bank: dict[str, list[str]] = {}
    for question in interviewing.questions():
        if question.asked_first and not question.retired:
            bank.setdefault(question.dimension, []).append(question.question_id)
    current = [dump(item) for item in found.model.dimensions]
    library = {key: dump(item) for key, item in DIMENSIONS.items()}
    return current, uncovered, library, bank


def _fill(row: ProfileCard, found: People, profile: Profile, told: gathering.Told) -> None:
    few = profile.n < LEAST_DESCRIBED
    row.state, row.reason = (UNANSWERED, "too-few-outcomes") if few else (COMPUTED, "")
    row.model_version, row.data_hash = found.model.version, found.cohort.data_hash()
    unread = max(0, len(gathering.interviewed(found)) - gathering.MOST_READ)
    row.profile = dump(profile) | {"unread": unread}
    kpis = gathering.kpi_names(row.item_id)
    row.names = {each.key: naming.trait(each, found.model, kpis) for each in profile.compared}
    top = profile_model.top_of({w.person_id: w.outcome for w in found.workers}) if not few else ()
    wordings = _wordings(found.model)
    row.seen = {
        each.key: _seen(each.key, {who: told[who] for who in sorted(top) if who in told}, wordings)
        for each in profile.findings
        if "." in each.key and each.source is Source.BEHAVIOUR and each.verdict is Verdict.HIGHER
    }


def _said(told: gathering.Told) -> dict[str, list[Said]]:
    return {who: [one for *_, one in said] for who, said in told.items()}


def _wordings(model: CompetencyModel) -> dict[str, tuple[str, ...]]:
    """How each behaviour of the model in force is said, in either language."""
    return {
        f"{item.key}.{one.key}": tuple(words for x in one.wordings for words in one.wordings[x])
        for item in model.dimensions
        for one in item.indicators
    }


def _seen(key: str, told: gathering.Told, wordings: Mapping[str, Any]) -> list[list[str]]:
    """Answers (session, question) of top performers that show a behaviour, a few of them."""
    dimension, _, name = key.partition(".")
    found = [
        [session, question]
        for said in told.values()
        for session, question, each in said
        if each.dimension == dimension and name in traits.shown(each, wordings)
    ]
    return found[:MOST_QUOTED]


def quotes(row: ProfileCard) -> dict[str, list[str]]:
    """What top performers said where a behaviour was found; the words of the erased are gone."""
    model = interviewing.model(row.item_id, int(row.model_version))
    wordings = _wordings(model)
    return {key: _quoted(key, answers, wordings) for key, answers in row.seen.items()}


def _quoted(key: str, seen: list[list[str]], wordings: Mapping[str, Any]) -> list[str]:
    found = []
    for session, question in seen:
        for answer in interviewing.answers(session):
            if answer.question_id == question and answer.rating:
                told = traits.shown(Said(answer.dimension, answer.rating), wordings)
                found.append(told.get(key.partition(".")[2], ""))
    return [quote for quote in found if quote]


def draft_from_profile(command: Command, job_family: str) -> interviewing.DraftView:
    """Begin a draft of a competency model from what was found; a named person adopts it, or not.

    Raises NotFound, ProfileNotReady, ProfileStale, DraftTooLarge.
    """
    row = profile_card(job_family)
    if row.state != COMPUTED or not row.drafted:
        raise ProfileNotReady(state=row.state)
    if interviewing.current_model(job_family).version != int(row.model_version):
        raise ProfileStale(based_on=int(row.model_version))
    start = interviewing.Start(
        job_family=job_family,
        origin="evidence",
        dimensions=tuple(row.drafted["dimensions"]),
        evidence=naming.evidence(row),
        note=naming.note(row),
    )
    return interviewing.start_draft(command, start)
