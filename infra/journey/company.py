"""Steps a and b: the company enters itself; a pile of résumés is screened."""

import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from infra import seed
from infra.journey.api import send_file, wait_until
from infra.journey.progress import Progress
from infra.journey.world import World
from infra.resumes import Sample, bad_samples, generate

RESUMES = 66


def found(world: World, progress: Progress) -> None:
    """Enter the company: stores, people, models, requisitions, a partner."""
    with progress.step("Seed the company: 500 stores, staff, models, requisitions", "/") as step:
        admin = world.admin
        admin.put("/v1/organisation", seed.ORGANISATION, world.key("organisation"))
        entered = admin.post("/v1/stores", {"stores": seed.stores()}, world.key("stores"))
        step.say(f"{entered['entered']} stores in {len(seed.CITIES)} regions")
        for member in seed.STAFF:
            admin.post("/v1/users", dict(member), world.key(member["email"]))
        for slug, wish in seed.REQUISITIONS.items():
            wish = {"job_family": wish["job_family"]}
            model = admin.post("/v1/competency-models", wish, world.key(f"model-{slug}"))
            names = ", ".join(f"{d['name']['zh']} {d['weight']}" for d in model["dimensions"])
            step.say(f"{model['job_family']} v{model['model_version']}: {names}")
        for slug in seed.REQUISITIONS:
            admin.post(
                "/v1/requisitions", seed.requisition(slug, world.today), world.key(f"req-{slug}")
            )
        given = admin.post(
            "/v1/partners",
            seed.PARTNER | {"endpoint": world.partner_endpoint},
            world.key("partner"),
        )
        world.start_partner(given["secret"])
        step.say(f"partner {given['partner_id']} listens on {world.partner_endpoint}")


def screen(world: World, progress: Progress) -> None:
    """Upload real résumé files of every format, and wait until each has its verdict."""
    samples = generate(world.seed, RESUMES)
    with progress.step("Screen résumés in bulk", "/requisitions") as step:
        begun = time.monotonic()
        permits = _upload(world, samples)
        states = _await_all(world, progress, permits)
        seconds = time.monotonic() - begun
        done = sum(state == "done" for state in states.values())
        formats = sorted({sample.file_name.rsplit(".", 1)[-1] for sample in samples})
        step.say(
            f"{done} of {len(samples)} files ({', '.join(formats)}; zh and en) screened in "
            f"{seconds:.1f} s on the embedded stack: {done / seconds * 3600:,.0f} an hour"
        )
        for slug, wish in seed.REQUISITIONS.items():
            best = world.recruiter.get(f"/v1/requisitions/{wish['requisition_id']}/ranking")
            world.ranked[slug] = best["ranked"]
            step.say(_line(wish["requisition_id"], best["ranked"]))
    with progress.step("Refuse what is not a résumé, visibly", "/requisitions") as step:
        bad = bad_samples()
        permits = _upload(world, [s for s in bad if len(s.content) < 8 * 2**20])
        _await_all(world, progress, permits)
        for permit in permits:
            state = world.recruiter.get(f"/v1/uploads/{permit['upload_id']}")
            step.say(f"{state['file_name']}: {state['state']}, {state['reason']}")


def _line(requisition_id: str, ranked: list[dict[str, Any]]) -> str:
    top = ranked[0]
    evidence = next(
        (e["text"] for f in top["findings"] for e in f["evidence"] if f["verdict"] == "met"), ""
    )
    return (
        f"{requisition_id}: {len(ranked)} ranked, best {top['display_name']} fit {top['fit']} "
        f"({top['application_id']}), "
        f"for example by the line “{evidence[:48]}”"
    )


def _upload(world: World, samples: list[Sample]) -> list[dict[str, Any]]:
    permits: list[dict[str, Any]] = []
    for slug, wish in seed.REQUISITIONS.items():
        mine = [s for s in samples if s.requisition_slug == slug]
        if not mine:
            continue
        given = world.recruiter.post(
            f"/v1/requisitions/{wish['requisition_id']}/resumes",
            {"files": [{"file_name": s.file_name} for s in mine], "source": "fair"},
            world.key(f"resumes-{slug}-{mine[0].file_name}"),
        )["uploads"]
        with ThreadPoolExecutor(6) as pool:
            list(
                pool.map(
                    lambda p: send_file(p[0]["post"], p[1].content), zip(given, mine, strict=True)
                )
            )
        permits += given
    return permits


def _await_all(world: World, progress: Progress, permits: list[dict[str, Any]]) -> dict[str, str]:
    states: dict[str, str] = {}

    def look() -> bool:
        for permit in permits:
            upload_id = permit["upload_id"]
            if upload_id in states:
                continue
            state = world.recruiter.get(f"/v1/uploads/{upload_id}")["state"]
            if state == "expected":
                break
            states[upload_id] = state
        progress.count(len(states), len(permits), "files")
        return len(states) == len(permits)

    wait_until(look, seconds=180, what="the last screening")
    return states
