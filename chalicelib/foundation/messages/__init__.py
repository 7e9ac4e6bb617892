"""Every sentence a person can meet, in zh and en: one file an area, merged here.

`error.<code>` says what happened, `next.<code>` what to do; both may hold `{detail}` fields.
"""

import importlib
import pkgutil
from string import Formatter

LANGUAGES = ("zh", "en")


def _merge() -> dict[str, tuple[str, str]]:
    merged: dict[str, tuple[str, str]] = {}
    for area in pkgutil.iter_modules(__path__):
        sentences = importlib.import_module(f"{__name__}.{area.name}").MESSAGES
        twice = merged.keys() & sentences.keys()
        if twice:
            raise ValueError(f"messages.{area.name} repeats {sorted(twice)}")
        merged.update(sentences)
    return merged


MESSAGES = _merge()


class _Lenient(Formatter):
    def get_value(self, key: int | str, args: object, kwargs: object) -> object:
        return kwargs.get(key, "") if isinstance(kwargs, dict) else ""


def say(key: str, language: str, **fields: object) -> str:
    """The sentence of `key` in `language` ("zh" or "en"), its fields filled in."""
    pair = MESSAGES[key]
    return _Lenient().format(pair[LANGUAGES.index(language)], **fields)


def both(key: str, **fields: object) -> dict[str, str]:
    """The sentence of `key` in every language."""
    return {language: say(key, language, **fields) for language in LANGUAGES}
