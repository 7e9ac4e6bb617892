"""Where an answer names a person or a place: patterns only, in Chinese and in English.

A name inside a story is known by where it stands: behind a kind of person or a verb that takes
one (同事王丽说, 找李建国商量), capitalised where English has no other reason to be. What is missed
stays as it was said; what is taken by mistake costs a rating nothing but a word.
"""

import re

from chalicelib.foundation.places import city_names

SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶"
    "阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
_COMPOUND = "欧阳|司马|上官|诸葛|东方|皇甫|尉迟|司徒|慕容|令狐"
_TITLES = (
    "先生|女士|小姐|太太|阿姨|叔叔?|伯伯?|奶奶|爷爷|大爷|大妈|大姐|大哥|姐|哥|总|工|老师|师傅|"
    "店长|经理|主管|老板"
)
#: Behind these a name is likely; 们 and numbers before it are no hindrance.
_KINDS = (
    "同事|顾客|客户|客人|店员|导购|员工|同学|朋友|徒弟|新人|实习生|助理|邻居|领导|经理|主管|店长|组长|班长|室友|搭档|老客|"
    "师兄|师姐|师弟|师妹|学长|学姐|学弟|学妹|老师|老乡|会员|业主|家长|供应商|销售|司机|护士|医生"
)
_TAKES = "名叫|叫做|叫|找到|找|跟|和|让|请|帮|对|向|给|替|陪|是|问|由|与"
_THEN = (
    r"(?=说|问|讲|告诉|一起|一块|的|来|去|也|就|在|把|先|负责|商量|沟通|打|聊|发|提|要|想|是|他|她|都|当|帮|带|教|从|"
    r"给|做|走|没|不|很|主动|联系|介绍|反映|投诉|两|三|和|跟|[，。、；：！？,.;:!?\s]|$)"
)
#: Words that begin with a surname's character.
_NO_NAME = (
    "顾[客问虑]|方[法案便面式向]|高[兴峰管层价]|周[边围末期年一二三四五六日]|钱[包款]|金[额融]|白[天班色]|段时|万[一元]|"
    "江[苏西]|孙[子女]|黄[金色]|马上|常[常用见]|任[何务]|夏天|余[额下]|毛[利病]|龙头|董事|范[围本]|程[序度]|"
    "许[多可]|谢谢|曾经|何[时种]|郑重|韩国|于是|石[材头]|陈[列述]|罗列|林[业区]|雷[达同]|史料|易[错碎耗]|"
    "张[贴罗]|叶子|田[地间]|杜绝|汤品|姜|袁大|温度"
)
#: No given name begins or ends so, yet a verb or a noun behind a surname's character might.
_NOT_GIVEN = (
    "的了是在有我你他她们这那个些一不就都也很还要说问来去上下里外天年月日时钱边案便法面式向"
)
_GIVEN = rf"[^\W\da-zA-Z_{_NOT_GIVEN}]"

#: Cities that are another word in lower case; written with a capital they count as names.
_NO_CITY = {"reading", "bath", "nice", "mobile", "cork", "male", "split", "orange", "lima", "perth"}


def _any_of(names: set[str]) -> str:
    return "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name))))


CITY_ZH = re.compile(rf"(?:{_any_of({n for n in city_names() if re.match('[一-鿿]', n)})})市?")
CITY_EN = re.compile(
    rf"\b(?:{_any_of({n for n in city_names() if n.isascii() and len(n) > 3} - _NO_CITY)})\b",
    re.IGNORECASE,
)
CALLED_ZH = re.compile(
    rf"(?:[老小阿]?(?:{_COMPOUND}|[{SURNAMES}])(?:{_TITLES})|[老小阿][{SURNAMES}](?![\u4e00-\u9fff]?店))"
)
OWN_NAME_ZH = re.compile(
    rf"(?P<lead>我叫|我是|名叫|叫做|我的名字(?:叫|是))"
    rf"(?:{_COMPOUND}|[{SURNAMES}])[\u4e00-\u9fff]{{1,2}}(?=[，。,. 、]|$)"
)
NAMED_ZH = re.compile(
    rf"(?P<lead>{_KINDS}|{_TAKES})(?!{_NO_NAME})(?:{_COMPOUND}|[{SURNAMES}]){_GIVEN}{{1,2}}?{_THEN}"
)

_KEPT_EN = (
    "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|"
    "August|September|October|November|December|Christmas|Easter|Black|English|Excel|Word|PowerPoint|Outlook|"
    "Python|Django|Java|JavaScript|Postgres|Docker|Linux|Photoshop|Salesforce|Slack|Jira|Google|Six|Sigma"
)
OWN_NAME_EN = re.compile(
    r"(?P<lead>\b(?i:my name is|my name's|i'm called|call me)\s+)[A-Za-z'-]+(?:\s+[A-Z][a-z'-]+)?"
)
_CAPITAL = rf"(?!(?:{_KEPT_EN})s?\b|I\b|I')[A-Z][a-z]+(?:['-][A-Z][a-z]+)?"
#: Inside a sentence a capital stands for a name; at its beginning only what people do tells.
INSIDE_EN = re.compile(rf"(?<=[a-z0-9,;:\"'] ){_CAPITAL}(?:\s+{_CAPITAL}){{0,2}}")
_NOBODY = (
    "He|She|It|They|We|You|This|That|These|Those|There|Who|What|Which|One|Nobody|Everyone|Everybody|Someone|"
    "Somebody|Anyone|Customers?|Clients?|Management|Manager|Sales|Head|People|Staff|And|But|So|Then|The|My|Our|"
    "His|Her|Their|Its|A|An|In|On|At|After|Before|When|While|If|As|Because|Once|Now|Here|Not|No|Yes|Well|"
    "Nothing|Something|Everything|All|Both|Most|Some|Many|Half|Team|Work|Stock|Orders?|Returns?"
)
FIRST_EN = re.compile(
    rf"(?<![A-Za-z] )(?<![A-Za-z,;:] )\b(?!(?:{_NOBODY})\b){_CAPITAL}(?:\s+{_CAPITAL})?"
    r"(?='s\b|\s+(?:was|is|had|has|said|says|told|asked|asks|wanted|came|went|agreed|thought|knew|"
    r"did|didn't|wasn't|couldn't|kept|took|gave|showed|helped|called|rang|looked|felt|joined|left|"
    r"and I|from)\b)"
)
GIVEN_EN = re.compile(
    r"\b(?:john|james|robert|michael|william|david|richard|joseph|thomas|daniel|matthew|paul|"
    r"andrew|kevin|brian|george|peter|steve|dave|mike|liam|noah|mary|patricia|jennifer|linda|"
    r"elizabeth|barbara|susan|jessica|sarah|karen|lisa|nancy|emily|emma|anna|laura|rachel|kate|"
    r"amy|julie|helen|olivia|sophie|maria|priya|aisha|fatima|amit|ravi|arjun|ahmed|mohammed|"
    r"chidi|ngozi|kwame|siobhan|sean|kavitha|imran)\b",
    re.IGNORECASE,
)
