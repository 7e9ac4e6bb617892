"""Words of a list found in a text, longest first, without trying each word at each place."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

_JOINS = frozenset("+#")


class Lookup:
    """Finds which of many words stand in a text.

    Latin words must not touch other letters or digits, C must not be the C of C++; Chinese words
    may stand anywhere.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._by_start: dict[str, list[str]] = defaultdict(list)
        for word in sorted(set(words), key=lambda w: (-len(w), w)):
            if word:
                self._by_start[word[:2]].append(word)

    def find(self, text: str) -> Iterator[tuple[str, int, int]]:
        """List (word, start, end) from left to right, none overlapping; text in lower case."""
        by_start, at, size = self._by_start, 0, len(text)
        while at < size:
            two = text[at : at + 2]
            match = self._match(text, at, by_start[two]) if two in by_start else None
            if match is None and two[:1] in by_start:
                match = self._match(text, at, by_start[two[:1]])
            if match is None:
                at += 1
            else:
                yield match, at, at + len(match)
                at += len(match)

    @staticmethod
    def _match(text: str, at: int, words: list[str]) -> str | None:
        for word in words:
            if text.startswith(word, at) and stands_alone(text, at, at + len(word)):
                return word
        return None


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether the characters start to end are a word of their own, not a part of a longer one."""
    if (
        _is_latin(text[start])
        and start
        and (_is_latin(text[start - 1]) or text[start - 1] in "@/_")
    ):
        return text[start - 1] == "/" and _is_list_slash(text, start - 1)
    if not _is_latin(text[end - 1]) and text[end - 1] not in _JOINS:
        return True
    after = text[end : end + 2]
    if not after:
        return True
    if after[0] in _JOINS or (_is_latin(after[0]) and _is_latin(text[end - 1])):
        return False
    return not (after[0] in ".-_@" and len(after) > 1 and _is_latin(after[1]) and after[0] != "-")


def _is_latin(character: str) -> bool:
    return character.isalnum() and character < "\u2e80"


def _is_list_slash(text: str, at: int) -> bool:
    """Python/Java is a list; https://x/java is an address."""
    return at > 0 and text[at - 1] not in "/:" and "://" not in text[max(0, at - 60) : at]
