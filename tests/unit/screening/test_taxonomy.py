"""The reviewed words: enough of them, none that stands for two things, none implied wrongly."""

import unicodedata

import pytest

from chalicelib.screening import taxonomy
from infra.criteria import CRITERIA

KINDS = [
    taxonomy.skills,
    taxonomy.certificates,
    taxonomy.languages,
    taxonomy.cities,
    taxonomy.levels,
]


def test_there_are_words_for_every_trade() -> None:
    assert len(taxonomy.skills().entries) >= 1300
    assert len(taxonomy.certificates().entries) >= 170
    assert len(taxonomy.cities().entries) >= 350


@pytest.mark.parametrize("kind", KINDS)
def test_every_way_of_writing_is_lower_case_and_normal(kind: object) -> None:
    forms = kind().forms  # type: ignore[operator]
    assert [f for f in forms if f != unicodedata.normalize("NFKC", f).lower()] == []


def test_nothing_needs_itself() -> None:
    assert [n for n in taxonomy.skills().entries if n in taxonomy.implies(n)] == []


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("golang", "Go"),
        ("K8S", "Kubernetes"),
        ("数据透视表", "透视表"),
        ("postgres", "PostgreSQL"),
        ("forklift", "叉车"),
        ("用友U8", "用友"),
        ("an unheard-of thing", "an unheard-of thing"),
    ],
)
def test_a_skill_is_known_by_each_way_of_writing(written: str, name: str) -> None:
    assert taxonomy.canonical(written) == name


@pytest.mark.parametrize(
    ("held", "shown"),
    [
        ("Django", "Python"),
        ("Django REST Framework", "Python"),
        ("pandas", "Python"),
        ("Spring Boot", "Java"),
        ("React", "JavaScript"),
        ("MySQL", "SQL"),
        ("透视表", "Excel"),
        ("VBA", "Excel"),
    ],
)
def test_a_skill_shows_what_it_cannot_do_without(held: str, shown: str) -> None:
    assert shown in taxonomy.implies(taxonomy.canonical(held))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Flask", "Django"),
        ("Java", "JavaScript"),
        ("C", "C++"),
        ("C++", "C#"),
        ("Vue", "React"),
        ("SQL", "MySQL"),
        ("Python", "Django"),
    ],
)
def test_a_neighbour_shows_nothing(one: str, other: str) -> None:
    assert one not in taxonomy.shown_by(other)
    assert one not in taxonomy.implies(other) or other not in taxonomy.implies(one)


def test_everyday_words_are_marked() -> None:
    assert {"go", "word", "access", "react", "spring", "swift", "ps"} <= taxonomy.guarded()
    assert {"c", "r", "marketing", "会计"} <= taxonomy.listed_only()


def test_a_higher_certificate_covers_the_lower() -> None:
    assert "CET-4" in taxonomy.certificate_meets("CET-6")
    assert taxonomy.certificate_meets("CET-4") == ()
    assert taxonomy.certificates().canonical("大学英语六级") == "CET-6"


def test_a_province_stands_for_its_cities() -> None:
    assert {"南京", "苏州"} <= set(taxonomy.cities_of("江苏省"))
    assert taxonomy.cities_of("Shanghai") == ("上海",)
    assert taxonomy.cities_of("火星") == ("火星",)


def test_the_demonstration_criteria_use_reviewed_names() -> None:
    named = {
        c["params"]["skill"] for rows in CRITERIA.values() for c in rows if "skill" in c["params"]
    }
    assert named <= set(taxonomy.skills().entries)
