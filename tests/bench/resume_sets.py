"""Résumé files with truth: a folder's, our own hand-labelled ones, generated ones."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from infra.resume_samples import varied
from infra.resume_samples.varied.marks import Block, Entry, Page, Row, plain
from infra.resume_samples.varied.paper import paper
from infra.resume_samples.varied.text import md, txt
from infra.resume_samples.varied.web import web
from infra.resume_samples.varied.word import word

#: Hand-written résumés: those that were looked at while the reader was mended, and those kept for
#: testing alone.
SEEN = Path(__file__).parent / "labelled"
KEPT = SEEN / "test"
GENERATED_SEED, GENERATED = 990_017, 400
#: By turns, so that every hand-written résumé is read in one format and every format is read.
_WRITERS = (
    ("txt", lambda page, random: txt(page, random)),
    ("docx", lambda page, random: word(page, random, "styles")),
    ("pdf", lambda page, random: paper(page, random, "single")),
    ("html", lambda page, random: web(page, random, "div")),
    ("md", lambda page, random: md(page, random)),
)


@dataclass(frozen=True)
class Case:
    """One file, what it says, and the groups it is counted in."""

    name: str
    content: bytes
    truth: dict[str, Any]
    format: str
    language: str


def folder(path: Path) -> Iterator[Case]:
    """Every file of `path/files` that `path/truth.json` names."""
    truth = json.loads((path / "truth.json").read_text(encoding="utf-8"))
    for name, said in truth.items():
        file = path / "files" / name
        if not file.is_file():
            continue
        kind = file.suffix.lstrip(".").lower()
        yield Case(name, file.read_bytes(), said, kind, said.get("language") or language_of(said))


def language_of(truth: dict[str, Any]) -> str:
    """Chinese where name, schools or employers are written so; English otherwise."""
    schools = [e.get("school") for e in truth.get("education") or []]
    posts = [w.get("company") for w in truth.get("work") or []]
    said = "".join(str(part or "") for part in (truth.get("name"), *schools, *posts))
    return "zh" if any("\u4e00" <= c <= "\u9fff" for c in said) else "en"


def labelled(folder: Path) -> Iterator[Case]:
    """The hand-written résumés of a set, each written to a file of one format."""
    for number, document in enumerate(documents(folder)):
        form, write = _WRITERS[number % len(_WRITERS)]
        content = write(page_of(document), Random(number))
        truth = document["truth"] | {"as_of": document["as_of"]}
        yield Case(f"{document['id']}.{form}", content, truth, form, document["language"])


def documents(folder: Path) -> list[dict[str, Any]]:
    """The hand-written résumés of a set as they were labelled."""
    return [
        document
        for path in sorted(folder.glob("*.json"))
        for document in json.loads(path.read_text(encoding="utf-8"))
    ]


def page_of(document: dict[str, Any]) -> Page:
    """A page of a document's lines; '# ' and '## ' say which stand out."""
    rows = tuple(_row(line) for line in document["text"].split("\n") if line.strip())
    language = "en" if document["language"] == "en" else "zh"
    return Page(language, (), (Block("", (), (Entry(rows),)),))


def _row(line: str) -> Row:
    for mark, kind in (("## ", "heading"), ("# ", "title")):
        if line.startswith(mark):
            return plain(line.removeprefix(mark), kind)
    return plain(line.replace("\t", "   "))


def generated(seed: int = GENERATED_SEED, count: int = GENERATED) -> Iterator[Case]:
    """Our generator's résumés in the half of its vocabulary that nothing is trained on."""
    for written in varied.write(seed, count, "test"):
        truth: dict[str, Any] = dict(written.truth)
        form = written.file_name.rsplit(".", 1)[-1]
        yield Case(written.file_name, written.content, truth, form, str(truth["language"]))
