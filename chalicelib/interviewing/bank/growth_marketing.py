"""Questions on growth and campaign planning (用户增长与活动策划)."""

from chalicelib.interviewing.bank.notation import ask, case, then

_KEY = "growth_marketing"

GROWTH_MARKETING = (
    ask(
        f"{_KEY}:1",
        "说说你策划过的一次拉新活动：对谁、走什么渠道、目标多少、结果和成本怎样？",
        "Describe a campaign you planned to win new users: for whom, by which channel, "
        "with what goal, result and cost?",
        (
            "讲一次你参与的活动，你做了哪一部分？",
            "Tell us about a campaign you took part in: which part was yours?",
        ),
    ),
    case(
        f"{_KEY}:2",
        "活动做了一半，数据不好。请用一次真实经历讲你怎样调整漏斗里的一步。",
        "Half-way, a campaign's figures are poor. From a real occasion, tell which step of the "
        "funnel you changed and how.",
        ("讲一次你中途改方案的经历。", "Tell us about changing a plan half-way."),
    ),
    ask(
        f"{_KEY}:3",
        "请讲一次你让老用户回来或者留下来的活动。你选了哪些人，做了什么，复购或留存变了多少？",
        "Tell us about a campaign that brought users back or kept them. Whom did you choose, what "
        "did you do, and by how much did repeat purchase or retention change?",
        (
            "讲一次你让老顾客再来的经历。",
            "Tell us about one time you got customers to come again.",
        ),
    ),
    case(
        f"{_KEY}:4",
        "预算被砍掉一半，目标不变。请讲一次你遇到的类似情况：你留下了什么渠道，怎样算的账，结果如何？",
        "The budget is cut by half and the goal stays. Tell us about the nearest thing that "
        "happened to you: which channels did you keep, how did you work it out, and what came "
        "of it?",
        (
            "讲一次钱不多、但把活动做成了的经历。",
            "Tell us about one campaign that worked although there was little money.",
        ),
    ),
    *then(
        _KEY,
        (
            "活动是在什么背景下做的？面向哪些人？",
            "What was the background of the campaign, and whom was it for?",
        ),
        (
            "目标是多少？预算多少？你负责哪一部分？",
            "What was the goal and the budget, and which part was yours?",
        ),
        (
            "你自己设计、测试或者调整了哪一步？",
            "Which step did you yourself design, test or change?",
        ),
        (
            "最后来了多少人，转化率和成本是多少？",
            "How many came in the end, at what conversion rate and cost?",
        ),
    ),
)
