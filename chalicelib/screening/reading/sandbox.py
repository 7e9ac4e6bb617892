"""Résumés are read in a process of their own: a hostile file costs that process, never ours."""

import json
import os
import subprocess
import sys

from chalicelib.screening import reading
from chalicelib.screening.document import Line
from chalicelib.screening.reading.unreadable import REASONS, ResumeTooCostly, ResumeUnreadable

WALL_SECONDS = 5.0
SMALL_BYTES = 256 * 1024
# The child sees no credentials: only what Python and pdfium need to start.
_KEPT_ENVIRONMENT = ("PATH", "LD_LIBRARY_PATH", "LANG", "HOME", "TMPDIR")


def read_safely(
    content: bytes, file_name: str = "", *, wall_seconds: float = WALL_SECONDS
) -> tuple[Line, ...]:
    """Read a résumé within 512 MB and 5 seconds.

    Parameters
    ----------
    content : the file's bytes.
    file_name : what the sender called it.
    wall_seconds : time after which the reading process is ended.

    Returns
    -------
    The file's lines, as `reading.read` gives them.

    Raises
    ------
    ResumeUnreadable : or the subclass that names the reason; the calling process lives on.
    """
    # Plain text needs no parser that could run away, so it needs no process; the rest does.
    if reading.kind_of(content) == "text" and len(content) <= SMALL_BYTES:
        return reading.read(content, file_name)
    return _answer(_run(content, file_name, wall_seconds))


def _run(content: bytes, file_name: str, wall_seconds: float) -> bytes:
    environment = {k: os.environ[k] for k in _KEPT_ENVIRONMENT if k in os.environ}
    environment["PYTHONPATH"] = os.pathsep.join(_import_path())
    command = [sys.executable, "-B", "-m", reading.__name__, file_name[:200].replace("\0", "")]
    try:
        done = subprocess.run(
            command, input=content, capture_output=True, timeout=wall_seconds, env=environment
        )
    except subprocess.TimeoutExpired as problem:
        raise ResumeTooCostly(limit_seconds=wall_seconds) from problem
    except OSError as problem:
        raise ResumeUnreadable(why="reader did not start") from problem
    if done.returncode < 0:  # ended by a signal: the CPU limit, or pdfium fell over
        raise ResumeTooCostly(signal=-done.returncode)
    if done.returncode > 0:
        raise ResumeUnreadable(why="reader failed")
    return done.stdout


def _import_path() -> list[str]:
    """Our own root first, then what this process can import: Lambda edits sys.path itself."""
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    return [root, *(entry for entry in sys.path if entry and os.path.isabs(entry))]


def _answer(raw: bytes) -> tuple[Line, ...]:
    try:
        answer = json.loads(raw)
    except ValueError as problem:
        raise ResumeUnreadable(why="reader gave no answer") from problem
    if "error" in answer:
        raise REASONS.get(answer["error"], ResumeUnreadable)(**answer.get("detail", {}))
    return tuple(Line(page, number, text) for page, number, text in answer["lines"])
