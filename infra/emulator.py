"""The embedded AWS as a child process: started, asked whether it is ready, stopped."""

import fcntl
import http.client
import shutil
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from infra.bundle import ROOT, clean_environment

HOST = "127.0.0.1"
_QUIET = {"IOT_MTLS_ENABLED": "0", "SFTP_ENABLED": "0", "LOG_LEVEL": "WARNING"}


class StartFailed(Exception):
    """The embedded AWS did not come up; the text is one sentence for the person at the keyboard."""


@dataclass(frozen=True)
class Emulator:
    """A running embedded AWS."""

    endpoint: str
    process: subprocess.Popen[bytes]

    def stop(self, patience_seconds: float = 20) -> None:
        """Let it save its state and end; after `patience_seconds` it is killed."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        if self.process.stdin:
            self.process.stdin.close()
        try:
            self.process.wait(patience_seconds)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def port_is_free(port: int) -> bool:
    """Whether nobody listens on this port of this machine."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def wait_for_predecessor(state: Path) -> None:
    """After a `kill -9` of its launcher an embedded AWS saves for a moment; let it finish."""
    _claim(state).close()


def _claim(state: Path, patience_seconds: float = 12) -> TextIO:
    """The lock of a state folder, inherited by the one embedded AWS that may write there.

    Raises
    ------
    StartFailed
        Another one kept it for `patience_seconds`.
    """
    state.mkdir(parents=True, exist_ok=True)
    claim = (state / "aws.lock").open("a+")
    deadline = time.monotonic() + patience_seconds
    while True:
        try:
            fcntl.flock(claim, fcntl.LOCK_EX | fcntl.LOCK_NB)
            break
        except OSError as error:
            if time.monotonic() > deadline:
                claim.seek(0)
                number = claim.read()
                raise StartFailed(
                    f"An embedded AWS of an earlier start still runs (process {number}); "
                    f"end it with: kill {number}"
                ) from error
            time.sleep(0.1)
    claim.truncate(0)
    return claim


def start(state: Path, port: int, *, persist: bool, auth: bool) -> Emulator:
    """Start the embedded AWS and wait until it answers.

    It holds the reading end of a pipe of ours: when this process goes, however it goes, the pipe
    closes, and the embedded AWS saves its state and frees its port.

    Raises
    ------
    StartFailed
    """
    log_path = state / "aws.log"
    with _claim(state) as claim, log_path.open("wb") as log:
        shutil.rmtree(state / "tmp", ignore_errors=True)
        process = subprocess.Popen(
            [sys.executable, "-m", "infra.aws_local"],
            cwd=ROOT,
            env=_environment(state, port, persist=persist, auth=auth),
            stdin=subprocess.PIPE,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            pass_fds=[claim.fileno()],
        )
        claim.write(str(process.pid))
    emulator = Emulator(f"http://{HOST}:{port}", process)
    try:
        _wait_until_ready(emulator, port, log_path)
    except BaseException:
        emulator.stop(patience_seconds=2)
        raise
    return emulator


def _environment(state: Path, port: int, *, persist: bool, auth: bool) -> dict[str, str]:
    temporary = state / "tmp"
    temporary.mkdir(exist_ok=True)
    return clean_environment(
        **_QUIET,
        GATEWAY_PORT=str(port),
        BIND_HOST=HOST,
        MINISTACK_HOST="localhost",
        AUTH="true" if auth else "false",
        PERSIST_STATE="1" if persist else "0",
        S3_PERSIST="1" if persist else "0",
        STATE_DIR=str(state / "state"),
        S3_DATA_DIR=str(state / "objects"),
        TMPDIR=str(temporary),
        HIRELOOP_PARENT="stdin",
        PYTHONUNBUFFERED="1",
    )


def _wait_until_ready(emulator: Emulator, port: int, log_path: Path) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        if emulator.process.poll() is not None:
            last = log_path.read_text(errors="replace").strip().splitlines()[-1:] or ["no message"]
            raise StartFailed(f"The embedded AWS ended at once: {last[0]} (log: {log_path})")
        connection = http.client.HTTPConnection(HOST, port, timeout=2)
        try:
            connection.request("GET", "/_ministack/health")
            if connection.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.05)
        finally:
            connection.close()
    raise StartFailed(f"The embedded AWS did not answer within 30 seconds (log: {log_path}).")
