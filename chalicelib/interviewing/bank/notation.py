"""Short notation for the built-in questions."""

from chalicelib.interviewing.competencies import bilingual
from chalicelib.interviewing.questions import (
    FOLLOW_UP_ANSWER_SECONDS,
    FOLLOW_UP_THINK_SECONDS,
    Kind,
    Question,
)
from chalicelib.interviewing.ratings import Part

RETAIL, PYTHON, MARKETING = "retail-sales", "software-python", "marketing"
Pair = tuple[str, str]


def ask(key: str, zh: str, en: str, gentler: Pair, *families: str) -> Question:
    """A question about the past; `key` is `dimension:number`, `gentler` its softer wording."""
    return _main(Kind.BEHAVIOURAL, key, (zh, en), gentler, families)


def case(key: str, zh: str, en: str, gentler: Pair, *families: str) -> Question:
    """A question that sets a case at work and asks for the nearest thing really done."""
    return _main(Kind.SITUATIONAL, key, (zh, en), gentler, families)


def _main(kind: Kind, key: str, text: Pair, gentler: Pair, families: tuple[str, ...]) -> Question:
    dimension, _, number = key.partition(":")
    return Question(
        f"{dimension.replace('_', '-')}-{number}",
        dimension,
        kind,
        bilingual(*text),
        bilingual(*gentler),
        job_families=families,
    )


def then(
    dimension: str, situation: Pair, task: Pair, action: Pair, result: Pair
) -> tuple[Question, ...]:
    """The follow-ups of a dimension, one for each STAR part; an empty dimension: for any."""
    asked = (situation, task, action, result)
    parts = (Part.SITUATION, Part.TASK, Part.ACTION, Part.RESULT)
    return tuple(
        Question(
            f"{(dimension or 'any').replace('_', '-')}-then-{part.name.lower()}",
            dimension,
            Kind.FOLLOW_UP,
            bilingual(*text),
            think_seconds=FOLLOW_UP_THINK_SECONDS,
            answer_seconds=FOLLOW_UP_ANSWER_SECONDS,
            part=part,
        )
        for part, text in zip(parts, asked, strict=True)
    )
