"""Rows on process, sources, questions and opinions, with known answers."""

from datetime import date, timedelta

from chalicelib.analytics.counting import durations
from chalicelib.analytics.counting.sums import Moments, added, moments, noted
from chalicelib.analytics.rows import Hands, Opinions, QuestionUse, SourceWork, Stays, WeekScore
from chalicelib.interviewing.usage import NO_USE, Tally, read
from tests.unit.analytics.cases import wave

MONDAY = date(2026, 1, 5)


def scores(*values: float, unit: int = 100) -> Moments:
    return moments(added(*(noted("x", value, unit) for value in values)), "x", unit)


def weeks(number: int, *, n: int = 20, rise: float = 0.0) -> list[WeekScore]:
    return [
        WeekScore(
            (MONDAY + timedelta(weeks=week)).isoformat(),
            scores(*(70 + rise * week + 10 * wave(week + place, 29) for place in range(n))),
        )
        for week in range(number)
    ]


def took(n: int, days: float, minutes: int | None = None) -> durations.Durations:
    """Durations whose median is `days`."""
    middle = days * durations.DAY if minutes is None else minutes
    half = n // 2
    return durations.spread(
        [middle * 0.5] * half + [middle] * (n - 2 * half) + [middle * 1.5] * half
        if n % 2
        else [middle] * n
    )


def stays(n: int, minutes: int | None = None) -> list[Stays]:
    names = ("applied", "screened", "invited", "interviewed", "background_check", "onboarding")
    found = [Stays(name, took(n, days + 1, minutes)) for days, name in enumerate(names)]
    return [*found, Stays("offered", took(3, 2))]


def stretches(n: int) -> list[Stays]:
    return [Stays(name, took(n, 20)) for name in ("decision", "hire", "onboard")]


def moved(before: float, after: float, few: int = 41) -> list[Stays]:
    return [
        Stays("hire", took(31, after), took(41, before)),
        Stays("interviewed", took(few, 2), took(41, 3)),
    ]


def hands(n: int) -> list[Hands]:
    return [Hands(f"Colleague {place:02d}", 40 - place, 20, place) for place in range(n)]


def sources() -> list[SourceWork]:
    good = scores(*(0.5 + wave(i, 31) for i in range(40)), unit=10_000)
    poor = scores(*(-1 + wave(i, 31) for i in range(25)), unit=10_000)
    return [
        SourceWork("referral", good, 2),
        SourceWork("job-board", poor, 12),
        SourceWork("walk-in", scores(0.1, 0.2, 0.4, unit=10_000), 0),
    ]


def questions(n: int) -> list[QuestionUse]:
    return [
        QuestionUse(f"q-{place:02d}", {"zh": f"题目{place}" * 9, "en": f"Question {place} " * 9},
                    read(tally(place)))
        for place in range(n)
    ]  # fmt: skip


def tally(place: int) -> Tally:
    """Forty rated answers whose ratings follow the others', the less the later the question."""
    if place == 3:
        return NO_USE
    total = Tally(asked=44, answered=41, rated=40, abstained=1)
    for number in range(40):
        x = 100 + round(400 * wave(number, 31))
        y = x if number >= 2 * place else 100 + round(400 * wave(number, 53))
        total = total.plus(Tally(rating=x, rating_squared=x * x, paired=1, x=x, y=y,
                                 xx=x * x, yy=y * y, xy=x * y))  # fmt: skip
    return total


def opinions(n: int, others: int | None = 0) -> Opinions:
    content = round(n * 0.8)
    marks = {5: content, 2: n - content}
    low = {5: round(n * 0.4), 1: n - round(n * 0.4)}
    return Opinions(
        n, {"overall": marks, "transparent": marks, "timely": low, "objective": {4: 3}}, others
    )
