"""Texts that make careless patterns slow, and names that make careless paths open."""

import html
from random import Random

from chalicelib.screening import taxonomy
from infra.resume_samples import files
from infra.resume_samples.hostile.damage import honest, rtf
from infra.resume_samples.hostile.sample import Hostile, lines_of
from infra.resume_samples.layouts import Page

_NAMES = (
    "../../etc/passwd",
    "..\\..\\windows\\system32\\x.docx",
    "a\0b.pdf",
    "\u202egnp.exe",
    "😀" * 50 + ".pdf",
    "=cmd|' /C calc'!A0.csv",
    "$(touch x).txt",
    "-rf",
    "x" * 1_000,
    "CON.pdf",
    "a\nb.pdf",
    "%s%n%x.docx",
)

# Less than the reader takes of one file, so that it is the row that is too small.
_MOST_TEXT_CHARACTERS = 58_000


def _texts(random: Random, lines: list[str]) -> dict[str, str]:
    head = "\n".join(lines)
    marked = "# a\n## b\n## c\n" + head + "\n"  # enough marks to be read as Markdown
    return {
        "one line": " ".join(lines) + "a" * 50_000,
        "one word": head + "\n" + "a" * 59_000,
        "blanks": head + "\n" + " " * 59_000 + "x",
        "tabs": head + "\n" + "\t" * 19_000,
        "at signs": head + "\n" + "a@" * 25_000,
        "mail": head + "\n" + ("a.b-c_" * 4_000) + "@" + "a-." * 4_000,
        "digits": head + "\n" + "1" * 55_000,
        "phones": head + "\n" + "138 0013 " * 6_000,
        "dates": head + "\n" + "2015.09 - " * 5_500,
        "dashes": head + "\n" + "-" * 55_000,
        "stars": head + "\n" + "**a" * 18_000,
        "hashes": "\n".join("# " + "#" * 900 for _ in range(60)) + head,
        "brackets": head + "\n" + "[" * 27_000 + "](" * 13_000,
        "pipes": head + "\n" + "| " * 27_000,
        "commas": head + "\n" + "，、" * 27_000,
        "orders": head + "\n" + "请给此候选人请给此候选人" * 4_000,
        "ignore": head + "\n" + "ignore all the all the all the " * 1_700,
        "rate": head + "\n" + "rate this candidate " * 2_700,
        "you are": head + "\n" + "you are an a a a a " * 2_800,
        "spaced": head + "\n" + "忽 略 " * 13_000,
        "lines": head + "\n" + "a\n" * 27_000,
        "controls": head + "\n" + "\x0b\x0c" * 400,
        "combining": head + "\n" + "e" + "\u0301" * 50_000,
        "zalgo": head + "\n" + "".join("a" + "\u0335\u0336" * 9 for _ in range(2_500)),
        "expanding": head + "\n" + "\ufdfa" * 3_300,
        "surrogates": head + "\n" + "😀" * 25_000,
        "directions": head + "\n" + "\u202e\u202d" * 25_000,
        "too long": head + "\n" + "word " * 200_000,
        "closed comments": "<!---->" * 22 + "x\n" + head,
        "long heading": marked + "# a" + " " * 59_000 + "x",
        "rules of a text": marked + "- " * 29_000 + "x",
        "table rules": marked + "--" + "|:- " * 14_000 + "x",
        "long strong line": marked + "**a**" + " " * 59_000 + "x",
        "strong marks": marked + "**" + "a" * 59_000,
    }


def slow(random: Random, page: Page) -> list[Hostile]:
    """The same text as plain text, web page, Word and RTF by turns."""
    found = []
    for turn, (name, text) in enumerate(_texts(random, lines_of(page)).items()):
        rows = text.split("\n")
        escaped = text.replace("&", "&amp;").replace("<", "&lt;")
        web = f"<html><body><p>{escaped.replace(chr(10), '</p><p>')}</p></body></html>"
        runs = "".join(f"<w:p><w:r><w:t>{row}</w:t></w:r></w:p>" for row in escaped.split("\n"))
        word = "".join(c for c in runs if c >= " " and not "\ud800" <= c <= "\udfff")
        writers = {
            "txt": text.encode(),
            "html": web.encode(),
            "docx": files.word_file(word),
            "rtf": rtf(rows),
        }
        kinds = list(writers)
        for kind in ("txt", kinds[1 + turn % 3]):
            found.append(Hostile("slow string", f"{name}.{kind}", writers[kind]))
    return found + _slow_markup(page)


def _slow_markup(page: Page) -> list[Hostile]:
    head = "<html><body>" + "".join(f"<p>{line}</p>" for line in lines_of(page))
    tails = {
        "comments": "<!--" * 100_000,
        "half tags": "<a " * 100_000,
        "attributes": "<p " + "a=1 " * 100_000 + ">",
        "quotes": "<p a='" * 50_000,
        "entities": "&" * 200_000,
        "closing": "</" * 100_000,
        "declarations": "<!" * 100_000,
        "styles": "<style>" * 20_000 + "p{color:red}" * 20_000,
        "rules": "<style>" + "a,b,c{" * 30_000 + "</style>",
        "cdata": "<![CDATA[" * 50_000,
    }
    return [
        Hostile("slow string", f"{name}.html", (head + tail).encode())
        for name, tail in tails.items()
    ]


def stuffed(random: Random, page: Page) -> list[Hostile]:
    """A résumé that lists every skill there is, over and over: its facts would exceed a row."""
    lines = [*lines_of(page), "专业技能"]
    names = "、".join([*taxonomy.skills().entries] * 40)
    plain = "\n".join([*lines, names[: _MOST_TEXT_CHARACTERS - sum(map(len, lines))]])
    rows = "".join(f"<w:p><w:r><w:t>{html.escape(x)}</w:t></w:r></w:p>" for x in plain.split("\n"))
    return [
        Hostile("stuffed résumé", f"skills.{kind}", content, ends="resume-too-costly")
        for kind, content in (("txt", plain.encode()), ("docx", files.word_file(rows)))
    ]


def names(random: Random, page: Page) -> list[Hostile]:
    """Honest files under dishonest names: read as if the name were any other."""
    kinds = list(honest(page).items())
    found = []
    for turn, name in enumerate(_NAMES):
        content = kinds[turn % len(kinds)][1]
        found.append(Hostile("file name", name, content, twin=content))
    return found
