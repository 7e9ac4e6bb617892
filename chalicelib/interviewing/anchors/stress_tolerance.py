"""Stress tolerance (抗压能力): anchors and behaviours."""

from chalicelib.interviewing.competencies import Dimension, bilingual, indicator, synonyms, terms

STRESS_TOLERANCE = Dimension(
    key="stress_tolerance",
    name=bilingual("抗压能力", "Stress tolerance"),
    definition=bilingual(
        "压力持续时仍稳住自己，分清能控制的部分，不断调整并把目标拉回来。",
        "Stays composed under lasting pressure, works on what can be controlled, recovers.",
    ),
    anchors=(
        bilingual(
            "回避、抱怨、放弃，或把责任推给别人。", "Avoids, complains, gives up or blames others."
        ),
        bilingual(
            "说自己能吃苦、抗压，但没有具体的压力和做法。",
            "Says they cope well, without a concrete pressure or response.",
        ),
        bilingual(
            "承认压力，稳住情绪，做了一项具体调整。",
            "Admits the pressure, stays composed, makes one concrete adjustment.",
        ),
        bilingual(
            "拆解目标或安排先后，做了多项调整，把结果稳住。",
            "Breaks the goal down or sets priorities, adjusts several times, holds the result.",
        ),
        bilingual(
            "连续受挫时拆目标、分清可控因素、持续调整并求助，用数据说明扭转，还有复盘。",
            "Under repeated setbacks breaks the goal down, separates the controllable, keeps "
            "adjusting and seeks help; the turn is shown in figures, with a lesson.",
        ),
    ),
    indicators=(
        indicator(
            "admit",
            "承认压力",
            "admits the pressure",
            "压力|焦虑|慌|崩溃|难受|睡不着|紧张|扛不住|很累|哭|着急|害怕",
            "pressure|stress|panic|overwhelm|anxious|cried|couldn't sleep|nervous|scared|exhausted",
        ),
        indicator(
            "break_down",
            "拆解目标",
            "breaks the goal down",
            "拆|分成|分两批|每天|每周|列出|列了|列成|摊开列|排序|优先|先把|先给|先做|分解|"
            "清单|一天~个",
            "broke~down|split|each day|every day|per day|a day|list|prioriti|first thing|one "
            "by one|"
            "weekly|small",
        ),
        indicator(
            "control",
            "抓可控因素",
            "works on what can be controlled",
            "可控|能控制|控制不了|改变不了|能改的|能做的|必须我|不一定要|哪一步|卡在|原因|"
            "分析|复盘",
            "control|could change|couldn't change|within my|what i could|where i was losing|"
            "analy|count",
        ),
        indicator(
            "adjust",
            "持续调整",
            "keeps adjusting",
            "调整|改成|换成|换了|改了|试了|重新|加了|改为|取消|推掉|优化|练",
            "adjust|changed|switch|tried|instead|reorgani|moved|rewrote|practis|practic|cut",
        ),
        indicator(
            "help",
            "主动求助",
            "seeks help",
            "求助|请教|找主管|找店长|找领导|跟主管|跟店长|跟领导|请~帮|又请|要来|借了|向~学|"
            "申请|打电话|"
            "打了个电话",
            "asked~for help|asked my|asked the|asked~manager|went to my|help from|called|"
            "borrow|advice",
        ),
        indicator(
            "recover",
            "扭转结果",
            "turns the result round",
            "完成|达标|达成|追回|补上|做到|稳住|恢复|没有~投诉|超额|准时|按时|回到",
            "finished|hit|reached|made~target|back to|recover|on time|delivered|completed|"
            "caught up",
        ),
    ),
    key_terms=terms(
        "压力|目标|指标|达标|业绩|拆解|优先级|复盘|投诉|高峰|连续|调整|情绪",
        "pressure|target|deadline|priority|setback|peak|recovery|review|quota|adjust",
    ),
    synonyms=synonyms(
        "压力=高压|目标=任务量|指标=kpi|达标=完成目标,达成|业绩=销售额,营业额|"
        "拆解=拆分,分解|优先级=先后,轻重缓急|复盘=总结|高峰=旺季,大促|情绪=心态",
        "pressure=stress|target=goal|deadline=due date|priority=prioriti|"
        "setback=rejection,knock-back|peak=rush,busy season|"
        "recovery=bounce back,bounced back|review=look back,looked back|"
        "quota=sales target",
    ),
)
