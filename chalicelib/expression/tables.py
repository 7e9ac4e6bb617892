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
    """One item of what frames showed; `expires_at` is epoch seconds, None for a bare count."""

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
    expires_at = NumberAttribute(null=True)


class Frame(ExpressionItem, discriminator="frame"):
    """The reading of one frame; id `frame#<session>#<question>#<take>#<began>#<number>`.

    `number` is the second of the recording that `began` at these epoch seconds by the phone.
    """

    session_id = UnicodeAttribute()
    question_id = UnicodeAttribute()
    take = NumberAttribute()
    began = NumberAttribute()
    number = NumberAttribute()
    reader = UnicodeAttribute()
    reading = JSONAttribute()


class Face(ExpressionItem, discriminator="face"):
    """That frames of this person were read at all; id `face`, stays when readings go."""


class FaceCount(ExpressionItem, discriminator="face-count"):
    """How many people's frames were read, in parts; partition `faces`, id the part."""

    people = NumberAttribute(default=0)
