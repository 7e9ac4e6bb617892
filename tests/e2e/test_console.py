"""The console as HR sees it, in headless Chromium; pictures are kept under build/screens."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from infra import operator
from tests.e2e.conftest import Played, Watched, watched

WIDE, PHONE = {"width": 1366, "height": 768}, {"width": 390, "height": 844}
PAGES = (
    "/", "/candidates", "/candidates/{person}", "/requisitions", "/requisitions/REQ-SALES",
    "/analytics", "/weights", "/weights/{proposal}", "/appraisal", "/appraisal/half-year-retail",
    "/audit", "/audit/{person}", "/settings", "/docs",
)  # fmt: skip


def places(played: Played) -> dict[str, str]:
    proposals = played.world.analyst.get("/v1/weight-proposals")["proposals"]
    return {"person": played.world.hired[0].person_id, "proposal": proposals[0]["proposal_id"]}


@pytest.fixture(scope="module")
def signed_in(played: Played, chromium: Browser) -> Iterator[dict[str, object]]:
    """The cookies of an administrator who came by a one-time link, through the real page."""
    context = chromium.new_context(viewport=WIDE, locale="en-US")
    page = context.new_page()
    page.goto(operator.sign_in("ops@example.com", "administrator"))
    page.get_by_role("button").last.click()
    page.wait_for_url(f"{played.base}/*")
    yield context.storage_state()
    context.close()


def visit(
    played: Played, chromium: Browser, state: dict[str, object], size: dict[str, int], language: str
) -> Watched:
    context = chromium.new_context(viewport=size, storage_state=state, locale="zh-CN")
    context.add_cookies([{"name": "hireloop-lang", "value": language, "url": played.base}])
    return watched(context.new_page(), (played.base, played.stack.endpoint))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_every_page_opens_without_faults_and_without_scrolling_sideways(
    played: Played,
    chromium: Browser,
    signed_in: dict[str, object],
    size: dict[str, int],
    language: str,
) -> None:
    seen = visit(played, chromium, signed_in, size, language)
    wide = {}
    for path in PAGES:
        page = seen.go(played.base + path.format(**places(played)))
        name = path.strip("/").split("/{")[0].replace("/", "-") or "today"
        suffix = "-one" if "{" in path else ""
        seen.shot(f"{name}{suffix}-{language}-{size['width']}")
        overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if overflow > 0:
            wide[path] = overflow

    assert [] == seen.faults
    assert {} == wide


def test_a_page_can_be_read_without_javascript(
    played: Played, chromium: Browser, signed_in: dict[str, object]
) -> None:
    context = chromium.new_context(storage_state=signed_in, java_script_enabled=False)
    page = context.new_page()
    person = played.world.hired[0]
    page.goto(f"{played.base}/candidates/{person.person_id}")

    assert person.name in page.inner_text("main")


def test_nobody_sees_a_page_without_signing_in(played: Played, chromium: Browser) -> None:
    page = chromium.new_context().new_page()
    answer = page.goto(f"{played.base}/candidates")

    assert answer is not None
    assert played.world.hired[0].name not in page.inner_text("body")
    assert page.locator("input[type=email]").count() == 1


def test_a_recruiter_rejects_a_candidate_by_the_form_and_sees_it_recorded(
    played: Played, chromium: Browser
) -> None:
    world = played.world
    rows = {c.application_id: c for c in world.candidates if c not in world.hired}
    open_ones = [
        c
        for a, c in rows.items()
        if world.recruiter.get(f"/v1/applications/{a}")["stage"] == "interviewed"
    ]
    candidate = open_ones[0]
    context = chromium.new_context(viewport=WIDE, locale="zh-CN")
    page = context.new_page()
    page.goto(operator.sign_in("lin.recruiter@example.com", "recruiter"))
    page.get_by_role("button").last.click()
    page.goto(f"{played.base}/candidates/{candidate.person_id}")
    form = page.locator("form[action$='/disposition']").first
    form.locator("textarea, input[name=reason]").first.fill("与岗位要求的经验不符，已人工复核")
    form.locator("[name=outcome][value=reject]").first.click()
    if not page.url.count("done="):
        form.locator("button[type=submit]").last.click()
    page.wait_for_url("**done=dispose**")

    row = world.recruiter.get(f"/v1/applications/{candidate.application_id}")
    assert "rejected" == row["stage"]


def test_an_appraiser_meets_no_score_on_any_page(played: Played, chromium: Browser) -> None:
    context = chromium.new_context(viewport=WIDE, locale="en-US")
    page = context.new_page()
    page.goto(operator.sign_in("chen.appraiser@example.com", "appraiser"))
    page.get_by_role("button").last.click()
    page.wait_for_url(f"{played.base}/*")
    refused = []
    for path in ("/candidates", "/analytics", "/weights", "/candidates/{person}"):
        answer = page.goto(played.base + path.format(**places(played)))
        assert answer is not None
        refused.append(answer.status)

    assert [403, 403, 403, 403] == refused
