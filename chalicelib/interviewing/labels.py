"""Clauses to readings: which STAR part each tells, whose doing it is, what is not credited."""

import re
from dataclasses import dataclass, replace
from functools import cache

from chalicelib.interviewing import cues, discounts
from chalicelib.interviewing.clauses import Clause
from chalicelib.interviewing.competencies import Dimension
from chalicelib.interviewing.ratings import Flag, Part

_OWN_SUBJECT = re.compile(r"(?<![跟给让叫问教带诉对])[我俺](?![们司校院国])|\bi(?:'d|'m|'ve)?\b")
_LEAD = (
    r"^(?:然后|后来|于是|结果|最后|最终|接着|所以|但是|不过|因为|而且|"
    r"and |so |then |but |because )*"
)
_COLLECTIVE_SUBJECT = re.compile(
    _LEAD
    + r"(?:[^，]{0,6}(?:我们|咱们|俺们|大家|团队|小组|全组)|.{0,16}\b(?:we|our team|the team)\b)"
)
_OTHER_SUBJECT = re.compile(
    _LEAD + r"(?:[他她它恁]|(?:客户|顾客|对方|客人|大爷|阿姨|叔叔|师傅|老板|"
    r"领导|主管|店长|经理|同事|组长|有个|有人|公司)|"
    r"(?:he|she|they|it|the \w+|my (?:manager|boss|leader|supervisor)|nobody|everyone|people)\b)"
)
_ENDS_SUPPOSITION = re.compile(
    r"[我俺][^们会，]{0,8}了|\bi (?:asked|told|said|saw|went|was|had|called|took|made|found|"
    r"wrote|did|"
    r"started|looked|got|gave|checked|thought|tried)\b"
)
_SPOKEN = re.compile(r"[我他她][^，]{0,4}[说问]|[“”\"]|\b(?:said|says|asked|told)\b")
_WORDS = re.compile(r"[a-z0-9\u3400-\u9fff]+")
#: So many own deeds make an own part in what was done together.
OWN_PART = 2
#: A clause repeats when this share of its runs of so many characters was heard before.
REPEAT_LENGTH = 6
REPEAT_SHARE = 0.8
_GAP = {"zh": ".{0,10}", "en": r".{0,28}?"}


@dataclass(frozen=True)
class Reading:
    """What one clause tells. A flagged clause tells nothing that counts."""

    clause: Clause
    part: Part
    flag: Flag | None
    own_action: bool
    situated: bool
    task: bool
    result: bool
    measured: bool
    lesson: bool
    specific: bool
    behaviours: tuple[str, ...]
    terms: tuple[str, ...]


@dataclass
class _Story:
    """What has been heard so far, while reading clause after clause."""

    subject: str = ""
    supposed: bool = False
    anchored: bool = False
    acted: bool = False
    acts: int = 0
    sentence: int = 0
    part: Part = Part.OTHER


@cache
def wording_pattern(wordings: tuple[str, ...], language: str) -> re.Pattern[str]:
    """One pattern for all wordings of an indicator (`~` is a short gap; 他 is heard as 她)."""
    parts = [
        _GAP[language].join(re.escape(piece) for piece in wording.lower().split("~"))
        for wording in wordings
    ]
    joined = re.sub("[他她它]", "[他她它]", "|".join(parts))
    return re.compile(joined if language == "zh" else rf"\b(?:{joined})")


def read(clauses: tuple[Clause, ...], dimension: Dimension, language: str) -> tuple[Reading, ...]:
    """The reading of each clause, in order.

    Parameters
    ----------
    clauses : tuple of Clause
        From `clauses.split`.
    dimension : Dimension
        The asked dimension; its indicators and key terms are listened for.
    language : str
        `zh` or `en`.

    Returns
    -------
    tuple of Reading
        As many as clauses.

    Source
    ------
    STAR parts after the behaviour description interview (Janz, 1982); a supposed, second-hand or
    negated act is not evidence of behaviour.
    """
    story, heard, readings = _Story(), set[str](), list[Reading]()
    for clause in clauses:
        repeated = _repeats(clause, heard)
        readings.append(_reading(clause, story, repeated, (dimension, language)))
    return tuple(_with_own_part(readings))


def _repeats(clause: Clause, heard: set[str]) -> bool:
    """Whether nearly all of a clause was said before, word for word."""
    said = "".join(_WORDS.findall(clause.plain))
    pieces = {said[n : n + REPEAT_LENGTH] for n in range(max(1, len(said) - REPEAT_LENGTH + 1))}
    known = len(pieces & heard)
    heard |= pieces
    return known >= REPEAT_SHARE * len(pieces)


