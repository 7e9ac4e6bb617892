"""How an application comes about: a person applies, or a pile of résumé files is announced."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from chalicelib.foundation import clock, ids, ledger
from chalicelib.foundation.command import Command
from chalicelib.foundation.errors import Conflict, Invalid
from chalicelib.foundation.observability import count
from chalicelib.records.service import company, marks
from chalicelib.records.service.applications import application, upload
from chalicelib.records.stages import Stage, Step
from chalicelib.records.tables import Application, Person, Requisition, ResumeBatch, Upload, shard

UPLOAD_HOURS = 24
#: Rows of a file in a transaction: person, application, upload, audit entry. The first
#: transaction of a pile also holds its command, its batch and the requisition's audit entry.
ROWS_OF_A_FILE = 4
FILES_PER_COMMIT = (ledger.MOST_ROWS - 3) // ROWS_OF_A_FILE


@dataclass(frozen=True)
class Applicant:
    """What is known of a person who applies, before their résumé was read."""

    name: str = ""
    email: str = ""
    phone: str = ""
    language: str = "zh"
    country: str = ""
    timezone: str = "Asia/Shanghai"
    store_id: str = ""
    source: str = "direct"


@dataclass(frozen=True)
class Opened:
    """The three rows with which a file begins."""

    person: Person
    application: Application
    upload: Upload

    def part(self) -> ledger.Part:
        """What opening it does to the person's file."""
        row = self.application
        return ledger.Part(
            "application.opened",
            row.person_id,
            (self.person, row, self.upload),
            detail={"application_id": row.application_id, "requisition_id": row.requisition_id},
        )


@ledger.retried
def apply(
    command: Command, requisition_id: str, applicant: Applicant, file_name: str = ""
) -> tuple[Application, Upload]:
    """Open a person's file for a requisition and announce the résumé to come.

    Raises NotFound for an unknown requisition, Conflict for a closed one.
    """
    requisition, region = _open_to(requisition_id, applicant.store_id)
    new = _opened(command, requisition, region, applicant, file_name)
    part = new.part()
    keys = marks.contact_keys([applicant.phone], [applicant.email])
    if keys:
        new.person.contact_keys = keys
        known = marks.met((key, new.person.person_id) for key in keys)
        added = marks.fresh(keys, new.person.person_id, known)
        part = ledger.Part(part.action, part.subject, (*part.changes, *added), detail=part.detail)
    if ledger.commit_all(command, [part]):
        count("ApplicationOpened", requisition_id=requisition_id)
    return application(new.application.application_id), upload(new.upload.upload_id)


@ledger.retried
def announce(
    command: Command, requisition_id: str, applicant: Applicant, file_names: Sequence[str]
) -> tuple[ResumeBatch, list[Upload]]:
    """Announce a pile of résumé files; each becomes an application of its own.

    24 files go into one transaction. A repeated call makes nothing twice and goes on where the
    one before was cut off. Raises NotFound for an unknown requisition, Conflict for a closed one.
    """
    requisition, region = _open_to(requisition_id, applicant.store_id)
    employer = company.organisation()
    if employer is not None:  # nobody has told yet where these people are
        applicant = replace(applicant, timezone=employer.timezone)
    batch = _new_batch(command, requisition_id, len(file_names), applicant, region)
    starts = range(0, len(file_names), FILES_PER_COMMIT)
    parts = {start: command.part(f"files-{start}") for start in starts}
    asked = ledger.look(parts.values())
    uploads: list[Upload] = []
    for start, part in parts.items():
        pile = [
            _opened(command.part(f"file-{n}"), requisition, region, applicant, file_names[n])
            for n in range(start, min(start + FILES_PER_COMMIT, len(file_names)))
        ]
        for number, new in enumerate(pile, start=start):
            _list_in(batch, new.upload, number)
        told = [new.part() for new in pile]
        unborn = {new.person.person_id: ledger.NO_ENTRY for new in pile}
        if start == 0:
            told.append(_announced(batch))
        seen = ledger.Seen(asked.done, unborn, asked.asked)
        if ledger.commit_all(part, told, seen):
            count("ApplicationOpened", len(pile), requisition_id=requisition_id)
        uploads += [new.upload for new in pile]
    return batch, uploads


def _open_to(requisition_id: str, store_id: str) -> tuple[Requisition, str]:
    requisition = company.requisition(requisition_id)
    if not requisition.open:
        raise Conflict("requisition-closed", requisition_id=requisition_id)
    if store_id and store_id not in requisition.store_ids:
        raise Invalid("store-unknown", stores=store_id)
    return requisition, company.store(store_id).region if store_id else requisition.region


def _opened(
    command: Command, requisition: Requisition, region: str, applicant: Applicant, file_name: str
) -> Opened:
    person_id = command.new_id("person", ids.PERSON_LENGTH)
    row = Application(person_id, "", requisition_id=requisition.item_id)
    row.application_id = f"{person_id}-{command.new_id('application')}"
    row.item_id = f"application#{row.application_id}"
    row.job_family, row.store_id, row.region = requisition.job_family, applicant.store_id, region
    row.source, row.display_name = applicant.source, applicant.name
    row.history = [Step(Stage.APPLIED, clock.iso(command.at), command.actor.actor_id).__dict__]
    row.upload_id = f"{person_id}-{command.new_id('upload')}"
    row.place(command.at)
    return Opened(_new_person(person_id, applicant), row, _new_upload(command, row, file_name))


def _new_person(person_id: str, applicant: Applicant) -> Person:
    row = Person(person_id, "person", name=applicant.name, language=applicant.language)
    row.email, row.phone = applicant.email, applicant.phone
    row.country, row.timezone = applicant.country, applicant.timezone
    return row


def _new_upload(command: Command, row: Application, file_name: str) -> Upload:
    file = Upload(row.person_id, f"upload#{row.upload_id}", upload_id=row.upload_id)
    file.application_id, file.file_name = row.application_id, file_name[:200]
    file.key = f"resumes/{row.application_id}/{row.upload_id}"
    file.due_key = f"upload#{shard(row.person_id)}"
    file.due_at = clock.iso(command.at + timedelta(hours=UPLOAD_HOURS))
    return file


def _new_batch(
    command: Command, requisition_id: str, files: int, applicant: Applicant, region: str
) -> ResumeBatch:
    row = ResumeBatch(f"resume-batch#{requisition_id}", command.new_id("batch", 16))
    row.requisition_id, row.files, row.source = requisition_id, files, applicant.source
    row.store_id, row.region = applicant.store_id, region
    row.by, row.started_at = command.actor.actor_id, clock.iso(command.at)
    return row


def _list_in(batch: ResumeBatch, file: Upload, number: int) -> None:
    file.batch_id = batch.item_id
    file.list_key, file.list_sort = f"batch#{batch.item_id}", f"{number:06d}"


def _announced(batch: ResumeBatch) -> ledger.Part:
    detail = {"batch_id": batch.item_id, "files": int(batch.files)}
    return ledger.Part("resumes.announced", batch.requisition_id, (batch,), detail=detail)
