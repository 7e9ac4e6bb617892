"""What frames showed, laid out for a page: figures with interval and n, composites, timeline."""

from dataclasses import dataclass
from typing import Any

from chalicelib.analytics import seconds as timeline
from chalicelib.calibration import service as calibration
from chalicelib.calibration.visible_worth import Worth
from chalicelib.entrypoints.api_frames import shown
from chalicelib.expression import policy, visual
from chalicelib.expression import service as expression
from chalicelib.expression.answer import AnswerExpression, Composite, Share
from chalicelib.expression.session import Second, SessionExpression
from chalicelib.foundation.access import Actor, Fields, may_see
from chalicelib.foundation.messages import say
from chalicelib.records import service as records

SHARES = (
    "smile", "facing_phone", "facing_lens", "neutral", "surprise", "negative", "eyes_closed",
)  # fmt: skip


@dataclass(frozen=True)
class ShownAnswer:
    """One answer's frames: its question, the shares that were measured, second by second."""

    name: str
    question: dict[str, str]
    figures: AnswerExpression
    shares: tuple[tuple[str, Share], ...]
    composites: tuple[Composite, ...]
    usual: bool
    moments: tuple[Second, ...]

    def picture(self, language: str) -> str:
        """The recording second by second, as an inline picture."""

        def t(key: str) -> str:
            return say(f"console.frames.{key}", language)

        words = timeline.Words(
            t("timeline"), t("timeline_note"), t("row_smile"), t("row_facing"), t("row_light"),
            t("row_gap"),
        )  # fmt: skip
        shown = [timeline.Moment(m.at, m.smile, m.facing, m.luma) for m in self.moments]
        return timeline.draw(f"frames-{self.name}", shown, words, language=language)


@dataclass(frozen=True)
class ShownFrames:
    """The card of frames. Without leave there is a reason and nothing else.

    `badge` is the composite of the profile's badge, 0-100, None where law, person or too few
    frames say no; `weight` the declared share of communication, 0 by default.
    """

    allowed: bool
    reason: str
    weight: int = 0
    answers: tuple[ShownAnswer, ...] = ()
    badge: float | None = None
    lens: bool = False
    readings: int = 0


def of_session(session: dict[str, Any], reader: Actor) -> ShownFrames | None:
    """The card for one session and reader; None without a session or without sight of scores."""
    if not session or not may_see(reader, Fields.SCORE):
        return None
    session_id, person_id = session["session_id"], session["person_id"]
    ruling = expression.of_session(session_id, person_id)
    weight = int(records.requisition(session["requisition_id"]).visual_weight)
    if not ruling.allowed:
        return ShownFrames(False, ruling.reason, weight)
    return laid_out(shown(session_id), session, weight)


def laid_out(found: SessionExpression, session: dict[str, Any], weight: int) -> ShownFrames:
    """The card of what was read, each answer under its question."""
    asked = (*session.get("questions", []), *session.get("follow_ups", []))
    texts = {item["question_id"]: item["text"] for item in asked}
    answers = (_answer(name, texts.get(name, {}), found) for name in found.answers)
    return ShownFrames(
        allowed=True,
        reason="consent.given",
        weight=weight,
        answers=tuple(answers),
        badge=found.confidence,
        lens=found.lens_calibrated,
        readings=sum(item.frames for item in found.answers.values()),
    )


def worth(job_family: str) -> Worth:
    """What the visible part was worth in a job family so far: n, correlation, interval."""
    return calibration.visible_part(job_family)


def switch(country: str, row: records.Requisition) -> dict[str, Any]:
    """What a requisition's form shows: whether the law allows it, and how it stands."""
    possible, place = expression.offer(country)
    return {
        "possible": possible,
        "country": place,
        "on": bool(row.expression),
        "weight": int(row.visual_weight),
        "worth": worth(str(row.job_family)) if row.visual_weight else None,
        "most": visual.MOST_WEIGHT,
        "formula": visual.FORMULA,
    }


def people() -> dict[str, Any]:
    """How many people's frames were read, against the numbers that matter."""
    read = expression.people_read()
    return {
        "n": read,
        "alarm": policy.ALARM_AT,
        "filing": policy.FILING_AT,
        "state": policy.filing(read).value,
    }


def _answer(name: str, question: dict[str, str], found: SessionExpression) -> ShownAnswer:
    figures = found.answers[name]
    shares = ((key, getattr(figures, key)) for key in SHARES)
    return ShownAnswer(
        name=name,
        question=question,
        figures=figures,
        shares=tuple((key, share) for key, share in shares if share.value is not None),
        composites=figures.composites,
        usual=name == found.usual_from,
        moments=found.seconds[name],
    )
