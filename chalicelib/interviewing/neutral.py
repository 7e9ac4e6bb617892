"""Wording without who and where: names, gender words and cities are levelled before reading.

Only what the rating model reads is levelled; quotes are always the answer's own words. He and she,
titles (王阿姨), kin, listed given names and cities, and a name behind 我叫 or "my name is" become
alike. A full name elsewhere, or one that no list holds, stays and may move a rating a little.
"""

import re
from functools import lru_cache

PERSON, PLACE = "某人", "某地"
PERSON_EN, PLACE_EN = "person", "place"

_CITIES = (
    "北京|上海|天津|重庆|广州|深圳|杭州|南京|苏州|成都|武汉|西安|郑州|长沙|青岛|济南|大连|沈阳|哈尔滨|长春|"
    "合肥|福州|厦门|南昌|昆明|贵阳|南宁|海口|太原|石家庄|兰州|银川|西宁|乌鲁木齐|呼和浩特|拉萨|无锡|宁波|"
    "温州|东莞|佛山|珠海|惠州|中山|绵阳|邯郸|洛阳|烟台|徐州|常州|南通|扬州|绍兴|嘉兴|金华|台州|泉州|"
    "潍坊|临沂|保定|唐山|襄阳|宜昌|株洲|衡阳|桂林|柳州|遵义|大理|丽江|三亚|咸阳|包头|鞍山|吉林|大庆|"
    "香港|澳门|台北|高雄|台中|新竹"
)
_CITY_ZH = re.compile(rf"(?:{_CITIES})市?")
_CITY_EN = re.compile(
    r"\b(?:london|leeds|manchester|birmingham|liverpool|bristol|glasgow|edinburgh|cardiff|dublin|"
    r"cork|belfast|sheffield|newcastle|nottingham|new york|los angeles|chicago|houston|boston|"
    r"seattle|austin|dallas|denver|atlanta|miami|phoenix|philadelphia|san francisco|san diego|"
    r"toronto|vancouver|sydney|melbourne|brisbane|perth|auckland|lagos|abuja|nairobi|accra|"
    r"johannesburg|cape town|mumbai|delhi|bangalore|bengaluru|chennai|hyderabad|pune|kolkata|"
    r"singapore|kuala lumpur|manila|jakarta|hong kong|shanghai|beijing|shenzhen|guangzhou|"
    r"hangzhou|chengdu|wuhan|tokyo|paris|berlin|madrid|dubai)\b",
    re.IGNORECASE,
)
_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶"
    "阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
_CALLED_ZH = re.compile(
    rf"(?:[老小阿]?[{_SURNAMES}](?:先生|女士|小姐|太太|阿姨|叔叔?|伯伯?|奶奶|爷爷|大爷|大妈|大姐|大哥|"
    rf"姐|哥|总|工|老师|师傅|店长|经理|主管|老板)|[老小阿][{_SURNAMES}](?![\u4e00-\u9fff]?店))"
)
_OWN_NAME_ZH = re.compile(
    r"(?P<lead>我叫|我是|名叫|叫做|我的名字(?:叫|是))"
    rf"[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}(?=[，。,. 、]|$)"
)
_OWN_NAME_EN = re.compile(
    r"(?P<lead>\b(?i:my name is|my name's|i'm called|call me))\s+[A-Za-z'-]+(?:\s+[A-Z][a-z'-]+)?"
)
_KIN_ZH = re.compile(
    r"大爷|大妈|大叔|大婶|阿姨|叔叔|伯伯|奶奶|爷爷|大姐|大哥|先生|女士|小姐|太太|小伙子?|小姑娘|姑娘|"
    r"男的|女的|男孩|女孩|男生|女生|妈妈|爸爸|母亲|父亲|老公|老婆|丈夫|妻子"
)
_HE_ZH = re.compile(r"[她它]")
_GENDER_EN = (
    (re.compile(r"\b(?:he|she)\b", re.IGNORECASE), "they"),
    (re.compile(r"\b(?:his|hers?|him)\b", re.IGNORECASE), "their"),
    (re.compile(r"\b(?:himself|herself)\b", re.IGNORECASE), "themselves"),
    (re.compile(r"\b(?:mr|mrs|ms|miss|sir|madam)\b\.?(?:\s+[A-Z][a-z]+)?"), PERSON_EN),
    (re.compile(r"\b(?:Mr|Mrs|Ms|Miss)\b\.?\s+[A-Z][a-z]+"), PERSON_EN),
    (
        re.compile(
            r"\b(?:man|woman|guy|lady|gentleman|chap|bloke|boy|girl|lad|lass|mum|mom|dad|mother|"
            r"father|husband|wife|son|daughter|brother|sister|uncle|aunt)\b",
            re.IGNORECASE,
        ),
        PERSON_EN,
    ),
)
_GIVEN_EN = re.compile(
    r"\b(?:John|James|Robert|Michael|William|David|Richard|Joseph|Thomas|Daniel|Matthew|Mark|Paul|"
    r"Andrew|Kevin|Brian|George|Peter|Jack|Tom|Ben|Sam|Alex|Chris|Steve|Dave|Mike|Rob|Liam|Noah|"
    r"Mary|Patricia|Jennifer|Linda|Elizabeth|Barbara|Susan|Jessica|Sarah|Karen|Lisa|Nancy|Emily|"
    r"Emma|Anna|Laura|Rachel|Kate|Amy|Julie|Helen|Olivia|Sophie|Grace|Maria|Priya|Aisha|Fatima|"
    r"Raj|Amit|Ravi|Arjun|Wei|Ming|Li|Chen|Ahmed|Mohammed|Chidi|Ngozi|Kwame|Siobhan|Sean)\b"
    r"(?:\s+[A-Z][a-z]+)?"
)

#: Stands for each letter of what is masked.
MASK = "某"
_MASKED = (
    _CITY_ZH, _OWN_NAME_ZH, _CALLED_ZH, _KIN_ZH, _OWN_NAME_EN, _GIVEN_EN,
    *(pattern for pattern, _ in _GENDER_EN), _CITY_EN,
)  # fmt: skip


@lru_cache(maxsize=8192)
def level(text: str) -> str:
    """The text with persons, genders and cities made alike.

    Parameters
    ----------
    text : str
        A clause as it was said or typed.

    Returns
    -------
    str
        Lower case; not for quoting, its offsets are not the answer's.
    """
    text = _CITY_ZH.sub(PLACE, text)
    text = _OWN_NAME_ZH.sub(rf"\g<lead>{PERSON}", text)
    text = _CALLED_ZH.sub(PERSON, text)
    text = _KIN_ZH.sub(PERSON, text)
    text = _HE_ZH.sub("他", text)
    if not text.isascii() and not re.search(r"[A-Za-z]{3}", text):
        return text.lower()
    text = _OWN_NAME_EN.sub(rf"\g<lead> {PERSON_EN}", text)
    text = _GIVEN_EN.sub(PERSON_EN, text)
    for pattern, word in _GENDER_EN:
        text = pattern.sub(word, text)
    return _CITY_EN.sub(PLACE_EN, text).lower()


def mask(text: str) -> str:
    """The text, as long as it was, with every letter of persons, genders and cities made alike."""
    for pattern in _MASKED:
        text = pattern.sub(_masked, text)
    return _HE_ZH.sub("他", text)


def _masked(match: re.Match[str]) -> str:
    lead = match.groupdict().get("lead") or ""
    return lead + MASK * (len(match.group()) - len(lead))
