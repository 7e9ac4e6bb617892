"""A candidate on a phone: from the link in the mail to the handed-in interview and its reasons."""

from playwright.sync_api import Browser, Page

from infra import mailbox
from infra.answers import Level, tell
from infra.journey.api import Api, send_file, wait_until
from infra.resumes import generate
from tests.e2e.conftest import Played, watched

PHONE = {"width": 390, "height": 844}


def invited(
    played: Played,
    address: str = "wang.xiaoyu@example.com",
    number: int = 0,
    requisition_id: str = "REQ-SALES",
) -> tuple[str, str, str]:
    """A person who applied by phone, was screened and invited: application, session, link."""
    sample = generate(99, 3, ["retail-sales-associate"])[number]
    phone = Api(played.base)
    opened = phone.post(
        "/v1/applications",
        {"requisition_id": requisition_id, "name": "王小雨", "email": address},
    )
    send_file(opened["upload"]["post"], sample.content)
    application_id = opened["application_id"]
    recruiter = played.world.recruiter
    wait_until(
        lambda: recruiter.get(f"/v1/applications/{application_id}")["stage"] == "screened",
        seconds=60,
        what="the screening",
    )
    given = recruiter.post(
        f"/v1/requisitions/{requisition_id}/invitations", {"application_ids": [application_id]}
    )["invited"][0]
    return application_id, given["session_id"], link_in_the_mail(played, address)


def link_in_the_mail(played: Played, address: str) -> str:
    """The interview link that was mailed to an address."""

    def look() -> str | None:
        for message in mailbox.messages(played.stack.endpoint):
            found = [link for link in message.links if "/interview/" in link]
            if address in str(message) and found:
                return found[0]
        return None

    return str(wait_until(look, seconds=60, what="the invitation's mail"))


def answer_all(page: Page, session: dict[str, object]) -> int:
    """Type an answer to each question as it is asked; how many there were."""
    questions = session["questions"]
    assert isinstance(questions, list)
    for number, question in enumerate(questions):
        level, language = Level.STRONG, str(session["language"])
        place = page.locator(f".ask[data-question='{question['question_id']}']")
        place.locator("[data-begin]").click()
        place.locator("textarea").fill(
            tell(question["dimension"], level, language, f"web-{number}")
        )
        place.locator("[data-save]").click()
        place.wait_for(state="hidden")
    return len(questions)


def first_question(page: Page) -> None:
    """From the welcome over the consent to the first question."""
    page.locator("[data-go=consent]").click()
    page.locator("[name=interview]").check()
    page.locator("#consent button[type=submit]").click()
    page.locator(".step[data-step=device] [data-go=questions]").click()


def test_a_candidate_answers_in_the_browser_hands_in_and_reads_the_reasons(
    played: Played, chromium: Browser
) -> None:
    application_id, session_id, link = invited(played)
    context = chromium.new_context(viewport=PHONE, locale="zh-CN")
    seen = watched(context.new_page(), (played.base, played.stack.endpoint))
    page = seen.go(link)
    seen.shot("interview-welcome-390")
    page.locator("[data-go=consent]").click()
    page.locator("[name=interview]").check()
    seen.shot("interview-consent-390")
    page.locator("#consent button[type=submit]").click()
    page.locator(".step[data-step=device] [data-go=questions]").click()
    recruiter = played.world.recruiter
    count = answer_all(page, recruiter.get(f"/v1/sessions/{session_id}"))
    page.locator("[data-submit]:enabled").click()
    page.wait_for_selector("[data-step=submit]", state="detached", timeout=30_000)
    wait_until(
        lambda: recruiter.get(f"/v1/applications/{application_id}")["recommendation"],
        seconds=90,
        what="the recommendation",
    )
    page.reload()
    seen.shot("interview-status-390")
    answers = recruiter.get(f"/v1/sessions/{session_id}")["answers"]

    assert ["rated"] * count == [answer["state"] for answer in answers]
    assert [] == seen.faults
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    quote = answers[0]["rating"]["quotes"][0]["quote"]
    assert quote[:8] in page.content()
    context.close()


def test_an_answer_that_storage_refuses_is_kept_and_sent_again_as_the_same_take(
    played: Played, chromium: Browser
) -> None:
    _, session_id, link = invited(played, "refused.once@example.com", 1)
    session = played.world.recruiter.get(f"/v1/sessions/{session_id}")
    question, said = session["questions"][0], "去年双十一我在门店值班，我先列出三件事再分工。"
    context = chromium.new_context(viewport=PHONE, locale="zh-CN", accept_downloads=True)
    page = context.new_page()
    storage, refused = f"{played.stack.endpoint}/**", {"status": 403, "body": "Policy expired"}
    allow = {"Access-Control-Allow-Origin": "*"}
    page.route(storage, lambda route: route.fulfill(**refused, headers=allow))
    page.goto(link)
    first_question(page)
    place = page.locator(f".ask[data-question='{question['question_id']}']")
    place.locator("[data-begin]").click()
    place.locator("textarea").fill(said)
    place.locator("[data-save]").click()
    page.locator("#tray").get_by_text("未被接收").wait_for(timeout=30_000)
    page.reload()
    page.locator("[data-go=questions]").click()
    place.locator("[data-kept]").wait_for()
    with page.expect_download() as given:
        place.locator("[data-download]").click()
    kept = given.value.path().read_text()
    page.unroute(storage)
    place.locator("[data-resend]").click()
    place.get_by_text("已收到").wait_for()
    answer = wait_until(
        lambda: next(
            (
                found
                for found in played.world.recruiter.get(f"/v1/sessions/{session_id}")["answers"]
                if found["state"] in ("rated", "not_scored")
            ),
            None,
        ),
        seconds=60,
        what="the rating",
    )

    assert said == kept
    assert 1 == answer["take"]
    context.close()


def test_an_altered_or_foreign_link_says_what_to_do(played: Played, chromium: Browser) -> None:
    page = chromium.new_context(viewport=PHONE, locale="en-US").new_page()
    answer = page.goto(f"{played.base}/interview/hli_made.up")

    assert answer is not None
    assert 401 == answer.status
    assert "Use the complete link" in page.inner_text("body")
