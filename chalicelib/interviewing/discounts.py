"""The wordings that keep a clause from being credited: supposed, general, negated, empty …"""

import re


def _cue(zh: str, en: str) -> re.Pattern[str]:
    return re.compile(f"{zh}|\\b(?:{en})\\b", re.IGNORECASE)


HYPOTHETICAL = _cue(
    r"如果|假如|要是|假设|倘若|万一|换做是我|换成是我|我(?:应该|可能|肯定|一定|首先|一般|"
    r"通常|也|就|还)?会(?!议|计|员|展)|"
    r"打算|将来我|以后我会|遇到这种情况|应该会|我想我会",
    r"if (?:i (?!remember)|a|an|there|someone|my|you) ?|i would|i'd (?:ask|try|talk|start|first|"
    r"probably|always|make|explain|listen|look|take|go|say|speak|never|just|then|want|"
    r"like to|check|keep)|would (?:ask|try|talk|start|be|listen|explain|have|make|look|take|go|"
    r"probably)|i will (?:always|first|try|ask|listen|explain|make|then|never)|i'll "
    r"(?:always|first|try|ask|listen)|i can imagine|hypothetically|suppose|in that case|i "
    r"plan to|i hope to",
)
GENERAL = _cue(
    r"我(?:觉得|认为|相信|一直|一向|始终|习惯|通常|一般|平时|善于|擅长|具备|很喜欢|这个人|"
    r"是一个|属于)|在我看来|作为一名|"
    r"众所周知|最重要的是|不可或缺|非常重要|很重要|总的来说|秉持|秉承|每当|我都会|一般[^，。"
    r"]{0,8}(?:来|我|都)",
    r"i (?:believe|think|feel|always|usually|generally|tend to|am a|am an|am very|consider|pride|"
    r"thrive|excel|possess|firmly|strongly)|whenever|in general|generally speaking|it is important|"
    r"is (?:key|crucial|vital|essential|important)|my (?:strength|philosophy|approach|style)|"
    r"as a (?:professional|leader|team player)|people say|i would say|i'm a|i'm an|i'm very",
)
EMPTY = _cue(
    r"赋能|闭环|抓手|全渠道|全场景|全方位|多维度|精细化|方法论|降本增效|高质量|极大地?|"
    r"显著(?:提升|提高|改善)?|圆满|"
    r"一致好评|广泛认可|行业领先|底层逻辑|顶层设计|组合拳|强势|品牌声量|情感共鸣|共赢|格局|"
    r"以终为始|结果导向|"
    r"宝贵的?经验|攻克了?多个|高并发分布式|高可用|多次推动|顺利落地|整合[^，。]{0,6}资源|"
    r"积极主动|认真负责|出色",
    r"stakeholders?|touchpoints?|synerg\w*|leverag\w*|holistic\w*|proactive\w*|passion\w*|"
    r"strategic\w*|impactful|seamless\w*|dynamic|fast-paced|best practices?|cutting-edge|"
    r"meaningful|drove (?:growth|value|results|alignment)|value-add|robust|world-class|"
    r"cross-functional|results-driven|data-driven|key learnings|end-to-end|paradigm|empower\w*|"
    r"great success|excellent results|significant(?:ly)? (?:improv\w+|increas\w+|growth)",
)
NEGATED = _cue(
    r"(?:没有?|从不|从来不|从来没|并未|未曾|不想|不敢|不愿|懒得|没怎么|不太|没必要|"
    r"用不着)(?:去|再|太|有|主动|怎么|想|和|跟|"
    r"及时|认真|真正|好好|专门|特别|马上|直接|立刻|人|他|她|客户|顾客|同事|对方)*(?:问|说|听|"
    r"看|查|沟通|了解|写|改|测|试|"
    r"做|找|管|学|练|记|分析|统计|确认|解释|联系|帮|处理|调整|准备|复盘|核对|反馈|数据|汇报|"
    r"参与|负责|跟进)",
    r"(?:didn't|did not|never|don't|do not|haven't|have not|wasn't|couldn't|can't|won't|not really|"
    r"no need to|nobody) (?:\w+ ){0,2}(?:ask|talk|check|listen|look|test|measure|explain|"
    r"help|do|did|try|tried|learn|read|write|use|plan|count|communicat\w+|prepar\w+|share|"
    r"follow|bother|know|care|go|see|want|asked|checked|tested|listened|helped|shared)",
)
REFUSED = _cue(
    r"不是我的(?:错|责任|事|问题)|换谁都|没什么好说|能[少拖躲]就|就算了|放弃了|受不了|不关我|"
    r"懒得|凭感觉|凭直觉|"
    r"随便(?:弄|做|写|搞)|怪(?:他|她|他们|同事|系统|领导)|自己就好了|不知道是哪个|没那么复杂|"
    r"跟我没关系|"
    r"爱买不买|问了也白问|吵(?:了一架|起来就走)|甩给|推给|关我什么事|(?:她|他)的问题|"
    r"自己干自己|业绩我做我的|也不管|爱咋咋|我就辞职|我就不干",
    r"not my (?:fault|job|problem)|wasn't my (?:fault|job|problem)|gave up|give up|i quit|"
    r"walked (?:out|off)|whatever|gut feeling|my gut|just felt|i just guessed|no idea why|"
    r"waste of time|can't be bothered|couldn't be bothered|blame\w*|their fault|his fault|"
    r"her fault|"
    r"by itself|called in sick|nothing i could do|nothing you can do",
)
TO_SCORER = _cue(
    r"忽略(?:以上|之前|前面|上述|所有)|(?:应得|应该得|打|给|评|得)[^，。]{0,6}(?:满分|高分|"
    r"5分|五分|100分)|评委|评分(?:系统|标准|规则|员|人|模型)|"
    r"本回答|该回答|以上(?:内容|回答)|人工复核|系统提示|作为(?:一个)?ai|人工智能模型|符合[^，"
    r"。]{0,8}(?:全部|所有)[^，。]{0,6}(?:要求|标准)",
    r"ignore (?:all|any|the|previous|above|your|these)|disregard (?:all|any|the|previous)|"
    r"system prompt|as an ai|language model|(?:give|award|assign)\w* (?:me|this|the|it|a)[^.]{0,24}"
    r"(?:score|rating|marks?|points|5|five|100)|rate this|rating: ?\d|score: ?\d|note to (?:the )?"
    r"(?:grader|scorer|rater|assessor|system|ai)|dear (?:grader|rater|assessor|ai)|"
    r"this answer (?:should|deserves|meets|demonstrates|is)|full marks|top rating|maximum score|"
    r"(?:grader|scorer|rater|evaluator)",
)
TEMPLATE = re.compile(
    r"^(?:situation|task|action|result)\b\s*[:：]?|\[[A-Z ]{3,}\]|某某|xx公司|x公司", re.IGNORECASE
)
