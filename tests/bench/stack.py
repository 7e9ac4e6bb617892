"""The embedded stack: start, restart, idle memory, an API read beside the emulator's own answer."""

import re
import statistics
import tempfile
import time
from datetime import date
from pathlib import Path

import httpx

from infra import emulator, local, operator
from infra.journey.api import Api, send_file, wait_until
from infra.resumes import generate
from infra.seed import requisition
from tests.bench.tables import figures, table

READS = 200
FILES = 120
IDLE_SECONDS = 40


def main() -> None:
    """Start an empty stack, measure, start it again with its data."""
    with tempfile.TemporaryDirectory() as folder:
        settings = local.Settings(Path(folder), emulator.free_port(), emulator.free_port())
        stack, start = _timed(settings)
        try:
            values = _serve(stack)
        finally:
            stack.stop()
        stack, again = _timed(settings)
        stack.stop()
    values |= {"start_seconds": round(start, 1), "restart_seconds": round(again, 1)}
    table("The embedded stack on this machine", ("figure", "value"), sorted(values.items()))
    figures("stack", values)


def _timed(settings: local.Settings) -> tuple[local.Stack, float]:
    begun = time.monotonic()
    stack = local.launch(settings)
    httpx.get(f"{stack.public_url}/v1/health", timeout=30).raise_for_status()
    return stack, time.monotonic() - begun


def _serve(stack: local.Stack) -> dict[str, object]:
    operator.connect(stack.endpoint, stack.public_url)
    admin = Api(stack.public_url, operator.api_key("administrator"))
    admin.post("/v1/competency-models", {"job_family": "software-python"})
    admin.post("/v1/requisitions", requisition("python-developer", date(2027, 1, 1)))
    hourly = _screen(admin)
    values = _reads(admin, stack.endpoint)
    time.sleep(IDLE_SECONDS)
    return values | {"resumes_an_hour": hourly, "idle_mb": _memory_mb(stack)}


def _screen(admin: Api) -> int:
    samples = generate(11, FILES, ["python-developer"])
    begun = time.monotonic()
    permits = []
    for start in range(0, FILES, 60):
        files = [{"file_name": s.file_name} for s in samples[start : start + 60]]
        path = "/v1/requisitions/REQ-PYTHON/resumes"
        permits += admin.post(path, {"files": files})["uploads"]
    for permit, sample in zip(permits, samples, strict=True):
        send_file(permit["post"], sample.content)
    last = [permit["upload_id"] for permit in permits]

    def done() -> bool:
        while last and admin.get(f"/v1/uploads/{last[0]}")["state"] != "expected":
            last.pop(0)
        return not last

    wait_until(done, seconds=300, what="the last screening")
    return round(FILES / (time.monotonic() - begun) * 3600)


def _reads(admin: Api, endpoint: str) -> dict[str, object]:
    floor, reads = [], []
    bare = httpx.Client(base_url=endpoint)
    for _ in range(READS):
        floor.append(_milliseconds(lambda: bare.get("/_ministack/health")))
        reads.append(_milliseconds(lambda: admin.get("/v1/requisitions/REQ-PYTHON")))
    pairs = [read / bare for read, bare in zip(reads, floor, strict=True)]
    return {
        "read_ms_median": round(statistics.median(reads), 1),
        "read_ms_p95": round(sorted(reads)[int(READS * 0.95)], 1),
        "bare_answer_ms_median": round(statistics.median(floor), 1),
        "read_to_bare_ratio_median": round(statistics.median(pairs), 1),
        "reads": READS,
    }


def _milliseconds(work: object) -> float:
    begun = time.perf_counter()
    work()  # type: ignore[operator]
    return (time.perf_counter() - begun) * 1000


def _memory_mb(stack: local.Stack) -> int | None:
    """Proportional set size of the emulator and its workers (Linux), in MB; the launcher apart."""
    total, family = 0, _family({stack.emulator.process.pid})
    for process in family:
        try:
            text = Path(f"/proc/{process}/smaps_rollup").read_text()
        except OSError:
            continue
        found = re.search(r"Pss:\s+(\d+) kB", text)
        total += int(found[1]) if found else 0
    return total // 1024 or None


def _family(roots: set[int]) -> set[int]:
    parents: dict[int, int] = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            after = entry.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        parents[int(entry.parent.name)] = int(after[1])
    family = set(roots)
    while True:
        more = {child for child, parent in parents.items() if parent in family} - family
        if not more:
            return family
        family |= more
