"""The items of a list of skills, by its separators alone: what no list of words holds."""

import re

from chalicelib.screening import taxonomy
from chalicelib.screening.resume.lexicon import DENIALS, LEVEL_WORDS
from chalicelib.screening.resume.sections import BULLET

_LABEL = re.compile(r"^[^::,、]{1,16}[::]\s*")
_PIECE = re.compile(r"[^,、;;|•·/\t。]+?(?=\s{2,}|[,、;;|•·/\t。]|$)")
_LEVELS = "|".join(sorted(map(re.escape, LEVEL_WORDS), key=len, reverse=True))
#: Words of degree, stars and shares that surround an item: 熟练使用X, X(熟悉), X ★★★, X 90%.
_AROUND = re.compile(
    rf"^(?:(?:能够?|可以|会|具备|持有|有|较)?(?:熟练地|{_LEVELS})(?:使用|运用|应用|操作|编写|"
    rf"掌握|\s+(?:in|with|of|using)\b)?|"
    r"使用|会使用|会用|会|能使用|掌握|接触过|用过|具备|具有|拥有|(?:(?:proficient|comfortable|"
    r"familiar|experienced?|skilled|"
    r"competent|fluent) (?:in|with|using)|(?:(?:strong|good|solid|working|basic|excellent) )?"
    r"(?:command|knowledge|understanding|grasp) of|hands-on(?: experience)?(?: with)?|basic|"
    r"advanced|"
    r"strong|solid)(?=\s))\s*"
    rf"|\s*(?:[-–—(\[:]*\s*(?:{_LEVELS})(?:使用|程度|掌握|水平)?\s*[)\]]?|[★☆●○■□▮▯█░*]+|"
    r"\(?\d{1,3}\s*%\)?|\(?\d+(?:\.\d)?\s*(?:年|years?|yrs?)(?:经验)?\)?|等级?|\d/\d+|"
    r"(?:的)?(?:相关|专业)?方面(?:的)?(?:知识|技能)?|的(?:基本|常用|常见|一般)?(?:用法|使用|操作|"
    r"原理|应用)|(?:的)?(?:使用|工作|实际|相关)?经验|等(?:工具|软件|"
    r"框架|技术|技能)|with daily use|"
    r"\((?:strong|basic|good)[^)]*\))\s*$",
    re.IGNORECASE,
)
#: What denies an item; the skill finder sees it in the same clause and marks the item as denied.
_DENIED = re.compile(
    rf"^(?:对)?(?:{'|'.join(sorted(map(re.escape, DENIALS), key=len, reverse=True))})\s*"
    r"|(?:不太?|并不|尚不|不是很)(?:熟悉|熟练|了解|精通|会|懂)\s*$|\s+yet\s*$|^对(?=.+(?:不|未|"
    r"没))|^无(?=.{1,14}经验)",
    re.IGNORECASE,
)
_NO_SKILL = re.compile(
    r"[能力心]强$|能力$|沟通|责任|团队|抗压|学习|认真|细心|耐心|吃苦|性格|态度|精神|意识|"
    r"经验丰富|良好|优秀|"
    r"^(?:有|可|能|并|且|曾|如|包括|其中|用于|通过|进行|负责|完成)|[。!?]|不|没|未|年以上|公司|"
    r"证书?$|^\d+$|^[\W_]+$|communication|team ?work|hard-?working|\bavailab|remote|"
    r"problem[- ]solving|time management|attention|learner|motivated|reliable|interpersonal|"
    r"\b(?:no|not|never|without|years?|and|etc)\b|^[\d\s./~年月个至–—-]+$|^(?:技能名称|技能|称谓|"
    r"姓名|生日|职位|起止时间|"
    r"所学专业|在职时间|现居城市|手机号|电话|公司|学校|专业|学历|补充|其他|年限|程度|熟练度|级别|"
    r"等级|学位|时间|经验|"
    r"技能|名称|水平)$|普通话|英语|日语|韩语|法语|德语|粤语|^等$",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\s*[和与及或]\s*|\s+(?:and|or|&|as well as)\s+")
_MOST_CHINESE, _MOST_WORDS, _FEWEST_JOINED = 12, 4, 3
_MOST_ENGLISH_CHARACTERS = 44


def list_items(text: str) -> list[tuple[int, int]]:
    """List (start, end) of the items of a line that is a list; empty for sentences.

    An item is at most 12 Chinese characters or 4 words, without its words of degree.
    """
    begin = 0
    for pattern in (BULLET, _LABEL):
        match = pattern.match(text[begin:])
        begin += match.end() if match else 0
    found: list[tuple[int, int]] = []
    pieces = [m for m in _PIECE.finditer(text, begin) if m.group().strip(" ()-–—")]
    short = [m for m in pieces if _is_short(m.group().strip())]
    if len(short) * 3 < len(pieces) * 2:
        return []
    for piece in pieces:
        for start, end in parted(text, piece.start(), piece.end()):
            if is_item(text[start:end]):
                found.append((start, end))
    return found


def _is_short(text: str) -> bool:
    return len(text) <= (_MOST_ENGLISH_CHARACTERS if text.isascii() else _MOST_CHINESE + 6)


def parted(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Two names joined by a word: MySQL和Redis, budgeting and forecasting; 设计与开发 is one."""
    start, end = core(text, start, end)
    own = text[start:end]
    if taxonomy.canonical(own.strip().lower()) != own.strip().lower():
        return [(start, end)]
    for joint in _JOINT.finditer(own):
        left, right = (start, start + joint.start()), (start + joint.end(), end)
        if all(_is_whole(text[s:e]) for s, e in (left, right)):
            return [core(text, *left), *parted(text, *right)]
    return [(start, end)]


def _is_whole(text: str) -> bool:
    return len(text.strip()) >= _FEWEST_JOINED or text.strip().isascii()


def core(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave bullets, words of degree, stars and shares off both ends of an item."""
    for _ in range(4):
        own = text[start:end]
        start += len(own) - len(own.lstrip(" -–—·*>◆●■▪•○□✓☆★("))
        end -= len(own) - len(own.rstrip(" -–—·*."))
        around = (m for p in (_DENIED, _AROUND) for m in p.finditer(text[start:end]))
        match = next((m for m in around if m.group().strip()), None)
        if match is None:
            break
        start, end = (
            (start + match.end(), end) if match.start() == 0 else (start, start + match.start())
        )
    return start, end


def is_item(text: str) -> bool:
    """Whether a text may name a skill: short, no sentence, no soft skill, language or place."""
    if text.lower() in taxonomy.cities().forms or text.lower() in taxonomy.languages().forms:
        return False
    if len(text) < 2 or _NO_SKILL.search(text) or text.count("(") != text.count(")"):
        return False
    if re.search(r"[\u4e00-\u9fff]", text):
        return len(text) <= _MOST_CHINESE
    return len(text.split()) <= _MOST_WORDS
