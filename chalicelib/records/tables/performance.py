"""The performance table: how an employee does, kept apart from how they were chosen."""

from pynamodb.attributes import (
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


class ByCycle(GlobalSecondaryIndex["PerformanceItem"]):
    """Employees of a job family, appraisals of a cycle."""

    class Meta:
        index_name = "by_cycle"
        projection = AllProjection()

    list_key = UnicodeAttribute(hash_key=True)
    list_sort = UnicodeAttribute(range_key=True)


class ByNumber(GlobalSecondaryIndex["PerformanceItem"]):
    """Employees by their employee number."""

    class Meta:
        index_name = "by_number"
        projection = AllProjection()

    number_key = UnicodeAttribute(hash_key=True)
    person_id = UnicodeAttribute(range_key=True)


class PerformanceItem(Model):
    """One item of an employee's record of work."""

    class Meta:
        table_name = settings().table_performance
        region = settings().region

    person_id = UnicodeAttribute(hash_key=True)
    item_id = UnicodeAttribute(range_key=True)
    kind = DiscriminatorAttribute()
    version = VersionAttribute()
    schema = NumberAttribute(default=1)
    created_at = UTCDateTimeAttribute(null=True)
    updated_at = UTCDateTimeAttribute(null=True)
    list_key = UnicodeAttribute(null=True)
    list_sort = UnicodeAttribute(null=True)
    number_key = UnicodeAttribute(null=True)
    by_cycle = ByCycle()
    by_number = ByNumber()


class Employee(PerformanceItem, discriminator="employee"):
    """A person after hire. Interview scores are never kept here: raters read this table."""

    employee_number = UnicodeAttribute()
    name = UnicodeAttribute(default="")
    job_family = UnicodeAttribute()
    store_id = UnicodeAttribute(default="")
    region = UnicodeAttribute(default="")
    hired_at = UnicodeAttribute()
    application_id = UnicodeAttribute(default="")
    origin = UnicodeAttribute(default="hired")
    development = JSONAttribute(default=list)
    left_on = UnicodeAttribute(default="")
    leaving = UnicodeAttribute(default="")
    leaving_note = UnicodeAttribute(default="")
