"""What one résumé gave before it is kept, and who else was met with its contacts."""

from dataclasses import dataclass

from pynamodb.models import Model

from chalicelib.foundation.values import canonical, dump
from chalicelib.records import service as records
from chalicelib.records.service import OpenFile
from chalicelib.screening import basis
from chalicelib.screening.changes import Change
from chalicelib.screening.criteria import Criterion, Finding
from chalicelib.screening.document import Document
from chalicelib.screening.facts import Contact, ResumeFacts
from chalicelib.screening.scoring import Fit


@dataclass(frozen=True)
class Screened:
    """Everything that one résumé gave, before it is kept."""

    sha256: str
    requisition_id: str
    criteria_version: int
    wanted: tuple[Criterion, ...]
    document: Document
    facts: ResumeFacts
    findings: tuple[Finding, ...]
    fit: Fit
    changes: tuple[Change, ...] = ()

    @property
    def basis(self) -> str:
        """The criteria and versions that it rests on."""
        return basis.current(self.criteria_version)

    @property
    def kept_bytes(self) -> int:
        """About how large the row is that keeps it, in bytes."""
        parts = (self.facts, *self.findings, *self.changes)
        return sum(len(canonical(dump(part))) for part in parts)

    @property
    def points(self) -> float | None:
        """The fit, 0 to 100; None where nothing is known."""
        hundredths = self.fit.fit_hundredths
        return None if hundredths is None else hundredths / 100


@dataclass(frozen=True)
class Contacts:
    """A résumé's contact fingerprints, who else has them, and the file of the same bytes."""

    keys: tuple[str, ...]
    people: tuple[str, ...]
    same_file: records.Mark | None
    known: records.Met


def marks_of(screened: Screened) -> list[str]:
    """The fingerprints of a résumé: its bytes first, then its phones and e-mails."""
    contact: Contact = screened.facts.contact
    keys = records.contact_keys(
        [fact.value for fact in contact.phones], [fact.value for fact in contact.emails]
    )
    return [records.file_key(screened.requisition_id, screened.sha256), *keys]


def contacts_of(screened: Screened, person_id: str, known: records.Met) -> Contacts:
    """Hold a résumé's fingerprints against those met before."""
    bytes_key, *keys = marks_of(screened)
    people = dict.fromkeys(mark.person for mark in records.others(keys, person_id, known))
    same = next(iter(records.others([bytes_key], person_id, known)), None)
    return Contacts(tuple(keys), tuple(people), same, known)


def fill(file: OpenFile, screened: Screened, contacts: Contacts) -> list[Model]:
    """Fill what is empty in the person's file; the rows that change by it."""
    person, row = file.person, file.upload
    bytes_key = records.file_key(screened.requisition_id, screened.sha256)
    added = records.fresh(
        [bytes_key, *contacts.keys],
        person.person_id,
        contacts.known,
        thing=row.upload_id,
        label=row.file_name,
    )
    before = (dict(person.sources), list(person.contact_keys))
    records.fill_contacts(person, _stated(screened), f"resume:{row.upload_id}")
    person.contact_keys = list(dict.fromkeys([*person.contact_keys, *contacts.keys]))
    unchanged = before == (person.sources, person.contact_keys)
    return [*added, *([] if unchanged else [person])]


def _stated(screened: Screened) -> dict[str, str]:
    contact: Contact = screened.facts.contact
    city = screened.facts.qualifications.city
    return {
        "name": contact.name.value if contact.name else "",
        "phone": contact.phones[0].value if contact.phones else "",
        "email": contact.emails[0].value if contact.emails else "",
        "city": city.value if city else "",
    }
