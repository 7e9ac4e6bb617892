"""Questions of the bank that somebody looks for."""

from collections.abc import Iterable
from dataclasses import dataclass

from chalicelib.interviewing.questions import Question


@dataclass(frozen=True)
class Wanted:
    """What is looked for; an empty field asks for nothing. `state` is in-force or retired.

    `job_family` finds what an interview for that family may ask; `words` stand in the text, the
    gentler wording or the id, in any order.
    """

    dimension: str = ""
    kind: str = ""
    job_family: str = ""
    state: str = ""
    words: str = ""


def matching(bank: Iterable[Question], wanted: Wanted) -> list[Question]:
    """The questions looked for, by dimension, follow-ups last of each, general ones at the end."""
    found = [item for item in bank if _fits(item, wanted)]
    return sorted(found, key=_place)


def _place(item: Question) -> tuple[bool, str, str, str]:
    return (not item.dimension, item.dimension, item.part or "", item.question_id)


def _fits(item: Question, wanted: Wanted) -> bool:
    families = item.job_families
    return (
        wanted.dimension in ("", item.dimension or "any")
        and wanted.kind in ("", item.kind)
        and (not wanted.job_family or not families or wanted.job_family in families)
        and wanted.state in ("", "retired" if item.retired else "in-force")
        and _says(item, wanted.words)
    )


def _says(item: Question, words: str) -> bool:
    gentler = item.gentler or {}
    text = " ".join([item.question_id, *item.text.values(), *gentler.values()]).lower()
    return all(word in text for word in words.lower().split())
