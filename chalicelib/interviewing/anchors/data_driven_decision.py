"""Data-driven decision making (数据决策): anchors and behaviours."""

from chalicelib.interviewing.competencies import Dimension, bilingual, indicator, synonyms, terms

DATA_DRIVEN_DECISION = Dimension(
    key="data_driven_decision",
    name=bilingual("数据决策", "Data-driven decision making"),
    definition=bilingual(
        "用合适的数据检验想法，再据此决定或改变决定，并知道数据的局限。",
        "Tests ideas on fitting data, decides or changes course by it, knows the data's limits.",
    ),
    anchors=(
        bilingual("凭感觉，没有任何数据或事实。", "By gut feeling; no data or facts."),
        bilingual(
            "提到数据或报出一串数字，但没有用来做决定。",
            "Mentions data or recites figures that decided nothing.",
        ),
        bilingual(
            "看了相关数据，并据此做了一个决定。", "Looks at relevant data and decides by it."
        ),
        bilingual(
            "把数据拆开比较，找到原因，按结果行动，效果有数字。",
            "Breaks data down, compares, finds a cause, acts on it, with an effect in figures.",
        ),
        bilingual(
            "先有假设，选对指标，做对照或分析，用结果修正决定，并说明局限。",
            "Starts from a hypothesis, picks the right metric, runs a comparison, corrects the "
            "decision by the result, names the limits.",
        ),
    ),
    indicators=(
        indicator(
            "gather",
            "取得数据",
            "gathers data",
            "拉了|拉出|导出|导了|统计|埋点|报表|后台|系统里|记录了|收集|数据|数了|数的|一数|"
            "表格|登记|"
            "列了|打了标签|记了|记下|看打开|抽了|抽的|问卷",
            "pulled|export|dashboard|data|report|counted|collected|tracked|spreadsheet|query|"
            "logged|"
            "wrote~down|asked the system|looked up|came out",
        ),
        indicator(
            "hypothesis",
            "提出假设",
            "states a hypothesis",
            "假设|猜|怀疑|以为|推测|判断~可能|我估计|想验证",
            "hypothes|guess|suspect|assum|thought it was|wondered|expected|theory",
        ),
        indicator(
            "compare",
            "拆分比较",
            "breaks down and compares",
            "对比|比较|分组|对照|按~拆|按~分|按小时|按渠道|分渠道|同期|漏斗|环比|细分|拆开|"
            "分成|分了|"
            "随机|平均|一半|各一|占了|占一|两版|两周|拨|个渠道",
            "compar|broke~down|broken down|split|segment|by channel|by hour|by store|control|"
            "a/b|test|"
            "funnel|versus|half|against|out of|made up|average|more than",
        ),
        indicator(
            "cause",
            "找到原因",
            "finds what drives it",
            "发现|看出|原因|原来|集中在|卡在|流失|掉在|说明|差在|一看|再看|最高|最多|占了|占一",
            "found|showed|turned out|because|cause|concentrated|where~dropped|drop-off|"
            "learned|saw that",
        ),
        indicator(
            "decide",
            "据此决定",
            "decides by it",
            "决定|改成|改为|改到|改了|就改|先改|砍掉|停了|停掉|加大|加到|调整|换成|取消|"
            "把~预算|挪到|"
            "上线|不做了",
            "decided|changed|cut|stopped|moved|switched|dropped|shifted|increased|removed|"
            "rolled out",
        ),
        indicator(
            "limits",
            "说明局限",
            "names the limits",
            "样本|局限|不敢说|不能说明|只是一|没法控制|可能是因为|季节|口径|误差",
            "sample|limit|cannot say|can't say|season|caveat|might be|noise|only one|biased|"
            "careful",
        ),
    ),
    key_terms=terms(
        "数据|转化率|用户增长|漏斗|留存|对照|样本|指标|报表|渠道|成本|点击率|客单价",
        "data|conversion rate|user growth|funnel|retention|control group|sample|metric|"
        "channel|cost",
    ),
    synonyms=synonyms(
        "转化率=成单率,转换率,转化|用户增长=新增用户,用户数增加|留存=留存率,留下来|"
        "对照=对照组,ab测试,a/b测试|指标=kpi,数值|报表=看板,仪表盘|点击率=ctr|"
        "客单价=件单价",
        "data=figures,numbers|conversion rate=conversion,cvr|"
        "user growth=new users,user numbers|retention=repeat rate|"
        "control group=a/b test,ab test,split test|metric=kpi,indicator|cost=spend",
    ),
)
