"""Rules about how long someone has done something, and what would meet them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from chalicelib.screening import criteria, taxonomy
from chalicelib.screening.criteria import RULES, Criterion, Finding, Remedy, Verdict, rule
from chalicelib.screening.facts import Fact, Level, Project, Qualifications, Skill, Work
from chalicelib.screening.matching import by_tenure, by_use, found, skills_of, texts_of
from chalicelib.screening.remedies import IMAGINED, with_skill
from chalicelib.screening.tenure import Tenure, free_span, in_months, least_months

#: Short and other spellings of words in titles.
_SPELLINGS = tuple(
    (re.compile(rf"\b{short}(?![a-z])", re.IGNORECASE), word)
    for short, word in (
        (r"sr\.?", "senior"),
        (r"jr\.?", "junior"),
        (r"asst\.?|ass't", "assistant"),
        (r"mgr\.?", "manager"),
        (r"eng'r|engr\.?", "engineer"),
        (r"exec\.?", "executive"),
        (r"advisor", "adviser"),
        (r"front[ -]end", "frontend"),
        (r"back[ -]end", "backend"),
        (r"full[ -]stack", "fullstack"),
        (r"e-commerce", "ecommerce"),
        (r"programme", "program"),
        (r"centre", "center"),
    )
)
_COUNTING = {"internships": criteria.internships}


def could_work_longer(criterion: Criterion, held: Qualifications) -> Iterator[Remedy]:
    """Imagine the fewest further months of dated work or project that meet the years."""

    def longer(months: int) -> Qualifications:
        return _with_months(criterion, held, months)

    def meets(months: int) -> bool:
        return RULES[criterion.rule].decide(criterion, longer(months)).verdict is Verdict.MET

    months = least_months(meets)
    if months is None:
        return
    (zh, en), (what_zh, what_en) = in_months(months), _what(criterion)
    words = {
        "zh": f"如果再有{zh}写明起止时间的{what_zh}",
        "en": f"If {en} more of dated {what_en} were shown",
    }
    yield Remedy(longer(months), words)


def _what(criterion: Criterion) -> tuple[str, str]:
    named = "".join(skills_of(criterion)[:1])
    if criterion.rule == "project-years":
        return f"{named}项目经历", f"{named} project work".strip()
    if criterion.rule == "role-years":
        first = texts_of(criterion, "role")[0]
        return f"“{first}”类岗位经历", f"work in a post such as “{first}”"
    return f"{named}工作经历", f"{named} work".strip()


def _with_months(criterion: Criterion, held: Qualifications, months: int) -> Qualifications:
    entries: Iterable[Work | Project] = (*held.work, *held.projects)
    span = free_span((entry.span for entry in entries if entry.span), months)
    names = skills_of(criterion)[:1]
    skills = tuple(Fact(name, IMAGINED) for name in names)
    for name in names:
        if not any(own.name == name and own.mentions for own in held.skills):
            held = with_skill(held, Skill(name, Level.UNSTATED, (IMAGINED,), listed=True))
    if criterion.rule == "project-years":
        project = Project(IMAGINED, "", span, skills)
        return replace(held, projects=(*held.projects, project))
    role = texts_of(criterion, "role")[:1]
    title = Fact(role[0], IMAGINED) if role else None
    return replace(held, work=(*held.work, Work(IMAGINED, None, title, span, skills=skills)))


@rule(
    "experience-years",
    {"years": criteria.years},
    _COUNTING,
    remedies=could_work_longer,
)
def has_experience(criterion: Criterion, held: Qualifications) -> Finding:
    """Ask for years in posts, overlaps counted once, internships as HR set it."""
    return by_tenure(criterion, Tenure.of_posts(held.work, held.stated, ""))


@rule(
    "role-years",
    {"role": criteria.texts, "years": criteria.years},
    _COUNTING,
    remedies=could_work_longer,
)
def has_role(criterion: Criterion, held: Qualifications) -> Finding:
    """Ask for years in posts whose title carries one of some words."""
    words = re.compile("|".join(map(_word, texts_of(criterion, "role"))), re.IGNORECASE)
    fitting = tuple(p for p in held.work if p.title and words.search(_spelt(p.title.value)))
    untitled = any(post.title is None for post in held.work)
    if not fitting and held.work and not untitled:
        return found(
            criterion,
            Verdict.NOT_MET,
            "简历中没有该类岗位的经历",
            "No post of this kind is stated",
            evidence=tuple(post.source for post in held.work),
        )
    tenure = Tenure.of_posts(fitting, (), "")
    return by_tenure(criterion, replace(tenure, undated=tenure.undated or untitled))


def _word(word: str) -> str:
    """Latin words begin where a word begins: sales is not in wholesales."""
    word = re.escape(_spelt(word))
    return rf"\b{word}" if word[:1].isascii() else word


def _spelt(title: str) -> str:
    """A title as it is compared: in full words, one spelling, no blanks between characters."""
    text = re.sub(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])", "", taxonomy.plain(title))
    for short, word in _SPELLINGS:
        text = short.sub(word, text)
    return text


@rule(
    "skill-years",
    {"skill": criteria.text, "years": criteria.years},
    {"alternatives": criteria.texts, **_COUNTING},
    remedies=could_work_longer,
)
def has_skill_years(criterion: Criterion, held: Qualifications) -> Finding:
    """Ask for years of dated posts and projects whose own lines name a skill."""
    return by_use(criterion, held)


@rule(
    "project-years",
    {"years": criteria.years},
    {"skill": criteria.text, **_COUNTING},
    remedies=could_work_longer,
)
def has_project_years(criterion: Criterion, held: Qualifications) -> Finding:
    """Ask for years of project work, with a skill where one is given."""
    if "skill" in criterion.params:
        return by_use(criterion, held)
    return by_tenure(criterion, Tenure.of_projects(held.projects, held.stated))
