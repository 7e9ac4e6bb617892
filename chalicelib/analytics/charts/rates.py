"""A share as bar and as table cells, silent below the least n."""

from chalicelib.analytics.findings import Rate
from chalicelib.analytics.plots import Bar
from chalicelib.analytics.registry import LEAST, both, share

SHARE_TICKS = ((0.0, "0%"), (0.25, "25%"), (0.5, "50%"), (0.75, "75%"), (1.0, "100%"))


def rate_bar(
    name: str, rate: Rate, language: str, *, cls: str = "", mark: float | None = None
) -> Bar:
    """A bar with its Wilson interval and its n; only the n where that is too small."""
    if rate.n < LEAST:
        return Bar(name, both("chart.too-few-short", n=rate.n)[language], None)
    low, high = rate.interval
    figure = f"{share(rate.value)} ({share(low)}–{share(high)}), {rate.part}/{rate.n}"
    return Bar(name, figure, rate.value, low, high, cls, mark)


def rate_cells(rate: Rate) -> tuple[int | None, int, str | None, str | None, str | None]:
    """Part, n, share, low, high."""
    if rate.n < LEAST:
        return (None, rate.n, None, None, None)
    low, high = rate.interval
    return (rate.part, rate.n, share(rate.value), share(low), share(high))
