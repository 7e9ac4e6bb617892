"""The company table: stores, requisitions, users, keys and what other domains hang on it."""

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

from chalicelib.foundation.settings import settings


class ByParent(GlobalSecondaryIndex["CompanyItem"]):
    """Items of one parent, such as the stores of a region."""

    class Meta:
        index_name = "by_parent"
        projection = AllProjection()

    parent_key = UnicodeAttribute(hash_key=True)
    item_id = UnicodeAttribute(range_key=True)


class CompanyItem(Model):
    """One item of what the company itself has."""

    class Meta:
        table_name = settings().table_company
        region = settings().region

    partition = UnicodeAttribute(hash_key=True)
    item_id = UnicodeAttribute(range_key=True)
    kind = DiscriminatorAttribute()
    version = VersionAttribute()
    schema = NumberAttribute(default=1)
    created_at = UTCDateTimeAttribute(null=True)
    updated_at = UTCDateTimeAttribute(null=True)
    parent_key = UnicodeAttribute(null=True)
    by_parent = ByParent()


class Organisation(CompanyItem, discriminator="organisation"):
    """The company: its name, home country and zone. Partition `organisation`, id `self`."""

    name = JSONAttribute(default=dict)
    country = UnicodeAttribute(default="CN")
    timezone = UnicodeAttribute(default="Asia/Shanghai")


class Store(CompanyItem, discriminator="store"):
    """One store; partition `store`, id the store's number, parent its region."""

    name = JSONAttribute(default=dict)
    region = UnicodeAttribute()
    country = UnicodeAttribute(default="CN")


class Requisition(CompanyItem, discriminator="requisition"):
    """An approved request to fill positions; partition `requisition`, id its number."""

    title = JSONAttribute()
    job_family = UnicodeAttribute()
    country = UnicodeAttribute(default="CN")
    region = UnicodeAttribute(default="")
    store_ids = JSONAttribute(default=list)
    openings = NumberAttribute(default=1)
    cut_score = NumberAttribute(default=80)
    criteria = JSONAttribute(default=list)
    criteria_version = NumberAttribute(default=1)
    onsite = JSONAttribute(default=dict)
    expression = BooleanAttribute(default=False)
    visual_weight = NumberAttribute(default=0)
    follow_ups = BooleanAttribute(default=False)
    open = BooleanAttribute(default=True)


class ResumeBatch(CompanyItem, discriminator="resume-batch"):
    """Résumé files announced by one call; partition `resume-batch#<requisition>`, id its own."""

    requisition_id = UnicodeAttribute()
    files = NumberAttribute()
    source = UnicodeAttribute(default="upload")
    store_id = UnicodeAttribute(default="")
    region = UnicodeAttribute(default="")
    by = UnicodeAttribute(default="")
    started_at = UnicodeAttribute()


class User(CompanyItem, discriminator="user"):
    """A person who works with the console; partition `user`, id the e-mail's fingerprint."""

    email = UnicodeAttribute()
    name = UnicodeAttribute(default="")
    roles = JSONAttribute(default=list)
    stores = JSONAttribute(default=list)
    regions = JSONAttribute(default=list)
    active = BooleanAttribute(default=True)


class ApiKey(CompanyItem, discriminator="api-key"):
    """A key of another system; partition `api-key`, id its public half, the rest a fingerprint."""

    name = UnicodeAttribute(default="")
    secret_fingerprint = UnicodeAttribute()
    roles = JSONAttribute(default=list)
    stores = JSONAttribute(default=list)
    regions = JSONAttribute(default=list)
    active = BooleanAttribute(default=True)
