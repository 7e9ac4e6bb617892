"""Who gets in: operator's key, one-time links, sessions, keys, invite tokens; and who does not."""

import re

import httpx
import pytest

from chalicelib.entrypoints.api_identity import sign_in_link
from chalicelib.foundation import crypto
from chalicelib.records import service as records
from infra import mailbox, operator
from infra.journey.api import wait_until
from tests.builders import Api, applicant, key_of, phone_of, refusal, sign_in, unique


def confirm(office, token: str) -> tuple[int, str]:
    call = Api(office.base)
    return refusal(lambda: call.post("/v1/sign-in/confirmation", {"token": token}))


def grant(office, role: str = "recruiter") -> records.User:
    email = f"{unique('person')}@example.com"
    office.admin.post("/v1/users", {"email": email, "name": "P", "roles": [role]})
    return records.user_by_email(email)


def form(person: Api, path: str, **fields: str) -> httpx.Response:
    """What a browser sends: the cookie, a form, no header of ours."""
    cookie = {"Cookie": "; ".join(f"{k}={v}" for k, v in person.http.cookies.items())}
    return httpx.post(person.base + path, data=fields, headers=cookie, timeout=30)


def test_the_operators_first_key_opens_an_empty_company(office):
    me = Api(office.base, operator.api_key("administrator")).get("/v1/me")
    assert me["roles"] == ["administrator"]


def test_a_key_with_one_letter_changed_opens_nothing(office):
    key = operator.api_key("recruiter")
    wrong = key[:-1] + ("0" if key[-1] != "0" else "1")
    assert refusal(lambda: Api(office.base, wrong).get("/v1/me")) == (401, "token-invalid")


def test_without_a_name_nothing_but_the_public_answers(office):
    assert refusal(lambda: Api(office.base).get("/v1/me")) == (401, "unauthenticated")
    assert Api(office.base).get("/v1/health")["status"] == "ok"


def test_a_one_time_link_signs_in_once(office):
    link = sign_in_link(grant(office, "analyst").item_id)
    me = Api(office.base).sign_in(link).get("/v1/me")
    assert me["roles"] == ["analyst"]
    assert confirm(office, link.rsplit("/", 1)[1]) == (410, "link-used")


def test_a_link_whose_time_is_over_says_so(office):
    late = crypto.sign_token("sign-in", {"u": grant(office).item_id, "n": unique()}, -1)
    assert confirm(office, late) == (410, "token-expired")


@pytest.mark.parametrize("spoil", [str.swapcase, lambda t: t[:-1], lambda t: f"x{t}", lambda t: ""])
def test_a_forged_link_is_no_link(office, spoil):
    token = sign_in_link(grant(office).item_id).rsplit("/", 1)[1]
    assert confirm(office, spoil(token)) == (401, "token-invalid")


def test_a_token_made_for_one_purpose_opens_no_other(office):
    token = sign_in_link(grant(office).item_id).rsplit("/", 1)[1]
    assert refusal(lambda: Api(office.base, f"hli_{token}").get("/v1/me"))[0] == 401
    invite = applicant(office).api.http.headers["Authorization"].split("hli_")[1]
    assert confirm(office, invite) == (401, "token-invalid")


def test_the_answer_to_a_wish_to_sign_in_does_not_tell_who_is_known(office):
    known, unknown = grant(office).email, f"{unique('nobody')}@example.com"
    first = office.admin.http.post("/v1/sign-in", json={"email": known})
    second = office.admin.http.post("/v1/sign-in", json={"email": unknown})
    assert (first.status_code, first.json()) == (second.status_code, second.json())
    told = {m.to for m in mailbox.messages(office.stack.endpoint)}
    assert (known in told, unknown in told) == (True, False)


def test_the_link_in_the_mail_opens_the_console(office):
    user = grant(office, "auditor")
    Api(office.base).post("/v1/sign-in", {"email": user.email})
    found = mailbox.messages(office.stack.endpoint)
    link = next(m.links[0] for m in found if m.to == user.email)
    assert link.startswith(f"{office.base}/sign-in/")
    assert Api(office.base).sign_in(link).get("/v1/me")["roles"] == ["auditor"]


