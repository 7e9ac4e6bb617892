"""Competency models as HR writes them: from nothing, by clone, by edit, from evidence."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from chalicelib.foundation.command import system_command
from chalicelib.interviewing import service as interviewing
from chalicelib.interviewing.usage import NO_USE
from chalicelib.records import service as records
from infra.journey.api import wait_until
from tests.builders import (
    FAMILY,
    Office,
    actions,
    interviewed,
    key_of,
    open_requisition,
    refusal,
    unique,
)
from tests.integration.interviewing.phone import interview

NAME = {"zh": "门店储备干部", "en": "Management trainee"}


def begun(office: Office, **wish: Any) -> dict[str, Any]:
    """A draft of a family of its own, cloned from the sales family."""
    plain = {"job_family": unique("family"), "origin": "clone", "source_family": FAMILY}
    made: dict[str, Any] = office.analyst.post("/v1/model-drafts", plain | {"name": NAME} | wish)
    return made


def saved(office: Office, draft: dict[str, Any], **change: Any) -> dict[str, Any]:
    """The draft after one saving."""
    wish = {"version": draft["version"]} | change
    made: dict[str, Any] = office.analyst.post(f"/v1/model-drafts/{draft['draft_id']}", wish)
    return made


def adopted(office: Office, draft: dict[str, Any]) -> dict[str, Any]:
    """The model that a draft became."""
    wish = {"version": draft["version"], "over": draft["over"]}
    path = f"/v1/model-drafts/{draft['draft_id']}/adoption"
    made: dict[str, Any] = office.analyst.post(path, wish)
    return made


def test_a_clone_is_edited_and_adopted_as_a_familys_first_version(office):
    draft = begun(office)
    assert draft["problems_found"] == []
    assert {c["change"] for c in draft["changes"]} == {"added"}
    first = adopted(office, draft)
    assert first["model_version"] == 1
    family = next(
        f
        for f in office.analyst.get("/v1/competency-models")["families"]
        if f["job_family"] == draft["job_family"]
    )
    assert (family["name"], family["newest"]) == (NAME, 1)
    assert actions(f"model-draft-{draft['draft_id']}") == [
        "model-draft.started",
        "model-draft.adopted",
    ]


def test_an_edit_shows_what_changes_before_it_is_adopted_and_the_old_version_stays(office):
    family = adopted(office, begun(office))["job_family"]
    draft = begun(office, job_family=family, origin="edit", source_family="", name={})
    dimensions = draft["dimensions"]
    one, other = dimensions[0]["weight"], dimensions[1]["weight"]
    dimensions[0]["weight"], dimensions[1]["weight"] = one - 5, other + 5
    draft = saved(office, draft, dimensions=dimensions)
    assert refusal(lambda: adopted(office, draft)) == (422, "weights-unexplained")
    draft = saved(office, draft, note={"zh": "门店反馈", "en": "Stores asked for it"})
    assert [(c["field"], c["before"]["en"], c["after"]["en"]) for c in draft["changes"]] == [
        ("weight", f"{one}%", f"{one - 5}%"),
        ("weight", f"{other}%", f"{other + 5}%"),
    ]
    assert adopted(office, draft)["model_version"] == 2
    path = f"/v1/competency-models/{family}"
    old, new = (office.analyst.get(f"{path}/versions/{n}") for n in (1, 2))
    assert (old["dimensions"][0]["weight"], new["dimensions"][0]["weight"]) == (one, one - 5)
    compared = office.analyst.get(f"{path}/changes", before=1, after=2)["changes"]
    assert len(compared) == 2
    assert [v["model_version"] for v in office.analyst.get(f"{path}/versions")["versions"]] == [
        1,
        2,
    ]
    entry = actions(f"competency-model-{family}")
    assert entry == ["competency-model.adopted"] * 2


def test_a_draft_that_does_not_hold_together_is_kept_and_not_adopted(office):
    draft = saved(office, begun(office), do="add:problem_solving")
    found = {p["reason"]: p["message"] for p in draft["problems_found"]}
    assert set(found) == {"weight-missing"}
    assert "1–100" in found["weight-missing"]["en"]
    assert refusal(lambda: adopted(office, draft)) == (422, "draft-unfinished")
    draft = saved(office, draft, do="balance")
    assert sum(d["weight"] for d in draft["dimensions"]) == 100
    assert adopted(office, draft)["model_version"] == 1


def test_a_dimension_of_ones_own_needs_a_question_first(office):
    draft = saved(office, begun(office, origin="blank"), do="add:punctuality")
    key, reasons = "punctuality", {p["reason"] for p in draft["problems_found"]}
    assert {"no-question", "name-missing", "no-terms", "no-indicators"} <= reasons
    wish = {"dimension": key, "text": {"zh": "讲一次准时的事。", "en": "Tell us of being on time."}}
    office.recruiter.post("/v1/questions", wish)
    text = {"zh": "守时", "en": "Punctuality"}
    written = draft["dimensions"][0] | {
        "weight": 100,
        "name": text,
        "definition": text,
        "anchors": [{"zh": f"第{n}级", "en": f"Level {n}"} for n in range(1, 6)],
        "indicators": [
            {"key": "early", "name": text, "wordings": {"zh": ["提前"], "en": ["early"]}}
        ],
        "key_terms": {"zh": ["准时"], "en": ["on time"]},
        "synonyms": {"zh": {"准时": ["按点"]}, "en": {}},
    }
    draft = saved(office, draft, dimensions=[written])
    assert draft["problems_found"] == []
    assert adopted(office, draft)["dimensions"][0]["synonyms"]["zh"] == {"准时": ["按点"]}


def test_two_who_edit_at_once_do_not_overwrite_each_other(office):
    draft = begun(office)
    saved(office, draft, do="add:problem_solving")
    assert refusal(lambda: saved(office, draft, do="balance")) == (409, "draft-stale")


def test_a_draft_compared_with_an_older_version_is_looked_at_again_first(office):
    family = adopted(office, begun(office))["job_family"]
    one, other = (
        begun(office, job_family=family, origin="edit", source_family="", name={}) for _ in range(2)
    )
    adopted(office, one)
    assert refusal(lambda: adopted(office, other)) == (409, "draft-stale")


def test_what_the_loop_proposes_waits_as_a_draft_with_its_evidence(office):
    dimensions = office.analyst.get(f"/v1/competency-models/{FAMILY}")["dimensions"]
    evidence = {"n": 120, "method": "contrast of the best quarter with the rest"}
    draft = begun(
        office,
        job_family=FAMILY,
        origin="evidence",
        source_family="",
        name={},
        dimensions=dimensions,
        evidence=evidence,
    )
    assert draft["evidence"] == evidence
    listed = office.analyst.get("/v1/model-drafts", job_family=FAMILY)["drafts"]
    assert draft["draft_id"] in {row["draft_id"] for row in listed}
    path = f"/v1/model-drafts/{draft['draft_id']}"
    office.analyst.post(f"{path}/discard")
    assert refusal(lambda: adopted(office, draft)) == (409, "draft-closed")
    assert office.analyst.get(path)["state"] == "discarded"


def test_a_model_is_adopted_by_a_person_with_a_name(office):
    draft = begun(office)
    machine = key_of(office, "analyst")
    wish = {"version": draft["version"], "over": draft["over"]}
    path = f"/v1/model-drafts/{draft['draft_id']}/adoption"
    assert refusal(lambda: machine.post(path, wish)) == (403, "named-person-required")


def test_a_recruiter_reads_models_and_changes_none(office):
    assert office.recruiter.get("/v1/competency-models")["families"]
    wish = {"job_family": FAMILY, "origin": "edit"}
    assert refusal(lambda: office.recruiter.post("/v1/model-drafts", wish))[0] == 403


@pytest.fixture(scope="module")
def asked(office) -> Any:
    """A requisition whose questions HR chose, and an interview by them, handed in."""
    requisition = open_requisition(office.admin, unique("REQ"))["requisition_id"]
    path = f"/v1/requisitions/{requisition}/questions"
    proposed = office.recruiter.get(path)
    assert proposed["kept"] == []
    chosen = [pick["question"]["question_id"] for pick in proposed["proposed"]]
    chosen[0] = proposed["proposed"][0]["others"][0]["question_id"]
    kept = office.recruiter.post(path, {"question_ids": chosen})
    phone = interview(office, requisition)
    for number in range(len(phone.questions)):
        phone.say(number)
    phone.submit()
    phone.scorecard()
    return kept, chosen, phone


def test_the_proposal_covers_the_model_and_says_why(asked):
    picks = asked[0]["proposed"]
    assert sum(pick["weight"] for pick in picks) == 100
    for pick in picks:
        assert {"covers"} <= {why["reason"] for why in pick["reasons"]}
        assert all({"zh", "en"} == set(why["message"]) for why in pick["reasons"])


def test_an_interview_asks_what_hr_chose(asked):
    kept, chosen, phone = asked
    assert [q["question_id"] for q in kept["kept"]] == chosen
    assert [q["question_id"] for q in phone.questions] == chosen


def test_a_choice_that_leaves_a_dimension_out_is_refused(office, asked):
    kept, chosen, _ = asked
    path = f"/v1/requisitions/{kept['requisition_id']}/questions"
    wishes = {
        "choice-uncovered": [chosen[1:]],
        "choice-unfit": [[*chosen, "no-such-question"], [*chosen, "any-then-result"]],
    }
    for code, refused in wishes.items():
        for wish in refused:
            call = lambda w=wish: office.recruiter.post(path, {"question_ids": w})  # noqa: E731
            assert refusal(call) == (422, code)


def test_a_finished_interview_is_counted_once_in_its_questions_figures(office, asked):
    _, chosen, phone = asked
    key = (chosen[0], 1)
    wait_until(lambda: key in interviewing.figures(), seconds=90, what="the tally")
    found = interviewing.figures()[key]
    assert (found.asked, found.answered, found.rated, found.paired) == (1, 1, 1, 1)
    shown = office.recruiter.get(f"/v1/questions/{chosen[0]}")["wordings"][0]["question"]
    assert shown["figures"]["asked"] == 1
    assert shown["figures"]["discrimination"] is None
    plain = office.appraiser.get(f"/v1/questions/{chosen[0]}")["wordings"][0]["question"]
    assert plain["figures"] is None
    assert phone.session_id


def test_interviews_that_end_together_are_each_counted_once(office):
    """Every interview is told of twice, all at the same moment."""
    requisition = open_requisition(office.admin, unique("REQ"))["requisition_id"]
    people = [interviewed(office, requisition_id=requisition) for _ in range(5)]
    ended = [records.items_of(p.application_id, "session")[0].session_id for p in people]
    wishes = [system_command(f"tally/{name}") for name in ended]
    asked = interviewing.view(ended[0]).questions[0]
    before = interviewing.figures().get((asked.question_id, asked.version), NO_USE)
    with ThreadPoolExecutor(10) as pool:
        list(pool.map(interviewing.tally, wishes * 2, ended * 2))
    after = interviewing.figures()[(asked.question_id, asked.version)]
    assert after.asked - before.asked == len(people)
