"""How long: months of dated posts and projects against a demand in years."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from chalicelib.screening import taxonomy
from chalicelib.screening.criteria import Criterion, Verdict
from chalicelib.screening.facts import (
    Project,
    Qualifications,
    Source,
    Span,
    Stated,
    Work,
    months_covered,
)

# Bare years count from January to January: a span may begin, and may end, eleven months later.
_LATER_MONTHS = 11


@dataclass(frozen=True)
class Tenure:
    """What is dated, what is only claimed in words, and what stands undated.

    intern_spans are internships of which nobody has said whether they count.
    """

    spans: tuple[Span, ...] = ()
    intern_spans: tuple[Span, ...] = ()
    claimed_months: int | None = None
    undated: bool = False
    left_out: bool = False  # internships were there, and HR does not count them
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
    def least_months(self) -> int:
        """Months at the least, where bare years begin as late as they can."""
        return months_covered(tuple(map(_latest_start, self.spans)))

    @property
    def most_months(self) -> int:
        """Months at the most: bare years end as late as they can, and internships count."""
        return months_covered(tuple(map(_latest_end, self.spans + self.intern_spans)))

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
            undated=any(p.span is None and not p.internship for p in posts),
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

    def with_internships(self, criterion: Criterion) -> "Tenure":
        """Count internships, leave them out, or keep them apart, as HR set it."""
        match criterion.params.get("internships"):
            case "counted":
                return replace(self, spans=self.spans + self.intern_spans, intern_spans=())
            case "not-counted":
                return replace(self, intern_spans=(), left_out=bool(self.intern_spans))
            case _:
                return self

    def doubt(self, needed: int) -> tuple[str, str]:
        """Say in zh and en what leaves the question open."""
        if self.claimed_months is not None and self.spans and self.claimed_months >= needed:
            return "自述年限与所列时间不一致", "the years claimed and the dates listed disagree"
        if months_covered(tuple(map(_latest_end, self.spans))) >= needed:
            return "时间只写到年份", "only years are given, not months"
        if self.intern_spans and self.most_months >= needed:
            return "需要计入实习才够", "it is enough only with internships"
        if self.spans:
            return "有的经历没有写起止时间", "some entries give no dates"
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
    if tenure.least_months >= needed:
        return Verdict.MET
    claimed = tenure.claimed_months or 0
    could_be = max(tenure.most_months, claimed) >= needed
    return Verdict.UNKNOWN if could_be or tenure.undated else Verdict.NOT_MET


def _judge_undated(tenure: Tenure, needed: int) -> Verdict:
    if tenure.claimed_months is not None:
        return Verdict.MET if tenure.claimed_months >= needed else Verdict.NOT_MET
    only_interns = tenure.left_out or (tenure.intern_spans and tenure.most_months < needed)
    return Verdict.NOT_MET if only_interns and not tenure.undated else Verdict.UNKNOWN


def _latest_start(span: Span) -> Span:
    return span if span.exact else Span(span.start + _LATER_MONTHS, span.end, exact=False)


def _latest_end(span: Span) -> Span:
    # What lasts until today ends today, however its beginning is written.
    if span.exact or span.open:
        return span
    return Span(span.start, span.end + _LATER_MONTHS, exact=False)


def use_of(skill: str, held: Qualifications) -> Tenure:
    """Gather the posts and projects whose own lines name a skill, or one that needs it."""
    showing = taxonomy.shown_by(skill)
    posts = tuple(p for p in held.work if any(s.value in showing for s in p.skills))
    projects = tuple(p for p in held.projects if any(s.value in showing for s in p.skills))
    tenure = Tenure.of_posts(posts, held.stated, skill)
    dated = [p for p in projects if p.span]
    return replace(
        tenure,
        spans=tenure.spans + tuple(p.span for p in dated if p.span),
        evidence=tenure.evidence + tuple(p.source for p in dated),
    )


def in_months(months: int) -> tuple[str, str]:
    """Write months as years and months in zh and en."""
    years, rest = divmod(months, 12)
    zh = (f"{years}年" if years else "") + (f"{rest}个月" if rest or not years else "")
    en_years = f"{years} year{'s' * (years != 1)}" if years else ""
    en_rest = f"{rest} month{'s' * (rest != 1)}" if rest or not years else ""
    return zh, " ".join(part for part in (en_years, en_rest) if part)


def free_span(spans: Iterable[Span], months: int) -> Span:
    """Give a span of so many months that overlaps none of some spans, just before them."""
    first = min((span.start for span in spans), default=2000 * 12)
    return Span(first - months, first)


def least_months(meets: Callable[[int], bool], most: int = 480) -> int | None:
    """Find by halving the fewest months 1 to `most` for which `meets` holds; None where none."""
    if not meets(most):
        return None
    low, high = 0, most
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if meets(middle) else (middle, high)
    return high
