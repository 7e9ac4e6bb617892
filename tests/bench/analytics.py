"""A million applications counted, and every chart timed under every kind of filter.

`make bench-analytics [APPLICATIONS=1000000] [STACK=]`. Cells of the partitions that are read are
counted as the service counts them. Then each chart is asked for: with the cells in this process
(CPU seconds, and how many 1-MB pages DynamoDB would give), and, under two filters, by the clock
from the embedded DynamoDB, into which those partitions were put.
"""

import os
import resource
import statistics
import sys
import tempfile
import time
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

from chalicelib.analytics import service
from chalicelib.analytics.counting import cells
from chalicelib.analytics.counting.contribution import contribution
from chalicelib.analytics.counting.sums import Counts, merged, packed
from chalicelib.analytics.registry import CHARTS
from chalicelib.analytics.rows import Filters
from chalicelib.analytics.service import keeping, people, reading
from chalicelib.analytics.tables import FigureCell
from infra import emulator, local, operator
from tests.bench import analytics_world as world
from tests.bench.tables import figures, table

APPLICATIONS = int(os.environ.get("APPLICATIONS", "1000000"))
WORKERS, SAMPLE = 4, 5_000
#: Whether the embedded DynamoDB is asked too (STACK= leaves it out).
STACK = os.environ.get("STACK", "1")
PAGE_BYTES = 1_048_576
#: What an item costs beside its body: keys, kind, version, moment.
OVERHEAD = 180
LIMIT_SECONDS = 2.0
#: Filters that are asked for from the embedded DynamoDB too, one answer of which takes a while.
OVER_HTTP = ("none", "busiest store")
#: Charts of bounded lists of single persons, which cells do not answer.
PERSONS = ("outcomes", "groups", "questions")
Kept = dict[str, tuple[list[str], list[bytes]]]


def main() -> None:
    """Count, ask, print; fails when a chart takes longer than it may."""
    asked = _filters(_busiest())
    kept, counted = _count(frozenset(cells.selection(f).scope for f in asked.values()))
    print(f"counted in {counted:.0f} CPU seconds", file=sys.stderr)
    here = _ask(asked, lambda: _patched(kept), time.process_time)
    there = _over_http(kept, {name: asked[name] for name in OVER_HTTP}) if STACK else {}
    rows = []
    for name in asked:
        one, two = here[name], there.get(name, {})
        slow = max(one, key=lambda key: one[key][0])
        http = f"{max(s for s, _ in two.values()):.2f}" if two else "–"
        rows.append((name, f"{one[slow][0]:.2f}", http, slow,
                     max(p for _, p in one.values())))  # fmt: skip
    table(
        f"{APPLICATIONS:,} applications: the slowest chart under each filter, seconds",
        ("filter", "CPU in this process", "embedded DynamoDB", "slowest", "1-MB pages"),
        rows,
    )
    slowest = max(
        seconds for charts in (*there.values(), *here.values()) for seconds, _ in charts.values()
    )
    over_http = [seconds for charts in there.values() for seconds, _ in charts.values()]
    inside = [seconds for charts in here.values() for seconds, _ in charts.values()]
    cells_kept = sum(len(sorts) for sorts, _ in kept.values())
    figures("analytics", {
        "applications": APPLICATIONS, "charts": len(next(iter(here.values()))),
        "filters": len(asked), "cells": cells_kept, "seconds_max": round(slowest, 2),
        "seconds_max_over_http": round(max(over_http), 2) if over_http else None,
        "cpu_seconds_max": round(max(inside), 2),
        "cpu_seconds_median": round(statistics.median(inside), 3),
        "pages_max": max(pages for charts in here.values() for _, pages in charts.values()),
        "count_cpu_seconds": round(counted, 1),
        "largest_cell_bytes": max(len(b) for _, bodies in kept.values() for b in bodies),
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    })  # fmt: skip
    assert slowest <= LIMIT_SECONDS, f"a chart took {slowest:.2f} s"


def _busiest() -> dict[str, str]:
    """The busiest of each kind of place, among the first applications."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for _, fact in world.applications(SAMPLE):
        for name in ("requisition_id", "store_id", "region", "job_family", "source"):
            seen[name][getattr(fact.place, name)] += 1
    return {name: found.most_common(1)[0][0] for name, found in seen.items()}


def _count(scopes: frozenset[str]) -> tuple[Kept, float]:
    """The cells of the partitions that are read, packed as they are stored, and CPU seconds."""
    sums: dict[str, dict[str, dict[str, int]]] = defaultdict(dict)
    share = APPLICATIONS // WORKERS
    wishes = [(share, world.SEED + number, scopes) for number in range(WORKERS)]
    spent = 0.0
    with ProcessPoolExecutor(WORKERS) as pool:
        for part, seconds in pool.map(_part, wishes):
            spent += seconds
            for scope, sorts in part.items():
                for sort, counts in sorts.items():
                    sums[scope][sort] = merged((sums[scope].get(sort, {}), counts))
    kept: Kept = {}
    for scope, found in sums.items():
        sorts = sorted(found)
        kept[scope] = (sorts, [packed(found[sort]) for sort in sorts])
    return kept, spent


def _part(wish: tuple[int, int, frozenset[str]]) -> tuple[dict[str, dict[str, Counts]], float]:
    """One worker's applications, counted."""
    number, seed, scopes = wish
    begun = time.process_time()
    sums: dict[str, dict[str, Counts]] = {scope: {} for scope in scopes}
    for _, fact in world.applications(number, seed):
        for (scope, sort), counts in cells.expanded(contribution(fact)).items():
            if scope in scopes:
                total = sums[scope].setdefault(sort, {})
                for name, n in counts.items():
                    total[name] = total.get(name, 0) + n
    return sums, time.process_time() - begun


