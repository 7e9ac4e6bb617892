"""Traditional characters are matched as their simplified ones; what is quoted stays as written."""

from functools import cache


@cache
def _table() -> dict[int, str]:
    from opencc import OpenCC

    cjk = [chr(code) for code in range(0x4E00, 0xA000)]
    simple = OpenCC("t2s").convert("\n".join(cjk)).split("\n")
    return {ord(a): b for a, b in zip(cjk, simple, strict=True) if a != b and len(b) == 1}


def simplified(text: str) -> str:
    """Give a text in simplified characters, each in the place of the one it stands for."""
    return text if text.isascii() else text.translate(_table())
