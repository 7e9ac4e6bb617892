"""How many people's frames were ever read: a law asks for a filing from 100,000 on."""

from pynamodb.exceptions import DoesNotExist
from pynamodb.models import Model

from chalicelib.expression.tables import Face, FaceCount
from chalicelib.foundation import ids
from chalicelib.foundation.observability import count

PARTITION, MARK = "faces", "face"
#: First frames of as many people at once do not wait for each other.
PARTS = 16


def people_read() -> int:
    """People whose frames were read since the beginning; erasing readings takes nobody off."""
    return sum(int(row.people) for row in FaceCount.query(PARTITION, consistent_read=True))


def counted(person_id: str) -> list[Model]:
    """What counts a person whose frames are read for the first time; nothing for one known."""
    if Face.count(person_id, Face.item_id == MARK, consistent_read=True):
        return []
    part = f"part#{ids.shard(person_id, PARTS):02d}"
    try:
        row = FaceCount.get(PARTITION, part, consistent_read=True)
    except DoesNotExist:
        row = FaceCount(PARTITION, part)
    row.people = int(row.people) + 1
    return [Face(person_id, MARK), row]


def tell() -> None:
    """Say the number where the alarm listens."""
    count("PeopleWithFramesRead", people_read())
