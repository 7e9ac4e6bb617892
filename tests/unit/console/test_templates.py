"""Every page renders from plain data, in both languages, under the strict content policy."""

import html
import re
from dataclasses import fields, is_dataclass
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from chalicelib.entrypoints.console import render
from chalicelib.foundation import clock
from chalicelib.foundation.access import Actor, Role
from chalicelib.foundation.messages import LANGUAGES, MESSAGES
from tests.unit.console import catalogue, samples

TEMPLATES = sorted((render.HERE / "templates").glob("*.html"))
PAGES = catalogue.pages()
PHASES = ("open", "scores", "steps")


class Reading(HTMLParser):
    """Collects what matters of a page: attributes, ids, visible text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.attributes: list[tuple[str, str, str]] = []
        self.scripts: list[str] = []
        self.words: list[str] = []
        self.inside: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in {"input", "meta", "link", "br", "img", "path", "rect", "circle"}:
            self.inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.inside and self.inside.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self.inside and self.inside[-1] in {"script", "style"}:
            self.scripts.append(data)
        elif not {"q", "code", "blockquote", "textarea", "answer"} & set(self.inside):
            self.words.append(data)


def shown(name: str, language: str) -> str:
    """A page of the catalogue, at a fixed moment."""
    template, data, context = PAGES[name]
    with clock.fixed(samples.NOW):
        return samples.frame(template, language, data, **dict(context))


def own_page(phase: str, language: str) -> str:
    """The candidate's page in one of its phases."""
    with clock.fixed(samples.NOW):
        data = samples.candidate_page(phase, language)
        return samples.frame("interview.html", language, data, here="/interview/x")


def everything() -> list[str]:
    """All pages in all languages."""
    pages = [shown(name, language) for name in PAGES for language in LANGUAGES]
    return pages + [own_page(phase, language) for phase in PHASES for language in LANGUAGES]


def test_every_template_compiles() -> None:
    assert [path.name for path in TEMPLATES] == sorted(
        render.environment().list_templates(["html"])
    )
    for path in TEMPLATES:
        render.environment().get_template(path.name)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_holds_a_style_a_handler_or_an_inline_script(path: Path) -> None:
    text = path.read_text()
    assert [] == re.findall(r"\sstyle\s*=|\son[a-z]+\s*=|<style|javascript:|https?://", text)
    assert [] == [tag for tag in re.findall(r"<script[^>]*>", text) if "src=" not in tag]


def test_no_page_breaks_its_own_content_policy() -> None:
    for text in everything():
        page = Reading(text)
        names = {name for _, name, _ in page.attributes}
        assert set() == {name for name in names if name.startswith("on") or name == "style"}
        assert "" == "".join(page.scripts).strip()
        outside = [v for _, n, v in page.attributes if n in {"src", "href"} and "//" in v]
        assert [] == outside


def test_ids_on_a_page_are_unique_and_labels_find_their_fields() -> None:
    for text in everything():
        page = Reading(text)
        ids = [value for _, name, value in page.attributes if name == "id"]
        assert sorted(set(ids)) == sorted(ids)
        wanted = {"for", "aria-labelledby", "aria-describedby"}
        named = {x for _, n, v in page.attributes if n in wanted for x in v.split()}
        assert set() == named - set(ids)


def test_every_form_posts_to_an_operation_with_mark_and_way_back() -> None:
    for name in PAGES:
        for form in re.findall(r"<form.*?</form>", shown(name, "zh"), re.S):
            if 'method="post"' not in form or "/v1/sign-in" in form:
                continue
            assert 'action="/v1/' in form
            assert 'name="csrf" value="mark"' in form
            assert 'name="next_page"' in form


def test_every_key_that_templates_name_stands_in_both_languages() -> None:
    for path in TEMPLATES:
        text = path.read_text()
        own = [f"console.{key}" for key in re.findall(r"\bt\('([a-z_.]+[a-z0-9_])'", text)]
        theirs = [f"candidate.{key}" for key in re.findall(r"\bc\('([a-z_.]+[a-z0-9_])'", text)]
        assert set() == {key for key in own + theirs} - MESSAGES.keys()


def test_no_message_of_the_console_is_empty_or_untranslated() -> None:
    for key, (zh, en) in MESSAGES.items():
        if key.startswith(("console.", "candidate.")):
            assert zh.strip()
            assert en.strip()
            assert not re.search(r"[\u4e00-\u9fff]", en), key


