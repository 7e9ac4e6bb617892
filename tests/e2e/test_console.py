"""The console as HR sees it, in headless Chromium; pictures are kept under build/screens."""

import pytest
from playwright.sync_api import Browser, Page

from infra import operator
from tests.e2e.conftest import Played, Watched, watched

WIDE, PHONE = {"width": 1366, "height": 768}, {"width": 390, "height": 844}
FAMILY = "retail-sales"
PAGES = (
    "/", "/candidates", "/candidates/{person}", "/requisitions", "/requisitions/REQ-SALES",
    "/requisitions/REQ-SALES/criteria", "/requisitions/new",
    "/analytics", "/weights", "/weights/{proposal}", "/drift/retail-sales", "/calibration",
    "/appraisal", "/appraisal/half-year-retail", "/appraisal/half-year-retail/people/{number}",
    "/ratings", "/kpis/retail-sales",
    "/audit", "/audit/{person}", "/settings", "/docs",
)  # fmt: skip


def places(played: Played) -> dict[str, str]:
    proposals = played.world.analyst.get("/v1/weight-proposals")["proposals"]
    listed = played.world.appraiser.get("/v1/employees", job_family=FAMILY, limit=9)["employees"]
    number = next(row["employee_number"] for row in listed if row["origin"] == "imported")
    return {
        "person": played.world.hired[0].person_id,
        "proposal": proposals[0]["proposal_id"],
        "number": number,
    }


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
    # Said on the page; the mark in its address is taken off again at once.
    page.get_by_text("决定已记录").first.wait_for()

    row = world.recruiter.get(f"/v1/applications/{candidate.application_id}")
    assert "rejected" == row["stage"]


@pytest.fixture(scope="module")
def open_cycle(played: Played) -> str:
    """The page of an appraisal cycle that is still open."""
    wish = {"cycle_id": "still-open", "name": {"zh": "进行中", "en": "Open"}}
    period = {"period_start": "2026-01-01", "period_end": "2026-06-30"}
    played.world.appraiser.post("/v1/appraisal-cycles", wish | period | {"job_family": FAMILY})
    return f"{played.base}/appraisal/still-open"


def appraising(chromium: Browser, *, script: bool = True) -> Page:
    context = chromium.new_context(viewport=WIDE, locale="en-US", java_script_enabled=script)
    page = context.new_page()
    page.goto(operator.sign_in("chen.appraiser@example.com", "appraiser"))
    page.get_by_role("button").last.click()
    return page


def test_a_kpi_file_with_problems_posted_as_a_plain_form_comes_back_as_a_report(
    chromium: Browser, open_cycle: str
) -> None:
    page = appraising(chromium, script=False)
    page.goto(open_cycle)
    page.locator("#content").fill("employee_number,kpi,value,unit\nNOBODY,sales_growth,1,%")
    with page.expect_response("**/kpis") as answer:
        page.locator("form[action$='/kpis'] button[type=submit]").click()

    assert 422 == answer.value.status
    assert "employee_number" in page.inner_text("main table")
    assert 0 == page.locator(".toast").count()


def test_an_appraiser_rates_one_employee_and_excuses_another_by_the_forms(
    played: Played, chromium: Browser, open_cycle: str
) -> None:
    page = appraising(chromium)
    page.goto(open_cycle)
    rows, forms = page.locator("tr:has(.rate)"), page.locator("tr.rate-row")
    rows.nth(0).locator(".rate > summary").click()
    forms.nth(0).locator("input[type=radio][value='4']").check()
    forms.nth(0).locator("form[action$='/ratings'] button").click()
    page.wait_for_selector(".toast")
    rows.nth(1).locator(".rate > summary").click()
    forms.nth(1).locator("[name=reason]").fill("On parental leave")
    forms.nth(1).locator("form[action$='/excuses'] button").click()
    page.get_by_role("cell", name="On parental leave").first.wait_for()

    assert "4" in rows.nth(0).locator("td.num").last.inner_text()
    assert 1 == played.world.appraiser.get("/v1/appraisal-cycles/still-open")["rated"]


def test_invitations_that_are_all_refused_are_not_called_sent(
    played: Played, chromium: Browser
) -> None:
    context = chromium.new_context(viewport=WIDE, locale="en-US", java_script_enabled=False)
    page = context.new_page()
    page.goto(operator.sign_in("lin.recruiter@example.com", "recruiter"))
    page.get_by_role("button").last.click()
    page.goto(f"{played.base}/requisitions/REQ-SALES")
    form = page.locator("form[action$='/invitations']")
    hired = next(c for c in played.world.hired if c.slug == "retail-sales-associate")
    mark = form.locator("[name=csrf]").get_attribute("value")
    answer = page.request.post(
        f"{played.base}/v1/requisitions/REQ-SALES/invitations",
        form={"csrf": mark or "", "application_ids[]": hired.application_id},
    )

    assert 422 == answer.status
    assert hired.name in answer.text()


def test_a_partners_secret_is_shown_once_in_a_dialog(
    played: Played, chromium: Browser, signed_in: dict[str, object]
) -> None:
    seen = visit(played, chromium, signed_in, WIDE, "en")
    page = seen.go(f"{played.base}/settings")
    page.get_by_text("Add a partner").click()
    page.locator("#partner-id").fill("payroll")
    page.locator("#partner-name").fill("Payroll")
    page.locator("#partner-endpoint").fill("https://payroll.example.com/hook")
    page.locator("#partner [value='offer.made']").check()
    page.locator("#partner button[type=submit]").click()
    page.locator("dialog#secret[open]").wait_for()
    secret = page.inner_text("#secret code")
    page.locator("#secret [data-close]").click()
    page.get_by_text("https://payroll.example.com/hook").wait_for()

    assert [] == seen.faults
    assert len(secret) > 20
    assert secret not in page.content()


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
