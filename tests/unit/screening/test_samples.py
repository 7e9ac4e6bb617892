"""Generated résumés: reproducible, true to their marks, from two vocabularies that do not meet."""

import json
import re
import unicodedata
from functools import cache

import pytest

from infra.resume_samples.varied import Written, write
from infra.resume_samples.varied.style import FORMATS
from infra.resume_samples.varied.vocabulary import FOLDER, HALVES, halved

COUNT = 250


@cache
def sample(vocabulary: str) -> tuple[Written, ...]:
    return tuple(write(5, COUNT, vocabulary))


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def values(truth: dict[str, object]) -> list[str]:
    """Every text that the truth says is printed."""
    own = [truth[key] for key in ("name", "city", "gender", "birth", "phone", "email")]
    own += [*truth["phones"], *truth["emails"], *truth["skills"], *truth["negated_skills"]]
    own += [*truth["certs"], *truth["languages"], *(p["name"] for p in truth["projects"])]
    for entry in truth["education"]:
        own += [entry[key] for key in ("school", "major", "degree", "start", "end")]
    for entry in truth["work"]:
        own += [entry[key] for key in ("company", "title", "start", "end")]
    return [value for value in own if value is not None]


def test_the_same_seed_gives_the_same_bytes_and_truth():
    first, second = list(write(9, 40)), list(write(9, 40))
    assert first == second
    assert [w.file_name for w in write(9, 10)] == [w.file_name for w in first[:10]]


def test_another_seed_gives_other_bytes():
    assert {w.content for w in write(1, 20)}.isdisjoint({w.content for w in write(2, 20)})


def test_an_unknown_vocabulary_is_refused():
    with pytest.raises(ValueError, match="vocabulary"):
        next(write(1, 1, "all"))


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.txt")))
def test_the_two_halves_of_a_word_list_share_only_what_is_marked_common(name):
    train, test = (halved(name)[half] for half in HALVES)
    marked = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    common = {line[1:].split("\t")[0] for line in marked if line.startswith("=")}
    for group in train:
        own = {i[0] for i in train[group]} - common
        assert own.isdisjoint({i[0] for items in test.values() for i in items} - common)
        assert train[group] and test[group]


@pytest.mark.parametrize("vocabulary", HALVES)
def test_every_true_value_stands_in_the_marked_text(vocabulary):
    for written in sample(vocabulary):
        text = squeezed("".join(piece.text for line in written.marked for piece in line))
        absent = [v for v in values(written.truth) if squeezed(v) not in text]
        assert not absent, (written.file_name, absent)


def test_no_denied_skill_is_also_held():
    for written in sample("train"):
        assert not set(written.truth["skills"]) & set(written.truth["negated_skills"])


def test_names_employers_and_schools_of_the_halves_do_not_meet():
    def named(vocabulary: str, part: str, key: str) -> set[str]:
        return {e[key] for w in sample(vocabulary) for e in w.truth[part] if e[key]}

    for part, key in (("work", "company"), ("education", "school")):
        assert named("train", part, key).isdisjoint(named("test", part, key))
    names = [{w.truth["name"] for w in sample(half)} - {None} for half in HALVES]
    assert names[0].isdisjoint(names[1])


def test_truth_is_plain_json_and_every_format_and_language_occurs():
    kinds = {w.truth["format"] for half in HALVES for w in sample(half)}
    assert kinds == set(FORMATS)
    assert {w.truth["language"] for w in sample("train")} == {"zh", "tw", "en", "mixed"}
    json.dumps([w.truth for w in sample("train")])
