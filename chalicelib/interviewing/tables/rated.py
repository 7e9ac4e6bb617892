"""What interviewing keeps of ratings by people, ratings again, and models of questions."""

from pynamodb.attributes import BooleanAttribute, JSONAttribute, NumberAttribute, UnicodeAttribute

from chalicelib.records.tables import CandidateItem, CompanyItem


class RatingOverride(CandidateItem, discriminator="override"):
    """What a person said of one answer's rating; item `override#<session>#<question>`.

    `given` holds every `overriding.Override` in order; the last one counts.
    """

    session_id = UnicodeAttribute()
    application_id = UnicodeAttribute()
    question_id = UnicodeAttribute()
    given = JSONAttribute(default=list)


class Rescoring(CandidateItem, discriminator="rescoring"):
    """An interview rated again; item `rescoring#<session>#<its id>`, written beside the scorecard.

    `answers` are the new ratings by question, `result` the new scorecard; `left_out` names answers
    on qualities that the chosen model version does not rate.
    """

    session_id = UnicodeAttribute()
    application_id = UnicodeAttribute()
    rescoring_id = UnicodeAttribute()
    batch_id = UnicodeAttribute(default="")
    job_family = UnicodeAttribute()
    model_version = NumberAttribute()
    state = UnicodeAttribute(default="requested")
    requested_by = UnicodeAttribute()
    requested_at = UnicodeAttribute()
    scorer = UnicodeAttribute(default="")
    composite = NumberAttribute(null=True)
    result = JSONAttribute(null=True)
    answers = JSONAttribute(default=dict)
    left_out = JSONAttribute(default=list)


class Calibration(CompanyItem, discriminator="calibration"):
    """A question whose answers are rated by the company's own raters; partition `calibration`.

    Id `<question>#<language>`; `in_force` is the version of its adopted model, 0 for none.
    """

    question_id = UnicodeAttribute()
    language = UnicodeAttribute()
    dimension = UnicodeAttribute()
    in_force = NumberAttribute(default=0)
    newest = NumberAttribute(default=0)


class RatingTask(CompanyItem, discriminator="rating-task"):
    """One answer to be rated by two raters; partition `rating-task#<question>#<language>`.

    Its id is the session. `marks` are the ratings (1-5) by rater; the words stay in the
    candidate's file.
    """

    question_id = UnicodeAttribute()
    language = UnicodeAttribute()
    dimension = UnicodeAttribute()
    job_family = UnicodeAttribute()
    model_version = NumberAttribute()
    store_id = UnicodeAttribute(default="")
    region = UnicodeAttribute(default="")
    marks = JSONAttribute(default=dict)
    marked_at = JSONAttribute(default=dict)


class QuestionModelItem(CompanyItem, discriminator="question-model"):
    """One version of a question's own model; partition `question-model#<question>#<language>`.

    `state` is proposed, not-better, adopted, declined or withdrawn; who decided, when and why.
    """

    question_id = UnicodeAttribute()
    language = UnicodeAttribute()
    state = UnicodeAttribute()
    scorer = UnicodeAttribute()
    encoder = UnicodeAttribute()
    asked = BooleanAttribute(default=False)
    model = JSONAttribute()
    validation = JSONAttribute()
    agreement = JSONAttribute()
    fitted_at = UnicodeAttribute()
    requested_by = UnicodeAttribute()
    decisions = JSONAttribute(default=list)
