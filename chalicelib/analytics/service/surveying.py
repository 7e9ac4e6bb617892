"""What candidates say of the process after their result: counted, never shown by name."""

from dataclasses import dataclass

from chalicelib.analytics.counting import figures
from chalicelib.analytics.counting.contribution import SURVEY, week_of
from chalicelib.analytics.registry import LEAST
from chalicelib.analytics.rows import Filters
from chalicelib.analytics.service.reading import Reader
from chalicelib.analytics.tables import Remark, Survey
from chalicelib.foundation import clock, ids, ledger
from chalicelib.foundation.command import Command
from chalicelib.foundation.errors import Conflict
from chalicelib.foundation.observability import count
from chalicelib.records import service as records
from chalicelib.records.stages import Stage

#: From a person's decision on there is a result to have an opinion of.
RESULTS = frozenset({Stage.PASSED, Stage.REJECTED})
REMARKS = "figures#remarks"
#: Remarks that are shown at once, those of the latest weeks.
MOST_REMARKS = 50


class OpinionTooEarly(Conflict):
    """Nobody has decided on the application yet."""

    code = "opinion-too-early"


class OpinionGiven(Conflict):
    """This application's candidate has answered before."""

    code = "opinion-given"


@dataclass(frozen=True)
class Given:
    """Marks 1–5, those of the three causes only where given, and words of one's own."""

    overall: int
    transparent: int | None = None
    timely: int | None = None
    objective: int | None = None
    remark: str = ""


def may_answer(application_id: str) -> bool:
    """Whether there is a result to ask about, and no answer yet."""
    return _decided(records.application(application_id)) and not _answered(application_id)


def answer(command: Command, application_id: str, said: Given) -> None:
    """Keep a candidate's opinion, once. Raises NotFound, OpinionTooEarly, OpinionGiven.

    The words are kept apart from the person, with the week alone.
    """
    row = records.application(application_id)
    if ledger.applied(command):
        return
    if not _decided(row):
        raise OpinionTooEarly()
    if _answered(application_id):
        raise OpinionGiven()
    kept = Survey(row.person_id, f"survey#{application_id}", application_id=application_id)
    kept.at, kept.overall = clock.iso(command.at), said.overall
    kept.transparent, kept.timely, kept.objective = said.transparent, said.timely, said.objective
    if ledger.commit(
        command,
        action="opinion.given",
        subject=row.person_id,
        changes=[kept, *_remark(command, said.remark)],
    ):
        count("OpinionGiven")


def remarks() -> tuple[str, ...]:
    """What candidates wrote, of the latest weeks; nothing while fewer than ten have answered."""
    answers = figures.total(Reader(Filters()).cells(SURVEY)).get("n", 0)
    if answers < LEAST:
        return ()
    rows = Remark.query(REMARKS, scan_index_forward=False, limit=MOST_REMARKS)
    return tuple(sorted(str(row.text) for row in rows))


def _decided(row: records.Application) -> bool:
    return any(Stage(step["stage"]) in RESULTS for step in row.history)


def _answered(application_id: str) -> bool:
    key = (ids.person_of(application_id), f"survey#{application_id}")
    return next(iter(Survey.batch_get([key], consistent_read=True)), None) is not None


def _remark(command: Command, text: str) -> list[Remark]:
    if not text.strip():
        return []
    week = week_of(clock.iso(command.at))
    return [Remark(REMARKS, f"{week}#{command.new_id('remark', 16)}", week=week, text=text.strip())]
