"""Shapes that several areas share."""

import json
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints


class Taken(BaseModel):
    """What comes in: unknown fields are refused, so that a typing error is never silent."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)


class Given(BaseModel):
    """What goes out."""

    model_config = ConfigDict(from_attributes=True)


Slug = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$")]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
Email = Annotated[str, StringConstraints(pattern=r"^[^@\s]{1,64}@[^@\s]{1,190}$", max_length=254)]
Short = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Reason = Annotated[str, StringConstraints(min_length=2, max_length=2000)]


class Text2(BaseModel):
    """A text in both languages."""

    model_config = ConfigDict(extra="forbid")
    zh: Short
    en: Short


class Loose2(BaseModel):
    """A text in both languages that may still be empty."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)
    zh: str = Field("", max_length=600)
    en: str = Field("", max_length=600)

    @property
    def said(self) -> bool:
        """Whether anything stands in it."""
        return bool(self.zh or self.en)


#: Bytes of free-form data in one field: a DynamoDB item holds 400 kB in all.
MOST_BYTES = 60_000


def bounded(value: Any) -> Any:
    """Refuse free-form data that would not fit into a record."""
    if len(json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")) > MOST_BYTES:
        raise ValueError(f"more than {MOST_BYTES} bytes")
    return value


class Page(Taken):
    """Which part of a list."""

    limit: int = Field(50, ge=1, le=200, description="entries on a page")
    before: str = Field("", max_length=200, description="`next` of the page before")


class Accepted(Given):
    """The wish was carried out, or taken in."""

    done: bool = True
    id: str = ""


class SignedPost(Given):
    """A presigned POST: send `fields` and then the file as `file` to `url`."""

    url: str
    fields: dict[str, str]
    key_prefix: str
    max_bytes: int
    expires_in_seconds: int
