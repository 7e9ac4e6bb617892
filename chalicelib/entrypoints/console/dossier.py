"""A person's file arranged for one page: one application, and everything that hangs on it."""

from dataclasses import dataclass, field
from typing import Any

from chalicelib.entrypoints.console.marks import Segment, segments, unsurely
from chalicelib.interviewing.competencies import CompetencyModel
from chalicelib.interviewing.report import question_version
from chalicelib.records.profile import Profile
from chalicelib.records.stages import MOVES, Stage

Item = dict[str, Any]


@dataclass(frozen=True)
class Told:
    """One answer as a page shows it; `shown` are its words with their marks.

    `persons` are the words of persons on its rating (`overriding.Override`), the last one counts.
    """

    question: dict[str, str]
    state: str
    reason: str
    mode: str
    shown: list[Segment]
    rating: Item
    session_id: str
    question_id: str
    take: int
    heard: Item
    language: str
    second: Item
    persons: list[Item] = field(default_factory=list)

    @property
    def person_rating(self) -> float | None:
        """The person's rating that counts, None where the machine's does."""
        return self.persons[-1]["rating"] if self.persons else None

    @property
    def calibrated(self) -> int:
        """The version of the question's own model that the rating rests on; 0 for none."""
        return question_version(str(self.rating.get("scorer") or ""))


@dataclass(frozen=True)
class Quality:
    """One rated dimension; `rating` 1-5 or None with a reason, `anchor` what it looks like.

    `machine_rating` is the machine's, where a person's counts in its place.
    """

    key: str
    name: dict[str, str]
    definition: dict[str, str]
    anchor: dict[str, str]
    weight: int
    rating: float | None
    score: float | None
    contribution_hundredths: int | None
    reason: str
    indicators: dict[str, dict[str, str]]
    answers: list[Told]
    anchors: tuple[dict[str, str], ...] = ()
    machine_rating: float | None = None
    adjusted: bool = False


@dataclass(frozen=True)
class Dossier:
    """What the page on one application shows; an empty item stands for what is not there."""

    person: Item
    application: Item
    screening: Item
    findings: list[Item]
    session: Item
    scorecard: Item
    qualities: list[Quality]
    recommendation: Item
    disposition: Item
    check: Item
    offer: Item
    steps: list[Item]
    uploads: list[Item]
    others: list[Item]

    @property
    def stage(self) -> Stage:
        """Where the application stands."""
        return Stage(self.application["stage"])

    def may_move(self, stage: str) -> bool:
        """Whether the application can lawfully go to a stage now."""
        return Stage(stage) in MOVES[self.stage]


def arrange(profile: Profile, application_id: str = "") -> Dossier:
    """Arrange a file around one of its applications, the latest where none is named.

    `qualities` are added by `with_model`, once the model's version is known.
    """
    applications = profile.sections.get("application", [])
    chosen = _chosen(applications, application_id)
    own = chosen.get("application_id", "")
    screening = _one(profile, "screening", own)
    return Dossier(
        person=profile.one("person"),
        application=chosen,
        screening=screening,
        findings=_findings(screening),
        session=_one(profile, "session", own),
        scorecard=_one(profile, "scorecard", own),
        qualities=[],
        recommendation=_one(profile, "recommendation", own),
        disposition=_one(profile, "disposition", own),
        check=_one(profile, "background-check", own),
        offer=_one(profile, "offer", own),
        steps=_of(profile, "onboarding-step", own),
        uploads=_of(profile, "upload", own),
        others=[item for item in applications if item is not chosen],
    )


