"""Tables of posts: the names of their columns say what stands in each."""

import re

from chalicelib.screening.facts import Fact
from chalicelib.screening.resume.entries import DATES, Entry, Item, Marked
from chalicelib.screening.resume.rows import HEADER_ROW
from chalicelib.screening.resume.tagger import EMPLOYER, TITLE

_NAMES = (
    (EMPLOYER, re.compile(r"(?:公司|单位|企业)(?:名称?)?|雇主|employer|company", re.IGNORECASE)),
    (TITLE, re.compile(r"职位|岗位|职务|职称|(?:job )?title|position|role", re.IGNORECASE)),
)
_CELL = re.compile(r"\S+(?:\s\S+)*")
_FEWEST = 3


def set_by_columns(found: tuple[Marked, ...], entries: list[Entry]) -> None:
    """Give each dated row of a table the employer and title of their columns.

    Parameters
    ----------
    found : the section's passages.
    entries : dated entries, changed in place where their row has the cells of the row of names.
    """
    dated = {entry.items[DATES].row: entry for entry in entries}
    for row, cells in rows_of_tables(found).items():
        for kind, (start, end) in cells.items() if row in dated else ():
            source = found[row].passage.quote(start, end)
            if re.search(r"[^\W\d]", source.text):
                fact = Fact(source.text, source)
                dated[row].items[kind] = Item(kind, row, start, source, fact=fact)


def rows_of_tables(found: tuple[Marked, ...]) -> dict[int, dict[str, tuple[int, int]]]:
    """List rows with a cell for each name of the row above, and where their posts stand."""
    columns: list[str] = []
    rows: dict[int, dict[str, tuple[int, int]]] = {}
    for row, marked in enumerate(found):
        text = marked.passage.text
        cells = [m.span() for m in _CELL.finditer(text)]
        if HEADER_ROW.match(text):
            columns = [_kind(text[slice(*cell)]) for cell in cells]
        elif len(cells) == len(columns) >= _FEWEST:
            named = zip(columns, cells, strict=True)
            rows[row] = {kind: cell for kind, cell in named if kind}
    return rows


def _kind(name: str) -> str:
    return next((kind for kind, words in _NAMES if words.fullmatch(name)), "")
