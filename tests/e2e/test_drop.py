"""The drop zone: a pile of files, one of them bad and one twice, told file by file as they end."""

import re

import pytest
from playwright.sync_api import Browser, FilePayload, expect

from infra import operator
from tests.e2e.conftest import Played, watched

PHONE = {"width": 390, "height": 844}
FILES = 60


def resume(number: int) -> bytes:
    """A short résumé of a person of their own."""
    return (
        f"Candidate Number{number:02d}\nPhone: 1390000{number:04d}\nEmail: c{number}@drop.example\n"
        "\nEducation\n2012 - 2016 Fudan University, Bachelor, Marketing\n\nExperience\n"
        "2018.01 - 2023.06 Sunrise Retail, Sales associate\n\nSkills\nCustomer service, Excel\n"
    ).encode()


def pile() -> list[FilePayload]:
    """Files as a browser is given them."""
    made = [(f"{n:02d}.txt", resume(n)) for n in range(FILES)]
    made += [("again.txt", resume(7)), ("tea.txt", b"Two boxes of tea, one kettle.")]
    return [FilePayload(name=n, mimeType="text/plain", buffer=content) for n, content in made]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_pile_is_dropped_on_a_phone_and_every_file_comes_to_its_end(
    played: Played, chromium: Browser, language: str
) -> None:
    context = chromium.new_context(viewport=PHONE, locale="en-US")
    context.new_page().goto(operator.sign_in(f"drop-{language}@example.com", "recruiter"))
    context.pages[0].get_by_role("button").last.click()
    context.pages[0].wait_for_url(f"{played.base}/*")
    context.add_cookies([{"name": "hireloop-lang", "value": language, "url": played.base}])
    seen = watched(context.new_page(), (played.base, played.stack.endpoint))
    asked: list[str] = []
    seen.page.on("request", lambda request: asked.append(request.url))
    page = seen.go(f"{played.base}/requisitions/REQ-SALES")
    page.set_input_files("#drop input[accept]", pile())
    expect(page.locator("#drop-files li")).to_have_count(FILES + 2)
    expect(page.locator("#drop-files .tag.good")).to_have_count(FILES + 1, timeout=90_000)
    bad = page.locator("#drop-files li", has_text="tea.txt")
    expect(bad.locator(".tag.bad")).to_be_visible()
    assert len(bad.inner_text()) > 30
    twins = page.locator("#drop-files li", has_text=re.compile("07.txt|again.txt"))
    assert "07.txt" in twins.last.inner_text() or "again.txt" in twins.first.inner_text()
    assert page.locator("#drop-bar").evaluate("bar => bar.value === bar.max")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert not [url for url in asked if "/v1/uploads/" in url]
    seen.shot(f"drop-{language}")
    page.reload()
    page.locator("a[href*='/batches/']").first.click()
    expect(page.locator("tbody tr")).to_have_count(FILES + 2)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    seen.shot(f"batch-{language}")
    assert seen.faults == []
    context.close()
