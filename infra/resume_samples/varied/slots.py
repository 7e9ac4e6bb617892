"""Values that templates ask for: numbers, customers, supervisors, and more that is no fact."""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from infra.resume_samples.varied import employers, names
from infra.resume_samples.varied.marks import MarkedLine, Piece
from infra.resume_samples.varied.people import Person
from infra.resume_samples.varied.style import Style
from infra.resume_samples.varied.templates import Value
from infra.resume_samples.varied.vocabulary import Words

_MONTHS = "January February March April May June July August September October".split()
_ROLES = (
    ("项目负责人", "开发", "核心成员", "组长", "项目经理", "参与者", "独立完成", "测试", "顾问"),
    ("Project Lead", "Developer", "Core Member", "Team Lead", "Contributor", "Coordinator"),
)


@dataclass(frozen=True)
class Desk:
    """What every section's writer needs: chance, words, person, manner."""

    random: Random
    words: Words
    person: Person
    style: Style

    @property
    def tongue(self) -> str:
        """The suffix of the word lists in the résumé's language."""
        return "en" if self.person.english else "zh"

    def word(self, name: str, group: str | None = None) -> str:
        """One item of the list in the résumé's language."""
        return self.words.word(self.random, f"{name}_{self.tongue}", group)

    def chance(self, share: float) -> bool:
        """Whether something of that share happens."""
        return self.random.random() < share


def sentence_slots(desk: Desk, trade: str, year: int) -> Mapping[str, Value]:
    """Values of a sentence on work: the traps are unmarked, skills in use are USED."""
    random, words, person = desk.random, desk.words, desk.person
    used = [words.pick(random, "skills", trade)[person.english] for _ in range(2)]
    # A skill that the person denies is not used in a deed.
    used = [s for s in used if s not in person.denied] or [desk.word("industries")]
    return {
        "n": str(random.randint(5, 60)),
        "m": str(random.randint(2, 12)),
        "p": str(random.randint(85, 99)),
        "year": str(year),
        "mon": str(random.randint(1, 12)),
        "mon_en": random.choice(_MONTHS),
        "used": Piece(used[0], "USED"),
        "used2": Piece(used[-1], "USED"),
        "customer": employers.employer(random, words, trade, person.language),
        "customer2": employers.employer(random, words, trade, person.language),
        "person": names.name(random, words, person.language).shown,
        "school": employers.school(random, words, 3, person.language),
        "project": desk.word("projects"),
        "years": str(random.randint(1, 15)),
        "club": words.word(random, "clubs", desk.tongue),
        "post": words.word(random, "clubs", f"{desk.tongue}_post"),
    }


def role(desk: Desk) -> str:
    """A part played in a project."""
    return desk.random.choice(_ROLES[desk.person.english])


def note(desk: Desk) -> str:
    """What kind of company it is."""
    if desk.person.english:
        return desk.random.choice(("50-200 employees", "500+ staff", "start-up", "listed"))
    size = desk.random.choice(("500人以上", "20-99人", "上市公司", "民营企业", "外资", "B轮"))
    return f"{size}，{desk.word('industries')}"


def joined(pieces: list[Piece], comma: str) -> MarkedLine:
    """Pieces with the list's comma between them."""
    line: list[Piece] = []
    for piece in pieces:
        if line:
            line.append(Piece(comma))
        line.append(piece)
    return tuple(line)
