"""What is checked before a hire, and how a partner's report is read: clear, or consider."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from chalicelib.foundation.errors import Invalid

E = TypeVar("E", bound=StrEnum)
Text2 = dict[str, str]
MOST_ITEMS = 50
MOST_CHARACTERS = 1000


class ReportMalformed(Invalid):
    """A partner's report is not in the agreed form; `where` names the field."""

    code = "background-report-malformed"


class Verdict(StrEnum):
    """CLEAR goes on by itself; CONSIDER is looked at by a person, and never rejects."""

    CLEAR = "clear"
    CONSIDER = "consider"


class Result(StrEnum):
    """What came of one item; UNABLE means that the partner could not find out."""

    CLEAR = "clear"
    CONSIDER = "consider"
    UNABLE = "unable"


@dataclass(frozen=True)
class Check:
    """One thing that is checked, and what the candidate has to bring for it."""

    key: str
    name: Text2
    bring: Text2


@dataclass(frozen=True)
class Item:
    """One line of a report; the note is the partner's own words."""

    key: str
    result: Result
    note: str


@dataclass(frozen=True)
class Report:
    """A partner's report as it was understood."""

    verdict: Verdict
    items: tuple[Item, ...]


_COMMON = (
    Check(
        "identity",
        {"zh": "身份核验", "en": "Identity"},
        {"zh": "身份证原件", "en": "your identity card"},
    ),
    Check(
        "employment",
        {"zh": "工作经历核实", "en": "Past employment"},
        {
            "zh": "最近两段工作的离职证明或联系人",
            "en": "leaving certificates of, or contacts at, your last two employers",
        },
    ),
    Check(
        "education",
        {"zh": "学历核实", "en": "Education"},
        {"zh": "最高学历证书", "en": "the certificate of your highest degree"},
    ),
)
_BY_FAMILY: dict[str, tuple[Check, ...]] = {
    "retail-sales": (
        Check(
            "health-certificate",
            {"zh": "健康证", "en": "Health certificate"},
            {
                "zh": "有效健康证；没有的请在入职前办理",
                "en": "a valid health certificate, or get one before you start",
            },
        ),
    ),
    "software-python": (
        Check(
            "competition",
            {"zh": "竞业限制核实", "en": "Non-competition duty"},
            {
                "zh": "竞业限制协议，或没有竞业限制的声明",
                "en": "your non-competition agreement, or a statement that there is none",
            },
        ),
    ),
}


def checks_for(job_family: str) -> tuple[Check, ...]:
    """What is checked for a job family, with what the candidate must bring.

    Source: Labour Contract Law of the PRC Art. 8: an employer may ask what bears directly on the
    contract, and nothing else.
    """
    return (*_COMMON, *_BY_FAMILY.get(job_family, ()))


def read_report(report: Any) -> Report:
    """Understand a partner's report.

    Parameters
    ----------
    report : mapping with `outcome` ("clear" or "consider") and `items`, each with `key`, `result`
        ("clear", "consider" or "unable") and, if there is anything to say, `note`.

    Returns
    -------
    Report
        CLEAR only when the partner says so and every item is clear; anything else is CONSIDER.

    Raises
    ------
    ReportMalformed
    """
    if not isinstance(report, Mapping):
        raise ReportMalformed(where="report")
    stated = _enum(Verdict, report.get("outcome"), "outcome")
    items = report.get("items")
    if not isinstance(items, list) or not 1 <= len(items) <= MOST_ITEMS:
        raise ReportMalformed(where="items")
    read = tuple(_item(item, n) for n, item in enumerate(items))
    clear = stated is Verdict.CLEAR and all(item.result is Result.CLEAR for item in read)
    return Report(Verdict.CLEAR if clear else Verdict.CONSIDER, read)


def _item(item: Any, number: int) -> Item:
    where = f"items[{number}]"
    if not isinstance(item, Mapping):
        raise ReportMalformed(where=where)
    key, note = item.get("key"), item.get("note", "")
    if not isinstance(key, str) or not 1 <= len(key) <= 100:
        raise ReportMalformed(where=f"{where}.key")
    if not isinstance(note, str) or len(note) > MOST_CHARACTERS:
        raise ReportMalformed(where=f"{where}.note")
    return Item(key, _enum(Result, item.get("result"), f"{where}.result"), note)


def _enum(kind: type[E], value: Any, where: str) -> E:
    try:
        return kind(value)
    except ValueError as error:
        raise ReportMalformed(where=where) from error
