"""Headings: the words by which résumés name their parts."""

import re
from functools import lru_cache

from chalicelib.screening.document import Emphasis
from chalicelib.screening.resume.lexicon import HEADINGS

_SECTION_OF = {word: section for section, words in HEADINGS.items() for word in words}
_EDGES = re.compile(
    r"^[\W_]*(?:(?:[一二三四五六七八九十]+|[ivxIVX]{1,4}|[A-H]|"
    r"\d{1,2})\s*[、.)):])?[\W_]*(?:\d{1,2}\s+)?"
    r"|[\W_]+$"
)
_SPACED = re.compile(r"(?:\S\s+){3,}\S")
#: Where a heading that the word list lacks belongs: its key word, and a closing word of headings.
_CHINESE_KEYS = (
    ("internship", "实习|见习"),
    ("project", "项目|专案|课题|科研|作品"),
    ("awards", "获奖|荣誉|奖项|奖励|奖惩|表彰|得奖|殊荣|奖学金|成就"),
    ("activities", "校园|社团|学生|在校|校内|实践|志愿|志工|义工|公益|干部|课外"),
    ("references", "推荐人|证明人|联系人|咨询人"),
    ("education", "教育|学历|求学|学业|就读|院校|受教|学术|学习|读书|学校"),
    ("certificates", "证书|资质|资格|执照|持证|认证|证照|执业"),
    ("languages", "语言|语文|外语|英语|语种"),
    ("skills", "技能|技术|专长|特长|擅长|工具|软件|本领|能力|专业|才能|技艺"),
    ("objective", "意向|期望|应聘|求职|应征|希望"),
    ("work", "工作|任职|从业|履历|就业|职场|上班|岗位|打工|受雇|雇佣|经历|经验|职涯"),
    (
        "summary",
        "评价|鉴定|优势|总结|自我|素质|性格|特点|自述|自荐|关于我|描述|介绍|亮点|简介|画像|概况|小结",
    ),
    ("work", "职业|事业"),
    ("contact", "信息|基本|联系|联络|资料"),
    ("courses", "课程|培训|进修|研修"),
    ("other", "兴趣|爱好|其他|其它|附加|补充|备注|论文|专利|出版|著作|成果"),
)
_CHINESE_END = (
    "经历|经验|履历|背景|情况|信息|历程|生涯|概况|概述|概览|回顾|技能|能力|特长|专长|证书|资质|资格|"
    "评价|优势|总结|意向|荣誉|奖项|水平|简介|清单|列表|标签|一览|足迹|历史|资料|方式|爱好|简历|栈|证明人|"
    "工具|介绍|课程|培训|掌握|奖励|轨迹|资历|学历|实践|活动|期望|工作|实习|亮点|画像|成果|业绩|推荐|"
    "之路|旅程|记录|说明|证照|执照|专利|论文|项目|专案|联系人|目标|职务|经过|见习|小结|分享|表彰|作品|著作|"
    "阅历|鉴定|素质|特点|认证|程度|等级|运用|生活|说明|奖学金|成就|我的教育|所受教育|接受教育"
)
#: Labels inside an entry: 工作内容, 项目描述.
_LABELS = re.compile(
    r"(?:内容|职责|描述|业绩|成果|成绩|收获|环境|要点|名称|时间|地点|角色|架构|.的(?:个人)?(?:简历|履历)表?)$"
)
_PEOPLE = re.compile(
    r"(?:经理|工程师|专员|主管|总监|员|师|助理|(?<![专特])长|生|代表|顾问|大学|学院)$"
)
#: 护士执业资格证书 is one; 职业资格证书 heads a list of them.
_IS_CERTIFICATE = re.compile(
    r"(?!(?:职业|专业|执业|从业|个人|相关|技能|所?获得?|已|持有?|我|主要|其他|语言|资格|资质|证|荣誉|"
    r"培训|取得|拥有|职称|行业|工作|技术|岗位|等级|英语|外语|学历|学习|[和与及、/&]))[\u4e00-\u9fff]{2,8}"
    r"(?:资格|执业|从业|操作|上岗)证书?"
)
_CHINESE = re.compile(r"^[\u4e00-\u9fff、和与及/&|·]{2,10}$")
_CLOSES = re.compile(rf"(?:{_CHINESE_END})$")
_ENGLISH_KEYS = (
    ("internship", r"internships?|(?:work )?placements?|industrial training"),
    ("skills", r"skills? (?:summary|overview|profile|matrix)"),
    ("project", r"projects? (?:\w+)"),
    ("education", r"academics? \w+"),
    (
        "summary",
        r"(?<!employment )(?<!work )summary|profile|about(?: me)?|who i am|overview|statement|"
        r"introduction|bio|highlights",
    ),
    ("objective", r"objectives?|position sought|goals?"),
    ("project", r"projects?|portfolio|research"),
    (
        "certificates",
        r"certifi\w+|licen[cs]\w+|credentials|accreditations?|professional qualifications",
    ),
    (
        "education",
        r"education(?:al)?(?: background| history| qualifications?| details)?|academics?(?: \w+)?|"
        r"schooling|studies|qualifications|degrees?",
    ),
    ("languages", r"(?<!programming )languages?(?: skills| proficiency)?"),
    (
        "skills",
        r"skills?(?: ?set)?|competenc\w+|expertise|(?:^|(?:tools|core|key|technical|main|"
        r"languages|skills|and|other) )technolog\w+|tools?|tool ?box|proficienc\w+|"
        r"programming languages|tech(?:nical)? stack|strengths|abilities|know-how|capabilities|"
        r"what i (?:can )?do",
    ),
    (
        "activities",
        r"activit\w+|volunteer\w*(?: experience| work)?|leadership|extracurriculars?|"
        r"community (?:service|involvement)|societ(?:y|ies)",
    ),
    (
        "work",
        r"experiences?|employment(?: \w+)?|career(?: \w+)?|work(?:ing)?(?: \w+)?|"
        r"jobs?(?: history| experience)?|"
        r"professional (?:background|history|record|journey)|positions held|appointments|"
        r"where i(?:'|’)?(?: ha)?ve worked",
    ),
    (
        "awards",
        r"awards?|honou?rs|achievements|recognitions?|scholarships?|distinctions?|accolades",
    ),
    ("references", r"referees?|references?"),
    ("courses", r"courses?|coursework|training"),
    ("other", r"interests?|hobbies|publications?|patents?|additional(?: \w+)?|miscellaneous|other"),
    ("contact", r"contacts?(?: \w+)?|personal (?:details|information|data)|details"),
)
_ENGLISH = tuple(
    (section, re.compile(rf"(?:^|\s)(?:{words})$", re.IGNORECASE))
    for section, words in _ENGLISH_KEYS
)
_NAMES_A_HOUSE = re.compile(
    r"\b(?:University|College|Institute|Academy|Ltd|Inc|LLC|Group|GmbH|PLC|Co|Corp)\b"
)
_MOST_CHARACTERS = 44
_MOST_WORDS = 5


