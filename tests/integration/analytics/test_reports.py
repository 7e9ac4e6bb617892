"""Reports as files behind short-lived links, and by mail after each week to who may read them."""

import io
import zipfile
from datetime import timedelta

import httpx
import pytest

from chalicelib.analytics import service as analytics
from chalicelib.entrypoints import jobs
from chalicelib.foundation import clock
from infra import mailbox
from infra.journey.api import wait_until
from tests.builders import refusal, unique


@pytest.mark.parametrize(("form", "start"), [("xlsx", b"PK"), ("pdf", b"%PDF-1.5")])
def test_a_report_is_a_file_for_who_may_read_it(office, form, start):
    url = office.analyst.get("/v1/report-file", form=form, since="2026-01-05")["url"]
    content = httpx.get(url).raise_for_status().content
    assert content.startswith(start)
    if form == "xlsx":
        assert zipfile.ZipFile(io.BytesIO(content)).testzip() is None
    assert refusal(lambda: office.appraiser.get("/v1/report-file")) == (403, "forbidden")


def test_the_page_of_a_report_prints_and_leads_on_to_its_file(office):
    page = office.analyst.http.get("/analytics/report", params={"lang": "zh"})
    assert page.status_code == 200 and "招聘数据报告" in page.text
    led = office.analyst.http.get(
        "/analytics/report", params={"form": "pdf"}, follow_redirects=False
    )
    assert led.status_code == 303 and "reports/" in led.headers["location"]


@pytest.fixture(scope="module")
def reader(office):
    """A colleague who may see analytics, and so may get a report."""
    email = f"{unique('reader')}@example.com"
    office.admin.post("/v1/users", {"email": email, "name": "Reader", "roles": ["recruiter"]})
    return email


def mails(office, email):
    return [m for m in mailbox.messages(office.stack.endpoint) if m.to == email]


def test_a_regular_report_is_mailed_once_after_the_week_has_ended(office, reader):
    plan = office.analyst.post("/v1/reports", {"recipients": reader, "language": "en"})
    analytics.announce_due()
    assert mails(office, reader) == []  # the week that ended before was not asked for
    with clock.fixed(clock.now() + timedelta(days=8)):
        assert analytics.announce_due() >= 1
        assert analytics.announce_due() == 0
    wait_until(lambda: mails(office, reader), seconds=60, what="the mail of the report")
    jobs.reconcile()
    (mail,) = mails(office, reader)
    assert mail.subject.startswith("Hiring report: ")
    assert [link.split("form=")[1] for link in mail.links] == ["html", "xlsx", "pdf"]
    assert "employees with an outcome" not in mail.text  # a recruiter sees no performance
    ended = office.analyst.post(f"/v1/reports/{plan['report_id']}/end")
    assert ended["active"] is False
    with clock.fixed(clock.now() + timedelta(days=15)):
        assert analytics.announce_due() == 0


@pytest.mark.parametrize("address", ["nobody@example.com", "x"])
def test_nobody_who_may_not_see_analytics_gets_a_report(office, reader, address):
    wish = {"recipients": f"{reader}, {address}-far", "every": "month"}
    assert refusal(lambda: office.analyst.post("/v1/reports", wish)) == (422, "recipient-unknown")
    gone = lambda: office.analyst.post("/v1/reports/none/end")  # noqa: E731
    assert refusal(gone) == (404, "report-unknown")
