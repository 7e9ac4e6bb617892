"""Cells to what charts are drawn from; nothing here knows how many applications there were."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from chalicelib.analytics.counting.cells import Cell
from chalicelib.analytics.counting.contribution import OUTCOME_UNIT
from chalicelib.analytics.counting.durations import durations
from chalicelib.analytics.counting.sums import Counts, merged, moments
from chalicelib.analytics.rows import (
    EDGES,
    Decided,
    Dimensions,
    DimensionSum,
    Hands,
    Journeys,
    Opinions,
    Scores,
    SourceWork,
    Stays,
    Text2,
    WeekScore,
)
from chalicelib.records.stages import BOARD, Stage

Names = Mapping[str, Text2]
#: Stages a person can wait in, in the order of the board.
STAYS = tuple(stage.value for stage in BOARD if stage is not Stage.HIRED)
#: Stretches over several stages: to a decision, to the hire, from the interview to the hire.
STRETCHES = ("decision", "hire", "onboard")
QUESTIONS = ("overall", "transparent", "timely", "objective")


def total(cells: Iterable[Cell]) -> Counts:
    """All cells together."""
    return merged(cell.counts for cell in cells)


def scores(cells: Sequence[Cell], edges: tuple[float, ...] = EDGES) -> Scores:
    """Composites by tenth of a point, and how many reached their cut score."""
    counts = total(cells)
    tenths = {int(key): n for key, n in _under(counts, "b").items() if n > 0}
    cuts: dict[float, tuple[int, int]] = {}
    for key in {name.split("|")[0] for name in _under(counts, "k")}:
        n = counts.get(f"k|{key}|n", 0)
        if n:
            cuts[int(key) / 100] = (counts.get(f"k|{key}|r", 0), n)
    return Scores(tenths, dict(sorted(cuts.items())), edges)


def dimensions(cells: Sequence[Cell], names: Names) -> Dimensions:
    """Every measured dimension's sums, by key."""
    counts = total(cells)
    keys = sorted({name.split("|")[0] for name in _under(counts, "d")})
    sums = tuple(
        DimensionSum(key, name_of(names, key), found, moments(counts, f"g|{key}"))
        for key in keys
        if (found := moments(counts, f"d|{key}")).n
    )
    return Dimensions(counts.get("i", 0), sums)


def weeks(cells: Sequence[Cell]) -> tuple[WeekScore, ...]:
    """Composites by week of the interview, in order; weeks without one are left out."""
    found = ((week, moments(counts, "c")) for week, counts in _by(cells, "week").items())
    return tuple(WeekScore(week, scores) for week, scores in sorted(found) if scores.n)


def decided(cells: Sequence[Cell], place: str, names: Names) -> tuple[Decided, ...]:
    """Decisions by place (`requisition_id`, `store_id`, `region`) or by `source`."""
    if place == "source":
        parts = {key: (c.get("d", 0), c.get("p", 0)) for key, c in _by(cells, "source").items()}
    else:
        listed = _under(total(cells), place)
        keys = {name.rsplit("|", 1)[0] for name in listed}
        parts = {key: (listed.get(f"{key}|d", 0), listed.get(f"{key}|p", 0)) for key in keys}
    return tuple(
        Decided(key, name_of(names, key), passed, n)
        for key, (n, passed) in sorted(parts.items())
        if n
    )


def journeys(cells: Sequence[Cell]) -> tuple[Journeys, ...]:
    """How far applications came, by stage of the board."""
    counts = total(cells)
    return tuple(
        Journeys(stage, n, counts.get(f"e|{stage.value}", 0))
        for stage in BOARD
        if (n := counts.get(f"f|{stage.value}", 0))
    )


def stays(cells: Sequence[Cell], names: Iterable[str] = STAYS) -> tuple[Stays, ...]:
    """Time in each stage or stretch that somebody left."""
    counts = total(cells)
    found = (Stays(name, durations(counts, name)) for name in names)
    return tuple(each for each in found if each.took.n)


def moved(cells: Sequence[Cell], week: str) -> tuple[Stays, ...]:
    """Times before and after a week, which itself is left out: it holds some of both."""
    before = total(cell for cell in cells if cell.week < week)
    after = total(cell for cell in cells if cell.week > week)
    names = (*STAYS, *STRETCHES)
    found = (Stays(name, durations(after, name), durations(before, name)) for name in names)
    return tuple(each for each in found if each.took.n or each.earlier.n)


def hands(cells: Sequence[Cell], labels: Mapping[str, str]) -> tuple[Hands, ...]:
    """What each known colleague moved; machines and strangers are left out. Most work first."""
    counts = total(cells)
    found = []
    for actor in {name.rsplit("|", 1)[0] for name in counts} & labels.keys():
        did = {stage: counts.get(f"{actor}|{stage.value}", 0) for stage in Stage}
        decided = did[Stage.PASSED] + did[Stage.REJECTED]
        found.append(Hands(labels[actor], decided, did[Stage.INVITED], did[Stage.OFFERED]))
    return tuple(sorted(found, key=lambda h: (-h.decided - h.invited - h.offered, h.label)))


def source_work(cells: Sequence[Cell]) -> tuple[SourceWork, ...]:
    """Later outcomes by source of hire."""
    parts = _by(cells, "source").items()
    found = (SourceWork(key, moments(c, "o", OUTCOME_UNIT), c.get("low", 0)) for key, c in parts)
    return tuple(sorted((each for each in found if each.outcomes.n), key=lambda each: each.source))


def opinions(cells: Sequence[Cell], every: int | None = None) -> Opinions:
    """What candidates answered; `every` counts all answers there are, whatever is asked for."""
    counts = total(cells)
    marks = {q: {int(k): n for k, n in _under(counts, q).items() if n} for q in QUESTIONS}
    n = counts.get("n", 0)
    return Opinions(n, marks, None if every is None else every - n)


def name_of(names: Names, key: str) -> Text2:
    """A thing's name; its key where nobody has named it."""
    return dict(names.get(key) or {"zh": key, "en": key})


def _under(counts: Mapping[str, int], head: str) -> Counts:
    cut = len(head) + 1
    return {name[cut:]: n for name, n in counts.items() if name.startswith(f"{head}|")}


def _by(cells: Iterable[Cell], what: str) -> dict[str, Counts]:
    parts: dict[str, list[Mapping[str, int]]] = defaultdict(list)
    for cell in cells:
        parts[getattr(cell, what)].append(cell.counts)
    return {key: merged(counts) for key, counts in parts.items()}
