"""Recordings being recognised, and what the optional second reader said and may cost."""

from pynamodb.attributes import BooleanAttribute, JSONAttribute, NumberAttribute, UnicodeAttribute

from chalicelib.records.tables import CandidateItem, CompanyItem


class Transcription(CandidateItem, discriminator="transcription"):
    """One recording that is being recognised; item `transcription#<job>`, seen by no page.

    `state` is asked, running, done or failed; `reason` what people are told when it failed, `told`
    what the service said of it.
    """

    job = UnicodeAttribute()
    session_id = UnicodeAttribute()
    question_id = UnicodeAttribute()
    take = NumberAttribute()
    media_key = UnicodeAttribute()
    output_key = UnicodeAttribute()
    language = UnicodeAttribute()
    engine = UnicodeAttribute()
    vocabulary = UnicodeAttribute(default="")
    phrases = JSONAttribute(default=list)
    state = UnicodeAttribute(default="asked")
    reason = UnicodeAttribute(null=True)
    told = UnicodeAttribute(default="")
    asked_at = UnicodeAttribute()


class SecondReading(CandidateItem, discriminator="second-reading"):
    """What a language model said of an answer; item `second-reading#<session>#<question>`.

    `state` is asked, read or dropped with its `reason`; nothing is computed from `result`.
    """

    session_id = UnicodeAttribute()
    question_id = UnicodeAttribute()
    take = NumberAttribute(default=0)
    state = UnicodeAttribute(default="asked")
    reason = UnicodeAttribute(null=True)
    result = JSONAttribute(null=True)
    model = UnicodeAttribute(default="")
    tokens = NumberAttribute(default=0)
    asked_by = UnicodeAttribute(default="")
    serial = UnicodeAttribute(default="")


class SecondReaderSwitch(CompanyItem, discriminator="second-reader"):
    """Whether the organisation wants a second reader, and what it may cost in a month."""

    on = BooleanAttribute(default=False)
    monthly_tokens = NumberAttribute(default=0)


class SecondReaderMonth(CompanyItem, discriminator="second-reader-month"):
    """Tokens set aside in a month; saved only where nobody else counted meanwhile."""

    tokens = NumberAttribute(default=0)
