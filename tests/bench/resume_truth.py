"""What a reader found against what a file says: per field, how much is right.

Truth has the form of `truth.json`: name, phone or phones, email or emails, education [school,
major, degree, start, end], degree_level, work [company, title, start, end, months], skills,
negated_skills, certs. A value that the file does not state is null; a field that the truth lacks
is not compared. A name printed in two scripts (王小明 Tony) counts by either; a degree that only
the kind of school implies is not counted as printed.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from chalicelib.foundation.statistics import wilson
from chalicelib.screening import taxonomy
from chalicelib.screening.facts import ResumeFacts, Span
from chalicelib.screening.resume.degrees import degree_in
from chalicelib.screening.resume.moments import NOW, month_number
from chalicelib.screening.resume.script import simplified

Truth = dict[str, Any]
FIELDS = ("name", "phone", "email", "school", "degree", "major", "work", "skills", "certs")


@dataclass(frozen=True)
class Tally:
    """How often a stated value was found, invented for the field, or missed."""

    right: int = 0
    extra: int = 0
    missed: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.right + other.right, self.extra + other.extra, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 1 where nothing was found."""
        return self.right / (self.right + self.extra) if self.right + self.extra else 1.0

    @property
    def recall(self) -> float:
        """Share of what is stated that was found; 1 where nothing is stated."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = 2 * self.right + self.extra + self.missed
        return 2 * self.right / total if total else 1.0

    @property
    def n(self) -> int:
        """Values that the files state."""
        return self.right + self.missed

    def interval(self) -> tuple[float, float]:
        """Wilson's 95 % interval of F1, read as a share of (found + stated) / 2 values."""
        n = self.right + (self.extra + self.missed + 1) // 2
        return wilson(self.right, n) if n else (0.0, 1.0)


def squeeze(text: object) -> str:
    """Lower case without blanks and punctuation: how two ways of printing one value compare."""
    return re.sub(r"[\W_]+", "", str(text or "").lower())


def phone(text: object) -> str:
    """Digits of a telephone number, without China's country code, written +86, 86 or 0086."""
    digits = re.sub(r"\D", "", str(text or "")).removeprefix("00")
    return digits[2:] if len(digits) == 13 and digits.startswith("861") else digits


def moment(text: object) -> str:
    """A printed month as year-month, year, or now."""
    written = simplified(str(text or "").strip())
    if not written:
        return ""
    if re.fullmatch(NOW, written, re.IGNORECASE):
        return "now"
    number = month_number(written)
    if number is None:
        return squeeze(written)
    return f"{number[0] // 12}-{number[0] % 12 + 1}" if number[1] else f"{number[0] // 12}"


def stated(truth: Truth) -> dict[str, list[Any]]:
    """The values that a file states, in a form that compares; only fields that truth holds."""
    values: dict[str, list[Any]] = {}
    if "name" in truth:
        values["name"] = [names(truth["name"])] if truth["name"] else []
    for field, key in (("phone", phone), ("email", lambda text: str(text).lower())):
        if field in truth or f"{field}s" in truth:
            several = truth.get(f"{field}s") or [truth.get(field)]
            values[field] = sorted({key(v) for v in several if v})
    values |= schooling(truth)
    if "work" in truth:
        values["work"] = [post(w) for w in truth["work"] or []]
    if "skills" in truth:
        values["skills"] = sorted({skill(s) for s in truth["skills"] or []})
    if "certs" in truth:
        values["certs"] = sorted({certificate(c) for c in truth["certs"] or []})
    return values


def names(written: object) -> str:
    """A name squeezed; of one in two scripts the Chinese part."""
    chinese = "".join(re.findall(r"[\u3400-\u9fff·]+", str(written)))
    return squeeze(chinese if len(chinese) > 1 else written)


def schooling(truth: Truth) -> dict[str, list[Any]]:
    """Schools, majors and degrees that a file states."""
    values: dict[str, list[Any]] = {}
    if "education" in truth:
        schools = truth["education"] or []
        values["school"] = [squeeze(e["school"]) for e in schools if e.get("school")]
        values["major"] = [squeeze(e["major"]) for e in schools if e.get("major")]
        values["degree"] = [level for e in schools if (level := degree_level(e.get("degree")))]
    if "degree_level" in truth and not values.get("degree"):
        level = degree_level(truth["degree_level"])
        values["degree"] = [level] if level else []
    return values


