"""What tests build upon: a small company, people in every role, candidates at any stage.

`open_office` and `applicant` go through the public API; `interviewed` writes evidence straight into
the record, for tests that begin where an interview ends.
"""

import itertools
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from chalicelib.entrypoints import auth
from chalicelib.foundation import audit, clock, ids, ledger
from chalicelib.foundation.access import SYSTEM, Actor, Role
from chalicelib.foundation.command import Command
from chalicelib.interviewing import service as interviewing
from chalicelib.records import service as records
from chalicelib.records.service import NewAccess
from chalicelib.records.stages import Stage
from chalicelib.selection import service as selection
from infra import deploy, local, operator
from infra.journey.api import wait_until
from infra.partner import DemoPartner, Report
from tests.caller import Api as Api
from tests.caller import refusal as refusal
from tests.evidence import RESUME as RESUME
from tests.evidence import scorecard_of, screening_of

SALES, ABROAD = "REQ-SALES", "REQ-ABROAD"
FAMILY = "retail-sales"
STORES = {"S0001": "east", "S0002": "east", "S0003": "west", "S0004": "west"}
START_DATE = (clock.now() + timedelta(days=30)).date().isoformat()
#: A figure that stands nowhere else, so that a text that holds it shows a score.
COMPOSITE = 86.53
NAMED = ("recruiter", "appraiser", "analyst", "auditor", "administrator")
#: Names that make the partner's agency report something to consider.
CONSIDERED = "Consider"
_numbers = itertools.count(1)


@dataclass(frozen=True)
class Office:
    """The company at work: the address, the operator's key, and signed-in people by role."""

    stack: local.Stack
    admin: Api
    people: dict[str, Api] = field(default_factory=dict)

    @property
    def base(self) -> str:
        """The product's address."""
        return self.stack.public_url

    def __getattr__(self, role: str) -> Api:
        try:
            return self.people[role]
        except KeyError as error:
            raise AttributeError(role) from error

    def aws(self, service: str) -> Any:
        """A client for the embedded AWS with the owner's rights, as an operator has it."""
        return deploy.client(self.stack.endpoint, service)


@dataclass(frozen=True)
class Candidate:
    """A person with a phone."""

    application_id: str
    api: Api
    upload: dict[str, Any] = field(default_factory=dict)

    @property
    def person_id(self) -> str:
        """Whose file it is."""
        return ids.person_of(self.application_id)

    @property
    def path(self) -> str:
        """Where the application lies in the API."""
        return f"/v1/applications/{self.application_id}"


def unique(name: str = "t") -> str:
    """A name that no other test uses."""
    return f"{name}-{next(_numbers)}"


def command(name: str = "test", actor: Actor = SYSTEM, payload: str = "") -> Command:
    """A command of its own."""
    number = unique(name)
    return Command(f"{number}-{ids.random_id(8)}", actor, clock.now(), number, payload)


def open_office(stack: local.Stack) -> Office:
    """Enter a small company by its public API; people sign in by their one-time links."""
    admin = Api(stack.public_url, operator.api_key("administrator"))
    name = {"zh": "晨光连锁", "en": "Morning Light Stores"}
    admin.put("/v1/organisation", {"name": name, "country": "CN", "timezone": "Asia/Shanghai"})
    shops = [
        {"store_id": key, "name": {"zh": f"{key} 店", "en": f"Store {key}"}, "region": region}
        for key, region in STORES.items()
    ]
    admin.post("/v1/stores", {"stores": shops})
    admin.post("/v1/competency-models", {"job_family": FAMILY})
    open_requisition(admin, SALES, store_ids=list(STORES), expression=True)
    open_requisition(admin, ABROAD, country="DE")
    office = Office(stack, admin)
    office.people.update({role: sign_in(office, role) for role in NAMED})
    office.people["manager"] = sign_in(office, "hiring_manager", stores=["S0001"])
    return office


def open_requisition(admin: Api, requisition_id: str, **wish: Any) -> dict[str, Any]:
    """A requisition for store staff; `wish` replaces or adds fields."""
    plain = {
        "requisition_id": requisition_id,
        "title": {"zh": "门店销售", "en": "Sales associate"},
        "job_family": FAMILY,
        "openings": 50,
        "onsite": {"time": "2027-01-11T09:30:00+08:00", "place": {"zh": "上海", "en": "Shanghai"}},
    }
    given: dict[str, Any] = admin.post("/v1/requisitions", plain | wish)
    return given


