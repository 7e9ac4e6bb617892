"""Lines that hold several values side by side, cut at their gaps."""

import re

_LABEL = re.compile(
    r"^(?:学校|院校|毕业院校|专业|学历|学位|时间|公司(?:名称)?|单位|职位|岗位|职务|项目名称|"
    r"company|position|title|major|degree|project)\s*[::]\s*",
    re.IGNORECASE,
)
_LEAD = re.compile(r"^(?:\(?\d{1,2}[.、)](?!\d)\s*)?(?:(?:就职|任职|供职|服务|受雇|工作)于)?")
# The row of column names above a table.
HEADER_ROW = re.compile(
    r"^(?:(?:起止)?时间|任职(?:期间|时间)|公司(?:名称)?|学校|职位|专业|学历|岗位|dates?|company|title|school|degree)"
    r"(?:\s+\S{1,8}){1,4}$",
    re.IGNORECASE,
)

Token = tuple[int, int]


def tokens(text: str, taken: list[Token]) -> list[Token]:
    """Cut what is left of a line at bars, commas and gaps (at any blank when it is Chinese)."""
    masked = text
    for start, end in taken:
        masked = masked[:start] + "|" * (end - start) + masked[end:]
    single = r" " if re.search(r"[\u4e00-\u9fff]", text) else r" {2,}"
    cut = re.compile(rf"(?:(?!{single}|[|•\t]| [-–—@·] |, | at )[^|])+", re.IGNORECASE)
    spans = []
    for match in cut.finditer(masked):
        piece = match.group()
        core = piece.strip(" ,;:-–—·•()" if not re.search(r"\(.*\)", piece) else " ,;:-–—·•")
        if core:
            at = match.start() + piece.index(core)
            label = _LABEL.match(core) or _LEAD.match(core)
            begin = label.end() if label else 0
            if begin < len(core):
                spans.append((at + begin, at + len(core)))
    return spans
