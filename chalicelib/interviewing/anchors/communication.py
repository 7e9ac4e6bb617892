"""Communication (沟通能力): anchors and behaviours."""

from chalicelib.interviewing.competencies import Dimension, bilingual, indicator, synonyms, terms

COMMUNICATION = Dimension(
    key="communication",
    name=bilingual("沟通能力", "Communication"),
    definition=bilingual(
        "先听明白，再按对象把话说清，处理分歧，并确认对方真的理解。",
        "Listens, adapts the message to the audience, handles disagreement, checks understanding.",
    ),
    anchors=(
        bilingual(
            "混乱、跑题，听不出对谁说、要达成什么。",
            "Confused or drifting; no sense of audience or aim.",
        ),
        bilingual(
            "说自己善于沟通，但没有对象、内容或经过。",
            "Claims to communicate well without saying to whom, what or how.",
        ),
        bilingual(
            "说清了对象、目的和自己怎么说，对方听懂了。",
            "Clear to whom, why and what was said; the other side understood.",
        ),
        bilingual(
            "先听对方的理由，换了说法或方式，分歧得到处理，有具体结果。",
            "Hears the other side first, changes wording or channel, settles the disagreement.",
        ),
        bilingual(
            "先听后说、因人调整、化解分歧、确认理解，达成能够检验的一致。",
            "Listens, adapts, handles disagreement, checks understanding, reaches an agreement "
            "that can be verified.",
        ),
    ),
    indicators=(
        indicator(
            "listen",
            "先听对方",
            "listens first",
            "先听|听他|听她|听完|讲完|让他说|让她说|等他说|问他|问她|问了|问清|你先说|"
            "最怕什么|倾听",
            "listen|heard~out|let~talk|let~finish|asked|wanted to understand|his side|her side",
        ),
        indicator(
            "adapt",
            "按对象调整",
            "adapts to the audience",
            "换成|改成|换了~说法|用~的话|打比方|比喻|画了|画图|举例|演示|大白话|通俗|翻译成|"
            "用方言|当面|"
            "一张|分~次|每次",
            "plain|rephras|drew|diagram|picture|example|their language|analogy|face to face|"
            "show me|"
            "showed|demonstrat|instead of~email",
        ),
        indicator(
            "explain",
            "说清理由",
            "explains reasons",
            "解释|说明|告诉|讲清|说清|讲了|列出|汇报|跟他说|跟她说|和他说|我说",
            "explain|told|i said|described|walked~through|laid out|presented|i wrote|pointed out",
        ),
        indicator(
            "disagree",
            "处理分歧",
            "handles disagreement",
            "分歧|不同意|反对|争|吵|抱怨|投诉|误会|矛盾|拒绝|僵|各退|折中|反驳|当场说|闹|退款",
            "disagree|conflict|argu|object|complain|misunderst|push back|pushed back|"
            "compromise|upset",
        ),
        indicator(
            "confirm",
            "确认理解",
            "checks understanding",
            "确认|复述|重复一遍|书面|纪要|记下来|签字|再说一遍|对一遍|回传|发邮件",
            "confirm|repeat|summar|in writing|minutes|checked~understood|signed|recap|wrote down",
        ),
        indicator(
            "agree",
            "达成一致",
            "reaches agreement",
            "达成|同意|接受|一致|答应|认可|签了|没再|采纳|听懂|明白了",
            "agreed|agreement|accepted|understood|signed|settled|approved|no more complaint|"
            "on board",
        ),
    ),
    key_terms=terms(
        "沟通|对方|倾听|确认|分歧|解释|反馈|纪要|达成一致|误会|投诉|协调",
        "listen|explain|feedback|agreement|audience|disagreement|confirm|minutes|misunderstanding",
    ),
    synonyms=synonyms(
        "对方=客户方,听众|倾听=听他说,听她说,听完|确认=复述,核对|分歧=不同意见,意见不一|"
        "反馈=回应|纪要=会议记录|达成一致=谈妥,达成共识",
        "listen=hear out|explain=walk through|agreement=consensus,common ground|"
        "audience=listener|disagreement=differing view,objection|"
        "confirm=check back,repeat back|minutes=meeting notes|misunderstanding=misread",
    ),
)