def post(work: Truth) -> tuple[str, str, str, str]:
    """Employer, title and both ends of a post."""
    where, what = squeeze(work.get("company")), squeeze(work.get("title"))
    return where, what, moment(work.get("start")), moment(work.get("end"))


def degree_level(written: object) -> str:
    """The rank of a printed degree, by its English name; empty for none."""
    text = str(written or "")
    if text.lower() in ("junior", "secondary", "associate", "bachelor", "master", "doctorate"):
        return text.lower()
    degree = degree_in(text)
    return degree[0].name.lower() if degree else ""


def skill(name: object) -> str:
    """A skill by its canonical name."""
    return squeeze_skill(taxonomy.canonical(simplified(str(name).strip())))


def squeeze_skill(name: str) -> str:
    """Lower case without blanks; signs such as C++ and C# stay."""
    return re.sub(r"\s+", "", name.lower())


def certificate(name: object) -> str:
    """A certificate by its canonical name."""
    text = str(name).strip()
    return squeeze(taxonomy.certificates().canonical(text))


def found(facts: ResumeFacts) -> dict[str, list[Any]]:
    """The values that a reader found, in the same form."""
    own, held = facts.contact, facts.qualifications
    return {
        "name": [names(own.name.value)] if own.name else [],
        "phone": sorted({phone(p.value) for p in own.phones}),
        "email": sorted({e.value.lower() for e in own.emails}),
        "school": [squeeze(e.school.value) for e in held.education if e.school],
        "major": [squeeze(e.major.value) for e in held.education if e.major],
        "degree": [
            e.degree.name.lower()
            for e in held.education
            if e.degree is not None and not (e.school and e.degree_source == e.school.source)
        ],
        "work": [
            (
                squeeze(w.employer.value if w.employer else ""),
                squeeze(w.title.value if w.title else ""),
                *ends(w.span),
            )
            for w in held.work
        ],
        "skills": sorted({squeeze_skill(s.name) for s in held.skills if s.listed and s.mentions}),
        "certs": sorted({squeeze(c.value) for c in held.certificates}),
    }


def ends(span: Span | None) -> tuple[str, str]:
    """The two ends of a span as `moment` writes them."""
    if span is None:
        return "", ""

    def written(number: int) -> str:
        return f"{number // 12}-{number % 12 + 1}" if span.exact else f"{number // 12}"

    return written(span.start), "now" if span.open else written(span.end)


def compare(truth: dict[str, list[Any]], got: dict[str, list[Any]]) -> dict[str, Tally]:
    """Count per field; a value that stands twice must be found twice."""
    counts = {field: tally(truth[field], got[field]) for field in FIELDS if field in truth}
    if "certs" in truth:
        counts["certs"] = contained(truth["certs"], got["certs"])
    return counts


def contained(wanted: list[str], got: list[str]) -> Tally:
    """Count names of which one contains the other as the same: 教师资格证, 高级中学教师资格证."""
    left = list(got)
    right = 0
    for name in wanted:
        same = next((g for g in left if g and (g in name or name in g)), None)
        if same is not None:
            left.remove(same)
            right += 1
    return Tally(right, len(left), len(wanted) - right)


def tally(wanted: Iterable[Any], got: Iterable[Any]) -> Tally:
    """Count values as multisets."""
    left, have = Counter(wanted), Counter(got)
    right = sum((left & have).values())
    return Tally(right, sum(have.values()) - right, sum(left.values()) - right)


def months_right(truth: Truth, facts: ResumeFacts) -> Tally:
    """Posts with a closed span whose months are within one of what truth says."""
    spans = [(ends(w.span)[0], w.span) for w in facts.qualifications.work if w.span]
    right = missed = 0
    for post in truth.get("work") or []:
        if post.get("months") is None or moment(post.get("end")) in ("", "now"):
            continue
        start = moment(post.get("start"))
        near = any(
            s == start and span and abs(span.months - post["months"]) <= 1 for s, span in spans
        )
        right, missed = right + near, missed + (not near)
    return Tally(right, 0, missed)


def denied_right(truth: Truth, facts: ResumeFacts) -> Tally:
    """Skills that the file says are not held: found as denied, and never as held."""
    denied = {squeeze_skill(s.name) for s in facts.qualifications.skills if s.denials}
    return tally({skill(s) for s in truth.get("negated_skills") or []}, denied)