def sign_in(office: Office, role: str, **scope: Any) -> Api:
    """A person with this role, signed in by a one-time link."""
    email = f"{unique(role)}@example.com"
    wish = {"email": email, "name": role.title(), "roles": [role]} | scope
    office.admin.post("/v1/users", wish)
    person = Api(office.base)
    person.sign_in(operator.sign_in(email, role))
    return person


def key_of(office: Office, role: str, **scope: Any) -> Api:
    """A system with an API key of this role: it has the role's rights, but is nobody by name."""
    label = unique("key")
    wish = NewAccess(label, label, (Role(role),), **scope)
    return Api(office.base, records.create_key(command(), wish))


def add_partner(office: Office, partner: DemoPartner) -> str:
    """Register a listening partner for everything; returns its secret."""
    wish = {"partner_id": partner.partner_id, "name": "ClearCheck", "events": ["*"]}
    given = office.admin.post("/v1/partners", wish | {"endpoint": partner.endpoint})
    return str(given["secret"])


def report_on(person: dict[str, Any], checks: list[str]) -> Report:
    """The agency's report: clear, unless the name asks for something to consider."""
    result = "consider" if CONSIDERED in person.get("name", "") else "clear"
    items = [{"key": key, "result": result, "note": ""} for key in checks]
    return {"outcome": result, "items": items}


def applicant(office: Office, requisition_id: str = SALES, **given: Any) -> Candidate:
    """Somebody who has applied by phone; the résumé is still to come."""
    name = given.pop("name", f"Lin Mei {next(_numbers)}")
    wish = {"requisition_id": requisition_id, "name": name, "file_name": "resume.txt"}
    about = {"email": f"{unique('candidate')}@example.com", "language": "en", "country": "CN"}
    wish |= about | given
    made = Api(office.base).post("/v1/applications", wish)
    return Candidate(made["application_id"], Api(office.base, made["token"]), made["upload"])


def phone_of(office: Office, application_id: str) -> Candidate:
    """The phone of whoever made an application."""
    token = auth.candidate_token(records.application(application_id))
    return Candidate(application_id, Api(office.base, token))


def at_stage(candidate: Candidate, *stages: Stage) -> Candidate:
    """The candidate, moved through these stages without anything behind them."""
    row = records.application(candidate.application_id)
    wish = command("stages")
    for stage in stages:
        records.move(row, stage, wish)
    ledger.commit(wish, action="test.placed", subject=row.person_id, changes=[row])
    return candidate


def screened(candidate: Candidate) -> Candidate:
    """The candidate with a résumé's findings, ready to be invited."""
    row, wish = records.application(candidate.application_id), command("screened")
    records.move(row, Stage.SCREENED, wish).fit = 88
    changes = [row, screening_of(row)]
    ledger.commit(wish, action="test.screened", subject=row.person_id, changes=changes)
    return candidate


def later(days: float) -> datetime:
    """A moment in the future."""
    return clock.now() + timedelta(days=days)


def interviewed(
    office: Office, *, composite: float = COMPOSITE, consent: bool = True, **given: Any
) -> Candidate:
    """Somebody with a résumé's findings, a scorecard and the machine's recommendation."""
    candidate = screened(applicant(office, **given))
    invited = interviewing.invite(command("invite"), candidate.application_id, later(7))
    row, wish = records.application(candidate.application_id), command("interviewed")
    records.move(row, Stage.INTERVIEWED, wish).composite = composite
    invited.state, invited.due_key, invited.due_at = "completed", None, None
    changes = [row, invited, scorecard_of(row, invited.session_id, composite)]
    ledger.commit(wish, action="test.interviewed", subject=row.person_id, changes=changes)
    if consent:
        path = f"/v1/candidates/{candidate.person_id}/consents"
        candidate.api.post(path, {"background_check": True})
    selection.recommend(command("recommend"), candidate.application_id)
    return candidate


def stage_of(candidate: Candidate) -> str:
    """Where the application stands."""
    return str(records.application(candidate.application_id).stage)


def await_stage(candidate: Candidate, stage: str, seconds: float = 60) -> None:
    """Wait until the application stands there."""
    wait_until(lambda: stage_of(candidate) == stage, seconds=seconds, what=f"the stage {stage}")


def actions(subject: str) -> list[str]:
    """What was done to a subject, in order; the chain of entries must hold."""
    trail = ledger.trail(subject)
    assert audit.first_break(trail) is None
    return [entry.action for entry, _ in trail]
