"""The reading process: reads requests, and forks a limited child for each file.

A request is two frames (file name, content) after the wall seconds it may take; an answer is the
child's end (wait status, peak kilobytes, wall seconds) and one frame. A frame is its length in
four bytes, then its bytes. The process holds no credentials and nothing of the caller's memory.
"""

import gc
import os
import select
import signal
import struct
import sys
import time
from contextlib import suppress
from typing import BinaryIO

MEMORY_BYTES = 512 * 1024 * 1024
CPU_SECONDS = 5
REQUEST = struct.Struct("!dII")  # wall seconds, bytes of the name, bytes of the content
ANSWER = struct.Struct("!iIdI")  # wait status, peak kilobytes, seconds, bytes of the answer
READY = b"ready"
MAX_ANSWER_BYTES = 4 * 1024 * 1024
# ru_maxrss counts bytes on macOS and kilobytes elsewhere.
_RSS_UNITS_PER_KB = 1024 if sys.platform == "darwin" else 1


def limit_this_process() -> None:
    """Give this process 512 MB, 5 CPU seconds, no files to write and no core dump."""
    import resource

    # A platform that lacks a limit still has the parent's wall clock.
    for what, amount in (
        (resource.RLIMIT_AS, MEMORY_BYTES),
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(ValueError, OSError):
            resource.setrlimit(what, (amount, amount))


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer requests one after the other until the caller closes its end."""
    while len(head := requests.read(REQUEST.size)) == REQUEST.size:
        wall_seconds, name_bytes, content_bytes = REQUEST.unpack(head)
        name = requests.read(name_bytes).decode(errors="replace")
        content = requests.read(content_bytes)
        status, peak_kb, seconds, answer = _in_child(content, name, wall_seconds)
        answers.write(ANSWER.pack(status, peak_kb, seconds, len(answer)) + answer)
        answers.flush()


def _in_child(content: bytes, name: str, wall_seconds: float) -> tuple[int, int, float, bytes]:
    begun = time.monotonic()
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        _read_and_exit(content, name, theirs)
    os.close(theirs)
    answer = _gather(ours, begun + wall_seconds)
    seconds = time.monotonic() - begun
    os.close(ours)
    if answer is None:
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
    _, status, usage = os.wait4(child, 0)
    if answer is None:  # it may have ended by itself just then: its time was over all the same
        status = signal.SIGKILL
    return status, usage.ru_maxrss // _RSS_UNITS_PER_KB, seconds, answer or b""


def _read_and_exit(content: bytes, name: str, out: int) -> None:
    """Never returns: the child must not run the server's loop or its exit handlers."""
    failed = 1
    try:
        gc.disable()
        limit_this_process()
        from chalicelib.screening.reading.wire import outcome

        with os.fdopen(out, "wb") as stream:
            stream.write(outcome(content, name))
        failed = 0
    finally:
        os._exit(failed)


def _gather(source: int, deadline: float) -> bytes | None:
    """Everything the child writes before it closes its end; None when its time is over."""
    pieces: list[bytes] = []
    size_bytes = 0
    waiting = select.poll()
    waiting.register(source, select.POLLIN | select.POLLHUP)
    while size_bytes <= MAX_ANSWER_BYTES:
        left_seconds = deadline - time.monotonic()
        if left_seconds <= 0 or not waiting.poll(left_seconds * 1000):
            return None
        piece = os.read(source, 65_536)
        if not piece:
            return b"".join(pieces)
        pieces.append(piece)
        size_bytes += len(piece)
    return None


def main() -> None:
    """Serve on standard input and output; warm first, so that no child need be."""
    from chalicelib.screening.reading.warming import warm

    warm()
    gc.collect()
    gc.freeze()
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # nothing that a parser prints may get between the frames
    answers.write(READY)
    answers.flush()
    serve(requests, answers)


if __name__ == "__main__":
    main()
