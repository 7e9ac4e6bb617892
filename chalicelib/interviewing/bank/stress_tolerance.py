"""Questions on stress tolerance (抗压能力)."""

from chalicelib.interviewing.bank.notation import RETAIL, ask, case, then

_KEY = "stress_tolerance"

STRESS_TOLERANCE = (
    ask(
        f"{_KEY}:1",
        "请讲一段你连续三个月顶着压力完成目标的经历：压力是什么，你每个月怎么做，结果如何？",
        "Describe staying on target for three months under pressure: what was the pressure, "
        "what did you do each month, and how did it end?",
        (
            "讲一段最累的日子：你做了什么让自己撑下来？",
            "Think of your hardest weeks: what did you do to get through?",
        ),
    ),
    ask(
        f"{_KEY}:2",
        "说一次任务量远超预期、时间又很紧的经历。你先做了什么，放下了什么？",
        "Tell us about far more work than expected in too little time. "
        "What did you do first, and what did you put aside?",
        ("讲一次忙不过来的一天。", "Tell us about a day with too much to do."),
    ),
    ask(
        f"{_KEY}:3",
        "请讲一次你接连被拒绝或者失败、后来又走出来的经历。你做了哪些调整？",
        "Tell us about being turned down or failing several times in a row, and coming back. "
        "What did you change?",
        (
            "讲一件第一次没做成、后来做成了的事。",
            "Tell us about one thing that did not work at first and did later.",
        ),
    ),
    case(
        f"{_KEY}:4",
        "离月底只剩一周，目标还差三成。请讲一次你经历过的类似情况：哪些是你能控制的，你怎么安排，"
        "结果怎样？",
        "One week to the end of the month, and thirty percent of the target is missing. Tell us "
        "about the nearest thing you lived through: what could you control, how did you plan it, "
        "and how did it end?",
        (
            "讲一次快到期限、还差一截的事。",
            "Tell us about one time a deadline was near and much was left to do.",
        ),
        RETAIL,
    ),
    case(
        f"{_KEY}:5",
        "同一天里，客户投诉、同事请假，上级又加了任务。请用一次真实经历讲你怎样排先后、稳住自己。",
        "On one day a customer complains, a colleague is off and your manager adds a task. From a "
        "real occasion, tell how you set priorities and kept calm.",
        (
            "讲一次几件急事一起来的经历。",
            "Tell us about one time several urgent things came at once.",
        ),
    ),
    *then(
        _KEY,
        (
            "当时的压力具体是什么？持续了多久？",
            "What exactly was the pressure, and how long did it last?",
        ),
        (
            "你当时必须达到什么目标？",
            "What did you have to reach at that time?",
        ),
        (
            "你自己做了哪些具体的调整？能一步一步讲吗？",
            "What exactly did you yourself change? Can you take us through it step by step?",
        ),
        (
            "最后达标了吗？比如完成了百分之几，晚了或者早了几天？",
            "Did you reach it in the end? By what share, or how many days early or late?",
        ),
    ),
)
