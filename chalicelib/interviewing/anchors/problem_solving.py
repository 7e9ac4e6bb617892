"""Problem solving (问题解决): anchors and behaviours."""

from chalicelib.interviewing.competencies import Dimension, bilingual, indicator, synonyms, terms

PROBLEM_SOLVING = Dimension(
    key="problem_solving",
    name=bilingual("问题解决", "Problem solving"),
    definition=bilingual(
        "界定问题，找到根因，比较办法，验证效果，防止再发生。",
        "Frames the problem, finds the cause, compares options, verifies, prevents recurrence.",
    ),
    anchors=(
        bilingual(
            "没有分析，等别人解决或反复乱试。", "No analysis; waits for others or tries at random."
        ),
        bilingual(
            "说问题解决了，但讲不出原因和办法。", "Says it was solved, not why it happened or how."
        ),
        bilingual(
            "找到一个合理的原因，解决了眼前的问题。",
            "Finds a plausible cause and fixes the immediate problem.",
        ),
        bilingual(
            "用证据排除几种可能，定位原因，确认修好了。",
            "Rules out possibilities with evidence, locates the cause, confirms the fix.",
        ),
        bilingual(
            "界定问题、定位根因、比较方案、用数据验证，并让它不再发生。",
            "Frames it, finds the root cause, compares options, verifies in figures, "
            "prevents recurrence.",
        ),
    ),
    indicators=(
        indicator(
            "frame",
            "界定问题",
            "frames the problem",
            "发现|报错|超时|投诉|问题是|现象|多少~受影响|统计|重现|复现|总有|总是|老是|每次都|又坏|"
            "不出|少了|错了",
            "noticed|reproduc|the problem was|error|kept failing|complain|scope|how many|symptom",
        ),
        indicator(
            "cause",
            "定位根因",
            "finds the cause",
            "原因|根因|查|日志|记录|排查|对比|定位|原来|对了一遍|一个一个|翻了|一看|占了|"
            "列了个|就是因为",
            "cause|because|reason|log|record|traced|compared|investigat|turned out|narrowed|"
            "checked|"
            "looked|always the same|both",
        ),
        indicator(
            "options",
            "比较办法",
            "compares options",
            "两个办法|两种|方案|要么|比较|权衡|选了|考虑过|另一个",
            "option|either|alternativ|compare|considered|chose|instead of|weigh|two ways",
        ),
        indicator(
            "fix",
            "动手解决",
            "fixes it",
            "改了|改成|修|换了|加了|调整|写了|重新|补上|解决|处理|协调",
            "fixed|changed|replaced|added|rewrote|patched|solved|adjusted|moved|set up|switched",
        ),
        indicator(
            "verify",
            "验证效果",
            "verifies the effect",
            "验证|测试|跑了|观察了|盯了|试了|确认|复查|降到|没再|之后~没有",
            "test|verif|monitor|confirm|ran~again|watched|dropped|since then|no more|went down",
        ),
        indicator(
            "prevent",
            "防止再发生",
            "prevents recurrence",
            "以后|防止|避免再|清单|流程|告警|监控|规定|制度|写进|提醒|检查表",
            "prevent|so that it|checklist|alert|procedure|rule|documented|never again|from "
            "then on|post-mortem",
        ),
    ),
    key_terms=terms(
        "原因|根因|排查|日志|复现|方案|验证|流程|监控|投诉|修复|对比",
        "cause|root cause|log|reproduce|option|verify|monitor|fix|process|evidence",
    ),
    synonyms=synonyms(
        "原因=起因,为什么会|根因=根本原因,真正原因|排查=逐一检查,定位|日志=log|复现=重现|"
        "方案=办法,做法|验证=核实,试验|监控=告警,报警|修复=修好|对比=比较",
        "root cause=real cause,underlying cause|log=trace|reproduce=recreate|"
        "option=alternative|verify=validate,double-check|monitor=alert|fix=repair,patch|"
        "evidence=proof",
    ),
)
