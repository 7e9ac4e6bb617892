"""Competency models and the question bank as HR works with them, with and without JavaScript."""

import pytest
from playwright.sync_api import Browser, Page

from tests.e2e.conftest import Played, watched

WIDE, PHONE = {"width": 1366, "height": 768}, {"width": 390, "height": 844}
PAGES = ("/models", "/models/marketing", "/questions", "/questions/stress-tolerance-1",
         "/questions/new")  # fmt: skip


def opened(
    played: Played, chromium: Browser, state: object, *, script: bool = True, **given: object
) -> Page:
    context = chromium.new_context(
        storage_state=state, java_script_enabled=script, locale="en-US", **given
    )
    language = str(given.get("locale", "en"))[:2]
    context.add_cookies([{"name": "hireloop-lang", "value": language, "url": played.base}])
    return context.new_page()


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_pages_of_models_and_questions_open_without_faults_or_scrolling_sideways(
    played: Played, chromium: Browser, signed_in: object, size: dict[str, int]
) -> None:
    seen = watched(
        opened(played, chromium, signed_in, viewport=size), (played.base, played.stack.endpoint)
    )
    wish = {"job_family": "marketing", "origin": "edit"}
    draft = played.world.admin.post("/v1/model-drafts", wish)["draft_id"]
    wide = {}
    for path in (*PAGES, f"/model-drafts/{draft}"):
        page = seen.go(played.base + path)
        seen.shot(f"models-{path.strip('/').split('/')[0]}-{len(path)}-{size['width']}")
        overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if overflow > 0:
            wide[path] = overflow
    assert [] == seen.faults
    assert {} == wide


def test_the_sum_follows_the_weights_and_what_is_not_saved_is_not_adopted(
    played: Played, chromium: Browser, signed_in: object
) -> None:
    wish = {"job_family": "marketing", "origin": "edit"}
    made = played.world.admin.post("/v1/model-drafts", wish)
    path = f"/v1/model-drafts/{made['draft_id']}"
    dimensions = made["dimensions"]
    dimensions[0]["weight"], dimensions[1]["weight"] = 25, 35
    change = {"version": made["version"], "dimensions": dimensions}
    played.world.admin.post(path, change)
    page = opened(played, chromium, signed_in, viewport=WIDE)
    page.goto(f"{played.base}/model-drafts/{made['draft_id']}")
    assert page.locator("#weight-sum").inner_text() == "100"
    assert page.locator("[data-clean]").is_enabled()
    page.locator("[data-weight]").first.fill("40")
    assert page.locator("#weight-sum").inner_text() == "115"
    assert not page.locator("[data-clean]").is_enabled()


def test_a_family_is_cloned_changed_and_adopted_by_plain_forms(
    played: Played, chromium: Browser, signed_in: object
) -> None:
    page = opened(played, chromium, signed_in, script=False, viewport=WIDE)
    page.goto(f"{played.base}/models/retail-sales")
    form = page.locator("form:has(input[value=clone])")
    form.locator("[name='name.zh']").fill("门店店长")
    form.locator("[name='name.en']").fill("Store manager")
    form.locator("[name=job_family]").fill("store-manager")
    form.locator("button").click()
    page.wait_for_url("**/model-drafts/**")
    page.locator("button[value='add:problem_solving']").click()
    assert "whole number of 1–100" in page.inner_text("main")
    page.locator("[data-weight]").last.fill("10")
    page.locator("button[value=balance]").click()
    assert page.locator("#weight-sum").inner_text() == "100"
    page.locator("form[action$='/adoption'] button").click()
    page.wait_for_url("**/models/store-manager**")
    assert "Store manager" in page.inner_text("h1")
    model = played.world.admin.get("/v1/competency-models/store-manager")
    assert (model["model_version"], len(model["dimensions"])) == (1, 6)


def test_hr_swaps_a_proposed_question_and_confirms(
    played: Played, chromium: Browser, signed_in: object
) -> None:
    page = opened(played, chromium, signed_in, script=False, viewport=PHONE)
    page.goto(f"{played.base}/requisitions/REQ-SALES")
    choice = page.locator("#asked select").first
    other = choice.locator("option").nth(1).get_attribute("value")
    choice.select_option(str(other))
    page.locator("#asked button").click()
    page.wait_for_url("**done=choose_questions**")
    kept = played.world.admin.get("/v1/requisitions/REQ-SALES/questions")["kept"]
    assert kept[0]["question_id"] == other
    assert page.locator("#asked select").first.input_value() == other


def test_a_question_is_added_and_reworded_by_plain_forms(
    played: Played, chromium: Browser, signed_in: object
) -> None:
    page = opened(played, chromium, signed_in, script=False, viewport=WIDE)
    page.goto(f"{played.base}/questions/new?dimension=teamwork")
    page.locator("[name='text.zh']").fill("请讲一次你替同事顶班的经历。")
    page.locator("[name='text.en']").fill("Tell us about covering for a colleague.")
    page.locator("main form button").click()
    page.wait_for_url("**/questions/teamwork-**")
    page.locator("[name='text.en']").fill("Tell us about one shift you covered for a colleague.")
    page.locator("main form button").first.click()
    page.wait_for_url("**done=edit_question**")
    assert "one shift you covered" in page.inner_text("h1")
