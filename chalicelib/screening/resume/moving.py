"""Whether somebody says that they would move to where the work is; travelling is no moving."""

import re
from collections.abc import Iterable

from chalicelib.screening.facts import Relocation
from chalicelib.screening.resume.sections import Passage

_MOVE = r"(?:异地|外地|外省|外派|外驻|驻外|派驻|调动|搬迁|轮调|外县市|跨城|跨省|其他城市|别的城市)"
_WILLING = re.compile(
    r"(?:可|能够?|愿意?|可以|愿意|接受|同意|服从|适应)(?:服从|接受|去|到|赴|派)*(?:公司)?(?:长期|"
    r"短期|国内|海外)*"
    rf"(?:{_MOVE}|全国)(?:工作|常驻|发展|就业|安排)?|接受派驻|{_MOVE}(?:工作|包吃住)?(?:也可以?|"
    rf"也行|也去|都可以?|均可|也能去)|"
    r"服从(?:公司|组织)?(?:的)?(?:统一)?(?:调剂|分配|安排|调配|外派|调动)(?!\s*[::]?\s*[否不])|"
    rf"(?:服从|接受|是否|能否|可否)\S{{0,6}}(?:调配|调剂|分配|{_MOVE})(?:工作|安排)?\s*[::]?\s*"
    r"(?:是|能|可|愿意|接受|✓|√)|"
    r"全国(?:各地)?(?:范围)?(?:内)?(?:均可|皆可|都行|都可以?|可|调配|不限)|(?:地点|城市|地区|"
    r"地域)(?:都|均)?不限|不限(?:地点|城市|地区|地域)|"
    r"哪里都(?:行|可以|去)|去哪(?:里|儿)?都(?:行|可以)|可\s*relocat\w+|"
    r"(?:willing|open|able|happy|prepared|ready|keen|glad|like|free) to (?:be )?"
    r"(?:re-?locat\w+|mov(?:e|ing)|work anywhere|deployed)\b(?! to (?-i:[A-Z]))|"
    r"(?:will|would|can|could) relocate\b(?! to (?-i:[A-Z]))|"
    r"relocation\s*[::?\-–—]*\s*(?:yes|possible|ok|okay|fine|open|considered|welcome)|"
    r"(?:open|available) (?:to|for) relocation|flexible (?:on|about|as to|with) location|"
    r"relocate (?:outside|away)[^?]{0,40}\?\s*yes",
    re.IGNORECASE,
)
_UNWILLING = re.compile(
    r"不(?:可|能够?|接受|考虑|愿意?|想|方便|打算|会|服从)(?:去|到|赴|接受)*(?:长期|短期)*"
    rf"(?:{_MOVE})|不(?:打算|想|愿意?|会|能|考虑)(?:离开(?!现岗|现单|现公|目前|当前|原|岗|公司|单位)|换城市)|{_MOVE}(?:的)?(?:工作)?(?:勿扰|"
    rf"不考虑|不去|免谈|不接受)|"
    rf"(?:服从|接受|是否|能否|可否)\S{{0,6}}(?:调配|调剂|分配|{_MOVE})(?:工作|"
    rf"安排)?\s*[::]?\s*(?:否|不)|"
    r"\b(?:not|n't|cannot|never|unable|unwilling|reluctant|no longer)\b[^.;,]{0,18}?"
    r"\b(?:relocat\w+|mov(?:e|ing)\b)|n't (?:relocate|move)\b|(?<!\w)(?:no|without) relocation|"
    r"relocation\s*[::?\-–—]*\s*(?:no\b|not|none)|rather not (?:relocate|move)|"
    r"(?:need|have|want) to stay (?:in|near|around)",
    re.IGNORECASE,
)


#: Lines without any of these say nothing of it.
_HINTS = re.compile(
    r"[异外派调搬轮跨]|全国|不限|哪里|哪儿|离开|分配|服从|其他|别的|relocat|re-locat|mov[ei]|"
    r"deployed|anywhere|"
    r"location|\bstay\b",
    re.IGNORECASE,
)


def find_relocation(found: Iterable[Passage]) -> Relocation | None:
    """Find whether the person says they would move; None where nothing is said."""
    for passage in found:
        if not _HINTS.search(passage.text):
            continue
        for willing, pattern in ((False, _UNWILLING), (True, _WILLING)):
            match = pattern.search(passage.text)
            if match:
                return Relocation(willing, passage.quote(*match.span()))
    return None
