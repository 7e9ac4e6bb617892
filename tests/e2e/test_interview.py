"""An interview on a phone as it happens: paused, cut off, without a microphone, asked once more."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route

from infra import operator
from infra.answers import Level, tell
from infra.journey.api import Api, wait_until
from tests.e2e.conftest import Played, watched
from tests.e2e.test_candidate import PHONE, invited

#: A story without its end.
NO_RESULT = (
    "去年6月我在杭州的家居店做导购，有位阿姨进门就要最便宜的四件套。店长给我的任务是当月客单价做到300元。"
    "我先问她是谁用、家里原来铺的是什么。我注意到她一直摸面料，又追问孩子睡觉会不会出汗。"
    "我推荐了一款纯棉的，让她先带一只枕套回去试用3天。"
)
RESULT = "最后她回来买了整套，我那个月的复购从12单提高到31单。"
DENIED = "navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no'))"


@dataclass
class Candidate:
    """Somebody invited, and how their session stands by the API."""

    played: Played
    application_id: str
    session_id: str
    link: str

    @property
    def session(self) -> dict[str, Any]:
        """The session as a recruiter sees it."""
        found: dict[str, Any] = self.played.world.recruiter.get(f"/v1/sessions/{self.session_id}")
        return found

    def answer(self, number: int) -> dict[str, Any] | None:
        """The answer to a question once it is final."""
        wanted = self.session["questions"][number]["question_id"]
        final = ("rated", "not_scored")
        return next(
            (
                a
                for a in self.session["answers"]
                if a["question_id"] == wanted and a["state"] in final
            ),
            None,
        )

    def settled(self, number: int) -> dict[str, Any]:
        """The answer to a question, waited for."""
        found: dict[str, Any] = wait_until(
            lambda: self.answer(number), seconds=60, what=f"the rating of {number}"
        )
        return found


@pytest.fixture(scope="module")
def asking(played: Played) -> str:
    """A requisition that follows up."""
    recruiter: Api = played.world.recruiter
    like = recruiter.get("/v1/requisitions/REQ-SALES")
    wish = {"requisition_id": "REQ-ASK", "follow_ups": True, "title": {"zh": "导购", "en": "Sales"}}
    recruiter.post("/v1/requisitions", wish | {"job_family": like["job_family"]})
    return "REQ-ASK"


def somebody(played: Played, address: str, number: int, requisition_id: str) -> Candidate:
    return Candidate(played, *invited(played, address, number, requisition_id))


@pytest.fixture
def phone(chromium: Browser) -> Iterator[BrowserContext]:
    """A phone with camera and microphone."""
    context = chromium.new_context(
        viewport=PHONE, locale="zh-CN", timezone_id="Asia/Shanghai",
        permissions=["camera", "microphone"],
    )  # fmt: skip
    yield context
    context.close()


def to_the_questions(page: Page) -> None:
    """From wherever the page opens to the questions."""
    if page.locator("[data-go=consent]").is_visible():
        page.locator("[data-go=consent]").click()
        page.locator("[name=interview]").check()
        page.locator("#consent button[type=submit]").click()
    page.locator("[data-go=questions]").click()


def begun(page: Page) -> Locator:
    """The question shown, thinking skipped."""
    shown = page.locator(".ask[data-question]:not([data-practice]):visible")
    shown.wait_for()
    place = page.locator(f".ask[data-question='{shown.get_attribute('data-question')}']")
    if place.locator("[data-begin]").is_visible():
        place.locator("[data-begin]").click()
    return place


def record(place: Locator, mode: str, milliseconds: int = 2500) -> None:
    """Record in a mode for a while and stop."""
    place.locator(f"[data-mode={mode}]").check(force=True)
    place.locator("[data-record]").click()
    place.page.locator(".recording").wait_for()
    place.page.wait_for_timeout(milliseconds)
    place.locator("[data-record]").click()
    place.locator(".playback :is(audio, video)").wait_for()


def fits(page: Page) -> bool:
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth")) <= 0


def test_voice_and_video_here_paused_and_gone_on_with_there_and_asked_once_more(
    played: Played, chromium: Browser, phone: BrowserContext, asking: str
) -> None:
    who = somebody(played, "two.devices@example.com", 0, asking)
    seen = watched(phone.new_page(), (played.base, played.stack.endpoint))
    page = seen.go(who.link)
    to_the_questions(page)
    first = begun(page)
    first.locator("textarea").fill(NO_RESULT)
    first.locator("[data-save]").click()
    first.wait_for(state="hidden")
    second = begun(page)
    second.locator("textarea").fill("我先列了三件事，")
    second.get_by_text("草稿已保存").wait_for()
    asked = second.get_attribute("data-question")
    assert fits(page)
    phone.close()

    other = chromium.new_context(
        viewport=PHONE, locale="zh-CN", permissions=["camera", "microphone"]
    )
    there = watched(other.new_page(), (played.base, played.stack.endpoint))
    page = there.go(who.link)
    page.get_by_text("欢迎回来").wait_for()
    to_the_questions(page)
    place = begun(page)
    assert place.get_attribute("data-question") == asked
    assert place.locator("textarea").input_value() == "我先列了三件事，"
    said = tell(who.session["questions"][1]["dimension"], Level.STRONG, "zh", "there")
    place.locator("textarea").fill(said)
    record(place, "video")
    place.locator("[data-save]").click()
    place.wait_for(state="hidden")
    place = begun(page)
    place.locator("textarea").fill(said)
    record(place, "voice")
    there.shot("interview-recorded-390")
    place.locator("[data-save]").click()
    place.wait_for(state="hidden")
    while not page.locator("[data-submit]").is_visible():
        begun(page).locator("[data-later]").click()
    more = page.locator("[data-once-more] button")
    more.wait_for(timeout=60_000)
    there.shot("interview-once-more-390")
    more.click()
    place = begun(page)
    place.locator("textarea").fill(RESULT)
    there.shot("interview-follow-up-390")
    place.locator("[data-save]").click()
    place.wait_for(state="hidden")
    wait_until(
        lambda: any(a["state"] == "joined" for a in who.session["answers"]),
        seconds=60,
        what="the joining",
    )

    rated = who.settled(0)
    spans = [source["question_id"] for source in rated["sources"]]
    modes = [who.settled(number)["take"] for number in (1, 2)]
    assert len(spans) == 2
    assert modes == [1, 1]
    assert fits(page)
    assert [] == seen.faults + there.faults
    other.close()


def test_a_page_killed_while_sending_or_recording_goes_on_when_it_is_opened_again(
    played: Played, phone: BrowserContext, asking: str
) -> None:
    who = somebody(played, "cut.off@example.com", 1, asking)
    page = phone.new_page()
    storage = f"{played.stack.endpoint}/**"
    page.goto(who.link)
    to_the_questions(page)
    sent = []

    def cut(route: Route) -> None:  # the recording gets through, the document does not
        sent.append(route.request.url)
        if len(sent) == 1:
            route.continue_()
        else:
            route.abort()

    page.route(storage, cut)
    place = begun(page)
    record(place, "voice")
    said = tell(who.session["questions"][0]["dimension"], Level.STRONG, "zh", "cut")
    place.locator("textarea").fill(said)
    place.locator("[data-save]").click()
    place.wait_for(state="hidden")
    second = begun(page)
    second.locator("[data-mode=voice]").check(force=True)
    second.locator("[data-record]").click()
    page.wait_for_timeout(5000)
    assert len(sent) > 1
    page.close()

    page = phone.new_page()
    page.goto(who.link)
    answer = who.settled(0)
    to_the_questions(page)
    page.get_by_text("已找回上次未发送的录制").wait_for()
    assert page.locator(".ask:visible .playback audio").count() == 1
    assert answer["take"] == 1


def test_without_a_microphone_a_kind_word_and_writing_with_nothing_lost(
    played: Played, phone: BrowserContext, asking: str
) -> None:
    who = somebody(played, "no.microphone@example.com", 2, asking)
    page = phone.new_page()
    page.add_init_script(DENIED)
    page.goto(who.link)
    to_the_questions(page)
    place = begun(page)
    place.locator("textarea").fill("已经写下的话")
    place.locator("[data-mode=voice]").check(force=True)
    place.locator("[data-record]").click()
    place.get_by_text("写下来一样好").wait_for()

    assert place.locator("[data-mode=text]").is_checked()
    assert place.locator("textarea").input_value() == "已经写下的话"
    assert page.evaluate("document.activeElement.tagName") == "TEXTAREA"


def test_all_of_it_works_from_the_keyboard_and_more_time_is_given_where_it_is_picked(
    played: Played, chromium: Browser, asking: str
) -> None:
    who = somebody(played, "keyboard@example.com", 0, asking)
    context = chromium.new_context(viewport=PHONE, locale="en-US")
    seen = watched(context.new_page(), (played.base, played.stack.endpoint))
    page = seen.go(f"{who.link}?lang=en")
    think = int(page.locator(".ask[data-think]").first.get_attribute("data-think") or 0)
    for wanted in ("[data-go=consent]", "[name=interview]", "[name=more_time]"):
        page.locator(wanted).focus()
        page.keyboard.press("Enter" if "go" in wanted else "Space")
    page.locator("#consent button[type=submit]").press("Enter")
    page.locator("[data-network]").filter(has_text="Uploads work").wait_for()
    seen.shot("interview-device-en-390")
    page.locator("[data-go=questions]").press("Enter")
    place = page.locator(".ask[data-think]:visible")
    assert page.evaluate("document.activeElement.tagName") == "H2"
    seen.shot("interview-thinking-en-390")
    place.locator("[data-begin]").press("Enter")
    page.keyboard.type("I asked her who would use it.")
    assert int(place.get_attribute("data-think") or 0) == 2 * think
    assert place.locator("textarea").input_value() == "I asked her who would use it."
    assert fits(page)
    assert [] == seen.faults
    context.close()


def test_hr_invites_all_that_fit_sees_it_go_on_and_gives_one_of_them_more_time(
    played: Played, chromium: Browser
) -> None:
    context = chromium.new_context(viewport={"width": 1366, "height": 768}, locale="zh-CN")
    seen = watched(context.new_page(), (played.base, played.stack.endpoint))
    page = seen.go(operator.sign_in("bulk.recruiter@example.com", "recruiter"))
    page.get_by_role("button").last.click()
    page.wait_for_url(f"{played.base}/*")
    seen.go(f"{played.base}/requisitions/REQ-MARKET?lang=zh")
    page.locator("[data-fit]").fill("1")
    page.locator("[data-all]").check()
    chosen = page.locator("[name='application_ids[]']:checked")
    many, first = chosen.count(), chosen.first.get_attribute("value")
    seen.shot("requisition-chosen")
    page.locator("#invite button[type=submit]").click()
    page.locator("[data-sum]").filter(has_text=f"已邀请 {many} 人").wait_for(timeout=60_000)
    seen.shot("requisition-invited")
    person = str(first).split("-", maxsplit=1)[0]
    seen.go(f"{played.base}/candidates/{person}")
    page.locator("details:has(#extend-reason) summary").click()
    page.locator("[name=days]").fill("3")
    page.locator("#extend-reason").fill("住院一周")
    page.locator("form:has(#extend-reason) button").click()
    page.get_by_text("已延至").wait_for()
    seen.shot("candidate-extended")

    assert many > 3
    assert page.get_by_text("住院一周").is_visible()
    assert [] == seen.faults
    context.close()
