"""The manner of one résumé: format, headings, templates, separators; fixed once."""

from dataclasses import dataclass
from random import Random

from infra.resume_samples.varied import dates
from infra.resume_samples.varied.dates import DateStyle
from infra.resume_samples.varied.people import Person
from infra.resume_samples.varied.vocabulary import Words

# format and its weight
FORMATS = {
    "pdf-single": 18,
    "pdf-left": 6,
    "pdf-right": 5,
    "pdf-table": 7,
    "pdf-flush": 6,
    "docx-plain": 8,
    "docx-styles": 7,
    "docx-table": 6,
    "docx-layout": 3,
    "docx-boxes": 2,
    "docx-header": 3,
    "html-list": 4,
    "html-table": 3,
    "html-div": 4,
    "html-dl": 2,
    "html-br": 2,
    "txt": 10,
    "txt-gb18030": 4,
    "md": 4,
    "rtf": 2,
}
LISTS = ("docx-styles", "html-list", "html-dl", "md")  # formats with bullets of their own
ASIDE = ("pdf-left", "pdf-right", "docx-layout")
_GAPS = ("   ", "   ", "  ", "    ", " | ", "\t", " / ", " ")
_FRAMES_TEXT = ("{}",) * 4 + (
    *("【{}】", "[{}]", "==={}===", "{n}、{}", "■ {}", "{}：", "● {}", "--- {} ---", "{n}. {}"),
    *("# {}", "◆{}", "* {} *", "〖{}〗", "▍{}", ">> {}", "[ {} ]"),
)
_FRAMES_PAGE = ("{}",) * 9 + ("{n}、{}", "{}：", "■ {}", "◆ {}", "{}:", "【{}】", "| {}")
_FRAMES_EN = ("{}",) * 7 + ("{}:", "{n}. {}", "[{}]", "=== {} ===", "* {}", "-- {} --", "# {}")
_BULLETS = ("", "", "- ", "* ", "• ", "· ", "{n}. ", "{n}、", "（{n}）", "{n}) ", "● ", "➢ ")

_COMMAS_ZH = ("、",) * 6 + ("，", ", ", "/", " / ", "；", " ", "，", " | ", ";")
_COMMAS_EN = (", ", ", ", ", ", " | ", "; ", " • ", " / ")
_UNDRAWN = ("➢",)  # not in the fonts that every PDF reader brings
_NUMBERINGS = ("{n}. ", "{n}、", "({n}) ", "[{n}] ", "{n} ", "• ", "■ ", "* ", "- ", "◆", "{n}）")
_GRIDS = (
    ("dates", "employer", "title"),
    ("employer", "title", "dates"),
    ("dates", "employer", "department", "title"),
    ("employer", "dates", "title"),
    ("dates", "title", "employer"),
)


@dataclass(frozen=True)
class Style:
    """Choices that hold for a whole document."""

    format: str
    date: DateStyle
    gap: str
    frame: str
    bullet: str
    heading_case: str  # '', upper, spaced, both
    headings: bool
    comma: str
    work: str
    school: str
    project: str
    newest_first: bool
    grid: tuple[str, ...]  # columns of a table of posts with a row of labels, else empty
    subhead: bool
    colon: str
    lasting: bool  # how long each post lasted stands after its dates
    numbering: str  # stands before each post and school, {n} its number
    run_in: bool  # short sections begin on their heading's line
    beside_deed: bool  # the first deed stands on the line of its post
    contacts_last: bool
    paragraphs: bool  # deeds stand in one paragraph
    typos: bool


def choose(random: Random, words: Words, person: Person) -> Style:
    """Choose the manner for a person; headings are rarely left out."""
    english = person.english
    kind = random.choices(list(FORMATS), list(FORMATS.values()))[0]
    plain_text = kind.startswith("txt")
    frames = _FRAMES_EN if english else _FRAMES_TEXT if plain_text else _FRAMES_PAGE
    paragraphs = random.random() < 0.1
    tongue = "en" if english else "zh"
    case = random.choice(("",) * 6 + (("upper", "upper") if english else ("spaced",)))
    if person.language == "mixed" and random.random() < 0.5:
        case = "both"
    bullet = "" if kind in LISTS or paragraphs else random.choice(_BULLETS)
    if kind.startswith("pdf") and bullet.strip() in _UNDRAWN:
        bullet = "· "
    return Style(
        format=kind,
        date=dates.choose(
            random, english or (person.language == "mixed" and random.random() < 0.2)
        ),
        gap="\t" if kind.endswith(("table", "flush")) else random.choice(_GAPS),
        frame="{}" if kind == "md" else random.choice(frames),
        bullet=bullet,
        heading_case=case,
        headings=random.random() > 0.03,
        comma=random.choice(_COMMAS_EN if english else _COMMAS_ZH),
        work=words.word(random, f"entries_work_{tongue}"),
        school=words.word(random, f"entries_school_{tongue}"),
        project=words.word(random, f"entries_project_{tongue}"),
        newest_first=random.random() < 0.85,
        grid=_grid(random, kind),
        subhead=random.random() < 0.15,
        lasting=random.random() < 0.05,
        paragraphs=paragraphs,
        numbering=random.choice(_NUMBERINGS) if random.random() < 0.07 else "",
        run_in=random.random() < 0.09,
        beside_deed=random.random() < 0.03,
        contacts_last=random.random() < 0.03,
        colon=random.choice(("",) * 8 + (":", " : ", "： ", " ：")),
        typos=random.random() < 0.15,
    )


def _grid(random: Random, kind: str) -> tuple[str, ...]:
    share = 0.35 if kind.endswith("table") else 0.03
    return random.choice(_GRIDS) if random.random() < share else ()
