"""Questions on customer need discovery (客户需求挖掘)."""

from chalicelib.interviewing.bank.notation import RETAIL, ask, case, then

_KEY = "customer_need_discovery"

CUSTOMER_NEED_DISCOVERY = (
    ask(
        f"{_KEY}:1",
        "请讲一次顾客没有说出口、但被你发现的需求。你怎么发现的，后来怎样？",
        "Tell us about a customer need that was not spoken, which you discovered. "
        "How did you find it, and what came of it?",
        (
            "讲一位你帮过的顾客：他说要什么，其实要什么？",
            "Think of one customer you helped: what did they ask for, and what did they need?",
        ),
    ),
    ask(
        f"{_KEY}:2",
        "有没有一次，你推荐的东西和顾客最初要的不一样，但他更满意？请讲经过。",
        "Was there a time you recommended something other than what the customer first asked for, "
        "and it served them better? Tell the story.",
        ("讲一次你改变推荐的经历。", "Tell us about one time you changed your recommendation."),
    ),
    ask(
        f"{_KEY}:3",
        "请讲一次你起初理解错了顾客的需求、后来弄明白的经历。你问了什么，怎样纠正的？",
        "Tell us about a time you first misread what a customer needed and then understood it. "
        "What did you ask, and how did you put it right?",
        (
            "讲一次你没猜对顾客想法的事，后来怎么弄清的？",
            "Tell us about one time you guessed a customer wrong. How did you find out?",
        ),
    ),
    case(
        f"{_KEY}:4",
        "一位顾客只问价格，看了几眼就要走。请讲一次你遇到的类似情况：你怎样弄清他真正在意什么，"
        "最后如何？",
        "A customer asks for the price alone and is about to leave. Tell us about the nearest "
        "thing that happened to you: how did you find out what mattered to them, and how did "
        "it end?",
        (
            "讲一位本来要走、后来留下来的顾客。",
            "Tell us about one customer who was leaving and then stayed.",
        ),
        RETAIL,
    ),
    case(
        f"{_KEY}:5",
        "假如老客户突然不再回购。请用一次真实经历讲你怎样找出原因，又做了什么。",
        "A regular customer suddenly stops buying. From a real occasion, tell how you found out "
        "why, and what you did about it.",
        (
            "讲一位好久没来、你主动联系过的老客户。",
            "Tell us about one regular you had not seen for a while and got in touch with.",
        ),
    ),
    *then(
        _KEY,
        (
            "这位顾客是谁？当时是在什么情况下遇到他的？",
            "Who was the customer, and how did you come to meet them?",
        ),
        ("你当时要帮他解决什么？", "What were you meant to solve for them?"),
        (
            "你自己具体问了什么、看到了什么，又做了什么？",
            "What exactly did you yourself ask or notice, and what did you do?",
        ),
        (
            "顾客最后怎么样了？有没有成交、回购或者评价之类的数字？",
            "How did it end for the customer? Any figure, such as a sale, a visit, a rating?",
        ),
    ),
)