def test_a_session_cookie_is_out_of_reach_for_scripts_and_other_sites(office):
    token = sign_in_link(grant(office).item_id).rsplit("/", 1)[1]
    given = httpx.post(f"{office.base}/v1/sign-in/confirmation", json={"token": token}, timeout=30)
    cookie = given.headers["Set-Cookie"]
    assert re.search(r"; HttpOnly; SameSite=Lax$", cookie)
    assert "Path=/" in cookie


def test_a_signed_in_persons_wish_without_the_pages_mark_is_refused(office):
    person = sign_in(office, "recruiter")
    mark = person.http.headers.pop("X-CSRF-Token")
    assert refusal(lambda: person.post("/v1/sign-out")) == (403, "csrf")
    person.http.headers["X-CSRF-Token"] = mark[:-1]
    assert refusal(lambda: person.post("/v1/sign-out")) == (403, "csrf")
    person.http.headers["X-CSRF-Token"] = mark
    assert person.post("/v1/sign-out")["done"] is True


def test_another_persons_mark_does_not_fit(office):
    person, other = sign_in(office, "recruiter"), sign_in(office, "recruiter")
    person.http.headers["X-CSRF-Token"] = other.http.headers["X-CSRF-Token"]
    assert refusal(lambda: person.post("/v1/sign-out")) == (403, "csrf")


def test_a_form_with_the_pages_mark_is_carried_out_and_leads_on(office):
    person = sign_in(office, "administrator")
    fields = {"email": f"{unique('by-form')}@example.com", "name": "F", "roles[]": "recruiter"}
    bare = form(person, "/v1/users", next_page="/settings", **fields)
    marked = form(
        person, "/v1/users", next_page="/settings", csrf=person.get("/v1/me")["csrf"], **fields
    )
    assert (bare.status_code, marked.status_code) == (403, 303)
    assert marked.headers["Location"] == "/settings?done=grant_user"
    assert records.user_by_email(fields["email"]).roles == ["recruiter"]


@pytest.mark.parametrize("place", ["https://evil.example", "//evil.example", "javascript:x"])
def test_a_form_leads_to_our_own_pages_only(office, place):
    person = sign_in(office, "administrator")
    mark = person.get("/v1/me")["csrf"]
    fields = {"email": f"{unique('by-form')}@example.com", "name": "F", "roles[]": "recruiter"}
    answer = form(person, "/v1/users", next_page=place, csrf=mark, **fields)
    assert answer.headers["Location"] == "/?done=grant_user"


def test_who_was_switched_off_is_out_at_once(office):
    person = sign_in(office, "recruiter")
    user_id = person.get("/v1/me")["actor_id"].removeprefix("user-")
    office.admin.post(f"/v1/users/{user_id}/deactivation")
    assert refusal(lambda: person.get("/v1/me")) == (401, "unauthenticated")
    assert confirm(office, sign_in_link(user_id).rsplit("/", 1)[1])[0] == 401


def test_nobody_switches_themself_off(office):
    me = office.administrator.get("/v1/me")["actor_id"].removeprefix("user-")
    call = f"/v1/users/{me}/deactivation"
    assert refusal(lambda: office.administrator.post(call)) == (409, "own-access")


def test_a_revoked_key_opens_nothing_and_no_list_tells_its_secret(office):
    text = office.admin.post("/v1/api-keys", {"name": unique("key"), "roles": ["analyst"]})["key"]
    _, key_id, secret = text.split("_")
    assert Api(office.base, text).get("/v1/me")["actor_id"] == f"key-{key_id}"
    office.admin.post(f"/v1/api-keys/{key_id}/revocation")
    assert refusal(lambda: Api(office.base, text).get("/v1/me")) == (401, "token-invalid")
    listed = office.admin.http.get("/v1/api-keys")
    states = {row["key_id"]: row["active"] for row in listed.json()["keys"]}
    assert (states[key_id], secret in listed.text) == (False, False)


