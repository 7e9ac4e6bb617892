"""The one place of the loop that reads what people stated of their groups; it lets no person out.

What comes back holds groups, counts and ratios. Nothing that estimates, proposes or scores imports
this file; an operation that shows it shows figures of groups alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from chalicelib.calibration import gates
from chalicelib.calibration.fairness import Considered, FairnessGate, Ruling, Search, gate
from chalicelib.calibration.fairness.effects import GroupEffect
from chalicelib.calibration.fairness.words import attribute_name, group_name
from chalicelib.calibration.gates import GateResult, Verdict
from chalicelib.calibration.tables import RatedInterview
from chalicelib.foundation import messages
from chalicelib.foundation.values import load
from chalicelib.records import service as records

#: The latest interviews whose people's statements are read: a batch read for every hundred.
MOST_PEOPLE = 20_000
FOUR_FIFTHS = 0.8

Weights = Mapping[str, float]


def effect(
    rows: Sequence[RatedInterview],
    weights: tuple[Weights, Weights],
    cut_score: float,
    search: Search | None = None,
) -> FairnessGate:
    """What new weights do to groups: people interviewed here, each with what they stated.

    Parameters
    ----------
    rows : finished interviews by time; the latest 20,000 count.
    weights : in force, and new; total 100 each.
    cut_score : composite at which a pass is recommended, 0–100.
    search : bounds of a less discriminatory alternative, None to look for none.
    """
    latest: dict[str, RatedInterview] = {}
    for row in islice(reversed(rows), MOST_PEOPLE):
        latest.setdefault(row.person_id, row)
    stated = records.stated_groups(latest)
    people = [
        Considered(person, row.ratings, stated.get(person, {})) for person, row in latest.items()
    ]
    return gate(people, *weights, cut_score, search)


def verdict(found: FairnessGate) -> GateResult:
    """The fairness gate in the row of gates: the lowest impact ratio and whose it is."""
    worst, key = found.worst, "fairness"
    if worst is None:
        return gates.result(key, Verdict.NOT_MEASURED, needed=FOUR_FIFTHS, n=_known(found))
    if found.ruling is Ruling.NOT_MEASURED:
        return _partly(found)
    ruled = Verdict.FAILED if found.ruling is Ruling.FAILED else Verdict.PASSED
    ratio, attribute = worst.new.ratio or 0.0, _attribute(found, worst)
    fields = {
        "group": group_name(attribute, worst.group),
        "ratio": f"{ratio:.2f}",
        "reference": group_name(attribute, worst.new.reference),
    }
    return gates.result(
        key, ruled, figure=round(ratio, 4), needed=FOUR_FIFTHS, n=worst.n, fields=fields
    )


def _partly(found: FairnessGate) -> GateResult:
    """Some attributes were measured and passed, of others too few stated a group."""
    silent = [x for x in found.attributes if x.ruling is Ruling.NOT_MEASURED and not x.paired]
    names = [attribute_name(each.attribute) for each in silent]
    told = {"zh": "、".join(x["zh"] for x in names), "en": ", ".join(x["en"] for x in names)}
    n = min((each.known for each in silent), default=0)
    open_gate = gates.result("fairness", Verdict.NOT_MEASURED, needed=FOUR_FIFTHS, n=n)
    said = {x: messages.say("gate.fairness.partly", x, names=told[x], n=n) for x in told}
    return replace(open_gate, message=said)


def _attribute(found: FairnessGate, line: GroupEffect) -> str:
    return next(x.attribute for x in found.attributes if any(one is line for one in x.groups))


def kept(plain: Any) -> FairnessGate | None:
    """A kept effect, None where none was kept."""
    return load(FairnessGate, plain) if plain else None


def _known(found: FairnessGate) -> int:
    return max((each.known for each in found.attributes), default=0)
