"""The expression table: apart from every score, short-lived, gone by itself."""

from pynamodb.attributes import (
    DiscriminatorAttribute,
    JSONAttribute,
    NumberAttribute,
    UnicodeAttribute,
    UTCDateTimeAttribute,
    VersionAttribute,
)
from pynamodb.models import Model

from chalicelib.foundation.settings import settings


class ExpressionItem(Model):
    """One item of what frames showed; `expires_at` is epoch seconds."""

    class Meta:
        table_name = settings().table_expression
        region = settings().region

    person_id = UnicodeAttribute(hash_key=True)
    item_id = UnicodeAttribute(range_key=True)
    kind = DiscriminatorAttribute()
    version = VersionAttribute()
    schema = NumberAttribute(default=1)
    created_at = UTCDateTimeAttribute(null=True)
    updated_at = UTCDateTimeAttribute(null=True)
    expires_at = NumberAttribute()


class Frame(ExpressionItem, discriminator="frame"):
    """The reading of one frame; id `frame#<session>#<question>#<take>#<number>`."""

    session_id = UnicodeAttribute()
    question_id = UnicodeAttribute()
    take = NumberAttribute()
    reader = UnicodeAttribute()
    reading = JSONAttribute()
