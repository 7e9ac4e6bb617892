"""Announcements as mails and text messages: to the candidate, or to who answers for the hire.

An event is mailed when `mail.<event>.subject` stands in the messages; a payload that names an
`owner` goes to that user, every other one to the candidate with their own link.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from chalicelib.entrypoints import auth
from chalicelib.foundation import clock, ids, mail
from chalicelib.foundation.messages import MESSAGES, say
from chalicelib.foundation.settings import settings
from chalicelib.partners import service as partners
from chalicelib.records import service as records

CALLING_CODES = {"CN": "+86", "US": "+1", "GB": "+44", "DE": "+49", "FR": "+33", "SG": "+65"}


@dataclass(frozen=True)
class Receiver:
    """A person to be told: where, in which language, and the link that is theirs."""

    receiver_id: str
    name: str
    email: str
    phone: str
    language: str
    link: str
    timezone: str = "Asia/Shanghai"


@dataclass(frozen=True)
class Letter:
    """One message, ready to go."""

    subject: str
    body: str
    link: str


def send(row: Any) -> list[str]:
    """Tell the person an announcement is for; returns what went wrong, empty when nothing did."""
    if f"mail.{row.event}.subject" not in MESSAGES:
        return []
    application = records.application(partners.application_of(row))
    to = _owner(row, application) if "owner" in row.payload else _candidate(application)
    if to is None or not (to.email or to.phone):
        return ["nobody-to-tell"]
    title = records.requisition(application.requisition_id).title
    letter = compose(row.event, dict(row.payload), to, title)
    problems = []
    if to.email:
        post = partial(_mail, to, letter)
        problems.append(partners.once(row, f"mail-{to.receiver_id}", post))
    if to.phone:
        text = partial(_sms, to, letter)
        problems.append(partners.once(row, f"sms-{to.receiver_id}", text))
    # One way to the person is enough; both are tried.
    return [problem for problem in problems if problem] if all(problems) else []


def compose(event: str, payload: dict[str, Any], to: Receiver, title: dict[str, str]) -> Letter:
    """The letter of an event in the receiver's language."""
    language = to.language
    fields = {name: _plain(value, to) for name, value in payload.items()}
    onsite = payload.get("onsite") or {}
    later = say("letter.to-be-arranged", language)
    fields |= {f"onsite_{k}": _plain(onsite.get(k), to) or later for k in ("time", "place")}
    fields |= {"name": to.name, "title": _plain(title, to), "link": to.link}
    return Letter(
        say(f"mail.{event}.subject", language, **fields),
        say(f"mail.{event}.body", language, **fields),
        to.link,
    )


def e164(phone: str, country: str) -> str:
    """A phone number as networks dial it, or an empty text when that cannot be told.

    Of somebody whose country is not known, a number is taken for one of the employer's.
    """
    number = "".join(c for c in phone if c.isdigit() or c == "+")
    if number.startswith("+"):
        return number if 8 <= len(number) <= 16 else ""
    code = CALLING_CODES.get(country.upper(), "")
    number = number.removeprefix("0")
    return f"{code}{number}" if code and 7 <= len(number) <= 12 else ""


def _candidate(application: Any) -> Receiver:
    person = records.person(ids.person_of(application.application_id))
    link = f"{settings().public_base}/interview/{auth.candidate_token(application)}"
    company = records.organisation()
    home = person.country or (company.country if company else "")
    phone = e164(person.phone, home)
    return Receiver(
        person.person_id,
        person.name,
        person.email,
        phone,
        _language(person.language),
        link,
        person.timezone,
    )


def _owner(row: Any, application: Any) -> Receiver | None:
    kind, _, user_id = str(row.payload["owner"]).partition("-")
    if kind != "user":
        return None
    user = records.user(user_id)
    link = f"{settings().public_base}/candidates/{application.person_id}"
    return Receiver(f"user-{user_id}", user.name, user.email, "", "zh", link)


def _mail(to: Receiver, letter: Letter) -> str:
    mail.send_mail(to.email, letter.subject, letter.body)
    return ""


def _sms(to: Receiver, letter: Letter) -> str:
    mail.send_sms(to.phone, f"{letter.subject}\n{letter.link}")
    return ""


def _language(wish: str) -> str:
    return wish if wish in ("zh", "en") else "en"


def _plain(value: Any, to: Receiver) -> str:
    if isinstance(value, dict):
        return str(value.get(to.language, ""))
    if isinstance(value, list):
        return "\n".join(f"· {_plain(item, to)}" for item in value)
    return "" if value is None else _moment(str(value), to.timezone)


def _moment(text: str, timezone: str) -> str:
    """A moment as people read it: one in UTC in their zone, one with an offset where it is."""
    try:
        moment = datetime.fromisoformat(text) if "T" in text else None
    except ValueError:
        return text
    if moment is None or moment.tzinfo is None:
        return text
    home = moment.tzinfo
    if moment.utcoffset() == timedelta(0):
        home = clock.zone(timezone)
    local = moment.astimezone(home)
    named = f"{home}, " if isinstance(home, ZoneInfo) else ""
    return f"{local:%Y-%m-%d %H:%M} ({named}{clock.offset(local)})"
