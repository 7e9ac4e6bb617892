"""What screening keeps: one result per application, in the candidate's file."""

from pynamodb.attributes import (
    BinaryAttribute,
    BooleanAttribute,
    JSONAttribute,
    NumberAttribute,
    UnicodeAttribute,
)

from chalicelib.records.tables import CandidateItem


class ScreeningResult(CandidateItem, discriminator="screening"):
    """What a résumé states and how it meets the criteria as they stood on that day.

    `former` sums up the results that stood before, oldest first, each with its versions.
    `changes` says for each criterion that is not met what would meet it, and the fit then.
    """

    application_id = UnicodeAttribute()
    requisition_id = UnicodeAttribute()
    upload_id = UnicodeAttribute()
    sha256 = UnicodeAttribute()
    object_version = UnicodeAttribute(null=True)
    reader_version = UnicodeAttribute()
    rules_version = UnicodeAttribute()
    scorer_version = UnicodeAttribute()
    criteria_version = NumberAttribute(default=1)
    screened_at = UnicodeAttribute(null=True)
    criteria = JSONAttribute(default=list)
    facts = JSONAttribute(default=dict)
    findings = JSONAttribute(default=list)
    fit = JSONAttribute(default=dict)
    fit_points = NumberAttribute(null=True)
    person_should_look = BooleanAttribute(default=False)
    former = JSONAttribute(default=list)
    changes = JSONAttribute(default=list)


class ResumeText(CandidateItem, discriminator="resume-text"):
    """A file's lines as one reader read them, packed by `kept_lines`; nobody's profile shows it."""

    application_id = UnicodeAttribute()
    upload_id = UnicodeAttribute()
    reader_version = UnicodeAttribute()
    packed = BinaryAttribute(legacy_encoding=False)
