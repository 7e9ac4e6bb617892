"""The embedded AWS: the pinned MiniStack, corrected, saving often, small when idle.

Otherwise it behaves like `python -m ministack`. Everything is set by environment; `infra.emulator`
starts it and holds the other end of its standard input: when that end closes, it saves and goes.
"""

import json
import logging
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from importlib.metadata import version
from typing import Any

from ministack import app
from ministack.core import lambda_runtime, persistence
from ministack.services import lambda_svc

from infra import aws_corrections, transcribe_stub

#: A function's worker goes after this many idle seconds; the API's stays warm longer.
IDLE_SECONDS = float(os.environ.get("HIRELOOP_IDLE_SECONDS", "30"))
API_IDLE_SECONDS = 10 * IDLE_SECONDS
KEEP_WARM = "APIHandler"
#: A burst of events waits for a worker; a process for each would stall a small machine.
WORKERS_PER_FUNCTION = max(2, os.cpu_count() or 2)
SNAPSHOT_SECONDS = float(os.environ.get("HIRELOOP_SNAPSHOT_SECONDS", "10"))
log = logging.getLogger("launcher.aws")


def save_often() -> None:
    """Write state every few seconds, not only at a clean stop; what did not change is skipped."""
    written: dict[str, int] = {}
    load, loaded = app._load_persisted_state, threading.Event()

    def load_first() -> None:
        load()
        loaded.set()

    def forever() -> None:
        loaded.wait()  # a slow start must not write nothing over what it has still to read
        while True:
            time.sleep(SNAPSHOT_SECONDS)
            for name, state in app._build_persistence_save_dict().items():
                try:
                    _save(name, state, written)
                except Exception:
                    log.exception("the snapshot of %s was left out this time", name)

    app._load_persisted_state = load_first
    threading.Thread(target=forever, name="snapshots", daemon=True).start()


def _save(name: str, get_state: Callable[[], Any], written: dict[str, int]) -> None:
    text = None
    for _ in range(5):
        try:
            state = get_state()
            if state is None:
                return
            format_number = persistence._state_format_version(name)
            wrapped = {"__ministack_format__": format_number, "payload": state}
            # dumps, unlike dump, runs in C: ten times faster, and nothing changes meanwhile.
            text = json.dumps(wrapped, default=persistence._json_default)
            break
        except RuntimeError:
            time.sleep(0.05)
    if text is None or written.get(name) == hash(text):
        return
    os.makedirs(persistence.STATE_DIR, exist_ok=True)
    path = os.path.join(persistence.STATE_DIR, f"{name}.json")
    with open(path + ".new", "w") as file:
        file.write(text)
    os.replace(path + ".new", path)
    written[name] = hash(text)


def share_the_cores() -> None:
    """Let invocations of a function wait for one of its few workers, as they would for a slot."""
    acquire = lambda_runtime.acquire_worker

    def acquire_when_free(*function: Any, qualifier: str = "$LATEST", **_: Any) -> Any:
        while True:
            found = acquire(*function, qualifier=qualifier, max_concurrency=WORKERS_PER_FUNCTION)
            if found[0] is not None:
                return found
            time.sleep(0.01)

    lambda_svc.acquire_worker = acquire_when_free
    allowed = lambda_svc._sqs_esm_concurrency

    def worked_on(*mapping: Any, **_: Any) -> int:
        return min(WORKERS_PER_FUNCTION, int(allowed(*mapping)))

    # No more batches are taken than there are workers: what waits in the queue comes in full ones.
    lambda_svc._sqs_esm_concurrency = worked_on


def retire_idle_workers() -> None:
    """End idle workers, the first of a function too: memory before warmth."""

    def forever() -> None:
        while True:
            time.sleep(min(5.0, IDLE_SECONDS))
            lambda_runtime.kill_workers(_idle_workers())

    threading.Thread(target=forever, name="idle-workers", daemon=True).start()


def _idle_workers() -> list[Any]:
    idle, now = [], time.time()
    with lambda_runtime._lock:
        for key, workers in list(lambda_runtime._workers.items()):
            patience = API_IDLE_SECONDS if KEEP_WARM in key else IDLE_SECONDS
            old = [w for w in workers if not w.in_use and w.last_used < now - patience]
            lambda_runtime._workers[key] = [w for w in workers if w not in old]
            idle += old
    return idle


def end_with_the_parent() -> None:
    """When whoever started us is gone, however it went, save the state and free the port."""

    def watch() -> None:
        while os.read(sys.stdin.fileno(), 1):
            pass
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(10)
        os._exit(1)

    threading.Thread(target=watch, name="parent", daemon=True).start()


def main() -> None:
    """Correct, then serve until SIGTERM."""
    found = version("ministack")
    if found != aws_corrections.PINNED:
        raise SystemExit(f"The corrections fit MiniStack {aws_corrections.PINNED}, not {found}.")
    for correct in aws_corrections.ALL:
        correct()
    transcribe_stub.stand_in()
    share_the_cores()
    retire_idle_workers()
    if persistence.PERSIST_STATE:
        save_often()
    if os.environ.get("HIRELOOP_PARENT") == "stdin":
        end_with_the_parent()
    sys.argv[1:] = []
    app.main()


if __name__ == "__main__":
    main()