def qualities(profile: Profile, view: Dossier, model: CompetencyModel) -> list[Quality]:
    """The dimensions of a session's model with their ratings (once there are) and answers."""
    machine = _scores(view.scorecard.get("result"))
    scores = _scores(view.scorecard.get("adjusted")) or machine
    answers = told(profile, view.session)
    found = []
    for dimension in model.dimensions:
        score = scores.get(dimension.key, {})
        rating, own = score.get("rating"), answers.get(dimension.key, [])
        anchor = dimension.anchors[min(max(round(rating), 1), 5) - 1] if rating else {}
        found.append(
            Quality(
                key=dimension.key,
                name=dimension.name,
                definition=dimension.definition,
                anchor=anchor,
                weight=dimension.weight,
                rating=rating,
                score=score.get("score"),
                contribution_hundredths=score.get("contribution_hundredths"),
                reason=score.get("reason") or "",
                indicators={item.key: item.name for item in dimension.indicators},
                answers=own,
                anchors=dimension.anchors,
                machine_rating=machine.get(dimension.key, {}).get("rating"),
                adjusted=any(item.person_rating is not None for item in own),
            )
        )
    return found


def told(profile: Profile, session: Item) -> dict[str, list[Told]]:
    """The answers of a session by dimension; what was joined to another stands with that one."""
    asked = (*session.get("questions", []), *session.get("follow_ups", []))
    questions = {item["question_id"]: item for item in asked}
    words = {
        item["question_id"]: item["given"]
        for item in profile.sections.get("override", [])
        if item["session_id"] == session.get("session_id")
    }
    found: dict[str, list[Told]] = {}
    second = {
        item["question_id"]: item
        for item in profile.sections.get("second-reading", [])
        if item["session_id"] == session.get("session_id")
    }
    for item in profile.sections.get("answer", []):
        if item["session_id"] != session.get("session_id") or item["state"] == "joined":
            continue
        rating = item.get("rating") or {}
        found.setdefault(item["dimension"], []).append(
            Told(
                question=_asked(questions, item),
                state=item["state"],
                reason=item.get("reason") or "",
                mode=item["mode"],
                shown=unsurely(
                    segments(item.get("transcript") or "", rating.get("spans", [])),
                    (item.get("heard") or {}).get("unsure", []),
                ),
                rating=rating,
                session_id=item["session_id"],
                question_id=item["question_id"],
                take=int(item.get("rated_take") or item["take"]),
                heard=item.get("heard") or {},
                language=str(session.get("language", "zh")),
                persons=words.get(item["question_id"], []),
                second=second.get(item["question_id"], {}),
            )
        )
    return found


def _asked(questions: dict[str, Item], answer: Item) -> dict[str, str]:
    """What an answer answers: its question, and its follow-up where both were joined."""
    names = [source["question_id"] for source in answer.get("sources") or ()]
    texts = [questions[name]["text"] for name in names if name in questions]
    if len(texts) < 2:
        found: dict[str, str] = questions.get(answer["question_id"], {}).get("text", {})
        return found
    return {language: " ▸ ".join(text[language] for text in texts) for language in texts[0]}


def _scores(result: Item | None) -> dict[str, Item]:
    return {item["dimension"]: item for item in (result or {}).get("dimensions", [])}


def _chosen(applications: list[Item], application_id: str) -> Item:
    named = [item for item in applications if item["application_id"] == application_id]
    latest = sorted(applications, key=lambda item: str(item.get("updated_at", "")), reverse=True)
    return next(iter(named or latest), {})


def _of(profile: Profile, kind: str, application_id: str) -> list[Item]:
    items = profile.sections.get(kind, [])
    return [item for item in items if item.get("application_id") == application_id]


def _one(profile: Profile, kind: str, application_id: str) -> Item:
    items = sorted(_of(profile, kind, application_id), key=lambda i: str(i.get("created_at", "")))
    return items[-1] if items else {}


def _findings(screening: Item) -> list[Item]:
    """Findings with the criterion each is about, essential ones first."""
    given = {
        item["criterion_id"]: item for item in screening.get("fit", {}).get("contributions", [])
    }
    rows = [
        criterion | finding | {"points": given.get(criterion["criterion_id"])}
        for criterion, finding in zip(
            screening.get("criteria", []), screening.get("findings", []), strict=False
        )
    ]
    return sorted(rows, key=lambda row: row["importance"] != "essential")
