"""What interviewing keeps: models and questions of the company, sessions of a candidate."""

from pynamodb.attributes import BooleanAttribute, JSONAttribute, NumberAttribute, UnicodeAttribute

from chalicelib.interviewing.tables.hearing import SecondReaderMonth as SecondReaderMonth
from chalicelib.interviewing.tables.hearing import SecondReaderSwitch as SecondReaderSwitch
from chalicelib.interviewing.tables.hearing import SecondReading as SecondReading
from chalicelib.interviewing.tables.hearing import Transcription as Transcription
from chalicelib.interviewing.tables.rated import Calibration as Calibration
from chalicelib.interviewing.tables.rated import QuestionModelItem as QuestionModelItem
from chalicelib.interviewing.tables.rated import RatingOverride as RatingOverride
from chalicelib.interviewing.tables.rated import RatingTask as RatingTask
from chalicelib.interviewing.tables.rated import Rescoring as Rescoring
from chalicelib.records.tables import CandidateItem, CompanyItem


class CompetencyModelItem(CompanyItem, discriminator="competency-model"):
    """One version of a competency model; written once, never changed.

    Partition `competency-model#<job family>`, id the version in six digits.
    """

    model = JSONAttribute()
    command_id = UnicodeAttribute(default="")


class JobFamilyItem(CompanyItem, discriminator="job-family"):
    """A job family that has a model; partition `job-family`, id the family."""

    name = JSONAttribute(default=dict)
    newest = NumberAttribute(default=0)


class ModelDraft(CompanyItem, discriminator="model-draft"):
    """A competency model being written; partition `model-draft`, id its own, parent its family.

    `origin` says how it began, `source` from which version; `evidence` what a proposal rests on.
    """

    job_family = UnicodeAttribute()
    name = JSONAttribute(default=dict)
    dimensions = JSONAttribute(default=list)
    note = JSONAttribute(default=dict)
    origin = UnicodeAttribute()
    source = JSONAttribute(default=dict)
    evidence = JSONAttribute(default=dict)
    state = UnicodeAttribute(default="open")
    started_by = UnicodeAttribute()
    started_at = UnicodeAttribute()
    changed_by = UnicodeAttribute()
    changed_at = UnicodeAttribute()
    adopted_version = NumberAttribute(null=True)


class QuestionItem(CompanyItem, discriminator="question"):
    """One question as it stands; partition `question-bank`, id its own. A session keeps a copy."""

    question = JSONAttribute()
    changed_by = UnicodeAttribute(default="")
    changed_at = UnicodeAttribute(default="")
    reason = UnicodeAttribute(default="")


class QuestionWording(CompanyItem, discriminator="question-wording"):
    """A wording that a newer one replaced; partition `question#<id>`, id its six-digit version."""

    question = JSONAttribute()
    changed_by = UnicodeAttribute(default="")
    changed_at = UnicodeAttribute(default="")
    reason = UnicodeAttribute(default="")


class QuestionTally(CompanyItem, discriminator="question-tally"):
    """Running sums of one wording's use: `statistics.Tally`, nobody's name.

    Partition `question-tally`, id `<question>#<version>#<part>`: the persons are spread over
    parts, so that interviews that end together seldom wait for one row.
    """

    tally = JSONAttribute()


class ChosenQuestions(CompanyItem, discriminator="chosen-questions"):
    """What HR chose to ask for a requisition; partition `chosen-questions`, id the requisition.

    `questions` are whole copies, so that everybody is asked in the same words.
    """

    job_family = UnicodeAttribute()
    model_version = NumberAttribute()
    questions = JSONAttribute()
    chosen_by = UnicodeAttribute()
    chosen_at = UnicodeAttribute()


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
    supplement = JSONAttribute(null=True)
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
    """The ratings of a session with their composite; the machine's is written once.

    `adjusted` is the same with every rating that a person set in place of the machine's, None
    while nobody did; `adjusted_composite` its composite.
    """

    session_id = UnicodeAttribute()
    application_id = UnicodeAttribute()
    job_family = UnicodeAttribute()
    model_version = NumberAttribute()
    scorer = UnicodeAttribute()
    composite = NumberAttribute(null=True)
    reason = UnicodeAttribute(null=True)
    result = JSONAttribute()
    adjusted = JSONAttribute(null=True)
    adjusted_composite = NumberAttribute(null=True)


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