def _filters(busiest: dict[str, str]) -> dict[str, Filters]:
    job, region, store = busiest["job_family"], busiest["region"], busiest["store_id"]
    requisition, source = busiest["requisition_id"], busiest["source"]
    day = "2026-07-01"
    return {
        "none": Filters(moved_on=day),
        "a quarter": Filters(since="2026-04-01", until="2026-06-30", moved_on="2026-05-15"),
        "source": Filters(source=source, moved_on=day),
        "job family": Filters(job_family=job, moved_on=day),
        "region": Filters(region=region, moved_on=day),
        "busiest store": Filters(store_id=store, moved_on=day),
        "busiest requisition": Filters(requisition_id=requisition, moved_on=day),
        "family, region, source": Filters(job, region=region, source=source, moved_on=day),
        "requisition, store": Filters(requisition_id=requisition, store_id=store, moved_on=day),
    }


def _patched(kept: Kept) -> Any:
    """The cells' table in this process: the same query, counting the pages it would take."""

    def query(partition: str, between: Any) -> Iterator[Any]:
        scope = partition.split("#", 2)[-1]
        sorts, bodies = kept.get(scope, ([], []))
        low, high = (value.value["S"] for value in between.values[1:])
        first, last = bisect_left(sorts, low), bisect_right(sorts, high)
        for sort, body in zip(sorts[first:last], bodies[first:last], strict=True):
            PAGES["bytes"] += len(body) + len(sort) + OVERHEAD
            yield SimpleNamespace(item_id=sort, body=body)

    return patch.object(reading, "FigureCell",
                        SimpleNamespace(query=query, item_id=FigureCell.item_id))  # fmt: skip


PAGES: Counter[str] = Counter()


def _ask(
    asked: dict[str, Filters], tables: Callable[[], Any], clock: Callable[[], float]
) -> dict[str, dict[str, tuple[float, int]]]:
    """Seconds (best of two) and pages of every chart under every filter."""
    company = _Company()
    doors = [(module, name) for module in (people, reading) for name in ("records", "interviewing")]
    neighbours = [patch.object(module, name, company) for module, name in doors]
    found: dict[str, dict[str, tuple[float, int]]] = {}
    with patch.object(keeping, "generation", lambda: "1.1"), tables():
        for each in neighbours:
            each.start()
        for name, filters in asked.items():
            found[name] = {key: _timed(key, filters, clock) for key, spec in CHARTS.items()
                           if spec.rows and spec.rows not in PERSONS}  # fmt: skip
        for each in neighbours:
            each.stop()
    return found


def _timed(key: str, filters: Filters, clock: Callable[[], float]) -> tuple[float, int]:
    best = float("inf")
    for _ in range(2):
        PAGES.clear()
        begun = clock()
        service.chart(key, "zh", filters, may_see=lambda fields: True)
        best = min(best, clock() - begun)
    return best, -(-PAGES["bytes"] // PAGE_BYTES)


class _Company:
    """Names of what the invented company has."""

    def requisitions(self) -> list[Any]:
        return [
            SimpleNamespace(item_id=f"REQ-{n:04d}", title={"zh": f"职位{n}", "en": f"Job {n}"},
                            job_family=f"family-{n % world.FAMILIES}", cut_score=80)
            for n in range(world.REQUISITIONS)
        ]  # fmt: skip

    def stores(self) -> list[Any]:
        return [SimpleNamespace(item_id=f"S{n:04d}", name={"zh": f"{n} 店", "en": f"Store {n}"})
                for n in range(world.STORES)]  # fmt: skip

    def users(self) -> list[Any]:
        return [SimpleNamespace(item_id=f"{n:02d}", name=f"Colleague {n}", email="")
                for n in range(world.COLLEAGUES)]  # fmt: skip

    def families(self) -> list[Any]:
        return [SimpleNamespace(job_family=f"family-{n}") for n in range(world.FAMILIES)]

    def versions(self, job_family: str) -> list[Any]:
        names = [SimpleNamespace(key=key, name={"zh": key, "en": key}) for key in world.DIMENSIONS]
        return [SimpleNamespace(dimensions=names)]


def _over_http(kept: Kept, asked: dict[str, Filters]) -> dict[str, dict[str, tuple[float, int]]]:
    """The same from the embedded DynamoDB, which holds the partitions that are read."""
    with tempfile.TemporaryDirectory() as folder:
        settings = local.Settings(Path(folder), emulator.free_port(), emulator.free_port())
        stack = local.launch(settings)
        try:
            operator.connect(stack.endpoint, stack.public_url)
            _load(kept, {cells.selection(filters).scope for filters in asked.values()})
            print("loaded into the embedded DynamoDB", file=sys.stderr)
            return _ask(asked, nullcontext, time.perf_counter)
        finally:
            stack.stop()


def _load(kept: Kept, scopes: set[str]) -> None:
    with FigureCell.batch_write() as batch:
        for scope in scopes:
            for sort, body in zip(*kept[scope], strict=True):
                batch.save(FigureCell(keeping.partition("1.1", scope), sort, body=body, version=1))


if __name__ == "__main__":
    main()
