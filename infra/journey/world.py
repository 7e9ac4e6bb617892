"""Who plays: the administrator's key, the people of HR, the partner, the candidates."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from infra import operator
from infra.journey.api import Api
from infra.partner import DemoPartner


@dataclass
class Candidate:
    """A person with a phone: their token opens their own things only."""

    application_id: str
    session_id: str
    api: Api
    slug: str
    name: str

    @property
    def person_id(self) -> str:
        """Whose file it is."""
        return self.application_id.split("-")[0]


@dataclass
class World:
    """Everything the journey's steps share."""

    base: str
    aws_endpoint: str
    seed: int
    admin: Api
    recruiter: Api
    analyst: Api
    director: Api
    appraiser: Api
    partner_port: int
    ranked: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    candidates: list[Candidate] = field(default_factory=list)
    hired: list[Candidate] = field(default_factory=list)
    partner: DemoPartner | None = None
    salt: str = "journey"
    today: date = field(default_factory=date.today)

    @property
    def partner_endpoint(self) -> str:
        """Where the partner's system listens."""
        return f"http://127.0.0.1:{self.partner_port}/"

    def key(self, name: str) -> str:
        """The idempotency key of one wish, the same in every run on the same data."""
        return f"{self.salt}-{self.seed}-{name}"

    def start_partner(self, secret: str) -> None:
        """Let the partner's system answer with this secret."""
        self.partner = DemoPartner(
            "clearcheck", self.base, secret=secret, port=self.partner_port
        ).start()


def enter(base: str, aws_endpoint: str, seed: int, partner_port: int) -> World:
    """Meet the people: an operator's first key, then one-time links for named persons."""
    admin = Api(base, operator.api_key("administrator"))

    def person(email: str, role: str) -> Api:
        return Api(base).sign_in(operator.sign_in(email, role))

    return World(
        base=base,
        aws_endpoint=aws_endpoint,
        seed=seed,
        admin=admin,
        recruiter=person("lin.recruiter@example.com", "recruiter"),
        analyst=person("zhao.analyst@example.com", "analyst"),
        director=person("sun.director@example.com", "analyst"),
        appraiser=person("chen.appraiser@example.com", "appraiser"),
        partner_port=partner_port,
    )
