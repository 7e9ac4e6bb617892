"""The reading server: limited children, no credentials, no traces, and a caller that lives on."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from chalicelib.screening.document import Document, Emphasis, NoticeKind
from chalicelib.screening.reading import sandbox, unreadable, wire
from infra.resume_samples import files

LINES = ("王伟", "电话：13800138000", "教育背景", "2015.09 - 2019.06   东湖大学   本科")
needs_proc = pytest.mark.skipif(not Path("/proc/self").exists(), reason="looks into /proc")


def word(*more: str) -> bytes:
    rows = (*LINES, *more)
    return files.word_file("".join(f"<w:p><w:r><w:t>{x}</w:t></w:r></w:p>" for x in rows))


def server() -> "subprocess.Popen[bytes]":
    sandbox.read_safely(word())
    process = sandbox._server._process
    assert process is not None
    return process


def children_of(pid: int) -> list[int]:
    return [int(x) for x in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def test_one_server_reads_many_files() -> None:
    assert server().pid == server().pid


def test_emphasis_and_notices_cross_the_border() -> None:
    bold = "<w:p><w:pPr><w:outlineLvl w:val='0'/></w:pPr><w:r><w:t>工作经历</w:t></w:r></w:p>"
    unseen = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Kubernetes</w:t></w:r></w:p>"
    plain = "".join(f"<w:p><w:r><w:t>{x}</w:t></w:r></w:p>" for x in LINES)
    document = sandbox.read_safely(files.word_file(plain + bold + unseen))

    assert document.lines[-1].emphasis is Emphasis.HEADING
    assert [(n.kind, n.text) for n in document.notices] == [(NoticeKind.HIDDEN_TEXT, "Kubernetes")]


def test_the_server_starts_again_when_it_died() -> None:
    first = server()
    first.kill()
    first.wait()

    assert server().pid != first.pid


def test_a_server_that_dies_at_work_costs_that_file_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    process = server()
    asked = sandbox._asked

    def dies(*arguments: object) -> sandbox.Ending:
        process.kill()
        return asked(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(sandbox, "_asked", dies)
    with pytest.raises(unreadable.ResumeTooCostly):
        sandbox.read_safely(word())
    monkeypatch.undo()

    assert sandbox.read_safely(word()).lines[0].text == "王伟"


def test_a_file_that_takes_too_long_is_ended_and_the_next_is_read() -> None:
    began = time.monotonic()
    with pytest.raises(unreadable.ResumeTooCostly):
        sandbox.read_safely(word(*["x" * 900] * 60), wall_seconds=0.001)

    assert time.monotonic() - began < 1.5
    assert sandbox.read_safely(word()).lines[0].text == "王伟"


def test_a_childs_own_time_is_told_apart_from_what_its_caller_waits() -> None:
    server()
    began = time.monotonic()
    read = sandbox.ending_of(word(), "", 5.0)
    waited_seconds = time.monotonic() - began
    ended = sandbox.ending_of(word(*["x" * 900] * 60), "", 0.001)

    assert 0 < read.seconds < waited_seconds
    assert 0.001 <= ended.seconds < 0.5


def test_a_child_that_takes_too_much_memory_is_a_typed_error() -> None:
    code = (
        "import chalicelib.screening.reading; from chalicelib.screening.reading import server;"
        "chalicelib.screening.reading.read = lambda *_: bytearray(2**30);"
        "print(server._in_child(b'x', '', 5.0)[-1].decode())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=sandbox._environment(), capture_output=True, check=True
    )

    with pytest.raises(unreadable.ResumeTooCostly):
        wire.document_of(done.stdout)


@pytest.mark.parametrize("failing", ["os.abort()", "os._exit(3)", "1 / 0", "f(f)", "exit(0)"])
def test_whatever_a_child_dies_of_is_a_typed_error(failing: str) -> None:
    code = (
        "import os, sys; from chalicelib.screening import reading;"
        "from chalicelib.screening.reading import server;\n"
        "def f(g): return g(g)\n"
        f"def read(*_): {failing}\n"
        "reading.read = read; status, *_, answer = server._in_child(b'x', '', 5.0);"
        "print(status, answer.decode())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=sandbox._environment(), capture_output=True, check=True
    )
    status, _, answer = done.stdout.strip().partition(b" ")
    ending = sandbox.Ending(int(status), 0, answer)

    with pytest.raises(unreadable.ResumeUnreadable):
        wire.document_of(sandbox._answer(ending, 5.0))


@needs_proc
def test_no_child_and_no_open_file_is_left_behind() -> None:
    process = server()
    open_before = len(os.listdir("/proc/self/fd"))
    theirs_before = len(os.listdir(f"/proc/{process.pid}/fd"))
    for _ in range(20):
        sandbox.read_safely(word())

    assert children_of(process.pid) == []
    assert len(os.listdir("/proc/self/fd")) == open_before
    assert len(os.listdir(f"/proc/{process.pid}/fd")) == theirs_before


@needs_proc
def test_the_server_gets_no_credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "must-not-travel")
    sandbox._server.stop()
    environment = Path(f"/proc/{server().pid}/environ").read_bytes()

    assert b"must-not-travel" not in environment
    assert b"PYTHONPATH" in environment


def test_callers_in_several_threads_take_turns() -> None:
    found: list[Document] = []
    threads = [
        threading.Thread(target=lambda n=n: found.append(sandbox.read_safely(word(f"第{n}行"))))
        for n in range(6)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(d.lines[-1].text for d in found) == [f"第{n}行" for n in range(6)]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")
def test_a_forked_caller_starts_a_server_of_its_own() -> None:
    pid = server().pid
    child = os.fork()
    if child == 0:
        os._exit(int(server().pid == pid))
    _, status = os.waitpid(child, 0)

    assert status == 0
    assert server().pid == pid


def test_where_nothing_can_fork_each_file_gets_a_fresh_process(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sandbox, "_FORKS", False)

    assert sandbox.read_safely(word()) == wire.document_of(wire.outcome(word(), ""))
    with pytest.raises(unreadable.ResumeTooCostly):
        sandbox.read_safely(word(), wall_seconds=0.001)


def test_a_server_that_does_not_start_is_done_without(monkeypatch: pytest.MonkeyPatch) -> None:
    sandbox._server.stop()

    def refused() -> object:
        raise OSError("no more processes")

    monkeypatch.setattr(sandbox, "_started", refused)

    assert sandbox.read_safely(word()).lines[0].text == "王伟"


def test_a_caller_that_ends_takes_its_server_along() -> None:
    code = (
        "from chalicelib.screening.reading import sandbox; from pathlib import Path;"
        f"sandbox.read_safely({word()!r}); print(sandbox._server._process.pid)"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        env=sandbox._environment(),
        capture_output=True,
        check=True,
    )
    assert done.stderr == b""
    with pytest.raises(ProcessLookupError):
        os.kill(int(done.stdout), 0)
