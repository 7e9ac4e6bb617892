"""A bias audit in the shape that New York City's Local Law 144 asks to be published.

Source: 6 RCNY 5-300 (terms), 5-301 (calculations and tables): selection rate or scoring rate of
every sex, race/ethnicity and intersection of both, each over the highest rate; people of unknown
category counted and left out of the calculations; a category below 2 % may be left out of the
ratios, with its rate and its number of people told. Interval and exact test are added to the
right of the prescribed columns.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from chalicelib.calibration.fairness.impact import (
    AND,
    Counted,
    Impact,
    Verdict,
    counted,
    group_of,
    impacts,
)
from chalicelib.calibration.fairness.people import scoring_rates


@dataclass(frozen=True)
class Assessed:
    """One assessed applicant: stated groups, the score (0–100) and whether they were selected.

    `selected` is None while nobody has decided, `score` where too little was measured.
    """

    groups: Mapping[str, str]
    score: float | None
    selected: bool | None


@dataclass(frozen=True)
class AuditTable:
    """One prescribed table: `measure` is "selection" or "scoring", `attribute` e.g. "race & sex".

    `rows` hold the number of people, those selected (or above the median), the rate, the ratio.
    """

    measure: str
    attribute: str
    rows: tuple[Impact, ...]


@dataclass(frozen=True)
class Audit:
    """All tables of one audit.

    `assessed` people in the period, of whom `unknown` did not state every one of `attributes` and
    stand in no table; `unknown_of` counts them by attribute. `median` is that of the scores of all
    who stand in the tables, None where there are none.
    """

    attributes: tuple[str, ...]
    assessed: int
    unknown: int
    unknown_of: dict[str, int]
    median: float | None
    tables: tuple[AuditTable, ...]

    @property
    def left_out(self) -> tuple[tuple[str, str], ...]:
        """(attribute, category) of those below 2 %, left out of the ratios."""
        return tuple(
            dict.fromkeys(
                (table.attribute, row.group)
                for table in self.tables
                for row in table.rows
                if row.verdict is Verdict.LEFT_OUT
            )
        )


def audit(people: Sequence[Assessed], attributes: Sequence[str]) -> Audit:
    """The tables of a bias audit.

    Parameters
    ----------
    people : everybody assessed in the period, once for each application.
    attributes : audited attributes, e.g. ("sex", "race"); every pair makes a table of its own.

    Returns
    -------
    Audit; every category has its row, however few people it holds.
    """
    names = tuple(attributes)
    known = [each for each in people if all(each.groups.get(name) for name in names)]
    crossed = [f"{a}{AND}{b}" for place, a in enumerate(names) for b in names[place + 1 :]]
    decided = [each for each in known if each.selected is not None]
    scored = [each for each in known if each.score is not None]
    tables = [_selection(decided, name) for name in (*names, *crossed) if decided]
    tables += [_scoring(scored, name) for name in (*names, *crossed) if scored]
    return Audit(
        names,
        len(people),
        len(people) - len(known),
        {name: sum(not each.groups.get(name) for each in people) for name in names},
        median(each.score or 0.0 for each in scored) if scored else None,
        tuple(tables),
    )


def _selection(people: Sequence[Assessed], name: str) -> AuditTable:
    rows = counted((group_of(each.groups, name), bool(each.selected)) for each in people)
    return AuditTable("selection", name, impacts(rows, least=1))


def _scoring(people: Sequence[Assessed], name: str) -> AuditTable:
    scores = [each.score or 0.0 for each in people]
    rates = scoring_rates(scores, [group_of(each.groups, name) for each in people])
    rows = [Counted(group, share) for group, share in rates.items()]
    return AuditTable("scoring", name, impacts(rows, least=1))
