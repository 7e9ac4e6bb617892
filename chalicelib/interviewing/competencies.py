"""Which qualities a job family is rated on, what each rating looks like, how much each counts."""

from dataclasses import dataclass

from chalicelib.foundation.errors import Invalid

Text2 = dict[str, str]
Terms = dict[str, tuple[str, ...]]

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
    """One rated quality: `anchors[0]` says what a rating of 1 looks like, `anchors[4]` a 5."""

    key: str
    name: Text2
    definition: Text2
    anchors: tuple[Text2, ...]
    indicators: tuple[Indicator, ...]
    key_terms: Terms
    weight: int = 0

    def __post_init__(self) -> None:
        if len(self.anchors) != 5:
            raise CompetencyModelInvalid(reason="five-anchors", dimension=self.key)
        for text in (self.name, self.definition, *self.anchors):
            if any(not text.get(language, "").strip() for language in LANGUAGES):
                raise CompetencyModelInvalid(reason="both-languages", dimension=self.key)
        if not 0 <= self.weight <= WEIGHT_TOTAL:
            raise CompetencyModelInvalid(reason="weight-range", dimension=self.key)


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


def terms(zh: str, en: str) -> Terms:
    """Key terms from short notation: parted by `|`."""
    return {"zh": tuple(zh.split("|")), "en": tuple(en.split("|"))}
