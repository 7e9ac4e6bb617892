"""Runs one peer over a folder: `.venv-peers/bin/python peer_runner.py FOLDER PEER`.

Prints one JSON line a file: file, seconds, failed (why nothing was found, or null), and what the
peer gives of name, phone, email, school and degree, each a list of texts. Imports nothing of ours.
"""

import contextlib
import json
import signal
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

Found = dict[str, list[Any]]
Read = Callable[[Path], Found]
#: Seconds that a peer may take for one file.
LIMIT = 10


class TooSlow(BaseException):
    """The peer was longer than LIMIT; no `except Exception` of a peer may swallow it."""


@dataclass(frozen=True)
class Peer:
    """A package as it is installed: what it reads, and how it is loaded."""

    package: str
    formats: tuple[str, ...]
    load: Callable[[], Read]


def _oneclick() -> Read:
    from resume_oneclick.extractor import extract_file
    from resume_oneclick.parser import extract_resume_info

    def read(path: Path) -> Found:
        text, _ = extract_file(str(path))
        found = extract_resume_info(text, path.name)
        return {
            "name": [found["姓名"]],
            "phone": [found["电话号码"]],
            "email": [found["邮箱"]],
            "school": [found["最高学历毕业学校"]],
            "degree": [found["最高学历"]],
        }

    return read


def _leverparser() -> Read:
    from pyresume import ResumeParser

    parser = ResumeParser()

    def read(path: Path) -> Found:
        found = parser.parse(str(path))
        own, schools = found.contact_info, found.education
        return {
            "name": [own.name],
            "phone": [own.phone],
            "email": [own.email],
            "school": [school.institution for school in schools],
            "degree": [school.degree for school in schools],
        }

    return read


def _resumeminer() -> Read:
    from resumeminer.parser import ResumeParser

    def read(path: Path) -> Found:
        found = ResumeParser(path).parse()
        return {"phone": [found["phone"]], "email": [found["email"]]}

    return read


#: All three are MIT.
PEERS = (
    Peer("resume-oneclick", ("pdf", "docx"), _oneclick),
    Peer("leverparser", ("pdf", "docx", "txt"), _leverparser),
    Peer("resumeminer", ("pdf",), _resumeminer),
)


def main(folder: str, package: str) -> None:
    """Read every file of a folder in the order of their names."""
    signal.signal(signal.SIGALRM, _stop)
    out = sys.stdout
    # What a peer prints is none of the answer.
    with contextlib.redirect_stdout(sys.stderr):
        read = next(peer.load for peer in PEERS if peer.package == package)()
        for path in sorted(Path(folder).iterdir()):
            _answer(path, read, out)


def _answer(path: Path, read: Read, out: TextIO) -> None:
    found, failed, begun = {}, None, time.perf_counter()
    try:
        with _limited():
            found = read(path)
    except (Exception, SystemExit, TooSlow) as problem:
        failed = type(problem).__name__
    line = {
        "file": path.name,
        "seconds": time.perf_counter() - begun,
        "failed": failed,
        **{field: [str(v) for v in values if v] for field, values in found.items()},
    }
    print(json.dumps(line), file=out, flush=True)


@contextlib.contextmanager
def _limited() -> Iterator[None]:
    signal.alarm(LIMIT)
    try:
        yield
    finally:
        signal.alarm(0)


def _stop(_signal: int, _frame: object) -> None:
    raise TooSlow


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