def data_in(value: Any) -> set[str]:
    """What people or résumés said in a page's data, in one language only."""
    if isinstance(value, str):
        return {value} | set(re.findall(r"[A-Za-z]+|[\u4e00-\u9fff]+", value))
    if is_dataclass(value) and not isinstance(value, type):
        value = [getattr(value, field.name) for field in fields(value)]
    if isinstance(value, dict):
        value = [] if {"zh", "en"} <= value.keys() else list(value.values())
    if isinstance(value, list | tuple | set):
        return {text for item in value for text in data_in(item)}
    return data_in(vars(value)) if isinstance(value, SimpleNamespace) else set()


def chrome(name: str, language: str) -> str:
    """What a page itself says: its visible words without the data's."""
    said = " ".join(Reading(shown(name, language)).words)
    for text in sorted(data_in(PAGES[name][1]), key=len, reverse=True):
        said = said.replace(text, " ") if len(text) > 3 or not text.isascii() else said
    return said


@pytest.mark.parametrize("name", PAGES)
def test_an_english_page_speaks_no_chinese_of_its_own(name: str) -> None:
    assert [] == re.findall(r"[\u4e00-\u9fff]+", chrome(name, "en").replace("中文", ""))


@pytest.mark.parametrize("name", PAGES)
def test_a_chinese_page_speaks_no_english_of_its_own(name: str) -> None:
    known = set(
        "HireLoop English CSV JSON PDF Word docx JavaScript KPI UTC Lin KLOC Python REQ "
        "ADEA Resume RTF STAR kpi XLSX HTML RCNY CFR PSI Siddiqi Yurdakul Naranjo Cohen Cox".split()
    )
    data = " ".join(data_in(PAGES[name][1]))
    left = set(re.findall(r"[A-Za-z]{3,}", chrome(name, "zh"))) - known
    assert set() == {word for word in left if word not in data}


def test_marks_of_star_carry_their_letter() -> None:
    text = shown("candidate", "zh")
    for part in "STAR":
        assert re.search(rf'<mark class="star {part}"><b[^>]*>{part}</b>', text)


def test_what_was_not_measured_is_said_and_never_shown_as_a_low_score() -> None:
    text = shown("candidate", "en")
    assert "no answer" in text
    assert "Fewer than ten usable frames: no figure is given." in text


def test_what_people_wrote_is_escaped() -> None:
    data = samples.candidate()
    data["view"].application["display_name"] = "<script>alert(1)</script>"
    text = samples.frame("candidate.html", "zh", data, here="/candidates/x")
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert" in text


def test_a_recruiter_is_offered_no_settings_and_no_audit() -> None:
    template, data, context = PAGES["candidates"]
    actor = Actor("user-2", frozenset({Role.RECRUITER}), named=True)
    text = samples.frame(template, "en", data, actor=actor, **dict(context))
    assert ">Settings<" not in text
    assert 'href="/audit"' not in text
    assert 'href="/requisitions"' in text


def test_the_policy_lets_nothing_in_but_our_own_files_and_our_bucket() -> None:
    policy = render.policy()
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "*" not in policy


def test_an_error_page_says_what_happened_and_what_to_do() -> None:
    document = {"status": 404, "code": "not-found", "correlation_id": "abc123",
                "message": {"zh": "没有找到", "en": "Not found"},
                "next": {"zh": "请返回", "en": "Go back"}}  # fmt: skip
    answer = render.error_page(document, "en")
    assert 404 == answer.status_code
    assert "Not found" in answer.body
    assert "abc123" in answer.body


def test_a_session_that_ended_is_forgotten_and_a_new_one_offered() -> None:
    document = {"status": 401, "code": "unauthenticated", "correlation_id": "a",
                "message": {"zh": "请先登录", "en": "Sign in"},
                "next": {"zh": "请登录", "en": "Use a link"}}  # fmt: skip
    answer = render.error_page(document, "zh")
    assert "Max-Age=0" in answer.headers["Set-Cookie"]
    assert 'action="/v1/sign-in"' in answer.body


def test_sentences_that_the_script_fills_in_keep_their_places() -> None:
    drop = html.unescape(shown("requisition", "en"))
    assert "{all} files: {done} read, {going} under way, {bad} not taken" in drop
    assert 'data-row="row {n}"' in shown("cycle", "en")
    assert "Question {n}" not in own_page("open", "en")
    assert "{percent}%" in html.unescape(own_page("open", "en"))
