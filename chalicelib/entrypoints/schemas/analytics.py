"""Charts, their tables, and what can be asked of them."""

from typing import Annotated, Any, Literal

from pydantic import Field

from chalicelib.entrypoints.schemas.common import Given, Taken


class ChartGiven(Given):
    """A chart: what it says in a sentence, its n, its table, its picture."""

    key: str
    title: dict[str, str]
    summary: dict[str, str]
    n: int
    columns: list[dict[str, str]]
    rows: list[list[Any]]
    svg: str


class Dashboard(Given):
    """The charts and the advice that the evidence supports."""

    charts: list[ChartGiven]
    advice: list[dict[str, Any]]


class ChartQuery(Taken):
    """Whom and what to look at; empty means all. A period counts in whole weeks."""

    format: Literal["json", "csv"] = "json"
    job_family: str = Field("", max_length=64)
    requisition_id: str = Field("", max_length=64)
    store_id: str = Field("", max_length=64)
    region: str = Field("", max_length=64)
    source: str = Field("", max_length=64)
    since: str = Field("", max_length=10, description="first day (ISO); its whole week counts")
    until: str = Field("", max_length=10, description="last day (ISO); its whole week counts")
    edges: str = Field("", max_length=120, description="edges of score bands, such as 60,70,80")
    moved_on: str = Field("", max_length=10, description="the day that times are split at")


class DashboardQuery(ChartQuery):
    """Which area of charts, or all."""

    area: Literal["", "scores", "rates", "flow", "change", "prediction", "fairness"] = ""


Mark = Annotated[int, Field(ge=1, le=5)]


class OpinionTaken(Taken):
    """How the process was, 1 (not at all) to 5 (very much so); only `overall` must be given."""

    overall: Mark
    transparent: Mark | None = None
    timely: Mark | None = None
    objective: Mark | None = None
    remark: str = Field("", max_length=1000)


class Remarks(Given):
    """What candidates wrote, in no order and without names."""

    remarks: list[str]


FORMS = ("xlsx", "pdf")


class ReportQuery(ChartQuery):
    """Of what, and as which kind of file."""

    form: Literal["xlsx", "pdf"] = "pdf"


class ReportFile(Given):
    """Where the file lies for the next five minutes."""

    url: str


class ReportWish(Taken):
    """Who gets a report by mail, how often, and of what; empty filters mean the whole company."""

    recipients: str = Field(min_length=3, max_length=2000, description="e-mail, with commas")
    every: Literal["week", "month"] = "week"
    language: Literal["", "zh", "en"] = ""
    job_family: str = Field("", max_length=64)
    requisition_id: str = Field("", max_length=64)
    store_id: str = Field("", max_length=64)
    region: str = Field("", max_length=64)
    source: str = Field("", max_length=64)


class ReportPlanned(Given):
    """A report that is mailed by itself."""

    report_id: str
    recipients: list[str]
    every: str
    language: str
    filters: dict[str, str]
    active: bool
    version: int


class ReportPlans(Given):
    """Every regular report."""

    reports: list[ReportPlanned]


class CsvGiven(Given):
    """A table as CSV text with a byte-order mark, safe to open in a spreadsheet."""

    file_name: str
    content: str
