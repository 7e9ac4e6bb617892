"""Lines that tell what was done, and lines that head an entry."""

import re

from chalicelib.screening.resume.rows import HEADER_ROW
from chalicelib.screening.resume.sections import BULLET

_MOST_HEAD_CHARACTERS = 60
_MOST_ENGLISH_CHARACTERS = 100
_CHINESE_PROSE = re.compile(
    r"[。;!,]|^\W*(?:\d+[.、)])?\s*(?:负责|协助|配合|主持|参与|完成|从零|编写|推[动进]|接手|承担|"
    r"优化|组织|带领|"
    r"支持|制定|建立|维护|处理|牵头|独立|曾|将|通过|使用|基于|获|在.+(?:期间|中)|工作(?:内容|"
    r"职责|描述|业绩)|主要)"
    r"|\d\s*(?:余|多)?(?:套|个(?!月)|名|份|篇|次|项|家|人|场|台|条|位|%|万|千|倍|元|小时|天)"
)
_ENGLISH_PROSE = re.compile(
    r"[;!]|[a-z]{3,}\.\s*$|[a-z]{2,}\. [A-Z]|^\W*(?:[A-Za-z]*(?:ed|ing)|Led|Ran|Built|Wrote|"
    r"Rewrote|Grew|Cut|Set|"
    r"Won|Taught|Took|Made|Held|Kept|Drove|Sold|Met|Gave|Brought|Oversaw|Lowered) (?:[a-z]|\d)"
)


def is_head(text: str) -> bool:
    """Whether a line may be the head of an entry: short, no bullet, no sentence."""
    if BULLET.match(text) and not re.match(r"^\s*\(?\d{1,2}[.、)]", text):
        return False
    chinese = len(re.findall(r"[\u3400-\u9fff]", text)) * 3 > len(text)
    prose = _CHINESE_PROSE if chinese else _ENGLISH_PROSE
    most = _MOST_HEAD_CHARACTERS if chinese else _MOST_ENGLISH_CHARACTERS
    return len(text) <= most and not prose.search(text) and not HEADER_ROW.match(text)
