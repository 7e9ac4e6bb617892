"""Learning (学习能力): anchors and behaviours."""

from chalicelib.interviewing.competencies import Dimension, bilingual, indicator, synonyms, terms

LEARNING = Dimension(
    key="learning",
    name=bilingual("学习能力", "Learning"),
    definition=bilingual(
        "遇到不会的，有方法地学会，用到工作里，并能说出下次怎么做。",
        "Learns what is missing with a method, uses it at work, can say what changes next time.",
    ),
    anchors=(
        bilingual("没有学习的事，或不愿改变做法。", "No learning to tell, or unwilling to change."),
        bilingual(
            "说自己爱学习，看书听课，但没有用上。",
            "Says they like learning; reading or courses that were never used.",
        ),
        bilingual(
            "学会了一项工作需要的东西，并用在了一件事上。",
            "Learnt one thing that the work needed and used it once.",
        ),
        bilingual(
            "有计划地学，练习并找人反馈，工作结果变好。",
            "Learnt with a plan, practised, took feedback; the work improved.",
        ),
        bilingual(
            "从错误或空白出发，快速找到方法，验证效果有数据，并教给别人或形成做法。",
            "Starts from a mistake or gap, finds a method fast, shows the effect in figures, "
            "and passes it on.",
        ),
    ),
    indicators=(
        indicator(
            "gap",
            "认清不足",
            "sees the gap",
            "不会|不懂|没学过|没做过|不熟|第一次|做错|搞错|失误|短板|不足",
            "didn't know|did not know|never~done|had no idea|mistake|got~wrong|weak|"
            "unfamiliar|new to",
        ),
        indicator(
            "method",
            "有方法地学",
            "learns with a method",
            "请教|跟着|看~教程|查~资料|查~文档|自学|学了|报了|每天~练|练习|拆开|笔记|记~本|看书",
            "tutorial|document|course|taught myself|studied|shadow|practis|practic|notes|"
            "read|learnt|"
            "learned|each evening|every evening",
        ),
        indicator(
            "feedback",
            "找反馈",
            "takes feedback",
            "反馈|请~看|让~挑|批评|指出|检查|点评|带我|师傅|纠正",
            "feedback|asked~to review|reviewed|criticis|corrected|pointed out|mentor|senior",
        ),
        indicator(
            "apply",
            "用到工作里",
            "uses it at work",
            "用到|用在|用上|自己做|独立|写了|做出|改成|换成|上手|试着",
            "used it|applied|on my own|wrote|built|made~myself|put it|switched|independent",
        ),
        indicator(
            "effect",
            "看到效果",
            "shows the effect",
            "缩短|降到|提高|减少|省了|通过|及格|第一|从~到|完成|出错",
            "faster|reduced|from~to|passed|fewer|saved|improved|dropped|errors|down to|finished",
        ),
        indicator(
            "pass_on",
            "教给别人",
            "passes it on",
            "教给|教了|带新人|分享|写成|整理成|手册|文档|培训|推广",
            "taught the|showed the|shared|wrote~guide|checklist|trained|onboard|handbook|team uses",
        ),
    ),
    key_terms=terms(
        "学习|自学|练习|反馈|请教|复盘|改进|笔记|上手|培训|掌握",
        "learn|practice|feedback|course|mistake|improve|notes|training|mentor|self-taught",
    ),
    synonyms=synonyms(
        "学习=钻研|自学=自己学,自己看书|练习=演练,反复练|反馈=意见|请教=问师傅,问老员工|"
        "复盘=总结|改进=提升,改善|掌握=熟练",
        "learn=pick up,picked up|practice=practise,rehears|feedback=criticism|"
        "mistake=error,got it wrong|improve=get better,got better|"
        "training=class,workshop|mentor=coach|self-taught=taught myself",
    ),
)
