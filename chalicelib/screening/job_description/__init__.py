"""A pasted job description becomes proposed criteria, which HR confirms or changes.

Nothing here decides about a person: what is proposed is shown beside its quotation, what no rule
can decide is listed, and what the law bars is refused with the reason.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from chalicelib.foundation.messages import both
from chalicelib.screening.criteria import Importance, Text2
from chalicelib.screening.job_description.drafts import Draft, drafts
from chalicelib.screening.job_description.labels import label
from chalicelib.screening.job_description.refusals import barred
from chalicelib.screening.job_description.text import Clause, Part, clauses, without
from chalicelib.screening.rules import validate_criteria

#: More than this is no job description; the rest is not read.
MOST_CHARACTERS = 20_000
_MOST_ROWS = 40
_WEIGHT = {Importance.ESSENTIAL: 20, Importance.PREFERRED: 10}
_TELLS = re.compile(
    r"以上|经验|学历|熟[悉练]|精通|掌握|擅长|要求|优先|须|持|证|驾照|具备|到岗|\b(?:experience|"
    r"degree|required?|must|proficien\w+|"
    r"looking for|familiar|fluent|years?|preferred|available|start)\b",
    re.IGNORECASE,
)
_NOT_A_DEMAND = re.compile(
    r"[\W\d_]*$|(?:欢迎|期待|请将|简历投递|联系|薪资|待遇|底薪|五险一金|双休)", re.IGNORECASE
)
_ASKS_NOTHING = re.compile(r"不限|均可|皆可|无需|not required|no experience", re.IGNORECASE)


@dataclass(frozen=True)
class Quote:
    """Words of the description: line counts from 1, start and end (excluded) in characters."""

    line: int
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Row:
    """A proposed criterion as a requisition takes it, and the words that it came from."""

    criterion: dict[str, Any]
    quote: Quote


@dataclass(frozen=True)
class Refused:
    """A demand that is not made into a criterion, on which ground and why (zh, en)."""

    quote: Quote
    ground: str
    why: Text2


@dataclass(frozen=True)
class Proposed:
    """What a description asks for: rows to confirm, words no rule can decide, demands refused."""

    rows: tuple[Row, ...]
    unparsed: tuple[Quote, ...]
    refused: tuple[Refused, ...]


def propose(text: str) -> Proposed:
    """Propose criteria from a job description in Chinese, English or both.

    Parameters
    ----------
    text : as pasted; at most 20,000 characters are read.

    Returns
    -------
    At most 40 rows, each accepted by `validate_criteria`, a demand said twice once, at its
    strictest; what is asked and no rule can decide; what may not be asked.
    """
    found = list(clauses(text[:MOST_CHARACTERS]))
    headed = any(c.part in (Part.REQUIREMENTS, Part.PREFERRED) for c in found)
    kept: dict[str, tuple[Draft, Clause]] = {}
    unparsed: list[Quote] = []
    refused: list[Refused] = []
    for clause in found:
        rest = _refuse(clause, refused)
        read = drafts(rest) if _is_read(rest) else _anywhere(rest)
        for draft in read:
            _keep(kept, draft, clause)
        if not read and rest is clause and _is_demand(clause, headed):
            unparsed.append(_quote(clause, 0, len(clause.text)))
    return Proposed(_rows(list(kept.values())[:_MOST_ROWS]), tuple(unparsed), tuple(refused))


def _refuse(clause: Clause, refused: list[Refused]) -> Clause:
    """Put barred demands apart and blank them out."""
    rest = clause
    for found in barred(clause.text):
        why = both(f"criteria.refused-{found.ground}")
        refused.append(Refused(_quote(clause, found.start, found.end), found.ground, why))
        rest = without(rest, found.start, found.end)
    return rest


def _is_read(clause: Clause) -> bool:
    """Requirements are read; so is a description without headings where it asks for something."""
    if clause.part in (Part.REQUIREMENTS, Part.PREFERRED):
        return True
    if clause.part is Part.ELSEWHERE:
        return False
    return bool(_TELLS.search(clause.sentence))


def _anywhere(clause: Clause) -> tuple[Draft, ...]:
    """The place of work and the start may stand in any part."""
    return tuple(d for d in drafts(clause) if d.rule in ("location", "availability"))


def _is_demand(clause: Clause, headed: bool) -> bool:
    asked = clause.part in (Part.REQUIREMENTS, Part.PREFERRED) or (
        not headed and clause.part is Part.OPENING and bool(_TELLS.search(clause.sentence))
    )
    empty = _NOT_A_DEMAND.match(clause.text) or _ASKS_NOTHING.search(clause.text)
    return asked and not empty


def _keep(kept: dict[str, tuple[Draft, Clause]], draft: Draft, clause: Clause) -> None:
    """Keep a demand once: what is essential stands before what is preferred."""
    fixed = {k: v for k, v in draft.params.items() if k not in ("level", "years", "relocation")}
    key = (
        f"{draft.rule}:{fixed}" if draft.rule not in ("degree", "experience-years") else draft.rule
    )
    if draft.rule == "degree":
        key = f"degree:{_importance(draft, clause)}"
    known = kept.get(key)
    if known is None or _strictness(draft, clause) > _strictness(*known):
        kept[key] = (draft, clause)


def _strictness(draft: Draft, clause: Clause) -> tuple[bool, float]:
    level = ("", "basic", "familiar", "proficient", "expert").index(
        str(draft.params.get("level", ""))
    )
    years = float(str(draft.params.get("years", 0)))
    return _importance(draft, clause) is Importance.ESSENTIAL, max(level, years)


def _importance(draft: Draft, clause: Clause) -> Importance:
    if draft.essential is None:
        return clause.importance
    return Importance.ESSENTIAL if draft.essential else Importance.PREFERRED


def _rows(kept: Iterable[tuple[Draft, Clause]]) -> tuple[Row, ...]:
    rows = []
    for number, (draft, clause) in enumerate(kept, start=1):
        importance = _importance(draft, clause)
        criterion: dict[str, Any] = {
            "criterion_id": f"{draft.rule}-{number}",
            "rule": draft.rule,
            "importance": importance.value,
            "params": draft.params,
            "label": label(draft.rule, draft.params),
            "weight": _WEIGHT[importance],
        }
        rows.append(Row(criterion, _quote(clause, draft.start, draft.end)))
    validate_criteria([row.criterion for row in rows])
    return tuple(rows)


def _quote(clause: Clause, start: int, end: int) -> Quote:
    at = clause.start
    return Quote(clause.line, at + start, at + end, clause.text[start:end])
