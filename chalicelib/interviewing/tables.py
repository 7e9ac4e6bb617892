"""What interviewing keeps: models and questions of the company, sessions of a candidate."""

from pynamodb.attributes import BooleanAttribute, JSONAttribute, NumberAttribute, UnicodeAttribute

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
    """One candidate's structured interview, its questions and model version frozen at the start.

    `follow_ups` are those asked so far (`follow_up.FollowUp`); `extensions` tell each later
    deadline with who gave it and why.
    """

    session_id = UnicodeAttribute()
    application_id = UnicodeAttribute()
    requisition_id = UnicodeAttribute()
    job_family = UnicodeAttribute()
    model_version = NumberAttribute()
    language = UnicodeAttribute(default="zh")
    deadline = UnicodeAttribute()
    state = UnicodeAttribute(default="open")
    questions = JSONAttribute(default=list)
    follow_ups_on = BooleanAttribute(default=False)
    follow_ups = JSONAttribute(default=list)
    extensions = JSONAttribute(default=list)
    submitted_at = UnicodeAttribute(null=True)
    completed_at = UnicodeAttribute(null=True)


class Answer(CandidateItem, discriminator="answer"):
    """One response to one question.

    `take` is the latest announced take, `rated_take` the one that `rating` is about (0: none).
    `late` lists takes that came after the session closed: kept, not scored. `heard` says who
    recognised the words, how surely, and how they sound; no rating is made of it. `of` names
    the question that a follow-up belongs to; then `rating` stands with that question's answer,
    whose `transcript` holds both and whose `sources` say which part answers which.
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
    of = UnicodeAttribute(null=True)
    sources = JSONAttribute(default=list)
    recognised = NumberAttribute(default=1)


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


class Progress(CandidateItem, discriminator="progress"):
    """Where a candidate is in their interview and what they picked; item `progress#<session>`.

    Their own: no page or profile of HR shows it. `picked` is an `accommodation.Accommodations`,
    `notes` every change of it. `place` is the question at which another device goes on.
    """

    session_id = UnicodeAttribute()
    place = UnicodeAttribute(default="")
    picked = JSONAttribute(default=dict)
    notes = JSONAttribute(default=list)


class Draft(CandidateItem, discriminator="draft"):
    """What a candidate has written to a question and not sent; item `draft#<session>#<question>`.

    Their own like `Progress`; it goes thirty days after the deadline. `revision` counts savings;
    `begun` says that thinking is over, `think_left_seconds` how much of it was left.
    """

    session_id = UnicodeAttribute()
    question_id = UnicodeAttribute()
    text = UnicodeAttribute(default="")
    mode = UnicodeAttribute(default="text")
    revision = NumberAttribute(default=0)
    begun = BooleanAttribute(default=False)
    gentler = BooleanAttribute(default=False)
    think_left_seconds = NumberAttribute(null=True)
    saved_at = UnicodeAttribute(default="")
