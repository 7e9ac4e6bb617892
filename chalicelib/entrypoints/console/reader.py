"""Words, dates and figures as one reader wants them: their language, the company's time zone."""

from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from typing import Any

from chalicelib.foundation import clock
from chalicelib.foundation.messages import LANGUAGES, MESSAGES, say

MINUTE, HOUR, DAY = 60, 3600, 86_400


@dataclass(frozen=True)
class Reader:
    """Who reads a page: `language` zh or en, `zone` the organisation's."""

    language: str
    zone: tzinfo = UTC

    def t(self, key: str, **fields: object) -> str:
        """The console's own sentence of `key`, without its area's prefix."""
        return say(f"console.{key}", self.language, **fields)

    def said(self, key: object, **fields: object) -> str:
        """The sentence of a key that came with data; a key nobody knows is shown as it is."""
        text = str(key)
        known = next((k for k in (text, f"error.{text}", f"console.{text}") if k in MESSAGES), "")
        return say(known, self.language, **fields) if known else text

    def word(self, group: str, value: object) -> str:
        """The word for one value of an enumeration, such as a stage or a role."""
        key = f"console.{group}.{value}"
        return say(key, self.language) if key in MESSAGES else str(value).replace("_", " ")

    def tx(self, text: Any) -> str:
        """Bilingual data in the reader's language, in the other one if that is all there is."""
        if not isinstance(text, dict):
            return str(text or "")
        wanted = text.get(self.language)
        return str(wanted or next((text[x] for x in LANGUAGES if text.get(x)), ""))

    def local(self, moment: Any) -> datetime | None:
        """A moment (aware datetime or ISO text) in the company's zone, None for nothing."""
        if not moment:
            return None
        known = moment if isinstance(moment, datetime) else clock.parse(str(moment))
        return known.astimezone(self.zone)

    def when(self, moment: Any) -> str:
        """Date and minute, `2026-11-23 09:30`."""
        try:
            shown = self.local(moment)
        except ValueError:  # a time that HR wrote in words
            return str(moment)
        return f"{shown:%Y-%m-%d %H:%M}" if shown else ""

    def day(self, moment: Any) -> str:
        """The date; a bare ISO date stays the date it is."""
        if isinstance(moment, str) and len(moment) == 10:
            return moment
        shown = self.local(moment)
        return f"{shown:%Y-%m-%d}" if shown else ""

    def ago(self, moment: Any) -> str:
        """How long ago, in the largest unit that says something."""
        shown = self.local(moment)
        if shown is None:
            return ""
        seconds = int((clock.now() - shown).total_seconds())
        if seconds < MINUTE:
            return self.t("ago.now")
        if seconds < HOUR:
            return self.t("ago.minutes", n=seconds // MINUTE)
        if seconds < DAY:
            return self.t("ago.hours", n=seconds // HOUR)
        return self.t("ago.days", n=seconds // DAY)

    def months(self, count: object) -> str:
        """A length in months as years and months."""
        years, rest = divmod(int(str(count)), 12)
        parts = [self.t("span.years", n=years)] if years else []
        parts += [self.t("span.months", n=rest)] if rest or not years else []
        return " ".join(parts)


def month_name(number: object) -> str:
    """A month counted from year 0, as `2018-09`."""
    year, month = divmod(int(str(number)), 12)
    return f"{year:04d}-{month + 1:02d}"


def number(value: Any, digits: int = 0) -> str:
    """A figure with its thousands parted; an en dash for one that is not there."""
    return "–" if value is None else f"{float(value):,.{digits}f}"


def points(value: Any) -> str:
    """A 0-100 figure with one decimal, without a trailing `.0`."""
    return "–" if value is None else f"{float(value):.1f}".removesuffix(".0")


def signed(value: Any, digits: int = 2) -> str:
    """A difference with its sign; minus is the true minus sign."""
    if value is None:
        return "–"
    return f"{float(value):+.{digits}f}".replace("-", "−")


def percent(share: Any, digits: int = 0) -> str:
    """A share of 1 as a percentage."""
    return "–" if share is None else f"{float(share) * 100:.{digits}f}%"


def chance(probability: Any) -> str:
    """A probability from finitely many draws: never certain, never impossible."""
    if probability is None:
        return "–"
    if probability > 0.99:
        return "> 99%"
    return "< 1%" if probability < 0.01 else percent(probability)


def cell(value: Any) -> str:
    """A table's cell: whole numbers parted, others with three decimals at most."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value)
    text = f"{value:,.3f}"
    return text.rstrip("0").rstrip(".")
