"""A pile of résumés on one desk: rows are read for all at once, every file ends by itself.

Per pile: two batch reads before and one after reading the files, and each requisition once. Per
file: its bytes, and one transaction.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from chalicelib.foundation import ids, ledger, storage
from chalicelib.foundation.command import Command
from chalicelib.foundation.errors import NotFound
from chalicelib.foundation.observability import fault
from chalicelib.records import service as records
from chalicelib.records.service import OpenFile
from chalicelib.records.stages import Stage
from chalicelib.screening import basis, json_resume
from chalicelib.screening.changes import what_would_change
from chalicelib.screening.reading.sandbox import read_safely
from chalicelib.screening.reading.unreadable import ResumeTooCostly, ResumeUnreadable
from chalicelib.screening.resume import read_facts
from chalicelib.screening.rules import decide, sought_by, validate_criteria
from chalicelib.screening.scoring import fit_of
from chalicelib.screening.service import keeping
from chalicelib.screening.service.keeping import LATE, SET_ASIDE, keep, refuse
from chalicelib.screening.service.screened import Screened, contacts_of, marks_of
from chalicelib.screening.tables import ScreeningResult

#: Until a person has decided, a changed rule may change what is shown.
BEFORE_A_DECISION = frozenset(
    {Stage.APPLIED, Stage.SCREENED, Stage.INVITED, Stage.INTERVIEWING, Stage.INTERVIEWED}
)
#: A row holds 400 kB. No résumé comes near; a list of every skill there is would.
MOST_KEPT_BYTES = 300_000


@dataclass(frozen=True)
class Arrived:
    """A file to be screened: by which command, where it lies, and whether it is screened again.

    `object_version` is the version that came, empty for the one that lies there now.
    """

    command: Command
    key: str
    object_version: str = ""
    again: bool = False


@dataclass(frozen=True)
class Desk:
    """What was read for a pile at once."""

    files: Mapping[str, OpenFile]
    seen: ledger.Seen
    former: Mapping[str, ScreeningResult]
    requisitions: dict[str, records.Requisition] = field(default_factory=dict)

    def requisition(self, requisition_id: str) -> records.Requisition:
        """A requisition, read once for the pile."""
        if requisition_id not in self.requisitions:
            self.requisitions[requisition_id] = records.requisition(requisition_id)
        return self.requisitions[requisition_id]


@dataclass(frozen=True)
class Judged:
    """What is to be kept of one file: what was screened, or the reason why it was not."""

    arrived: Arrived
    file: OpenFile
    screened: Screened | None = None
    refusal: str = ""

    def marks(self) -> list[tuple[str, str]]:
        """The fingerprints under which the same person and the same file are looked for."""
        if self.screened is None:
            return []
        return [(key, self.file.person.person_id) for key in marks_of(self.screened)]


@ledger.retried
def screen(
    command: Command, upload: records.Upload, object_version: str = "", *, again: bool = False
) -> records.Upload:
    """Screen an uploaded résumé against its requisition and keep the result with its evidence.

    `object_version` is the version that arrived, empty for the one that lies there now. The same
    object twice changes nothing. A file that cannot be read ends as a rejected
    upload with its reason; the application stays and asks for a person. Returns the upload in
    its terminal state. Raises NotFound for an object that is not there.
    """
    problem = _screen_pile([Arrived(command, upload.key, object_version, again)])[0]
    if problem is not None:
        raise problem
    return records.upload(upload.upload_id)


def screen_all(pile: Sequence[Arrived]) -> list[Exception | None]:
    """Screen files that came together; per file None, or what went wrong with it alone.

    A file whose rows moved meanwhile is taken up once more by itself.
    """
    try:
        outcome = _screen_pile(pile)
    except Exception as problem:
        # What they share could not be read: each is tried by itself before all go back.
        fault("could not lay out a pile", problem, files=len(pile))
        return [_once_more(arrived) for arrived in pile]
    for place, found in enumerate(outcome):
        if isinstance(found, ledger.StaleRecord):
            outcome[place] = _once_more(pile[place])
    return outcome


@ledger.retried
def _alone(arrived: Arrived) -> None:
    problem = _screen_pile([arrived])[0]
    if problem is not None:
        raise problem


def _once_more(arrived: Arrived) -> Exception | None:
    try:
        _alone(arrived)
    except Exception as problem:
        return problem
    return None


def _screen_pile(pile: Sequence[Arrived]) -> list[Exception | None]:
    desk = _laid_out(pile)
    judged = [_tried(desk, arrived) for arrived in pile]
    known = records.met(pair for one in judged if isinstance(one, Judged) for pair in one.marks())
    return [_settled(desk, one, known) if isinstance(one, Judged) else one for one in judged]


def _laid_out(pile: Sequence[Arrived]) -> Desk:
    files = records.open_files(arrived.key for arrived in pile)
    persons = {ids.person_of(file.upload.upload_id) for file in files.values()}
    seen = ledger.look((arrived.command for arrived in pile), persons)
    again = [files[a.key].application for a in pile if a.again and a.key in files]
    return Desk(files, seen, keeping.former(row.application_id for row in again))


def _tried(desk: Desk, arrived: Arrived) -> Judged | Exception | None:
    """Judge one file; what goes wrong with it must not touch its neighbours."""
    try:
        return _judged(desk, arrived)
    except Exception as problem:
        return problem


def _judged(desk: Desk, arrived: Arrived) -> Judged | None:
    file = desk.files.get(arrived.key)
    if file is None:
        raise NotFound("upload-unknown", upload_id=arrived.key.rsplit("/", 1)[-1])
    if ledger.applied(arrived.command, desk.seen):
        return None
    requisition = desk.requisition(file.application.requisition_id)
    if _nothing_to_do(file, arrived, requisition):
        return None
    row = file.upload
    version = arrived.object_version or (str(row.object_version or "") if arrived.again else "")
    content = storage.read(row.key, version)
    sha256 = hashlib.sha256(content).hexdigest()
    # A rejected file may come again under its key, but the same bytes change nothing.
    if not arrived.again and row.state == "rejected" and row.sha256 == sha256:
        return None
    row.object_version, row.sha256 = version or None, sha256
    if not arrived.again and file.application.stage != Stage.APPLIED:
        return Judged(arrived, file, refusal=LATE)
    try:
        return Judged(arrived, file, _screened(arrived, file, requisition, content))
    except ResumeUnreadable as problem:
        return Judged(arrived, file, refusal=problem.code)
    except Exception as problem:
        # A fault of ours would come again at every try: it is set aside where a person sees it.
        fault("a résumé was set aside", problem, upload_id=str(row.upload_id))
        return Judged(arrived, file, refusal=SET_ASIDE)


def _nothing_to_do(file: OpenFile, arrived: Arrived, requisition: records.Requisition) -> bool:
    """An event that came twice; or a screening again that is not wanted any more."""
    if not arrived.again:
        return bool(file.upload.state == "done")
    row = file.application
    decided = Stage(row.stage) not in BEFORE_A_DECISION
    version = int(requisition.criteria_version)
    return decided or not basis.awaited(row.basis, row.refused_basis, version)


def _screened(
    arrived: Arrived, file: OpenFile, requisition: records.Requisition, content: bytes
) -> Screened:
    wanted = validate_criteria(requisition.criteria)
    document = read_safely(content, file.upload.file_name)
    today = arrived.command.at.date()
    read = read_facts(document.lines, today=today, sought=sought_by(wanted))
    facts = json_resume.take(content, document.lines, read, today)
    findings = decide(wanted, facts.qualifications)
    screened = Screened(
        str(file.upload.sha256),
        requisition.item_id,
        int(requisition.criteria_version),
        wanted,
        document,
        facts,
        findings,
        fit_of(wanted, findings),
        what_would_change(wanted, facts.qualifications, findings),
    )
    if screened.kept_bytes > MOST_KEPT_BYTES:
        raise ResumeTooCostly(limit_bytes=MOST_KEPT_BYTES)
    return screened


def _settled(desk: Desk, judged: Judged, known: records.Met) -> Exception | None:
    command, file = judged.arrived.command, judged.file
    former = desk.former.get(str(file.application.application_id))
    try:
        if judged.screened is None:
            requisition = desk.requisition(file.application.requisition_id)
            wanted = basis.current(int(requisition.criteria_version))
            refuse(command, file, judged.refusal, wanted, desk.seen)
        else:
            contacts = contacts_of(judged.screened, file.person.person_id, known)
            keep(command, file, judged.screened, keeping.Beside(contacts, former, desk.seen))
    except Exception as problem:
        return problem
    return None
