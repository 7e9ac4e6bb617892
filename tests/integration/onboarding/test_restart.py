"""The power fails in the middle of a background check: nothing is lost, nobody is hired twice."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from infra import bundle, deploy, emulator, local
from infra.journey.api import send_file, wait_until
from infra.partner import DemoPartner
from tests.builders import FAMILY, RESUME, START_DATE, Api, report_on

REQUISITION = "REQ-1"


@dataclass
class House:
    """A stack that keeps its state, and what a person at its keyboard does with it."""

    state: Path
    front: int
    stack: local.Stack

    @classmethod
    def build(cls, state: Path) -> "House":
        front = emulator.free_port()
        return cls(state, front, cls.up(state, front))

    @staticmethod
    def up(state: Path, front: int) -> local.Stack:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("HIRELOOP_SNAPSHOT_SECONDS", "0.5")
            stack = local.up(
                state,
                emulator.free_port(),
                persist=True,
                auth=True,
                public_url=f"http://127.0.0.1:{front}",
            )
        stack.serve(front)
        return stack

    def kill(self) -> None:
        """Like a power cut: no signal is heard, nothing is saved any more."""
        self.stack.gateway.stop()
        self.stack.emulator.process.kill()
        self.stack.emulator.stop()

    def start_again(self) -> None:
        """What the launcher does at a start."""
        self.stack = self.up(self.state, self.front)
        self.reconcile()

    def reconcile(self) -> None:
        """Run the job that finds lost hires, which its schedule does every minute."""
        deploy.run_reconcile(self.stack.endpoint, self.stack.outputs["ReconcileFunction"])

    def operator(self, *words: str) -> str:
        """`python -m infra.operator …`, as make does it."""
        ports = {
            "HIRELOOP_AWS_PORT": self.stack.endpoint.rsplit(":", 1)[1],
            "HIRELOOP_PORT": str(self.front),
        }
        done = subprocess.run(
            [sys.executable, "-m", "infra.operator", *words],
            cwd=bundle.ROOT,
            env=os.environ | ports,
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        )
        return done.stdout.strip()

    def saved(self, since: float) -> None:
        """Wait until the tables were written to disk after this moment (epoch seconds)."""
        snapshot = self.state / "state" / "dynamodb.json"
        wait_until(
            lambda: snapshot.exists() and snapshot.stat().st_mtime > since,
            seconds=30,
            what="a snapshot of the tables",
        )


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    built = House.build(tmp_path)
    yield built
    built.stack.gateway.stop()
    built.stack.emulator.stop(patience_seconds=1)


@pytest.fixture
def agency(house: House) -> Iterator[DemoPartner]:
    """A partner that is slow to answer: it keeps everything back until it is released."""
    running = DemoPartner("clearcheck", house.stack.public_url, retry_seconds=0.3).start()
    running.report = report_on
    running.hold()
    yield running
    running.stop()


@dataclass(frozen=True)
class Case:
    """One hire under way: the recruiter, the candidate, the application."""

    recruiter: Api
    phone: Api
    path: str
    application_id: str

    def stage(self) -> str:
        return str(self.recruiter.get(self.path)["stage"])

    def reaches(self, stage: str) -> None:
        wait_until(lambda: self.stage() == stage, seconds=60, what=f"the stage {stage}")


def caller(base: str, token: str = "") -> Api:
    """A caller that opens a connection for each call, as the one before may lead to the dead."""
    api = Api(base, token)
    api.http.headers["Connection"] = "close"
    return api


def opened(house: House, agency: DemoPartner) -> tuple[Api, Api]:
    """A company with one requisition and the agency; its administrator and its recruiter."""
    base = house.stack.public_url
    admin = caller(base, house.operator("api-key", "administrator"))
    admin.post("/v1/competency-models", {"job_family": FAMILY})
    title = {"zh": "店员", "en": "Clerk"}
    wish = {"requisition_id": REQUISITION, "title": title, "job_family": FAMILY}
    admin.post("/v1/requisitions", wish)
    system = {"partner_id": "clearcheck", "name": "C", "events": ["*"]}
    agency.secret = admin.post("/v1/partners", system | {"endpoint": agency.endpoint})["secret"]
    recruiter = caller(base)
    recruiter.sign_in(house.operator("sign-in", "lin@example.com", "recruiter"))
    return admin, recruiter


def passed(base: str, recruiter: Api) -> Case:
    """A résumé, an interview handed in, a named person's pass: all through the public API."""
    wish = {"requisition_id": REQUISITION, "name": "Lin Mei", "email": "mei@example.com"}
    made = caller(base).post("/v1/applications", wish)
    phone, path = caller(base, made["token"]), f"/v1/applications/{made['application_id']}"
    send_file(made["upload"]["post"], RESUME.encode())
    case = Case(recruiter, phone, path, made["application_id"])
    case.reaches("screened")
    names = {"application_ids": [case.application_id]}
    invited = recruiter.post(f"/v1/requisitions/{REQUISITION}/invitations", names)["invited"][0]
    given = {"interview": True, "background_check": True}
    phone.post(f"/v1/candidates/{made['person_id']}/consents", given)
    phone.post(f"/v1/sessions/{invited['session_id']}/submission")
    recruiter.post(f"{path}/disposition", {"outcome": "pass", "reason": "seen in the shop"})
    return case


def finished(case: Case) -> None:
    """Offer, acceptance, every step: up to the employee."""
    case.recruiter.post(f"{case.path}/offer", {"start_date": START_DATE})
    case.phone.post(f"{case.path}/offer-answer", {"accepted": True})
    place = f"{case.path}/onboarding"
    steps = wait_until(lambda: case.phone.get(place)["steps"], seconds=60, what="the checklist")
    people: dict[str, Any] = {"candidate": case.phone, "hr": case.recruiter}
    for step in steps:
        if step["owner"] in people:
            people[step["owner"]].post(f"{place}/{step['step_key']}/completion")
    case.reaches("hired")


def test_a_hire_survives_a_power_cut_in_its_background_check_with_exactly_one_employee(
    house: House, agency: DemoPartner
):
    admin, recruiter = opened(house, agency)
    case = passed(house.stack.public_url, recruiter)
    case.reaches("background_check")
    wait_until(lambda: agency.waiting, seconds=30, what="the agency's order")
    heard = time.time()
    house.reconcile()  # a hire that was just looked at is not looked at again for a while
    house.saved(since=heard)
    house.kill()
    house.start_again()
    assert case.stage() == "background_check"
    agency.release()
    wait_until(lambda: agency.accepted, seconds=30, what="the webhook's acceptance")
    house.reconcile()
    case.reaches("pre_hire")
    finished(case)
    employees = admin.get("/v1/employees", job_family=FAMILY)["employees"]
    assert [row["name"] for row in employees] == ["Lin Mei"]
    trail = admin.get(f"/v1/audit/{case.application_id.split('-')[0]}")
    done = [entry["action"] for entry in trail["entries"]]
    assert trail["holds"] is True
    assert [done.count(a) for a in ("background-check.reported", "hire.completed")] == [1, 1]
    for api in (admin, recruiter, case.phone):
        api.http.close()
