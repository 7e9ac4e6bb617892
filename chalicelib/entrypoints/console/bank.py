"""The question bank for people, and the questions that a requisition asks."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from chalice import Response

from chalicelib.entrypoints.api_questions import given_all, reason_given
from chalicelib.entrypoints.console import rows
from chalicelib.entrypoints.console.models import family_names
from chalicelib.entrypoints.console.render import page
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.foundation.access import Fields, may_see
from chalicelib.foundation.errors import Invalid, NotFound
from chalicelib.foundation.values import load
from chalicelib.interviewing import service as interviewing
from chalicelib.interviewing.anchors import DIMENSIONS
from chalicelib.interviewing.finding import Wanted, matching
from chalicelib.interviewing.questions import Kind, Question
from chalicelib.interviewing.ratings import STAR

door = Door(__name__, "console-competency")

Item = dict[str, Any]
Text2 = dict[str, str]
PAGE = 40


def dimension_names() -> dict[str, Text2]:
    """Every dimension that is built in or rated by a model in force, with its name."""
    names = {key: item.name for key, item in DIMENSIONS.items()}
    for family in interviewing.families():
        if family.newest:
            model = interviewing.current_model(family.job_family)
            names |= {item.key: item.name for item in model.dimensions}
    return names


@door.page("/questions", action="competency.read")
def questions(call: Call) -> Response:
    """The question bank with the figures of each question; every filter stands in the address."""
    wish = {
        name: str(call.query.get(name, ""))[:80]
        for name in ("q", "dimension", "kind", "job_family", "state")
    }
    wanted = Wanted(wish["dimension"], wish["kind"], wish["job_family"], wish["state"], wish["q"])
    found = matching(interviewing.questions(), wanted)
    first = _first(call, len(found))
    return page(
        call,
        "questions.html",
        here="/questions",
        questions=given_all(call, found[first : first + PAGE]),
        total=len(found),
        first=first,
        size=PAGE,
        filters={name: value for name, value in wish.items() if value},
        figures=may_see(call.actor, Fields.SCORE),
        **_choices(),
    )


def _first(call: Call, total: int) -> int:
    text = str(call.query.get("first", ""))
    return min(int(text), total) if text.isdecimal() and len(text) < 7 else 0


def _choices() -> Item:
    return {
        "dimensions": dimension_names(),
        "families": family_names(),
        "kinds": list(Kind),
        "parts": list(STAR),
    }


@door.page("/questions/new", action="question.change")
def new_question(call: Call) -> Response:
    """The form that adds a question; `dimension` in the address is chosen beforehand."""
    dimension = str(call.query.get("dimension", ""))[:64]
    known = _choices()
    if dimension and dimension not in known["dimensions"]:
        known["dimensions"] |= {dimension: dict.fromkeys(("zh", "en"), dimension)}
    return page(call, "question_new.html", here="/questions/new", dimension=dimension, **known)


@door.page("/questions/{question_id}", action="competency.read")
def question(call: Call) -> Response:
    """A question: its words, its figures, every wording it had; editing and retiring."""
    kept = interviewing.wordings(call.path["question_id"])
    shown = given_all(call, [load(Question, row.question) for row in kept])
    told = [
        {"question": item, "by": row.changed_by, "at": row.changed_at, "reason": row.reason}
        for row, item in zip(kept, shown, strict=True)
    ]
    return page(
        call,
        "question.html",
        here=f"/questions/{shown[0].question_id}",
        question=shown[0],
        wordings=told,
        figures=may_see(call.actor, Fields.SCORE),
        names=rows.names(),
        **_choices(),
    )


def asked_card(call: Call, requisition_id: str, job_family: str) -> Item | None:
    """What the page of a requisition says of its questions; None while nothing can be proposed."""
    try:
        asked = interviewing.asked(requisition_id, job_family)
    except (NotFound, Invalid):
        return None
    return card_of(asked)


def card_of(asked: interviewing.Asked) -> Item:
    """The questions of a requisition as rows: what is asked, why, what could be asked instead."""
    picks = {pick.dimension: pick for pick in asked.proposed}
    covered = {item.dimension for item in asked.kept}
    kept: Iterable[Question] = [item for item in asked.kept if item.dimension in picks]
    missing = [pick.question for pick in asked.proposed if pick.dimension not in covered]
    return {
        "kept": bool(asked.kept),
        "chosen_by": asked.chosen_by,
        "chosen_at": asked.chosen_at,
        "model_version": asked.model.version,
        "rows": [_row(item, picks, asked) for item in (*kept, *missing)],
    }


def _row(chosen: Question, picks: Mapping[str, Any], asked: interviewing.Asked) -> Item:
    pick = picks[chosen.dimension]
    dimension = asked.model.dimension(chosen.dimension)
    fitting: Sequence[Question] = (pick.question, *pick.others)
    known = {item.question_id: item for item in fitting}
    standing = known.get(chosen.question_id)
    proposed = chosen.question_id == pick.question.question_id
    return {
        "dimension": dimension.name,
        "weight": dimension.weight,
        "chosen": chosen,
        "proposed": proposed,
        "options": [chosen, *(q for q in fitting if q.question_id != chosen.question_id)],
        "reasons": [reason_given(why.reason, why.detail) for why in pick.reasons]
        if proposed
        else [],
        "gone": standing is None,
        "newer": standing is not None and standing.version > chosen.version,
    }
