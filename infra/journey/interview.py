"""Steps c and d: invitations, answers as phones send them, scorecards, recommendations."""

import base64
import json
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from infra import answers, mailbox, seed, voice
from infra.answers import Level
from infra.journey.api import Api, send_file, wait_until
from infra.journey.progress import Progress
from infra.journey.world import Candidate, World

#: trade -> how well its invited candidates answer, best ranked first.
LEVELS = {
    "retail-sales-associate": ("strong", "strong", "good", "middling", "weak", "empty"),
    "python-developer": ("strong", "middling", "weak"),
    "marketing-specialist": ("good", "strong", "weak"),
}


def invite(world: World, progress: Progress) -> None:
    """Invite the best of each requisition in one call each."""
    with progress.step("Invite the best ranked, in one call a requisition", "/candidates") as step:
        for slug, levels in LEVELS.items():
            wish = seed.REQUISITIONS[slug]
            best = world.ranked[slug][: len(levels)]
            given = world.recruiter.post(
                f"/v1/requisitions/{wish['requisition_id']}/invitations",
                {"application_ids": [r["application_id"] for r in best], "deadline_days": 7},
                world.key(f"invite-{slug}"),
            )
            names = {r["application_id"]: r["display_name"] for r in best}
            for item in given["invited"]:
                name = names[item["application_id"]]
                api = Api(world.base, _token(world, item["application_id"]))
                world.candidates.append(
                    Candidate(item["application_id"], item["session_id"], api, slug, name)
                )
            step.say(f"{wish['requisition_id']}: {len(given['invited'])} invited")


def one_more(world: World, slug: str, level: str) -> Candidate:
    """The best ranked who was not invited yet is, answers, and is rated."""
    wish, row = seed.REQUISITIONS[slug], world.ranked[slug][len(LEVELS[slug])]
    given = world.recruiter.post(
        f"/v1/requisitions/{wish['requisition_id']}/invitations",
        {"application_ids": [row["application_id"]], "deadline_days": 7},
        world.key("invite-one-more"),
    )["invited"][0]
    api = Api(world.base, _token(world, given["application_id"]))
    made = Candidate(given["application_id"], given["session_id"], api, slug, row["display_name"])
    _interview(world, made, level)
    _verdict(world, made)
    return made


def _token(world: World, application_id: str) -> str:
    """The candidate's token, out of the link in their mail or text message."""

    def look() -> str | None:
        for message in mailbox.messages(world.aws_endpoint):
            for link in message.links:
                token = link.rsplit("/", 1)[-1]
                if "/interview/" in link and _claims(token).get("a") == application_id:
                    return token
        return None

    return str(wait_until(look, seconds=90, what=f"the invitation of {application_id}"))


def _claims(token: str) -> dict[str, Any]:
    text = token.removeprefix("hli_").split(".", 1)[0]
    claims: dict[str, Any] = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    return claims


def answer(world: World, progress: Progress) -> None:
    """Every candidate answers on their phone; parts come out of order, and twice."""
    with progress.step("Candidates answer by text and voice", "/candidates") as step:
        levels = [level for names in LEVELS.values() for level in names]
        players = list(zip(world.candidates, levels, strict=True))
        sent = 0
        with ThreadPoolExecutor(4) as pool:
            for parts in pool.map(lambda pair: _interview(world, *pair), players):
                sent += parts
                progress.count(sent, len(players) * 5, "answers")
        step.say(f"{sent} answers of {len(players)} candidates, recordings and frames with them")
    with progress.step("Rate, build scorecards, recommend", "/candidates") as step:
        for candidate in world.candidates:
            step.say(_verdict(world, candidate))


def _interview(world: World, candidate: Candidate, level: str) -> int:
    phone = candidate.api
    session = phone.get(f"/v1/sessions/{candidate.session_id}")
    phone.post(
        f"/v1/candidates/{candidate.person_id}/consents",
        {
            "interview": True,
            "background_check": True,
            "expression": level != "weak",
            "country": "CN",
        },
    )
    for number, question in enumerate(session["questions"]):
        seed = f"{world.seed}:{candidate.name}:{number}"
        text = answers.tell(question["dimension"], Level(level), session["language"], seed)
        _send(candidate, question, (text, session["language"]), voiced=number % 3 == 2)
    phone.post(f"/v1/sessions/{candidate.session_id}/submission")
    return len(session["questions"])


def _send(
    candidate: Candidate, question: dict[str, Any], said: tuple[str, str], *, voiced: bool
) -> None:
    """One answer: the document first, then the recording it names, then the document again."""
    place = f"/v1/sessions/{candidate.session_id}/answers/{question['question_id']}/uploads"
    mode = "voice" if voiced else "text"
    permit = candidate.api.post(place, {"mode": mode})
    sound = voice.recording(said[0]) if voiced else b""
    recording = ("recording.wav", sound) if voiced else None
    body = answers.document(*said, mode, recording)
    send_file(permit["answer"], body, "answer.json")
    if voiced:
        send_file(permit["answer"], sound, "recording.wav")
        send_file(permit["answer"], body, "answer.json")
    _frames(candidate, question["question_id"], permit["take"])


def _frames(candidate: Candidate, question_id: str, take: int) -> None:
    """Two pictures without a face, where law and person allow any."""
    place = f"/v1/sessions/{candidate.session_id}/answers/{question_id}/frames"
    wish = {"take": take, "began": int(time.time()), "first": 1, "count": 2}
    for permit in candidate.api.post(place, wish)["frames"]:
        send_file(permit, answers.tiny_jpeg(), "")


def _verdict(world: World, candidate: Candidate) -> str:
    path = f"/v1/applications/{candidate.application_id}"

    def look() -> Any:
        row = world.recruiter.get(path)
        return row if row["recommendation"] else None

    row = wait_until(look, seconds=120, what=f"the recommendation for {candidate.name}")
    score = "not measured" if row["composite"] is None else f"{row['composite']:.1f}"
    return f"{candidate.name} ({row['requisition_id']}): composite {score}, {row['recommendation']}"
