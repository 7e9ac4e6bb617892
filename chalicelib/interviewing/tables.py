"""What interviewing keeps: models and questions of the company, sessions of a candidate."""

from pynamodb.attributes import JSONAttribute, NumberAttribute, UnicodeAttribute

from chalicelib.records.tables import CandidateItem, CompanyItem


class CompetencyModelItem(CompanyItem, discriminator="competency-model"):
    """One version of a competency model; written once, never changed.

    Partition `competency-model#<job family>`, id the version in six digits.
    """

    model = JSONAttribute()
    command_id = UnicodeAttribute(default="")


class QuestionItem(CompanyItem, discriminator="question"):
    """One question; partition `question-bank`, id its own. A session keeps its own copy."""

    question = JSONAttribute()


class InterviewSession(CandidateItem, discriminator="session"):
    """One candidate's structured interview, its questions and model version frozen at the start."""

    session_id = UnicodeAttribute()
    application_id = UnicodeAttribute()
    requisition_id = UnicodeAttribute()
    job_family = UnicodeAttribute()
    model_version = NumberAttribute()
    language = UnicodeAttribute(default="zh")
    deadline = UnicodeAttribute()
    state = UnicodeAttribute(default="open")
    questions = JSONAttribute(default=list)
    submitted_at = UnicodeAttribute(null=True)
    completed_at = UnicodeAttribute(null=True)


class Answer(CandidateItem, discriminator="answer"):
    """One response to one question.

    `take` is the latest announced take, `rated_take` the one that `rating` is about (0: none).
    `late` lists takes that came after the session closed: kept, not scored. `heard` says who
    recognised the words, how surely, and how they sound; no rating is made of it.
    """

    session_id = UnicodeAttribute()
    question_id = UnicodeAttribute()
    dimension = UnicodeAttribute()
    mode = UnicodeAttribute(default="text")
    take = NumberAttribute(default=0)
    rated_take = NumberAttribute(default=0)
    state = UnicodeAttribute(default="expected")
    reason = UnicodeAttribute(null=True)
    transcript = UnicodeAttribute(null=True)
    recording_sha256 = UnicodeAttribute(null=True)
    heard = JSONAttribute(null=True)
    rating = JSONAttribute(null=True)
    scorer = UnicodeAttribute(null=True)
    late = JSONAttribute(default=list)


class Scorecard(CandidateItem, discriminator="scorecard"):
    """The ratings of a session with their composite; written once, when the session is complete."""

    session_id = UnicodeAttribute()
    application_id = UnicodeAttribute()
    job_family = UnicodeAttribute()
    model_version = NumberAttribute()
    scorer = UnicodeAttribute()
    composite = NumberAttribute(null=True)
    reason = UnicodeAttribute(null=True)
    result = JSONAttribute()