def section_of(text: str, emphasis: Emphasis = Emphasis.PLAIN) -> str | None:
    """Name the section that a heading opens, or None for a line that is no heading.

    Parameters
    ----------
    text : the line, in simplified characters.
    emphasis : how it stands out; a line that does may be worded more freely.
    """
    if len(text) > _MOST_CHARACTERS:
        return None
    return _section_of(text, emphasis >= Emphasis.STRONG)


@lru_cache(maxsize=4096)
def _section_of(text: str, stands_out: bool) -> str | None:
    core = _EDGES.sub("", text).strip()
    if not core or (":" in text.rstrip(": ") and "】" not in text):
        return None
    if _SPACED.fullmatch(core):
        core = re.sub(r"\s+", "", core)
    known = _SECTION_OF.get(core.lower()) or _SECTION_OF.get(core.lower().replace(" ", ""))
    if known or re.search(r"\d", core):
        return known
    chinese = "".join(re.findall(r"[\u4e00-\u9fff、和与及/&|·]", core)).strip("、/&|·")
    english = re.sub(r"[^A-Za-z&/,'’ +-]", " ", core).strip(" &/|-,")
    if chinese and english:  # 教育背景 Education: both halves are headings
        return _chinese(chinese, stands_out) if _english(english, True) else None
    return _chinese(core, stands_out) if chinese else _english(english, stands_out)


def _chinese(core: str, stands_out: bool) -> str | None:
    core = core.replace(" ", "")
    if core in _SECTION_OF:
        return _SECTION_OF[core]
    if (
        not _CHINESE.match(core)
        or _IS_CERTIFICATE.fullmatch(core)
        or _LABELS.search(core)
        or _PEOPLE.search(core)
    ):
        return None
    if not stands_out and not _CLOSES.search(core):
        return None
    if stands_out and len(core) > 6 and not _CLOSES.search(core):
        return None
    first = re.split(r"[、和与及/&|·]", core)[0]
    for part in (first, core):
        for section, words in _CHINESE_KEYS:
            if re.search(words, part) and (_CLOSES.search(core) or (len(core) <= 4 and stands_out)):
                return section
    return None


def _english(core: str, stands_out: bool) -> str | None:
    words = core.split()
    if _NAMES_A_HOUSE.search(core):
        return None
    if not words or len(words) > _MOST_WORDS + 2 * stands_out or "." in core:
        return None
    cased = core.isupper() or all(w[0].isupper() or len(w) <= 4 for w in words if w[0].isalpha())
    if not (cased or stands_out or len(words) == 1):
        return None
    first = re.split(r"\s*(?:\band\b|&|/|,|\+)\s*", core, flags=re.IGNORECASE)[0].strip()
    for part in (first, core):
        for section, pattern in _ENGLISH:
            if part and pattern.search(part):
                return section
    return None
