"""Why a résumé could not be read: one error per reason, each with its own sentence."""

from chalicelib.foundation.errors import Invalid


class ResumeUnreadable(Invalid):
    """The file is damaged, cut short, or cannot be opened."""

    code = "resume-unreadable"


class ResumeEmpty(ResumeUnreadable):
    """The file holds nothing."""

    code = "resume-empty"


class ResumeEncrypted(ResumeUnreadable):
    """The file asks for a password."""

    code = "resume-encrypted"


class ResumeTooLarge(ResumeUnreadable):
    """The file, or what it unpacks to, is over the limit."""

    code = "resume-too-large"
    status = 413


class ResumeUnsupported(ResumeUnreadable):
    """The file is of a kind that is not read, whatever its name says."""

    code = "resume-unsupported"


class ResumeWithoutText(ResumeUnreadable):
    """The file is a picture of a page: it has no text layer."""

    code = "resume-no-text"


class NotAResume(ResumeUnreadable):
    """The text shows too little of what every résumé has."""

    code = "resume-not-a-resume"


class ResumeTooCostly(ResumeUnreadable):
    """Reading the file took more time or memory than one résumé may take."""

    code = "resume-too-costly"


class JsonResumeInvalid(ResumeUnreadable):
    """The document breaks the JSON Resume schema; path names the first place that does."""

    code = "resume-json-invalid"


REASONS: dict[str, type[ResumeUnreadable]] = {
    kind.code: kind
    for kind in (
        ResumeUnreadable,
        ResumeEmpty,
        ResumeEncrypted,
        ResumeTooLarge,
        ResumeUnsupported,
        ResumeWithoutText,
        NotAResume,
        ResumeTooCostly,
        JsonResumeInvalid,
    )
}
