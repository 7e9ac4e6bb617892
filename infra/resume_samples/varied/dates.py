"""How one résumé prints its dates."""

from dataclasses import dataclass
from random import Random

from infra.resume_samples.varied.marks import Period

AS_OF = 2026 * 12 + 8  # September 2026, year * 12 + month - 1
AS_OF_TEXT = "2026-09-15"
_SHORT = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_LONG = (
    "January February March April May June July August September October November December"
).split()
_ZH_FORMS = (
    *("{y}.{m:02d}", "{y}年{m}月", "{y}/{m:02d}", "{y}-{m:02d}") * 3,
    *("{y}.{m}", "{y}/{m}", "{y}年{m:02d}月", "{y}.{m:02d}.{d:02d}", "{y}-{m:02d}-{d:02d}"),
    *("{s}年{m}月", "{y} 年 {m} 月", "{y}年", "{y}", "{y}-{m}", "{y}年{m}月{d}日"),
)
_EN_FORMS = (
    *("{short} {y}", "{m:02d}/{y}", "{long} {y}") * 4,
    *("{dot} {y}", "{y}", "{m}/{y}", "{y}-{m:02d}", "{y}/{m:02d}", "{short}, {y}", "{y}.{m:02d}"),
    *("{upper} {y}", "{m:02d}.{y}", "{short}-{y}", "{d} {short} {y}", "{short} '{s}"),
)
_ZH_JOINS = ("-", " - ", "—", "--", "至", " 至 ", "~", " ~ ", "–", " – ", "到", "—", " — ", "～")
_EN_JOINS = (" - ", " – ", "–", " to ", " — ", "-", " until ", " ~ ")
_ZH_NOW = ("至今",) * 6 + ("现在", "目前", "今", "Present", "now")
_EN_NOW = ("Present",) * 5 + ("Current", "present", "Now", "till date", "ongoing", "to date")


@dataclass(frozen=True)
class DateStyle:
    """One way to print months and periods."""

    form: str
    join: str
    now: str
    wrap: tuple[str, str] = ("", "")

    @property
    def exact(self) -> bool:
        """Whether the month is printed."""
        return any(f"{{{key}" in self.form for key in ("m", "short", "long", "dot", "upper"))

    def month(self, number: int) -> str:
        """Print one month."""
        year, month = divmod(number, 12)
        short = _SHORT[month]
        return self.form.format(
            y=year,
            s=f"{year % 100:02d}",
            m=month + 1,
            d=(number * 7) % 28 + 1,
            short=short,
            long=_LONG[month],
            dot=("Sept" if short == "Sep" else short) + "." * (short != "May"),
            upper=short.upper(),
        )

    def period(self, start: int, end: int | None) -> Period:
        """Print from start to end, None for to date."""
        join = self.join
        last = self.now if end is None else self.month(end)
        if last == "今" and "至" not in join:
            last = "至今"
        if last == "至今" and join.strip() in ("至", "到"):
            join = "-"
        if last in ("till date", "to date") and join.strip().isalpha():
            join = " - "
        months = (AS_OF if end is None else end) - start if self.exact else None
        first = self.month(start)
        return Period(first, last, months, self.wrap[0] + first + join + last + self.wrap[1])


def choose(random: Random, english: bool) -> DateStyle:
    """Pick a style for a whole résumé."""
    form = random.choice(_EN_FORMS if english else _ZH_FORMS)
    join = random.choice(_EN_JOINS if english else _ZH_JOINS)
    if "-" in form and "-" in join:
        join = " ~ " if not english else " to "
    if form.endswith(("月", "日", "年")) is False and join == "到":
        join = "至"
    wrap = ("（", "）") if random.random() < 0.04 and not english else ("", "")
    return DateStyle(form, join, random.choice(_EN_NOW if english else _ZH_NOW), wrap)
