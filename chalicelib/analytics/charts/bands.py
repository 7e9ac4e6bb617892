"""Score bands with edges that the reader chooses."""

from chalicelib.analytics.registry import Text2, both, short
from chalicelib.analytics.rows import Scores
from chalicelib.foundation.errors import Invalid

MOST_EDGES = 12


class BandsUnclear(Invalid):
    """The edges of score bands make no bands."""

    code = "bands-unclear"


def band_counts(found: Scores) -> tuple[int, ...]:
    """How many composites lie in each band, from the lowest; 100 belongs to the last.

    A band holds its lower edge. Exact for edges with at most one decimal, which is what `edges_of`
    lets through: composites are counted by tenths of a point.
    """
    counts = [0] * (len(found.edges) + 1)
    lower = [round(edge * 10) for edge in found.edges]
    for tenth, number in found.tenths.items():
        counts[sum(tenth >= edge for edge in lower)] += number
    return tuple(counts)


def edges_of(text: str) -> tuple[float, ...]:
    """Edges as somebody wrote them, such as `60, 70, 80`; nothing gives none.

    Raises
    ------
    BandsUnclear
        Not at most twelve ascending numbers above 0 and below 100 with at most one decimal.
    """
    plain = text.replace("，", ",").replace("、", ",").replace(" ", ",")
    try:
        found = [float(part) for part in plain.split(",") if part]
    except ValueError as error:
        raise BandsUnclear(edges=text[:60]) from error
    rising = all(low < high for low, high in zip([0.0, *found], [*found, 100.0], strict=True))
    tenths = all(abs(edge * 10 - round(edge * 10)) < 1e-9 for edge in found if edge < 100)
    if not rising or not tenths or len(found) > MOST_EDGES:
        raise BandsUnclear(edges=text[:60])
    return tuple(found)


def band_name(edges: tuple[float, ...], place: int) -> Text2:
    """What the band at a place is called."""
    if place == 0:
        return both("scores.band-below", high=short(edges[0]))
    if place == len(edges):
        return both("scores.band-above", low=short(edges[-1]))
    return both("scores.band", low=short(edges[place - 1]), high=short(edges[place]))
