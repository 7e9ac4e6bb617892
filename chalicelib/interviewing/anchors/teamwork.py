"""Teamwork (团队协作): anchors and behaviours."""

from chalicelib.interviewing.competencies import Dimension, bilingual, indicator, synonyms, terms

TEAMWORK = Dimension(
    key="teamwork",
    name=bilingual("团队协作", "Teamwork"),
    definition=bilingual(
        "做好自己那一份，也让别人做得更好：补位、共享信息、化解冲突。",
        "Does the own share and makes others better: fills gaps, shares, resolves conflict.",
    ),
    anchors=(
        bilingual(
            "只讲自己或指责同伴，没有协作；或只说“我们”而没有自己的部分。",
            "Only oneself, or blames colleagues; or only 'we' with no own part.",
        ),
        bilingual(
            "说团队很好、自己配合，但没有具体的事。",
            "Says the team was good and that one helped, with nothing concrete.",
        ),
        bilingual(
            "说清分工，完成自己的部分，并配合了别人。",
            "Clear division of work; does the own part and supports others.",
        ),
        bilingual(
            "主动补上没人管的部分或帮助同伴，团队按时达成。",
            "Takes up what nobody owned or helps a colleague; the team delivers.",
        ),
        bilingual(
            "主动补位、化解冲突、共享信息与功劳，团队结果有可衡量的改善。",
            "Fills gaps unasked, resolves conflict, shares information and credit; "
            "the team's result improves measurably.",
        ),
    ),
    indicators=(
        indicator(
            "own_part",
            "自己的分工",
            "own part in the division of work",
            "分工|我负责|我来|我的部分|我这边|由我|我接|我写|我做",
            "my part|i took|i was responsible|i handled|divided|split~by|i did|my job|i "
            "volunteered",
        ),
        indicator(
            "gap",
            "主动补位",
            "fills gaps unasked",
            "主动|补位|顶上|替他|替她|接过|帮他|帮她|帮着|帮忙|过去帮|支援|替班|搭把手|"
            "没人管|留下来",
            "nobody|no one|cover|stepped in|helped|offered to|stayed late|picked up|took "
            "over|unasked|"
            "filled in|i took the",
        ),
        indicator(
            "share",
            "共享信息",
            "shares information",
            "共享|同步|分享|发到群|发群|教|带着|带他|带她|交给|说明|文档|表格|看板|交接|"
            "对一个数|提醒",
            "share|sync|taught|showed|document|sheet|handover|handed over|told the team|"
            "kept~informed|"
            "sent her|sent him|sent them|our~list",
        ),
        indicator(
            "conflict",
            "化解冲突",
            "resolves conflict",
            "吵|矛盾|冲突|不同意|意见不|误会|拉到一起|坐下来|各退|协调|劝",
            "conflict|argu|disagree|tension|sat down|brought~together|mediat|cleared the air|"
            "quarrel",
        ),
        indicator(
            "credit",
            "分享功劳",
            "shares credit",
            "功劳|感谢|表扬|署名|是他|是她|提到他|提到她|一起拿",
            "credit|thank|praise|her idea|his idea|acknowledg|named~them",
        ),
        indicator(
            "team_result",
            "团队结果",
            "the team's result",
            "按时|提前|完成|交了|上线|达成|得了|第一|全部|盘完|没有差错|没出错",
            "on time|delivered|finished|completed|launched|won|hit the|without~error|ahead of",
        ),
    ),
    key_terms=terms(
        "分工|协作|配合|同事|交接|补位|团队|小组|支援|共享|冲突|排班",
        "team|colleague|handover|division of work|support|share|shift|conflict|deadline|together",
    ),
    synonyms=synonyms(
        "分工=各自负责|协作=合作|同事=搭档,伙伴|交接=交班|补位=顶上,顶班|支援=帮忙,帮了|"
        "共享=分享|冲突=矛盾,吵架|排班=班表",
        "team=crew,group|colleague=coworker,co-worker,teammate|"
        "handover=hand over,handed over|division of work=who did what|"
        "support=help out,helped out|share=pass on,passed on|conflict=quarrel,argument|"
        "together=jointly",
    ),
)
