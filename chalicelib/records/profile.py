"""Items of one file to one page: grouped, and shown only as far as the reader may see."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from chalicelib.foundation.access import Fields

#: kind of item -> class of fields it belongs to. An unknown kind is shown to nobody.
FIELDS_OF: dict[str, Fields] = {
    "person": Fields.BASIC,
    "application": Fields.BASIC,
    "upload": Fields.BASIC,
    "screening": Fields.BASIC,
    "session": Fields.BASIC,
    "answer": Fields.SCORE,
    "second-reading": Fields.SCORE,
    "scorecard": Fields.SCORE,
    "override": Fields.SCORE,
    "rescoring": Fields.SCORE,
    "past_interview": Fields.SCORE,
    "recommendation": Fields.SCORE,
    "disposition": Fields.BASIC,
    "background-check": Fields.BACKGROUND,
    "review": Fields.BACKGROUND,
    "offer": Fields.BACKGROUND,
    "onboarding-step": Fields.BASIC,
    "employee": Fields.BASIC,
    "appraisal": Fields.PERFORMANCE,
    "kpi-reading": Fields.PERFORMANCE,
}
#: Kinds that no profile shows or counts: what others were read from, what a candidate has not sent
#: yet, what they state of themselves for fairness work alone, what they said in confidence, what
#: the pages of appraisal show alone, and what the loop keeps of a scorecard.
APART = frozenset(
    "resume-text progress draft transcription protected survey "
    "goal-sheet rating-forms appraisal-result appeal rated-interview".split()
)
CONTACTS = ("email", "phone", "city")
#: Attributes that place or guard an item and say nothing about the person, and a session's
#: supplement: its scorecard tells of it, to those who may see scores.
PLUMBING = frozenset(
    "list_key list_sort recent_key recent_sort due_key due_at contact_keys number_key schema "
    "expires_at invite_serial task_token sources supplement".split()
)


@dataclass(frozen=True)
class Profile:
    """All we hold on a person that the reader may see; `sections` by kind of item."""

    person_id: str
    sections: dict[str, list[dict[str, Any]]]
    hidden: tuple[str, ...]

    def one(self, kind: str) -> dict[str, Any]:
        """The only (or first) item of a kind, empty when there is none."""
        return next(iter(self.sections.get(kind, [])), {})


def assemble(
    person_id: str, items: Iterable[dict[str, Any]], may_see: Callable[[Fields], bool]
) -> Profile:
    """Group a file's items by kind and leave out what the reader may not see.

    Parameters
    ----------
    person_id : whose file.
    items : plain items, each with `kind`; further names as the tables give them.
    may_see : whether the reader may see a class of fields.

    Returns
    -------
    Profile
        `hidden` names the kinds that exist but were left out.
    """
    sections: dict[str, list[dict[str, Any]]] = {}
    hidden: set[str] = set()
    for item in items:
        if item["kind"] in APART:
            continue
        fields = FIELDS_OF.get(item["kind"])
        if fields is None or not may_see(fields):
            hidden.add(item["kind"])
            continue
        shown = {k: v for k, v in item.items() if k not in PLUMBING and v is not None}
        sections.setdefault(item["kind"], []).append(_masked(shown, may_see))
    return Profile(person_id, sections, tuple(sorted(hidden)))


def _masked(item: dict[str, Any], may_see: Callable[[Fields], bool]) -> dict[str, Any]:
    if item["kind"] == "person" and not may_see(Fields.CONTACT):
        item = {k: v for k, v in item.items() if k not in CONTACTS}
    if item["kind"] == "screening" and not may_see(Fields.CONTACT):
        facts = {k: v for k, v in (item.get("facts") or {}).items() if k != "contact"}
        item = item | {"facts": facts}
    if item["kind"] == "application" and not may_see(Fields.SCORE):
        item = {k: v for k, v in item.items() if k not in {"composite", "recommendation"}}
    return item
