"""Which qualities a job family is rated on, what each rating looks like, how much each counts."""

import re
from dataclasses import dataclass, field

from chalicelib.foundation.errors import Invalid

Text2 = dict[str, str]
Terms = dict[str, tuple[str, ...]]
Synonyms = dict[str, dict[str, tuple[str, ...]]]

LANGUAGES = ("zh", "en")
WEIGHT_TOTAL = 100


class CompetencyModelInvalid(Invalid):
    """A competency model whose weights or texts do not hold together."""

    code = "competency-model-invalid"


@dataclass(frozen=True)
class Indicator:
    """One behaviour that shows a dimension, and the wordings it is recognised by.

    In a wording, `~` stands for a short gap inside one clause; English words match by their
    beginning ("ask" also finds "asked").
    """

    key: str
    name: Text2
    wordings: Terms


@dataclass(frozen=True)
class Dimension:
    """One rated quality: `anchors[0]` says what a rating of 1 looks like, `anchors[4]` a 5.

    `key_terms` are the terms of the trade by language; `synonyms` other wordings of a term, which
    count as that same term.
    """

    key: str
    name: Text2
    definition: Text2
    anchors: tuple[Text2, ...]
    indicators: tuple[Indicator, ...]
    key_terms: Terms
    weight: int = 0
    synonyms: Synonyms = field(default_factory=dict)

    def __post_init__(self) -> None:
        if len(self.anchors) != 5:
            raise CompetencyModelInvalid(reason="five-anchors", dimension=self.key)
        for text in (self.name, self.definition, *self.anchors):
            if any(not text.get(language, "").strip() for language in LANGUAGES):
                raise CompetencyModelInvalid(reason="both-languages", dimension=self.key)
        if not 0 <= self.weight <= WEIGHT_TOTAL:
            raise CompetencyModelInvalid(reason="weight-range", dimension=self.key)

    def term_sets(self, language: str) -> tuple[tuple[str, ...], ...]:
        """The key terms of a language, each as the term itself followed by its synonyms."""
        others = self.synonyms.get(language, {})
        return tuple((term, *others.get(term, ())) for term in self.key_terms.get(language, ()))

    def terms_in(self, text: str, language: str) -> dict[str, int]:
        """How often each key term or a synonym of it stands in a text; those that do not are out.

        Of overlapping wordings of one term the longest counts, once.
        """
        lowered, found = text.lower(), {}
        for wordings in self.term_sets(language):
            longest_first = sorted(wordings, key=len, reverse=True)
            pattern = "|".join(re.escape(wording.lower()) for wording in longest_first)
            count = len(re.findall(pattern, lowered))
            if count:
                found[wordings[0]] = count
        return found


@dataclass(frozen=True)
class CompetencyModel:
    """The weighted dimensions of a job family; a version never changes once it is kept."""

    job_family: str
    version: int
    dimensions: tuple[Dimension, ...]
    note: Text2

    def __post_init__(self) -> None:
        keys = [dimension.key for dimension in self.dimensions]
        if not keys or len(set(keys)) != len(keys):
            raise CompetencyModelInvalid(reason="dimensions-distinct", dimension=",".join(keys))
        total = sum(dimension.weight for dimension in self.dimensions)
        if total != WEIGHT_TOTAL:
            raise CompetencyModelInvalid(reason="weights-total", total=total)

    def dimension(self, key: str) -> Dimension:
        """The dimension called `key`.

        Raises
        ------
        CompetencyModelInvalid
            The model does not rate that quality.
        """
        for dimension in self.dimensions:
            if dimension.key == key:
                return dimension
        raise CompetencyModelInvalid(reason="dimension-unknown", dimension=key)


def called(dimension: Dimension) -> str:
    """A dimension's name in both languages at once, for sentences that hold one."""
    return " / ".join(dimension.name[language] for language in LANGUAGES)


def bilingual(zh: str, en: str) -> Text2:
    """One text in both languages of the product."""
    return {"zh": zh, "en": en}


def indicator(key: str, zh: str, en: str, zh_wordings: str, en_wordings: str) -> Indicator:
    """An indicator from short notation: wordings are parted by `|`."""
    return Indicator(
        key,
        bilingual(zh, en),
        {"zh": tuple(zh_wordings.split("|")), "en": tuple(en_wordings.split("|"))},
    )


def synonyms(zh: str, en: str) -> Synonyms:
    """Synonyms from short notation: `term=other,another`, parted by `|`."""
    return {"zh": _alternatives(zh), "en": _alternatives(en)}


def _alternatives(notation: str) -> dict[str, tuple[str, ...]]:
    pairs = (part.partition("=") for part in notation.split("|") if part)
    return {term: tuple(others.split(",")) for term, _, others in pairs}


def terms(zh: str, en: str) -> Terms:
    """Key terms from short notation: parted by `|`."""
    return {"zh": tuple(zh.split("|")), "en": tuple(en.split("|"))}
