"""How long: months of dated posts and projects against a demand in years."""

from dataclasses import dataclass, field

from chalicelib.screening.criteria import Verdict
from chalicelib.screening.facts import (
    Project,
    Qualifications,
    Source,
    Span,
    Stated,
    Work,
    months_covered,
)
from chalicelib.screening.resume.lexicon import IMPLIES

# A span given in bare years may be up to eleven months longer or shorter than it looks.
_YEAR_SLACK_MONTHS = 11


@dataclass(frozen=True)
class Tenure:
    """What is dated, what is only claimed in words, and what stands undated."""

    spans: tuple[Span, ...] = ()
    intern_spans: tuple[Span, ...] = ()
    claimed_months: int | None = None
    undated: bool = False
    evidence: tuple[Source, ...] = field(default=())

    @property
    def months(self) -> int:
        """Months covered by dated posts and projects, overlaps once."""
        return months_covered(self.spans)

    @property
    def shown_months(self) -> int:
        """Dated months, or the claim where nothing is dated."""
        return self.months if self.spans or self.claimed_months is None else self.claimed_months

    @property
    def slack_months(self) -> int:
        """How far bare years leave the total open, in months either way."""
        return _YEAR_SLACK_MONTHS * sum(not span.exact for span in self.spans)

    @classmethod
    def of_posts(cls, posts: tuple[Work, ...], stated: tuple[Stated, ...], about: str) -> "Tenure":
        """Gather posts; internships stand apart."""
        claims = [claim for claim in stated if claim.about == about]
        dated = [post for post in posts if post.span]
        sources = [*(post.source for post in dated), *(claim.source for claim in claims)]
        return cls(
            spans=tuple(p.span for p in dated if p.span and not p.internship),
            intern_spans=tuple(p.span for p in dated if p.span and p.internship),
            claimed_months=max((c.months for c in claims), default=None),
            evidence=tuple(dict.fromkeys(sources)),
        )

    @classmethod
    def of_projects(cls, projects: tuple[Project, ...], stated: tuple[Stated, ...]) -> "Tenure":
        """Gather projects."""
        claims = [claim for claim in stated if claim.about == "project"]
        return cls(
            spans=tuple(p.span for p in projects if p.span),
            claimed_months=max((c.months for c in claims), default=None),
            undated=any(p.span is None for p in projects),
            evidence=(*(p.source for p in projects), *(c.source for c in claims)),
        )

    def doubt(self, needed: int) -> tuple[str, str]:
        """Say in zh and en what leaves the question open."""
        if self.claimed_months is not None and self.spans and self.claimed_months >= needed:
            return "自述年限与所列时间不一致", "the years claimed and the dates listed disagree"
        if self.slack_months:
            return "时间只写到年份", "only years are given, not months"
        if self.intern_spans:
            return "需要计入实习才够", "it is enough only with internships"
        return "没有写起止时间", "no dates are given"


def judge(tenure: Tenure, needed: int) -> Verdict:
    """Compare a tenure with the months that are needed; 23 months is not two years.

    Parameters
    ----------
    tenure : what the résumé shows.
    needed : months.

    Returns
    -------
    MET or NOT_MET where the dates decide, or the words where nothing is dated; else UNKNOWN.
    """
    if not tenure.spans:
        return _judge_undated(tenure, needed)
    if tenure.months - tenure.slack_months >= needed:
        return Verdict.MET
    longest = months_covered(tenure.spans + tenure.intern_spans) + tenure.slack_months
    claimed = tenure.claimed_months or 0
    return Verdict.UNKNOWN if max(longest, claimed) >= needed else Verdict.NOT_MET


def _judge_undated(tenure: Tenure, needed: int) -> Verdict:
    if tenure.claimed_months is not None:
        return Verdict.MET if tenure.claimed_months >= needed else Verdict.NOT_MET
    if tenure.intern_spans and months_covered(tenure.intern_spans) < needed:
        return Verdict.NOT_MET
    return Verdict.UNKNOWN


def use_of(skill: str, held: Qualifications) -> Tenure:
    """Gather the posts and projects whose own lines name a skill, or one that needs it."""
    showing = {skill, *(name for name, needs in IMPLIES.items() if skill in needs)}
    posts = tuple(p for p in held.work if any(s.value in showing for s in p.skills))
    projects = tuple(p for p in held.projects if any(s.value in showing for s in p.skills))
    tenure = Tenure.of_posts(posts, held.stated, skill)
    dated = [p for p in projects if p.span]
    return Tenure(
        spans=tenure.spans + tuple(p.span for p in dated if p.span),
        intern_spans=tenure.intern_spans,
        claimed_months=tenure.claimed_months,
        undated=len(dated) < len(projects),
        evidence=tenure.evidence + tuple(p.source for p in dated),
    )


def in_months(months: int) -> tuple[str, str]:
    """Write months as years and months in zh and en."""
    years, rest = divmod(months, 12)
    zh = (f"{years}年" if years else "") + (f"{rest}个月" if rest or not years else "")
    en_years = f"{years} year{'s' * (years != 1)}" if years else ""
    en_rest = f"{rest} month{'s' * (rest != 1)}" if rest or not years else ""
    return zh, " ".join(part for part in (en_years, en_rest) if part)
