"""What a recruiter works with: today, candidates, requisitions."""

from dataclasses import dataclass

from chalice import Response

from chalicelib.entrypoints.api_candidates import of_requisition, reaches
from chalicelib.entrypoints.console import bank, frames, piles, rows
from chalicelib.entrypoints.console.render import may, page
from chalicelib.entrypoints.console.rows import Card
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.records import service as records
from chalicelib.records.stages import BOARD, Stage
from chalicelib.screening import service as screening

door = Door(__name__, "console")

PAGE = 50
LOOKED_AT = 400
COLUMN = 5


@dataclass(frozen=True)
class Waiting:
    """Candidates who wait for one kind of step; `key` names its words."""

    key: str
    cards: list[Card]


@door.page("/", action="self.read")
def today(call: Call) -> Response:
    """What waits for me."""
    shown: list[Card] = []
    if may(call.actor, "candidate.read"):
        shown = rows.cards(call, records.recent(LOOKED_AT, wanted=reaches(call))[0])
    return page(
        call,
        "today.html",
        here="/",
        groups=[group for group in waiting(call, shown) if group.cards],
        stages=rows.per_stage(shown),
        board=BOARD,
        proposals=_proposals(call),
        alarms=_alarms(call),
        cycles=_cycles(call),
    )


def waiting(call: Call, shown: list[Card]) -> list[Waiting]:
    """The groups of today's page, most urgent first; each candidate stands in one of them."""
    wanted = (
        ("review", "candidate.dispose", Stage.UNDER_REVIEW),
        ("decide", "candidate.dispose", Stage.INTERVIEWED),
        ("offer", "offer.make", Stage.PRE_HIRE),
        ("invite", "interview.invite", Stage.SCREENED),
    )
    ended = {Stage.REJECTED, Stage.WITHDRAWN, Stage.HIRED}
    flagged = [c for c in shown if c.attention and c.stage not in ended]
    taken = {card.application_id for card in flagged}
    groups = [Waiting("attention", flagged)]
    for key, action, stage in wanted:
        if may(call.actor, action):
            mine = [c for c in shown if c.stage == stage and c.application_id not in taken]
            groups.append(Waiting(key, sorted(mine, key=_best_first)))
    return groups


def _best_first(card: Card) -> float:
    score = card.composite if card.composite is not None else card.fit
    return 1.0 if score is None else -float(score)


def _proposals(call: Call) -> list[dict[str, object]]:
    if not may(call.actor, "weights.decide"):
        return []
    from chalicelib.calibration import service as calibration

    return [
        rows.plain(row, "job_family", "state")
        for row in calibration.proposals()
        if row.state in {"proposed", "approved-once", "shadow"}
    ]


def _alarms(call: Call) -> list[dict[str, object]]:
    """Job families with a drift or leak alarm, for who may read weights."""
    if not may(call.actor, "weights.read"):
        return []
    from chalicelib.calibration import service as calibration

    drifting = {row.item_id: len(row.alarms) for row in calibration.drift_reports() if row.alarms}
    leaking = {
        row.item_id: row.leak["proposal_id"]
        for row in calibration.cards()
        if calibration.is_frozen(row)
    }
    return [
        {"family": family, "drift": drifting.get(family, 0), "leak": leaking.get(family, "")}
        for family in sorted({*drifting, *leaking})
    ]


def _cycles(call: Call) -> list[dict[str, object]]:
    if not may(call.actor, "appraisal.change"):
        return []
    from chalicelib.appraisal import service as appraisal

    return [
        rows.plain(row, "name", "job_family") for row in appraisal.cycles() if row.state == "open"
    ]


@door.page("/candidates", action="candidate.read")
def candidates(call: Call) -> Response:
    """Candidates by last change, or one requisition's best first; every filter is in the URL."""
    wanted, before = call.query.get("q", "").strip()[:80], call.query.get("before", "")
    requisition_id = call.query.get("requisition_id", "")
    stage = rows.stage_of(call.query.get("stage", ""))
    more = ""
    if wanted:
        shown = rows.found(call, wanted)[:200]
    elif requisition_id:
        chosen = Stage(stage) if stage else None
        place = (requisition_id, chosen, PAGE, before)
        listed, more = records.board(*place, wanted=reaches(call))
        shown = rows.cards(call, listed)
    else:
        shown, more = rows.page_of(call, stage, before, PAGE)
    filters = {"q": wanted, "requisition_id": requisition_id, "stage": stage}
    return page(
        call,
        "candidates.html",
        here="/candidates",
        cards=shown,
        filters={name: value for name, value in filters.items() if value},
        before=before,
        more=more,
        requisitions=rows.titles_of(records.requisitions()),
        stages=list(Stage),
        searched=rows.SEARCHED,
    )


@door.page("/requisitions", action="requisition.read")
def requisitions(call: Call) -> Response:
    """All requisitions, open ones first, each with its candidates by stage."""
    found = sorted(records.requisitions(), key=lambda row: (not row.open, row.item_id))
    fields = ("title", "job_family", "region", "openings", "cut_score", "open", "store_ids")
    counted = may(call.actor, "candidate.read")
    return page(
        call,
        "requisitions.html",
        here="/requisitions",
        board=BOARD,
        requisitions=[
            rows.plain(row, *fields)
            | {"stages": rows.per_stage(of_requisition(call, row.item_id)) if counted else {}}
            for row in found
        ],
    )


@door.page("/requisitions/{requisition_id}", action="requisition.read")
def requisition(call: Call) -> Response:
    """One requisition: its board, its ranked list with findings, and where résumés are dropped."""
    row = records.requisition(call.path["requisition_id"])
    mine = of_requisition(call, row.item_id) if may(call.actor, "candidate.read") else []
    shown = rows.cards(call, screening.one_each(mine))
    by_id = {card.application_id: card for card in shown}
    worth = [found.application_id for found in screening.contenders(mine)]
    fields = ("title", "job_family", "region", "openings", "cut_score", "open", "criteria")
    rescreening, stale = piles.staleness(mine, int(row.criteria_version))
    return page(
        call,
        "requisition.html",
        here=f"/requisitions/{row.item_id}",
        requisition=rows.plain(
            row, *fields, "store_ids", "onsite", "expression", "follow_ups", "country"
        ),
        columns=[(stage, [c for c in shown if c.stage == stage]) for stage in BOARD],
        ended=[c for c in shown if c.stage in (Stage.REJECTED, Stage.WITHDRAWN)],
        unread=[c for c in shown if c.stage == Stage.APPLIED],
        ranked=[(by_id[found.application_id], found) for found in screening.results(worth)],
        column=COLUMN,
        batches=piles.of_requisition(call, row.item_id),
        frames=frames.switch(str(row.country), row),
        asked=bank.asked_card(call, row.item_id, row.job_family),
        names=rows.names(),
        rescreening=rescreening,
        stale=stale,
    )