def _with_own_part(readings: list[Reading]) -> list[Reading]:
    """What "we" did is heard, not as the speaker's own, once the speaker told an own part."""
    if sum(item.own_action for item in readings) < OWN_PART:
        return readings
    return [
        replace(item, flag=None) if item.flag is Flag.SECOND_HAND else item for item in readings
    ]


def _reading(
    clause: Clause, story: _Story, repeated: bool, asked: tuple[Dimension, str]
) -> Reading:
    text = clause.plain
    anchored = bool(cues.EPISODE.search(text))
    _scope(story, text, clause.sentence, anchored)
    number = bool(cues.NUMBER.search(text))
    did = bool(cues.DID.search(text))
    flag = Flag.REPEATED if repeated else _flag(text, story, anchored or number)
    who = _subject(story, text)
    own = flag is None and did and who == "own"
    if flag is None and did and who == "collective":
        flag = Flag.SECOND_HAND
    live = flag is None
    heard = flag in (None, Flag.SECOND_HAND)
    came_of_it = number and not own and story.acts >= OWN_PART
    result = heard and ((story.acted and bool(cues.RESULT.search(text))) or came_of_it)
    situated = live and (anchored or bool(cues.PLACE.search(text)))
    task = live and bool(cues.TASK.search(text))
    part = _part(story, clause.sentence, (heard, own, situated, task, result))
    story.acts += own
    story.acted = story.acted or own or flag is Flag.SECOND_HAND
    story.part, story.sentence = part, clause.sentence
    behaviours, terms = _matches(text, *asked) if heard else ((), ())
    return Reading(
        clause, part, flag, own, situated, task, result,
        measured=result and number,
        lesson=live and story.acted and bool(cues.LESSON.search(text)),
        specific=live and (anchored or number or bool(_SPOKEN.search(text))),
        behaviours=behaviours,
        terms=terms,
    )  # fmt: skip


def _scope(story: _Story, text: str, sentence: int, anchored: bool) -> None:
    """A supposition reaches on until something told as done, or a time, ends it."""
    supposes = bool(discounts.HYPOTHETICAL.search(text))
    told = anchored or (sentence != story.sentence and story.anchored)
    if told or (not supposes and _ENDS_SUPPOSITION.search(text)):
        story.supposed = False
    story.anchored = story.anchored or anchored
    story.supposed = story.supposed or supposes


def _subject(story: _Story, text: str) -> str:
    """Whose doing a clause is; one that names nobody goes on with the last who acted."""
    if _COLLECTIVE_SUBJECT.search(text):
        story.subject = "collective"
    elif _OTHER_SUBJECT.search(text) and not _OWN_SUBJECT.search(text):
        return "other"
    elif _OWN_SUBJECT.search(text):
        story.subject = "own"
    return story.subject


def _flag(text: str, story: _Story, concrete: bool) -> Flag | None:
    if discounts.TO_SCORER.search(text):
        return Flag.TO_SCORER
    if discounts.TEMPLATE.search(text):
        return Flag.EMPTY
    if story.supposed:
        return Flag.HYPOTHETICAL
    if discounts.REFUSED.search(text):
        return Flag.AGAINST
    if discounts.NEGATED.search(text):
        return Flag.NEGATED
    if concrete:
        return None
    if discounts.EMPTY.search(text):
        return Flag.EMPTY
    return Flag.GENERAL if discounts.GENERAL.search(text) else None


def _part(story: _Story, sentence: int, told: tuple[bool, bool, bool, bool, bool]) -> Part:
    heard, own, situated, task, result = told
    if not heard:
        return Part.OTHER
    if result:
        return Part.RESULT
    if task and not story.acted:
        return Part.TASK
    if situated and not story.acted:
        return Part.SITUATION
    if own:
        return Part.ACTION
    if sentence == story.sentence and story.part is not Part.OTHER:
        return story.part
    return Part.ACTION if story.acted else Part.SITUATION


@cache
def _listened(
    dimension_key: str, wordings: tuple[tuple[str, tuple[str, ...]], ...], language: str
) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((key, wording_pattern(words, language)) for key, words in wordings)


def _matches(
    text: str, dimension: Dimension, language: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    wordings = tuple((item.key, item.wordings[language]) for item in dimension.indicators)
    behaviours = tuple(
        key for key, pattern in _listened(dimension.key, wordings, language) if pattern.search(text)
    )
    terms = tuple(dimension.terms_in(text, language))
    return behaviours, terms