def test_who_signs_out_is_out_wherever_the_cookie_was_copied_to(office):
    person, copy = sign_in(office, "recruiter"), Api(office.base)
    copy.http.cookies.update(person.http.cookies)
    assert copy.get("/v1/me")["roles"] == ["recruiter"]
    person.post("/v1/sign-out")
    assert refusal(lambda: copy.get("/v1/me")) == (410, "token-expired")


@pytest.mark.parametrize("role", ["candidate", "partner", "system"])
def test_roles_that_belong_to_tokens_are_granted_to_nobody(office, role):
    wish = {"email": f"{unique()}@example.com", "name": "X", "roles": [role]}
    assert refusal(lambda: office.admin.post("/v1/users", wish)) == (422, "role-not-grantable")
    named = {"name": "X", "roles": [role]}
    assert refusal(lambda: office.admin.post("/v1/api-keys", named)) == (422, "role-not-grantable")


def test_granting_again_changes_the_roles_and_makes_no_second_user(office):
    email = grant(office, "recruiter").email
    wish = {"email": email.upper(), "name": "P", "roles": ["analyst"]}
    office.admin.post("/v1/users", wish)
    found = [u for u in office.admin.get("/v1/users")["users"] if u["email"].lower() == email]
    assert [u["roles"] for u in found] == [["analyst"]]


def test_an_invite_token_opens_its_own_things(office):
    mine = applicant(office)
    assert mine.api.get(mine.path)["application_id"] == mine.application_id
    assert mine.api.get("/v1/me")["roles"] == ["candidate"]


def test_another_persons_things_are_not_there_for_a_candidate(office):
    mine, other = applicant(office), applicant(office)
    calls = (
        lambda: mine.api.get(other.path),
        lambda: mine.api.get(f"{other.path}/onboarding"),
        lambda: mine.api.post(f"{other.path}/withdrawal"),
        lambda: mine.api.post(f"{other.path}/offer-answer", {"accepted": True}),
        lambda: mine.api.post(f"{other.path}/human-review"),
        lambda: mine.api.post(f"/v1/candidates/{other.person_id}/consents", {"interview": True}),
    )
    assert {refusal(call)[0] for call in calls} == {404}
    assert records.application(other.application_id).stage == "applied"
    assert records.person(other.person_id).consents == {}


def test_a_revoked_invite_token_says_so(office):
    mine = applicant(office)
    office.recruiter.post(f"{mine.path}/invitation-revocation")
    assert refusal(lambda: mine.api.get(mine.path)) == (410, "token-revoked")
    assert phone_of(office, mine.application_id).api.get(mine.path)["stage"] == "applied"


def test_an_invite_token_whose_time_is_over_says_so(office):
    mine = applicant(office)
    late = crypto.sign_token("invite", {"a": mine.application_id, "s": 0}, -1)
    assert refusal(lambda: Api(office.base, f"hli_{late}").get(mine.path)) == (410, "token-expired")


def test_a_forged_invite_token_opens_nothing(office):
    mine, other = applicant(office), applicant(office)
    claims = other.api.http.headers["Authorization"].split("hli_")[1].split(".")[0]
    mark = mine.api.http.headers["Authorization"].rsplit(".", 1)[1]
    forged = Api(office.base, f"hli_{claims}.{mark}")
    assert refusal(lambda: forged.get(other.path)) == (401, "token-invalid")


def test_a_key_holds_only_where_it_was_given(office):
    here, there = applicant(office, store_id="S0001"), applicant(office, store_id="S0003")
    key = key_of(office, "recruiter", regions=("west",))
    assert key.get(there.path)["store_id"] == "S0003"
    assert refusal(lambda: key.get(here.path)) == (404, "not-found")


def test_a_failed_sign_in_leaves_the_link_usable(office):
    link = sign_in_link(grant(office).item_id)
    token = link.rsplit("/", 1)[1]
    assert refusal(
        lambda: Api(office.base).post("/v1/sign-in/confirmation", {"token": token, "more": 1})
    ) == (422, "invalid")
    assert wait_until(lambda: Api(office.base).sign_in(link).get("/v1/me"), seconds=5, what="me")
