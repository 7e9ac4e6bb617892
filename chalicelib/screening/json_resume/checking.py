"""A JSON Resume document, checked: what stands where, how long, and which dates.

Source: the JSON Resume schema, version 1.0.0 (jsonresume.org). Fields that it allows and that
state nothing we keep (pictures, profiles, interests, …) pass unread.
"""

import json
import re
from typing import Annotated, Any, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    model_validator,
)

from chalicelib.screening.reading.unreadable import JsonResumeInvalid

MAX_BYTES = 256 * 1024
#: What is looked for in a file's beginning; nothing else in JSON is taken for a résumé.
_SIGN = re.compile(rb'"(?:basics|work|education|skills|projects)"\s*:')
_ISO = r"^[12]\d{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$"
_BLANKS = re.compile(r"\s+")


def _one_line(text: str) -> str:
    return _BLANKS.sub(" ", text)


Iso = Annotated[str, StringConstraints(pattern=_ISO)]
Word = Annotated[str, StringConstraints(max_length=200), AfterValidator(_one_line)]
Text = Annotated[str, StringConstraints(max_length=6_000)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="ignore", str_strip_whitespace=True, frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _nothing_is_absent(cls, given: Any) -> Any:
        """Null and empty text mean that a field is not there: many tools write them so."""
        if not isinstance(given, dict):
            return given
        return {name: value for name, value in given.items() if value not in (None, "")}


class Location(_Part):
    """Where the person lives."""

    city: Word = ""


class Basics(_Part):
    """Who the person is and how to reach them."""

    name: Word = ""
    label: Word = ""
    email: Word = ""
    phone: Word = ""
    summary: Text = ""
    location: Location = Location()


class _Dated(_Part):
    start: Iso = Field("", alias="startDate", validate_default=False)
    end: Iso = Field("", alias="endDate", validate_default=False)


class Post(_Dated):
    """One post; an employment that goes on has no end."""

    name: Word = ""
    position: Word = ""
    summary: Text = ""
    highlights: list[Text] = Field(default_factory=list, max_length=60)


class Study(_Dated):
    """One school."""

    institution: Word = ""
    area: Word = ""
    study_type: Word = Field("", alias="studyType")
    courses: list[Word] = Field(default_factory=list, max_length=60)


class Undertaking(_Dated):
    """One project."""

    name: Word = ""
    description: Text = ""
    highlights: list[Text] = Field(default_factory=list, max_length=60)
    keywords: list[Word] = Field(default_factory=list, max_length=60)


class Ability(_Part):
    """One skill, or a group of them named in its keywords."""

    name: Word = ""
    level: Word = ""
    keywords: list[Word] = Field(default_factory=list, max_length=60)


class Paper(_Part):
    """One certificate."""

    name: Word = ""


class Tongue(_Part):
    """One spoken language."""

    language: Word = ""
    fluency: Word = ""


class JsonResume(_Part):
    """A whole document."""

    basics: Basics = Basics()
    work: list[Post] = Field(default_factory=list, max_length=60)
    education: list[Study] = Field(default_factory=list, max_length=30)
    projects: list[Undertaking] = Field(default_factory=list, max_length=60)
    skills: list[Ability] = Field(default_factory=list, max_length=120)
    certificates: list[Paper] = Field(default_factory=list, max_length=60)
    languages: list[Tongue] = Field(default_factory=list, max_length=30)

    @property
    def is_chinese(self) -> bool:
        """Whether it is written in Chinese, so that headings and words of degree are too."""
        return bool(re.search(r"[\u4e00-\u9fff]", self.model_dump_json()))


D = TypeVar("D", bound=_Dated)


def looks_like_one(content: bytes) -> bool:
    """Whether a file's bytes begin as a JSON Resume does."""
    start = content.removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith(b"{") and bool(_SIGN.search(start[:65_536]))


def parse(content: bytes) -> JsonResume:
    """Check a document.

    Parameters
    ----------
    content : JSON in UTF-8, at most 256 KiB.

    Returns
    -------
    The fields that state something we keep.

    Raises
    ------
    JsonResumeInvalid : with path, the first place that cannot be taken, and why.
    """
    if len(content) > MAX_BYTES:
        raise JsonResumeInvalid(path="$", why=f"more than {MAX_BYTES} bytes")
    try:
        plain = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise JsonResumeInvalid(path="$", why="not JSON") from error
    try:
        document = JsonResume.model_validate(plain)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        raise JsonResumeInvalid(path=_path(first["loc"]), why=first["msg"]) from error
    for section in ("work", "education", "projects"):
        _check_order(section, getattr(document, section))
    return document


def _path(place: tuple[int | str, ...]) -> str:
    return "$" + "".join(f"[{x}]" if isinstance(x, int) else f".{x}" for x in place)


def _check_order(section: str, entries: list[D]) -> None:
    for number, entry in enumerate(entries):
        shared = min(len(entry.start), len(entry.end))
        if entry.end[:shared] < entry.start[:shared]:
            raise JsonResumeInvalid(path=f"$.{section}[{number}].endDate", why="before startDate")
