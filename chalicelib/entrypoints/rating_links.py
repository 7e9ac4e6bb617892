"""Links to rating forms: each opens one form until its cycle is locked, and nothing else."""

from dataclasses import dataclass
from typing import Any

from chalice import Response

from chalicelib.appraisal import service as appraisal
from chalicelib.entrypoints.typed import Call
from chalicelib.foundation import crypto
from chalicelib.foundation.access import Actor
from chalicelib.foundation.errors import NotFound, Unauthenticated
from chalicelib.foundation.settings import settings

PURPOSE = "rating"
VALID_DAYS = 120


@dataclass(frozen=True)
class Place:
    """Which form a link opens."""

    cycle_id: str
    person_id: str
    form_id: str

    @property
    def rater(self) -> Actor:
        """Whoever holds the link: known by the form alone, so that no trail names the rater."""
        return Actor(f"rater-{self.form_id}", frozenset(), named=True)


def link(form: appraisal.FormView) -> str:
    """The address that opens a form."""
    return f"{settings().public_base}/rating/{token(form)}"


def token(form: appraisal.FormView) -> str:
    """What the address ends in."""
    claims = {"c": form.cycle_id, "p": form.person_id, "f": form.form_id}
    return crypto.sign_token(PURPOSE, claims, VALID_DAYS * 86_400)


def place(given: str) -> Place:
    """Which form a link opens. Raises NotFound for one that is not ours, Gone after its time."""
    try:
        claims = crypto.open_token(PURPOSE, given)
    except Unauthenticated as error:
        raise NotFound("form-unknown") from error
    return Place(claims["c"], claims["p"], claims["f"])


def face(call: Call, plain: dict[str, Any]) -> Response | None:
    """The link on a page of its own, shown once to whoever hands the form out."""
    from chalicelib.entrypoints.console.render import page

    cycle_id, number = call.path["cycle_id"], call.body.employee_number
    here = f"/appraisal/{cycle_id}/people/{number}"
    return page(call, "rating_link.html", here=here, made=plain, number=number, cycle_id=cycle_id)
