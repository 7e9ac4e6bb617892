"""Steps f and g: six months on, outcomes come back into the weights, and HR sees the picture."""

from typing import Any

from infra import history
from infra.journey.api import wait_until
from infra.journey.interview import one_more
from infra.journey.progress import Progress
from infra.journey.world import World

FAMILY = "retail-sales"
CYCLE_ID = "half-year-retail"
CYCLE_PATH = f"/v1/appraisal-cycles/{CYCLE_ID}"


def _cycle(past: history.Generated) -> dict[str, object]:
    """The half-year in which last year's hires were at work."""
    return {
        "cycle_id": CYCLE_ID,
        "name": {"zh": "门店销售半年考核", "en": "Store sales, half-year appraisal"},
        "job_family": FAMILY,
        "period_start": past.starts_on.isoformat(),
        "period_end": past.ends_on.isoformat(),
    }


def remember(world: World, progress: Progress) -> None:
    """Bring in last year's interviews and hires of another system, marked as imported."""
    with progress.step("Import last year's interviews and hires", "/analytics") as step:
        past = history.generate(world.today)
        report = world.admin.post(
            "/v1/history", {"content": past.history_csv}, world.key("history")
        )
        step.say(f"{report['accepted']} rows imported (a simulated cohort with known truth)")


def appraise(world: World, progress: Progress) -> None:
    """Open a cycle, import KPIs, rate, lock."""
    with progress.step("Appraise: KPI import, ratings, lock", "/appraisal") as step:
        past = history.generate(world.today)
        world.appraiser.post("/v1/appraisal-cycles", _cycle(past), world.key("cycle"))
        bad = past.kpis_csv + "E999999,sales_growth,12,%\n"
        refused = world.appraiser.post(f"{CYCLE_PATH}/kpis", {"content": bad})
        first = refused["problems"][0]
        step.say(
            f"a file with an unknown person: {refused['accepted']} rows taken, "
            f"row {first['row']} named ({first['code']})"
        )
        report = world.appraiser.post(
            f"{CYCLE_PATH}/kpis", {"content": past.kpis_csv}, world.key("kpis")
        )
        step.say(f"{report['accepted']} KPI readings imported")
        _rate_all(world, past)
        locked = world.appraiser.post(f"{CYCLE_PATH}/lock", key=world.key("lock"))
        step.say(
            f"{locked['rated']} of {locked['listed']} rated, {len(past.leavers)} had left; "
            f"cycle {locked['state']}"
        )


def _rate_all(world: World, past: history.Generated) -> None:
    """Rate everyone who stayed; say of everyone else why not."""
    employees = world.appraiser.get("/v1/employees", job_family=FAMILY, limit=1000)["employees"]
    listed = {row["employee_number"] for row in employees if row["origin"] == "imported"}
    ratings = [row for row in past.ratings if row["employee_number"] in listed]
    for start in range(0, len(ratings), 200):
        part = ratings[start : start + 200]
        world.appraiser.post(
            f"{CYCLE_PATH}/ratings", {"ratings": part}, world.key(f"ratings-{start}")
        )
    for number in past.leavers:
        excuse = {"employee_number": number, "reason": "考核期内离职"}
        world.appraiser.post(f"{CYCLE_PATH}/excuses", excuse, world.key(f"excuse-{number}"))


def propose(world: World, progress: Progress) -> None:
    """Ask for a change of weights, approve it by two names, watch it in shadow, activate it."""
    title = "Weights: evidence, gates, two approvals, shadow run, activation"
    with progress.step(title, "/weights") as step:
        asked = {"job_family": FAMILY, "shadow_interviews": 1, "shadow_days": 14}
        wish = world.analyst.post("/v1/weight-proposals", asked)
        step.look = f"/weights/{wish['proposal_id']}"
        path = f"/v1/weight-proposals/{wish['proposal_id']}"

        def look() -> dict[str, object] | None:
            row: dict[str, object] = world.analyst.get(path)
            return row if row["state"] not in {"requested", "computing"} else None

        row = wait_until(look, seconds=120, what="the weight proposal")
        evidence = row["proposal"] or {}
        step.say(f"{row['state']}: {evidence['summary']['en']}")
        for gate in row["gates"]:
            step.say(f"gate {gate['key']}: {gate['verdict']}, {gate['message']['en']}")
        if row["state"] != "proposed":
            return
        for item in evidence["dimensions"]:
            step.say(
                f"{item['key']}: {item['old_weight']} → {item['new_weight']}, corrected r "
                f"{item['r_corrected']:.2f} (n = {item['n']})"
            )
        step.say(_decided(world, path))


def _decided(world: World, path: str) -> str:
    """Two named approvals, one interview under both models, an activation by name."""
    unmeasured = "公平门槛因自述群体的人太少而未测得；我知悉，影子运行期间继续观察"
    for name, who in (("first", world.analyst), ("second", world.director)):
        said = {"reason": "证据充分：未参与估计者的效度提高，同意", "acknowledgement": unmeasured}
        who.post(f"{path}/approval", said, world.key(f"approve-{name}"))
    one_more(world, "retail-sales-associate", "good")

    def over() -> dict[str, Any] | None:
        row: dict[str, Any] = world.analyst.get(f"{path}/shadow")
        return row if row["over"] else None

    run = wait_until(over, seconds=60, what="the shadow run")
    said = {"reason": "影子运行未见异常，启用", "acknowledgement": unmeasured}
    done = world.director.post(f"{path}/activation", said, world.key("activate"))
    return (
        f"approved by two, {run['interviews']} interview in shadow (difference "
        f"{run['difference']:+.1f}); activated by {done['decided_by']}: "
        f"model version {done['new_model_version']}"
    )


def look(world: World, progress: Progress) -> None:
    """Read the analytics page as HR does."""
    with progress.step("Analytics: what HR should know", "/analytics") as step:
        page = world.analyst.get("/v1/analytics", job_family=FAMILY)
        for chart in page["charts"]:
            step.say(chart["summary"]["en"])
