"""Values behind their labels: 单位:新东方, Position: Chef, 专业:会计."""

import re
from collections.abc import Iterator

from chalicelib.screening.resume.tagger import DEPARTMENT, EMPLOYER, MAJOR, SCHOOL, TITLE, Tagged

_LABELS = {
    EMPLOYER: r"(?:任职|就职|所在|工作|服务|实习|雇主)?(?:公司|单位|企业|机构|店铺|雇主)(?:名称|"
    r"全称)?|"
    r"employer|company(?: name)?|organi[sz]ation",
    TITLE: r"(?:担任|任职|所任|工作)?(?:职位|职务|岗位|职称)(?:名称)?|position|job title|title|"
    r"role|designation",
    DEPARTMENT: r"(?:所属|所在|任职)?部门(?:名称)?|department|team",
    SCHOOL: r"(?:毕业|就读)?(?:院校|学校)(?:名称)?|school|university|institution|college",
    MAJOR: r"(?:所学|主修|就读)?专业(?:名称)?|科系|系所|major|field of study|specialization|"
    r"subject",
}
#: Labels of what else stands in heads; their values are none of the above.
BESIDE = "BESIDE"
_LABELS[BESIDE] = (
    r"(?:所属|公司|企业|单位)?(?:行业|性质|规模|类型)|工作地点|(?:税前)?(?:月薪|薪资|薪水)|"
    r"汇报对象|下属人数|"
    r"离职原因|证明人|industry|company size|reports? to|location|reason for leaving"
)
_LABELLED = re.compile(
    r"(?:^|(?<=[\s|,;/•·(]))(?:" + "|".join(f"(?P<{k}>{v})" for k, v in _LABELS.items()) + r")"
    r"(?P<cut>\s*[::]\s*|\s{2,})(?P<value>[^|;•\t::]+?)(?=\s{2,}|\s*[|;•\t]|"
    r"\s+[\u4e00-\u9fffA-Za-z]{2,12}\s*[::]|$)",
    re.IGNORECASE,
)
_MOST_CHARACTERS, _WHOLE_LABEL = 60, 4


def kind_of_label(text: str) -> str | None:
    """Which kind of value a line that is a label alone announces for the line below it."""
    core = text.strip(": ")
    return next((k for k, v in _LABELS.items() if re.fullmatch(v, core, re.IGNORECASE)), None)


def behind_labels(text: str) -> Iterator[Tagged]:
    """List the values that stand behind labels of employers, titles, schools and majors."""
    for match in _LABELLED.finditer(text):
        value = match["value"].strip()
        # Without a colon only a whole label counts: 所属行业   零售, not 公司   职位   时间.
        label = match.group().split()[0]
        sure = match["cut"].strip() or (len(label) >= _WHOLE_LABEL and not label.isascii())
        if sure and value and len(value) <= _MOST_CHARACTERS and match.lastgroup:
            kind = next(name for name in _LABELS if match[name] is not None)
            start = match.start("value")
            yield Tagged(kind, start, start + len(match["value"].rstrip()))
