"""Résumés are read in a process of their own: a hostile file costs that process, never ours."""

import atexit
import os
import select
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import dataclass

from chalicelib.screening import reading
from chalicelib.screening.document import Document
from chalicelib.screening.reading.server import ANSWER, READY, REQUEST
from chalicelib.screening.reading.unreadable import ResumeTooCostly, ResumeUnreadable
from chalicelib.screening.reading.wire import document_of

WALL_SECONDS = 5.0
# What the server may take beyond a file's time to end its child and say so.
SLACK_SECONDS = 1.0
START_SECONDS = 10.0
SMALL_BYTES = 256 * 1024
# The child sees no credentials: only what Python and pdfium need to start.
_KEPT_ENVIRONMENT = ("PATH", "LD_LIBRARY_PATH", "LANG", "HOME", "TMPDIR")
_FORKS = hasattr(os, "fork") and hasattr(select, "poll")


@dataclass(frozen=True)
class Ending:
    """How a reading process ended: its wait status, its peak memory, and what it wrote.

    seconds is its own time, until its answer was whole or its time was over; 0 where not known.
    """

    status: int
    peak_kb: int
    answer: bytes
    seconds: float = 0.0


def read_safely(
    content: bytes, file_name: str = "", *, wall_seconds: float = WALL_SECONDS
) -> Document:
    """Read a résumé within 512 MB and 5 seconds.

    Parameters
    ----------
    content : the file's bytes.
    file_name : what the sender called it.
    wall_seconds : time after which the reading process is ended.

    Returns
    -------
    The document, as `reading.read` gives it.

    Raises
    ------
    ResumeUnreadable : or the subclass that names the reason; the calling process lives on.
    """
    # Plain text needs no parser that could run away, so it needs no process; the rest does.
    if reading.kind_of(content) in ("text", "json") and len(content) <= SMALL_BYTES:
        return reading.read(content, file_name)
    return document_of(_answer(ending_of(content, file_name, wall_seconds), wall_seconds))


def ending_of(content: bytes, file_name: str, wall_seconds: float = WALL_SECONDS) -> Ending:
    """Have a limited process read the file, and tell how that process ended."""
    name = file_name[:200].replace("\0", "")
    if _FORKS:
        with suppress(OSError):
            return _server.ask(content, name, wall_seconds)
    return _alone(content, name, wall_seconds)


def _answer(ending: Ending, wall_seconds: float) -> bytes:
    if os.WIFSIGNALED(ending.status):  # our clock, the CPU limit, or pdfium fell over
        raise ResumeTooCostly(signal=os.WTERMSIG(ending.status), limit_seconds=wall_seconds)
    if ending.status:
        raise ResumeUnreadable(why="reader failed")
    return ending.answer


class _Server:
    """The one reading server of this process: started when first needed, again when it died."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0

    def ask(self, content: bytes, name: str, wall_seconds: float) -> Ending:
        """Raises OSError when no server can be started."""
        with self._lock:
            try:
                process = self._running()
            except (OSError, EOFError) as problem:
                self.stop()
                raise OSError("the reading server does not start") from problem
            try:
                return _asked(process, content, name.encode(errors="replace"), wall_seconds)
            except (OSError, EOFError):  # it died, or does not answer: the next file gets another
                self.stop()
                return Ending(signal.SIGKILL, 0, b"")

    def _running(self) -> subprocess.Popen[bytes]:
        # After a fork the server still belongs to the parent: leave it alone, start our own.
        if self._process and (self._owner != os.getpid() or self._process.poll() is not None):
            self.stop()
        if self._process is None:
            self._process, self._owner = _started(), os.getpid()
            _await_ready(self._process)
        return self._process

    def stop(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):
                pipe.close()  # type: ignore[union-attr]
        if self._owner == os.getpid():
            with suppress(OSError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        else:
            process.returncode = 0  # not our child: nothing to wait for


def _started() -> subprocess.Popen[bytes]:
    command = [sys.executable, "-B", "-m", f"{reading.__name__}.server"]
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        bufsize=0,
        start_new_session=True,
    )


def _await_ready(process: subprocess.Popen[bytes]) -> None:
    assert process.stdout is not None  # noqa: S101
    deadline = time.monotonic() + START_SECONDS
    if _receive(process.stdout.fileno(), len(READY), deadline) != READY:
        raise EOFError


def _asked(
    process: subprocess.Popen[bytes], content: bytes, name: bytes, wall_seconds: float
) -> Ending:
    assert process.stdin is not None  # noqa: S101  (both are pipes)
    assert process.stdout is not None  # noqa: S101
    deadline = time.monotonic() + wall_seconds + SLACK_SECONDS
    head = REQUEST.pack(wall_seconds, len(name), len(content))
    _send(process.stdin.fileno(), head + name + content, deadline)
    source = process.stdout.fileno()
    status, peak_kb, seconds, size = ANSWER.unpack(_receive(source, ANSWER.size, deadline))
    return Ending(status, peak_kb, _receive(source, size, deadline), seconds)


def _send(pipe: int, data: bytes, deadline: float) -> None:
    os.set_blocking(pipe, False)
    rest = memoryview(data)
    while rest:
        _await(pipe, select.POLLOUT, deadline)
        rest = rest[os.write(pipe, rest) :]


def _receive(pipe: int, size: int, deadline: float) -> bytes:
    pieces = bytearray()
    while len(pieces) < size:
        _await(pipe, select.POLLIN, deadline)
        piece = os.read(pipe, size - len(pieces))
        if not piece:
            raise EOFError
        pieces += piece
    return bytes(pieces)


def _await(pipe: int, event: int, deadline: float) -> None:
    waiting = select.poll()
    waiting.register(pipe, event)
    if not waiting.poll(max(0.0, deadline - time.monotonic()) * 1000):
        raise TimeoutError


def _alone(content: bytes, name: str, wall_seconds: float) -> Ending:
    """Where a process cannot fork, every file gets a fresh Python: slower, the same limits."""
    command = [sys.executable, "-B", "-m", reading.__name__, name]
    try:
        done = subprocess.run(
            command, input=content, capture_output=True, timeout=wall_seconds, env=_environment()
        )
    except subprocess.TimeoutExpired as problem:
        raise ResumeTooCostly(limit_seconds=wall_seconds) from problem
    except OSError as problem:
        raise ResumeUnreadable(why="reader did not start") from problem
    code = done.returncode
    return Ending(-code if code < 0 else code << 8, 0, done.stdout)


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in _KEPT_ENVIRONMENT if name in os.environ}
    return kept | {"PYTHONPATH": os.pathsep.join(_import_path())}


def _import_path() -> list[str]:
    """Our own root first, then what this process can import: Lambda edits sys.path itself."""
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(reading.__file__))))
    root = os.path.dirname(root)
    return [root, *(entry for entry in sys.path if entry and os.path.isabs(entry))]


_server = _Server()
atexit.register(_server.stop)
