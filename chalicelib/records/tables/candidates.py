"""The candidates table: one person, everything that led to a decision."""

from datetime import datetime

from pynamodb.attributes import (
    BooleanAttribute,
    DiscriminatorAttribute,
    JSONAttribute,
    NumberAttribute,
    UnicodeAttribute,
    UTCDateTimeAttribute,
    VersionAttribute,
)
from pynamodb.indexes import AllProjection, GlobalSecondaryIndex
from pynamodb.models import Model

from chalicelib.foundation import clock, ids
from chalicelib.foundation.settings import settings
from chalicelib.records.stages import IN_WORKFLOW, Stage

SHARDS = 4


def shard(text: str) -> int:
    """The list shard that a key falls into."""
    return ids.shard(text, SHARDS)


class ByRequisition(GlobalSecondaryIndex["CandidateItem"]):
    """Applications of one requisition, by stage and fit; files of one batch, in their order."""

    class Meta:
        index_name = "by_requisition"
        projection = AllProjection()

    list_key = UnicodeAttribute(hash_key=True)
    list_sort = UnicodeAttribute(range_key=True)


class ByRecent(GlobalSecondaryIndex["CandidateItem"]):
    """All applications, by the time of their last change."""

    class Meta:
        index_name = "by_recent"
        projection = AllProjection()

    recent_key = UnicodeAttribute(hash_key=True)
    recent_sort = UnicodeAttribute(range_key=True)


class ByDue(GlobalSecondaryIndex["CandidateItem"]):
    """Sparse: uploads still expected and applications inside the hire workflow."""

    class Meta:
        index_name = "by_due"
        projection = AllProjection()

    due_key = UnicodeAttribute(hash_key=True)
    due_at = UnicodeAttribute(range_key=True)


class CandidateItem(Model):
    """One item in a candidate's file."""

    class Meta:
        table_name = settings().table_candidates
        region = settings().region

    person_id = UnicodeAttribute(hash_key=True)
    item_id = UnicodeAttribute(range_key=True)
    kind = DiscriminatorAttribute()
    version = VersionAttribute()
    schema = NumberAttribute(default=1)
    created_at = UTCDateTimeAttribute(null=True)
    updated_at = UTCDateTimeAttribute(null=True)
    expires_at = NumberAttribute(null=True)
    list_key = UnicodeAttribute(null=True)
    list_sort = UnicodeAttribute(null=True)
    recent_key = UnicodeAttribute(null=True)
    recent_sort = UnicodeAttribute(null=True)
    due_key = UnicodeAttribute(null=True)
    due_at = UnicodeAttribute(null=True)
    by_requisition = ByRequisition()
    by_recent = ByRecent()
    by_due = ByDue()


class Person(CandidateItem, discriminator="person"):
    """A human: who, how to reach them, in which place and language.

    `merged_into` names the person that a named colleague found to be the same human; `merged`
    lists, at that person, those who were merged into them. Both can be taken back.
    """

    name = UnicodeAttribute(default="")
    email = UnicodeAttribute(default="")
    phone = UnicodeAttribute(default="")
    city = UnicodeAttribute(default="")
    country = UnicodeAttribute(default="")
    language = UnicodeAttribute(default="zh")
    timezone = UnicodeAttribute(default="Asia/Shanghai")
    consents = JSONAttribute(default=dict)
    sources = JSONAttribute(default=dict)
    contact_keys = JSONAttribute(default=list)
    merged_into = UnicodeAttribute(null=True)
    merged = JSONAttribute(default=list)
    merge_notes = JSONAttribute(default=list)


class Mark(CandidateItem, discriminator="mark"):
    """Where a contact or a file was first met; its partition is the fingerprint of that.

    Item `first` names the first `person` and `thing`; a person met later with the same contact
    has an item under their own id. So a look for many fingerprints is one batch read.
    """

    person = UnicodeAttribute()
    thing = UnicodeAttribute(default="")
    label = UnicodeAttribute(default="")


class Protected(CandidateItem, discriminator="protected"):
    """What a person stated of themselves of their own will; for fairness work alone."""

    attributes = JSONAttribute(default=dict)


class Application(CandidateItem, discriminator="application"):
    """One person considered for one requisition.

    `attention` says why a person should look and may be overwritten by the next reason;
    `handed_over` says that the workflow gave up, and stands until a named person clears it.
    `basis` names the criteria and versions that its screening rests on, `refused_basis` those on
    which its file was last refused; `merged_into` the person to whom it is shown to belong as long
    as a merge stands.
    """

    application_id = UnicodeAttribute()
    requisition_id = UnicodeAttribute()
    job_family = UnicodeAttribute()
    store_id = UnicodeAttribute(default="")
    region = UnicodeAttribute(default="")
    source = UnicodeAttribute(default="direct")
    stage = UnicodeAttribute(default=Stage.APPLIED.value)
    history = JSONAttribute(default=list)
    display_name = UnicodeAttribute(default="")
    fit = NumberAttribute(null=True)
    composite = NumberAttribute(null=True)
    recommendation = UnicodeAttribute(null=True)
    attention = UnicodeAttribute(null=True)
    handed_over = BooleanAttribute(default=False)
    invite_serial = NumberAttribute(default=0)
    workflow_run = NumberAttribute(default=0)
    upload_id = UnicodeAttribute(null=True)
    basis = UnicodeAttribute(null=True)
    refused_basis = UnicodeAttribute(null=True)
    screened_at = UnicodeAttribute(null=True)
    merged_into = UnicodeAttribute(null=True)

    @property
    def holder(self) -> str:
        """The person to whom it is shown to belong."""
        return self.merged_into or str(self.person_id)

    def place(self, moment: datetime) -> None:
        """Set the index keys to where the application now belongs."""
        number = shard(self.person_id)
        self.list_key = f"requisition#{self.requisition_id}#{number}"
        score = self.composite if self.composite is not None else self.fit
        ranked = f"{score:06.2f}" if score is not None else "------"
        self.list_sort = f"{self.stage}#{ranked}#{self.application_id}"
        self.recent_key = f"applications#{number}"
        self.recent_sort = f"{clock.iso(moment)}#{self.application_id}"
        waiting = Stage(self.stage) in IN_WORKFLOW
        self.due_key = f"workflow#{number}" if waiting else None
        self.due_at = clock.iso(moment) if waiting else None


class Upload(CandidateItem, discriminator="upload"):
    """A file that was announced; it always ends in a visible terminal state.

    What a list of 500 files shows stands here, so that it is one query: `fit` 0-100, the upload
    that brought the same bytes to the same requisition, persons with the same phone or e-mail.
    """

    upload_id = UnicodeAttribute()
    application_id = UnicodeAttribute()
    key = UnicodeAttribute()
    file_name = UnicodeAttribute(default="")
    state = UnicodeAttribute(default="expected")
    reason = UnicodeAttribute(null=True)
    sha256 = UnicodeAttribute(null=True)
    object_version = UnicodeAttribute(null=True)
    rechecks = NumberAttribute(default=0)
    batch_id = UnicodeAttribute(null=True)
    basis = UnicodeAttribute(null=True)
    refused_basis = UnicodeAttribute(null=True)
    fit = NumberAttribute(null=True)
    same_file = UnicodeAttribute(null=True)
    same_file_name = UnicodeAttribute(null=True)
    same_people = JSONAttribute(default=list)
