"""The picture of the whole loop: PPV by cycle, three arms, the middle 90 % of trials shaded."""

import statistics
from collections.abc import Mapping, Sequence

from chalicelib.calibration import trial

WIDTH, HEIGHT, LEFT, TOP = 560, 300, 56, 24
LOW, HIGH, GOAL = 0.68, 0.88, 0.85
COLOURS = {trial.OURS: "#0b6e4f", trial.NAIVE: "#b3541e", trial.UNIT: "#5b6770"}
NAMES = {trial.OURS: "ours", trial.NAIVE: "raw correlations", trial.UNIT: "equal weights"}
Arms = Mapping[str, Sequence[trial.Cycle]]


def ppv(trials: Sequence[Arms]) -> str:
    """An SVG, readable without any stylesheet."""
    last = len(trials[0][trial.OURS]) - 1
    parts = [_axes(last)]
    for place, arm in enumerate(trial.ARMS):
        columns = list(zip(*([c.ppv for c in one[arm]] for one in trials), strict=True))
        parts.append(_arm(arm, columns, last))
        y = TOP + 130 + 20 * place
        parts.append(
            f'<path d="M{LEFT + 330} {y}h24" stroke="{COLOURS[arm]}" stroke-width="2"/>'
            f'<text x="{LEFT + 362}" y="{y + 4}">{NAMES[arm]}</text>'
        )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'font-family="system-ui, sans-serif" font-size="12" role="img">'
        f"<title>PPV by cycle, {len(trials)} invented worlds</title>"
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>{"".join(parts)}</svg>\n'
    )


def _place(cycle: int, value: float, last: int) -> tuple[float, float]:
    x = LEFT + cycle * (WIDTH - LEFT - 20) / last
    y = TOP + (HIGH - value) / (HIGH - LOW) * (HEIGHT - TOP - 44)
    return round(x, 1), round(y, 1)


def _line(values: Sequence[float], last: int) -> str:
    return " ".join("{},{}".format(*_place(n, v, last)) for n, v in enumerate(values))


def _arm(arm: str, columns: Sequence[Sequence[float]], last: int) -> str:
    ordered = [sorted(column) for column in columns]
    lows = [column[int(0.05 * (len(column) - 1))] for column in ordered]
    highs = [column[int(0.95 * (len(column) - 1))] for column in ordered]
    middle = [statistics.fmean(column) for column in columns]
    back = " ".join("{},{}".format(*_place(n, highs[n], last)) for n in range(last, -1, -1))
    return (
        f'<polygon points="{_line(lows, last)} {back}" fill="{COLOURS[arm]}" opacity=".15"/>'
        f'<polyline points="{_line(middle, last)}" fill="none" stroke="{COLOURS[arm]}" '
        f'stroke-width="2"/>'
    )


def _axes(last: int) -> str:
    parts = []
    for step in range(5):
        value = 0.70 + 0.05 * step
        if value > HIGH:
            break
        x, y = _place(0, value, last)
        dash = ' stroke-dasharray="4 3"' if abs(value - GOAL) < 1e-9 else ""
        colour = "#333" if dash else "#ddd"
        parts.append(
            f'<path d="M{x} {y}H{WIDTH - 20}" stroke="{colour}"{dash}/>'
            f'<text x="{LEFT - 8}" y="{y + 4}" text-anchor="end">{value:.0%}</text>'
        )
    for cycle in range(last + 1):
        x, y = _place(cycle, LOW, last)
        parts.append(f'<text x="{x}" y="{y + 18}" text-anchor="middle">{cycle}</text>')
    parts.append(f'<text x="{LEFT}" y="{HEIGHT - 6}">cycle of 200 hires</text>')
    return "".join(parts)
