"""What persons say of themselves, on a form that is apart and optional; for fairness work alone."""

from collections.abc import Iterable

from pynamodb.exceptions import DoesNotExist

from chalicelib.foundation import clock, ledger
from chalicelib.foundation.command import Command
from chalicelib.foundation.errors import Invalid
from chalicelib.records import groups
from chalicelib.records.service import company
from chalicelib.records.service.people import file_of, person
from chalicelib.records.tables import Application, Protected

ITEM = "protected"
#: What one batch read of DynamoDB may ask for.
BATCH = 100


class NotAsked(Invalid):
    """A statement names an attribute or a value that the form does not offer here."""

    code = "group-not-asked"


def self_identification(person_id: str) -> tuple[dict[str, groups.Values], dict[str, str]]:
    """The form of one person (attribute -> values) and what they stated. Raises NotFound."""
    row = person(person_id)
    applied = [each for each in file_of(person_id) if isinstance(each, Application)]
    applied.sort(key=lambda each: str(each.created_at), reverse=True)
    jobs = [company.requisition(each.requisition_id).country for each in applied]
    employer = company.organisation()
    asked = groups.form(row.country, jobs, employer.country if employer else "")
    return asked, stated_groups([person_id]).get(person_id, {})


@ledger.retried
def state_groups(command: Command, person_id: str, stated: dict[str, str]) -> None:
    """Keep what a person states, in place of what they stated before; nothing takes it all back.

    The audit trail tells that something was stated, not what. Raises NotFound, NotAsked.
    """
    asked, _ = self_identification(person_id)
    wrong = groups.strange(stated, asked)
    if wrong:
        raise NotAsked(names=", ".join(wrong))
    try:
        row = Protected.get(person_id, ITEM, consistent_read=True)
    except DoesNotExist:
        row = Protected(person_id, ITEM)
    row.attributes, row.updated_at = dict(stated), clock.now()
    ledger.commit(command, action="protected.stated", subject=person_id, changes=[row])


def stated_groups(person_ids: Iterable[str]) -> dict[str, dict[str, str]]:
    """What each of many persons stated of themselves, by batches of keys; who said nothing is out.

    For fairness work alone: no operation gives out one person's statement but to that person.
    """
    wanted = sorted(set(person_ids))
    found: dict[str, dict[str, str]] = {}
    for start in range(0, len(wanted), BATCH):
        keys = [(person_id, ITEM) for person_id in wanted[start : start + BATCH]]
        for row in Protected.batch_get(keys, consistent_read=True):
            stated = {name: value for name, value in row.attributes.items() if value}
            if stated:
                found[str(row.person_id)] = stated
    return found
