"""Many résumé files through the embedded stack: seconds, CPU and writes a file, and how they grow.

`make bench-bulk [FILES=2000]`: half of the files first, then all of them in another throw-away
stack, so that growth shows. Files are made before the clock runs; every thirtieth cannot be read.
"""

import http.client
import json
import math
import os
import tempfile
import threading
import time
import uuid
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from infra import deploy, emulator, local, operator
from infra.journey.api import Api
from infra.resumes import bad_samples, generate
from infra.seed import requisition
from tests.bench.stack import _family
from tests.bench.tables import figures, table

FILES = int(os.environ.get("FILES", "2000"))
SEED, SLUG, NUMBER = 61_003, "python-developer", "REQ-PYTHON"
AT_ONCE = 500
SENDERS = 2
BAD_EVERY = 30
INDEXED = ("list_key", "recent_key", "due_key", "parent_key", "day_key", "unsent_key")
ENDED = ("done", "rejected", "quarantined", "expired")
File = tuple[str, bytes]


@dataclass(frozen=True)
class Run:
    """What one pile took; seconds by the clock and by the processors."""

    files: int
    announced: float
    sent: float
    ended: float
    states: Counter[str]
    cpu: dict[str, float]
    rows: float
    units: float


def main() -> None:
    """Run half of the files, then all."""
    whole = pile(FILES)
    runs = [run(whole[: FILES // 2]), run(whole)]
    for one in runs:
        show(one)
    small, large = runs
    growth = (large.ended / large.files) / (small.ended / small.files)
    last = large.states
    figures(
        "bulk",
        {
            "files": large.files,
            "seconds": round(large.ended, 1),
            "files_per_second": round(large.files / large.ended, 2),
            "files_per_hour": round(large.files / large.ended * 3600),
            "states": {state: last[state] for state in ENDED},
            "announce_seconds": round(large.announced, 1),
            "cpu_ms_per_file": {k: round(v / large.files * 1000, 1) for k, v in large.cpu.items()},
            "cpu_ms_per_file_all": round(sum(large.cpu.values()) / large.files * 1000, 1),
            "rows_written_per_file": round(large.rows, 2),
            "write_units_per_file": round(large.units, 1),
            "half_files_per_second": round(small.files / small.ended, 2),
            "seconds_per_file_to_half": round(growth, 2),
        },
    )


def pile(count: int) -> list[File]:
    """Files of every format and both languages; every thirtieth is one that cannot be read."""
    bad = [sample for sample in bad_samples() if len(sample.content) < 1_000_000]
    files = [(sample.file_name, sample.content) for sample in generate(SEED, count, [SLUG])]
    for place in range(0, count, BAD_EVERY):
        sample = bad[place // BAD_EVERY % len(bad)]
        files[place] = (sample.file_name, sample.content)
    return files


def run(files: Sequence[File]) -> Run:
    """One pile through a stack of its own: announced, sent, every file at its end."""
    with tempfile.TemporaryDirectory() as folder:
        ports = (emulator.free_port(), emulator.free_port())
        stack = local.launch(local.Settings(Path(folder), *ports))
        try:
            return _measured(stack, files)
        finally:
            stack.stop()


def _measured(stack: local.Stack, files: Sequence[File]) -> Run:
    operator.forget()
    operator.connect(stack.endpoint, stack.public_url)
    admin = Api(stack.public_url, operator.api_key("administrator"))
    admin.post("/v1/competency-models", {"job_family": "software-python"})
    admin.post("/v1/requisitions", requisition(SLUG, date(2027, 1, 1)))
    before, written = _cpu(stack), _written(stack)
    own, begun = time.process_time(), time.monotonic()
    batches, permits = _announce(admin, [name for name, _ in files])
    announced = time.monotonic() - begun
    with ThreadPoolExecutor(SENDERS) as pool:
        list(pool.map(send, permits, [content for _, content in files]))
    sent = time.monotonic() - begun
    states = _until_all_ended(admin, batches)
    ended = time.monotonic() - begun
    cpu = {name: used - before.get(name, 0.0) for name, used in _cpu(stack).items()}
    cpu["sender"] = time.process_time() - own
    pairs = zip(_written(stack), written, strict=True)
    rows, units = ((now - then) / len(files) for now, then in pairs)
    return Run(len(files), announced, sent, ended, states, cpu, rows, units)


def _announce(admin: Api, names: Sequence[str]) -> tuple[list[str], list[dict[str, Any]]]:
    batches, permits = [], []
    for start in range(0, len(names), AT_ONCE):
        wish = {"files": [{"file_name": name} for name in names[start : start + AT_ONCE]]}
        given = admin.post(f"/v1/requisitions/{NUMBER}/resumes", wish)
        batches.append(given["batch_id"])
        permits += [upload["post"] for upload in given["uploads"]]
    return batches, permits


def _until_all_ended(admin: Api, batches: Sequence[str]) -> Counter[str]:
    """Ask one batch a second, as a page would, until nothing is expected any more."""
    states: Counter[str] = Counter()
    for batch in batches:
        while True:
            found = admin.get(f"/v1/requisitions/{NUMBER}/resumes", batch=batch, limit=1)
            if not found["counts"]["expected"]:
                break
            time.sleep(1)
        states.update(found["counts"])
    return states


_kept = threading.local()


def send(permit: dict[str, Any], content: bytes) -> None:
    """Upload by a presigned POST over a kept connection, as a browser does."""
    place = urlsplit(permit["url"])
    if getattr(_kept, "netloc", "") != place.netloc:
        _kept.netloc, _kept.line = place.netloc, http.client.HTTPConnection(place.netloc)
    mark = uuid.uuid4().hex
    body = b"".join(_form(mark, permit["fields"], content))
    kind = {"Content-Type": f"multipart/form-data; boundary={mark}"}
    _kept.line.request("POST", place.path, body, kind)
    answer = _kept.line.getresponse()
    answer.read()
    if answer.status >= 300:
        raise RuntimeError(f"the store answered {answer.status}")


def _form(mark: str, fields: dict[str, str], content: bytes) -> Iterator[bytes]:
    for name, value in fields.items():
        head = f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n'
        yield f"{head}{value}\r\n".encode()
    head = f'--{mark}\r\nContent-Disposition: form-data; name="file"; filename="file"\r\n\r\n'
    yield head.encode() + content + f"\r\n--{mark}--\r\n".encode()


def _cpu(stack: local.Stack) -> dict[str, float]:
    """CPU seconds of the emulator and of each function's workers, their children included."""
    used: Counter[str] = Counter()
    root = stack.emulator.process.pid
    for process in _family({root}):
        try:
            fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
            environment = Path(f"/proc/{process}/environ").read_bytes()
        except OSError:
            continue
        ticks = sum(map(int, fields[11:13])) if process == root else sum(map(int, fields[11:15]))
        found = environment.partition(b"AWS_LAMBDA_FUNCTION_NAME=")[2].split(b"\0")[0].decode()
        name = found.split("-")[1] if "-" in found else "reader"
        used["emulator" if process == root else name] += ticks / os.sysconf("SC_CLK_TCK")
    return dict(used)


def _written(stack: local.Stack) -> tuple[int, int]:
    """Rows and write units so far: a row counts its versions, one of the ledger once, or twice.

    A unit is a kilobyte of a row in a transaction counted double, and once more for every index
    that holds the row, as DynamoDB bills on demand; the size is the row's as it stands now.
    """
    database, rows, units = deploy.client(stack.endpoint, "dynamodb"), 0, 0
    for name in ("candidates", "company", "ledger"):
        for part in database.get_paginator("scan").paginate(TableName=f"hireloop-{name}"):
            for item in part["Items"]:
                told = 1 + ("sent_at" in item)
                times = int(item["version"]["N"]) if "version" in item else told
                kilobytes = math.ceil(
                    len(json.dumps(item, ensure_ascii=False, default=str).encode()) / 1024
                )
                indexes = sum(key in item for key in INDEXED)
                rows, units = rows + times, units + times * kilobytes * (2 + indexes)
    return rows, units


def show(one: Run) -> None:
    """One run as a table."""
    table(
        f"{one.files:,} files through the embedded stack",
        ("figure", "value"),
        [
            ("seconds until announced / sent / all ended", _three(one)),
            ("files a second", f"{one.files / one.ended:.1f}"),
            ("files an hour", f"{one.files / one.ended * 3600:,.0f}"),
            *((f"ended as {state}", str(one.states[state])) for state in ENDED),
            *(
                (f"CPU ms a file, {name}", f"{used / one.files * 1000:.1f}")
                for name, used in sorted(one.cpu.items())
            ),
            ("rows written a file", f"{one.rows:.2f}"),
            ("DynamoDB write units a file", f"{one.units:.1f}"),
        ],
    )


def _three(one: Run) -> str:
    return f"{one.announced:.1f} / {one.sent:.1f} / {one.ended:.1f}"


if __name__ == "__main__":
    main()
