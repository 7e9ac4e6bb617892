"""Questions on data-driven decision making (数据决策)."""

from chalicelib.interviewing.bank.notation import MARKETING, ask, case, then

_KEY = "data_driven_decision"

DATA_DRIVEN_DECISION = (
    ask(
        f"{_KEY}:1",
        "请讲一次你用数据决定用户增长怎么做的经历：看了什么指标，改了什么决定，转化率怎样？",
        "Tell us how you used data to decide on user growth: which metric, which decision changed, "
        "and what happened to the conversion rate?",
        ("讲一次数字让你改变主意的事。", "Tell us about a number that changed your mind."),
        MARKETING,
    ),
    case(
        f"{_KEY}:2",
        "一个渠道的用户很多但转化率很低。请结合你做过的一件事，讲你怎样用数据判断该不该停。",
        "A channel brings many users but converts few. From something you actually did, "
        "show how data told you whether to stop.",
        ("讲一次你比较两种做法的经历。", "Tell us about comparing two ways of doing something."),
        MARKETING,
    ),
    ask(
        f"{_KEY}:3",
        "你有没有靠数据改变过原来的做法？请讲经过。",
        "Have you changed a way of working because of data? Tell the story.",
        (
            "讲一次你数过、记过然后改变的事。",
            "Tell us about something you counted and then changed.",
        ),
    ),
    ask(
        f"{_KEY}:4",
        "请讲一次数据和大家的直觉相反的经历。你怎样核对数据，最后怎么决定？",
        "Tell us about a time the data said the opposite of what everybody felt. How did you check "
        "the data, and what was decided?",
        (
            "讲一次结果和你想的不一样的事。",
            "Tell us about one time the outcome was not what you had expected.",
        ),
    ),
    case(
        f"{_KEY}:5",
        "店里的客流没变，销售额却降了一成。请讲一次你分析过的类似情况：你看了哪些数，找到了什么？",
        "As many people come as before, yet sales fall by a tenth. Tell us about the nearest thing "
        "you analysed: which figures did you look at, and what did you find?",
        (
            "讲一次你从数字里看出问题的经历。",
            "Tell us about one time figures showed you that something was wrong.",
        ),
    ),
    *then(
        _KEY,
        (
            "当时的业务情况是怎样的？为什么要看这些数据？",
            "What was the business situation, and why did you look at the data?",
        ),
        (
            "你要回答的问题或者要做的决定是什么？",
            "What was the question to answer or the decision to make?",
        ),
        (
            "你自己取了哪些数据，怎样分析或者比较的？",
            "Which data did you yourself take, and how did you analyse or compare them?",
        ),
        (
            "决定之后，指标变了多少？你怎么知道是因为这个决定？",
            "By how much did the metric move afterwards? How do you know that this was why?",
        ),
    ),
)
