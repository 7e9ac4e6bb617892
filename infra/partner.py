"""The demo's partner: another company's system that checks backgrounds and closes its own steps.

It takes in signed webhooks, answers each after a moment by a signed webhook of its own, and keeps
trying until it is heard. It can be told to hold its answers back, as a slow agency would.

    PARTNER_ID=check-co PARTNER_SECRET=whsec_… HIRELOOP_URL=http://127.0.0.1:8000 \
        PARTNER_PORT=8010 python -m infra.partner

`POST /hold` and `POST /release` steer it; `GET /` says how many answers wait and were accepted.
"""

import json
import os
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from chalicelib.foundation.errors import HireloopError
from chalicelib.partners import signature

MOST_TRIES = 600
#: Answers after which trying again is no use; 404 may only mean that the product is starting.
FINAL = frozenset({400, 401, 403, 409, 410, 413, 422})
Report = dict[str, Any]


def check(person: dict[str, Any], checks: list[str]) -> Report:
    """What this agency can honestly say: whether it was given what it needs for each check."""
    known = bool(person.get("name")) and bool(person.get("email") or person.get("phone"))
    result = "clear" if known else "unable"
    note = "" if known else "name or contact is missing"
    items = [{"key": key, "result": result, "note": note} for key in checks or ["identity"]]
    return {"outcome": "clear" if known else "consider", "items": items}


@dataclass(frozen=True)
class Answer:
    """One webhook of ours that is still to be heard."""

    message_id: str
    type: str
    data: dict[str, Any]


@dataclass
class DemoPartner:
    """A running partner. `secret` may be set after the start, once the product has told it."""

    partner_id: str
    hireloop_url: str
    secret: str = ""
    port: int = 0
    delay_seconds: float = 0.3
    retry_seconds: float = 1.0
    report: Callable[[dict[str, Any], list[str]], Report] = check
    state_file: Path | None = None
    waiting: list[Answer] = field(default_factory=list)
    accepted: list[Answer] = field(default_factory=list)
    refused: list[tuple[Answer, int]] = field(default_factory=list)
    received: list[dict[str, Any]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._lock = threading.Lock()
        self._go = threading.Event()
        self._go.set()
        self._stop = threading.Event()
        self._server: ThreadingHTTPServer | None = None

    @property
    def endpoint(self) -> str:
        """Where the product sends its webhooks."""
        return f"http://127.0.0.1:{self.port}/"

    def start(self) -> "DemoPartner":
        """Listen, and answer what was still waiting when we last stopped."""
        self._server = ThreadingHTTPServer(("127.0.0.1", self.port), _handler(self))
        self._server.daemon_threads = True
        self.port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        for answer in self.restored():
            self._later(answer)
        return self

    def stop(self) -> None:
        """Listen no more; what waits is kept in the state file, if there is one."""
        self._stop.set()
        self._go.set()
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()

    def hold(self) -> None:
        """Keep every answer back until `release`."""
        self._go.clear()

    def release(self) -> None:
        """Answer everything that waits."""
        self._go.set()

    def take_in(self, headers: dict[str, str], body: bytes) -> int:
        """Verify one webhook and prepare its answer; returns an HTTP status."""
        try:
            signed = signature.verify([self.secret], headers, body, time.time())
        except HireloopError as error:
            return error.status
        message = json.loads(body)
        with self._lock:
            seen = {item["id"] for item in self.received}
            if signed.message_id in seen:
                return 202
            self.received.append({"id": signed.message_id, "type": message["type"]})
        answer = self.answer_to(signed.message_id, message)
        if answer is not None:
            self._later(answer)
        return 202

    def answer_to(self, message_id: str, message: dict[str, Any]) -> Answer | None:
        """What we will say to a message; None when it asks for nothing."""
        data = message["data"]
        about = {"application_id": data["application_id"]}
        name = f"re_{message_id}"
        if message["type"] == "background-check.requested":
            report = self.report(data.get("person", {}), data.get("checks", []))
            return Answer(name, "background-check.completed", about | {"report": report})
        if message["type"] == "onboarding-step.opened":
            told = about | {"step_key": data["step_key"]}
            return Answer(name, "onboarding-step.completed", told)
        return None

    def send(self, answer: Answer) -> int:
        """Send one signed webhook to the product; returns its status, 0 when nobody listens."""
        content = {"type": answer.type, "data": answer.data}
        body = json.dumps(content, separators=(",", ":")).encode()
        headers = signature.headers([self.secret], answer.message_id, int(time.time()), body)
        request = urllib.request.Request(
            f"{self.hireloop_url}/webhooks/{self.partner_id}",
            data=body,
            headers={"Content-Type": "application/json", **headers},
            method="POST",
        )
        try:
            with urllib.request.urlopen(request, timeout=15) as response:
                return int(response.status)
        except urllib.error.HTTPError as error:
            return error.code
        except OSError:
            return 0

    def _later(self, answer: Answer) -> None:
        with self._lock:
            self.waiting.append(answer)
            self._keep()
        threading.Thread(target=self._until_heard, args=(answer,), daemon=True).start()

    def _until_heard(self, answer: Answer) -> None:
        self._stop.wait(self.delay_seconds)
        status = 0
        for _ in range(MOST_TRIES):
            self._go.wait()
            if self._stop.is_set():
                return
            status = self.send(answer)
            if 200 <= status < 300 or status in FINAL:
                break
            self._stop.wait(self.retry_seconds)
        self._done(answer, status)

    def _done(self, answer: Answer, status: int) -> None:
        with self._lock:
            self.waiting.remove(answer)
            if 200 <= status < 300:
                self.accepted.append(answer)
            else:
                self.refused.append((answer, status))
            self._keep()

    def _keep(self) -> None:
        if self.state_file is not None:
            plain = [item.__dict__ for item in self.waiting]
            self.state_file.write_text(json.dumps(plain), encoding="utf-8")

    def restored(self) -> list[Answer]:
        """Answers that waited when a partner with this state file last stopped."""
        if self.state_file is None or not self.state_file.exists():
            return []
        return [Answer(**item) for item in json.loads(self.state_file.read_text("utf-8"))]


def _handler(partner: DemoPartner) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            steer = {"/hold": partner.hold, "/release": partner.release}.get(self.path)
            if steer is not None:
                steer()
                return self.reply(200)
            return self.reply(
                partner.take_in({k.lower(): v for k, v in self.headers.items()}, body)
            )

        def do_GET(self) -> None:
            self.reply(200)

        def reply(self, status: int) -> None:
            state = {"waiting": len(partner.waiting), "accepted": len(partner.accepted)}
            content = json.dumps(state).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: Any) -> None:
            """Quiet: the product's own record tells what was exchanged."""

    return Handler


def main() -> None:
    """Run until interrupted, set up by the environment."""
    env = os.environ
    state = env.get("PARTNER_STATE", "")
    partner = DemoPartner(
        partner_id=env["PARTNER_ID"],
        hireloop_url=env["HIRELOOP_URL"].rstrip("/"),
        secret=env["PARTNER_SECRET"],
        port=int(env.get("PARTNER_PORT", "0")),
        delay_seconds=float(env.get("PARTNER_DELAY_SECONDS", "0.3")),
        state_file=Path(state) if state else None,
    )
    if env.get("PARTNER_HOLD") == "1":
        partner.hold()
    partner.start()
    print(f"partner {partner.partner_id} listens at {partner.endpoint}", flush=True)
    try:
        threading.Event().wait()
    except KeyboardInterrupt:
        partner.stop()


if __name__ == "__main__":
    main()
