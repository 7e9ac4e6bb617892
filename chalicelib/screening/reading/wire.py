"""A reading's outcome between processes: a document, or the reason there is none, as JSON."""

import json

from chalicelib.screening.document import Document, Emphasis, Line, Notice, NoticeKind
from chalicelib.screening.reading.unreadable import REASONS, ResumeTooCostly, ResumeUnreadable


def outcome(content: bytes, file_name: str) -> bytes:
    """Read a file and write what came of it; only a killed process gives no answer."""
    from chalicelib.screening.reading import read

    try:
        document = read(content, file_name)
        answer: dict[str, object] = {
            "lines": [[x.page, x.number, x.text, x.emphasis] for x in document.lines],
            "notices": [[x.kind, x.page, x.line, x.text] for x in document.notices],
        }
    except ResumeUnreadable as problem:
        answer = {"error": problem.code, "detail": problem.detail}
    except (MemoryError, RecursionError):
        answer = {"error": ResumeTooCostly.code, "detail": {}}
    except Exception as problem:  # whatever a parser trips over is the file's fault, and typed
        answer = {"error": ResumeUnreadable.code, "detail": {"why": type(problem).__name__}}
    return json.dumps(answer).encode()


def document_of(answer: bytes) -> Document:
    """Make the document again, or raise the reason. Raises ResumeUnreadable."""
    try:
        found = json.loads(answer)
    except ValueError as problem:
        raise ResumeUnreadable(why="reader gave no answer") from problem
    if "error" in found:
        raise REASONS.get(found["error"], ResumeUnreadable)(**found.get("detail", {}))
    return Document(
        tuple(Line(page, n, text, Emphasis(e)) for page, n, text, e in found["lines"]),
        tuple(Notice(NoticeKind(k), page, line, t) for k, page, line, t in found["notices"]),
    )
