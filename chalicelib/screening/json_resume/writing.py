"""A JSON Resume written out as lines, each of its values at a known place."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from chalicelib.screening.document import Emphasis, Line
from chalicelib.screening.facts import Fact, Source
from chalicelib.screening.json_resume.checking import JsonResume, Post, Study, Undertaking
from chalicelib.screening.reading.assembly import clean
from chalicelib.screening.reading.draft import Draft, Sheet

#: A longer line would be cut on reading; text is broken before.
WIDEST = 900
_HEADINGS = {
    "summary": ("自我评价", "Summary"),
    "work": ("工作经历", "Work Experience"),
    "education": ("教育经历", "Education"),
    "projects": ("项目经历", "Projects"),
    "skills": ("专业技能", "Skills"),
    "certificates": ("证书", "Certificates"),
    "languages": ("语言能力", "Languages"),
}
_NOW = ("至今", "Present")
_BAR = " | "


@dataclass
class Written:
    """Lines of one page; places say where a value of the document stands, by its JSON path.

    headings are indexes of lines; rows gives the first and last line number of each entry.
    """

    chinese: bool
    lines: list[str] = field(default_factory=list)
    headings: set[int] = field(default_factory=set)
    places: dict[str, Source] = field(default_factory=dict)
    rows: dict[str, tuple[int, int]] = field(default_factory=dict)

    def say(self, pair: tuple[str, str]) -> str:
        """The word of the document's language."""
        return pair[0] if self.chinese else pair[1]

    def row(self, values: list[tuple[str, str]], joint: str = _BAR) -> None:
        """Write one line of (path, text); a text without path is a label, empty ones fall away."""
        line = ""
        for path, raw in values:
            text = clean(raw)
            if not text:
                continue
            if line and not line.endswith(": "):
                line += joint
            if path:
                number = len(self.lines) + 1
                self.places[path] = Source(1, number, len(line), len(line) + len(text), text)
            line += text + (" " if text.endswith(":") and not path else "")
        if line.strip():
            self.lines.append(line.rstrip())

    def text(self, raw: str, bullet: str = "") -> None:
        """Write running text, a line each; lines too long are broken."""
        for piece in raw.splitlines():
            words = clean(piece)
            for start in range(0, len(words), WIDEST):
                part = words[start : start + WIDEST].strip()
                if part:
                    self.lines.append((bullet if start == 0 else "") + part)

    def fact(self, path: str) -> Fact | None:
        """The value at a path with its quotation; None where the document has none."""
        source = self.places.get(path)
        return Fact(source.text, source) if source else None

    def between(self, first: Source, last: Source) -> Source:
        """Quote a line from one place to another one on it."""
        text = self.lines[first.line - 1][first.start : last.end]
        return Source(1, first.line, first.start, last.end, text)

    def first_line(self, entry: str) -> Source:
        """Quote the first line of an entry."""
        number = self.rows[entry][0]
        text = self.lines[number - 1]
        return Source(1, number, 0, len(text), text)

    def heading(self, pair: tuple[str, str]) -> None:
        """Write a heading in the document's language."""
        self.headings.add(len(self.lines))
        self.lines.append(self.say(pair))

    def sheet(self) -> Sheet:
        """The lines as a reader hands them on."""
        emphasis = {at: Emphasis.HEADING for at in self.headings}
        return Sheet([Draft(t, emphasis.get(n, Emphasis.PLAIN)) for n, t in enumerate(self.lines)])

    def found_in(self, lines: Iterable[Line]) -> "Written":
        """Without the values whose words were not kept on reading, such as orders to the scorer."""
        kept = {line.number: line.text for line in lines if line.page == 1}
        self.places = {
            path: place
            for path, place in self.places.items()
            if kept.get(place.line, "")[place.start : place.end] == place.text
        }
        self.rows = {path: rows for path, rows in self.rows.items() if rows[0] in kept}
        self.lines = [kept.get(number + 1, "") for number in range(len(self.lines))]
        return self


def written(document: JsonResume) -> Written:
    """Write a checked document out; the same document gives the same lines.

    Headings stand in the document's language; what it does not hold gets no heading.
    """
    page = Written(document.is_chinese)
    _head(page, document)
    for name, entries in _sections(document):
        if entries:
            page.heading(_HEADINGS[name])
        for number, entry in enumerate(entries):
            path = f"{name}[{number}]"
            first = len(page.lines) + 1
            _entry(page, path, entry)
            if len(page.lines) >= first:
                page.rows[path] = (first, len(page.lines))
    return page


def _head(page: Written, document: JsonResume) -> None:
    basics = document.basics
    page.row([("basics.name", basics.name)])
    page.row(
        [("", page.say(("求职意向:", "Objective:"))), ("", basics.label)] if basics.label else []
    )
    for label, path, value in (
        (("电话:", "Phone:"), "basics.phone", basics.phone),
        (("邮箱:", "Email:"), "basics.email", basics.email),
        (("现居城市:", "City:"), "basics.location.city", basics.location.city),
    ):
        page.row([("", page.say(label)), (path, value)] if value else [])
    if basics.summary:
        page.heading(_HEADINGS["summary"])
        page.text(basics.summary)


def _sections(document: JsonResume) -> Iterator[tuple[str, list[object]]]:
    for name in ("work", "education", "projects", "skills", "certificates", "languages"):
        yield name, getattr(document, name)


def _entry(page: Written, path: str, entry: object) -> None:
    if isinstance(entry, Post):
        named = [(f"{path}.name", entry.name), (f"{path}.position", entry.position)]
        page.row([*named, ("", _span(page, entry))])
        _body(page, entry.summary, entry.highlights)
    elif isinstance(entry, Undertaking):
        page.row([(f"{path}.name", entry.name), ("", _span(page, entry))])
        _body(page, entry.description, entry.highlights)
        page.row([("", _list(page, entry.keywords))] if entry.keywords else [])
    elif isinstance(entry, Study):
        named = [(f"{path}.institution", entry.institution), (f"{path}.area", entry.area)]
        page.row([*named, (f"{path}.studyType", entry.study_type), ("", _span(page, entry))])
        page.row([("", _list(page, entry.courses))] if entry.courses else [])
    else:
        _word(page, path, dict(entry))  # type: ignore[call-overload]


def _word(page: Written, path: str, entry: dict[str, object]) -> None:
    """A skill, certificate or language: its name, how well, and what belongs to it."""
    key = "language" if "language" in entry else "name"
    degree = "fluency" if "fluency" in entry else "level"
    values = [(f"{path}.{key}", str(entry[key])), (f"{path}.{degree}", str(entry.get(degree, "")))]
    keywords = entry.get("keywords")
    if isinstance(keywords, list) and keywords:
        values.append(("", _list(page, keywords)))
    page.row(values, joint=page.say((" ", " - ")))


def _body(page: Written, summary: str, highlights: list[str]) -> None:
    page.text(summary)
    for highlight in highlights:
        page.text(highlight, bullet="- ")


def _list(page: Written, words: list[str]) -> str:
    return page.say(("、", ", ")).join(words)[:WIDEST]


def _span(page: Written, entry: Post | Study | Undertaking) -> str:
    """The dates as a résumé writes them; an end alone stands alone."""
    start, end = (re.sub(r"-", ".", text[:7]) for text in (entry.start, entry.end))
    if start:
        return f"{start} - {end or page.say(_NOW)}"
    return end
