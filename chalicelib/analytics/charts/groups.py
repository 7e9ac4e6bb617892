"""Who is let through: selection rates by the group that candidates stated."""

from collections.abc import Sequence

from chalicelib.analytics.charts.rates import SHARE_TICKS, rate_bar
from chalicelib.analytics.findings import Rate
from chalicelib.analytics.plots import Bar, bars
from chalicelib.analytics.registry import (
    LEAST,
    Cell,
    Count,
    Drawn,
    Text2,
    both,
    chart,
    joined,
    share,
)
from chalicelib.analytics.rows import UNKNOWN, GroupRow
from chalicelib.calibration.fairness.impact import Impact, Verdict, counted, impacts
from chalicelib.foundation.messages import MESSAGES
from chalicelib.foundation.messages import both as said

COLOURS = {
    Verdict.BELOW_PROVEN: "bad",
    Verdict.BELOW_NOT_PROVEN: "caution",
    Verdict.UNKNOWN: "muted",
}


def stated(rows: Sequence[GroupRow]) -> int:
    """How many rows say to which group the person belongs."""
    return sum(row.group != UNKNOWN for row in rows)


@chart(
    "selection-rates",
    title=both("groups.title"),
    rows="groups",
    n=Count(both("unit.stated"), stated),
)
def by_group(rows: Sequence[GroupRow], language: str) -> Drawn:
    """Selection rate of every group with its impact ratio, interval and exact test."""
    found = impacts(counted((row.group, row.selected) for row in rows))
    parts, height = bars([_bar(each, language) for each in found], SHARE_TICKS)
    return Drawn(
        summary=joined(*_sentences(found, stated(rows), len(rows))),
        note=joined(both("groups.note"), both("groups.limit"), both("note.wilson")),
        columns=(
            both("col.group"),
            both("col.passed"),
            both("col.n"),
            both("col.rate"),
            both("col.ratio"),
            both("col.low"),
            both("col.high"),
            both("col.p"),
            both("col.verdict"),
        ),
        rows=tuple(_row(each) for each in found),
        parts=tuple(parts),
        height=height,
    )


def group_name(group: str) -> Text2:
    """A stated gender in words; what is no value of ours as it was stated."""
    key = "groups.unknown" if group == UNKNOWN else f"groups.value.gender.{group}"
    return said(key) if key in MESSAGES else {"zh": group, "en": group}


def _bar(each: Impact, language: str) -> Bar:
    rate = Rate(each.share.part, each.share.n)
    name = group_name(each.group)[language]
    return rate_bar(name, rate, language, cls=COLOURS.get(each.verdict, ""))


def _row(each: Impact) -> tuple[Cell, ...]:
    share_of, name = each.share, group_name(each.group)
    verdict = joined(
        both(f"verdict.{each.verdict.value}"),
        both("verdict.caution") if each.caution else {"zh": "", "en": ""},
    )
    if share_of.n < LEAST:
        return (name, None, share_of.n, None, None, None, None, None, verdict)
    found = (each.ratio, each.low, each.high, each.p_value)
    figures = (None if value is None else round(value, 4) for value in found)
    return (name, share_of.part, share_of.n, share(share_of.rate), *figures, verdict)


def _sentences(found: Sequence[Impact], known: int, n: int) -> list[Text2]:
    flagged = [
        each for each in found if each.verdict in (Verdict.BELOW_PROVEN, Verdict.BELOW_NOT_PROVEN)
    ]
    sentences = [both("groups.summary", n=n, unknown=n - known)]
    if not flagged:
        return [*sentences, both("groups.none")]
    return sentences + [
        both(
            f"groups.{each.verdict.value}",
            group=group_name(each.group),
            reference=group_name(each.reference),
            ratio=f"{each.ratio or 0:.2f}",
            low=f"{each.low or 0:.2f}",
            high=f"{each.high or 0:.2f}",
            p=f"{each.p_value or 0:.3f}",
            n=each.share.n,
        )
        for each in flagged
    ]
