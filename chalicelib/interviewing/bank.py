"""The built-in questions: at least two for every dimension, in zh and en."""

from chalicelib.interviewing.competencies import bilingual
from chalicelib.interviewing.questions import Kind, Question

RETAIL, PYTHON, MARKETING = "retail-sales", "software-python", "marketing"


def _ask(key: str, zh: str, en: str, easy: tuple[str, str], *families: str) -> Question:
    dimension, _, number = key.partition(":")
    return Question(
        f"{dimension.replace('_', '-')}-{number}",
        dimension,
        Kind.BEHAVIOURAL,
        bilingual(zh, en),
        bilingual(*easy),
        job_families=families,
    )


def _case(key: str, zh: str, en: str, easy: tuple[str, str], *families: str) -> Question:
    dimension, _, number = key.partition(":")
    return Question(
        f"{dimension.replace('_', '-')}-{number}",
        dimension,
        Kind.SITUATIONAL,
        bilingual(zh, en),
        bilingual(*easy),
        job_families=families,
    )


QUESTIONS: tuple[Question, ...] = (
    _ask(
        "customer_need_discovery:1",
        "请讲一次顾客没有说出口、但被你发现的需求。你怎么发现的，后来怎样？",
        "Tell us about a customer need that was not spoken, which you discovered. "
        "How did you find it, and what came of it?",
        (
            "讲一位你帮过的顾客：他说要什么，其实要什么？",
            "Think of one customer you helped: what did they ask for, and what did they need?",
        ),
    ),
    _ask(
        "customer_need_discovery:2",
        "有没有一次，你推荐的东西和顾客最初要的不一样，但他更满意？请讲经过。",
        "Was there a time you recommended something other than what the customer first asked for, "
        "and it served them better? Tell the story.",
        ("讲一次你改变推荐的经历。", "Tell us about one time you changed your recommendation."),
    ),
    _ask(
        "stress_tolerance:1",
        "请讲一段你连续三个月顶着压力完成目标的经历：压力是什么，你每个月怎么做，结果如何？",
        "Describe staying on target for three months under pressure: what was the pressure, "
        "what did you do each month, and how did it end?",
        (
            "讲一段最累的日子：你做了什么让自己撑下来？",
            "Think of your hardest weeks: what did you do to get through?",
        ),
    ),
    _ask(
        "stress_tolerance:2",
        "说一次任务量远超预期、时间又很紧的经历。你先做了什么，放下了什么？",
        "Tell us about far more work than expected in too little time. "
        "What did you do first, and what did you put aside?",
        ("讲一次忙不过来的一天。", "Tell us about a day with too much to do."),
    ),
    _ask(
        "communication:1",
        "请讲一次对方不同意你、最后达成一致的沟通。你先做了什么，怎么说的？",
        "Tell us about someone who disagreed with you and with whom you reached an agreement. "
        "What did you do first, and what did you say?",
        ("讲一次和别人意见不同的事。", "Tell us about one disagreement."),
    ),
    _ask(
        "communication:2",
        "你怎样把一件复杂的事讲给不懂的人听？请讲一次真实的经历。",
        "How did you explain something complicated to someone who knew nothing of it? "
        "Tell a real occasion.",
        ("讲一次你教别人的事。", "Tell us about one time you taught somebody something."),
    ),
    _ask(
        "teamwork:1",
        "请讲一次团队任务里你自己的部分，以及你帮别人补上的部分。",
        "Tell us about a team task: your own part, and what you took up for somebody else.",
        (
            "讲一次和同事一起完成的事，你做了什么？",
            "Tell us about something done together: what did you do?",
        ),
    ),
    _ask(
        "teamwork:2",
        "团队里有人跟不上或者起了矛盾时，你做过什么？",
        "When somebody in the team fell behind, or a quarrel arose, what did you do?",
        ("讲一次你帮同事的事。", "Tell us about one time you helped a colleague."),
    ),
    _ask(
        "learning:1",
        "请讲一次你必须很快学会一样新东西的经历。你怎么学的，用在了哪里？",
        "Tell us about something new that you had to learn fast. How did you learn it, "
        "and where did you use it?",
        ("讲一样你最近学会的东西。", "Tell us about something you learnt lately."),
    ),
    _ask(
        "learning:2",
        "讲一次你做错了的事：你怎么知道错了，后来改了什么？",
        "Tell us about something you got wrong: how did you find out, and what changed afterwards?",
        ("讲一次别人给你提意见的事。", "Tell us about one piece of criticism you received."),
    ),
    _ask(
        "problem_solving:1",
        "请讲一个你找到真正原因并解决的问题。你是怎么一步步排除的？",
        "Tell us about a problem whose real cause you found. How did you narrow it down?",
        (
            "讲一个反复出现、后来被你解决的问题。",
            "Tell us about a problem that kept coming back until you solved it.",
        ),
    ),
    _ask(
        "problem_solving:2",
        "说一个你排查过的线上故障：现象、原因、修复，以及怎样防止再发生。",
        "Tell us about a production fault you traced: symptom, cause, fix, and how you prevented "
        "it from returning.",
        ("讲一个你修过的错误。", "Tell us about one bug you fixed."),
        PYTHON,
    ),
    _ask(
        "technical_delivery:1",
        "介绍一个你自己负责并上线的功能：有哪些做法可选，你为什么这样选，效果怎样？",
        "Describe a feature you owned and shipped: what were the options, why yours, "
        "and how did it perform?",
        ("讲一段你自己写的程序。", "Tell us about one program you wrote."),
    ),
    _ask(
        "technical_delivery:2",
        "讲一次上线时出了问题的经历：你怎么发现、怎么控制影响、之后改了什么？",
        "Tell us about a release that went wrong: how did you notice, limit the harm, "
        "and what did you change?",
        ("讲一次程序出错的经历。", "Tell us about one time your program failed."),
    ),
    _ask(
        "data_driven_decision:1",
        "请讲一次你用数据决定用户增长怎么做的经历：看了什么指标，改了什么决定，转化率怎样？",
        "Tell us how you used data to decide on user growth: which metric, which decision changed, "
        "and what happened to the conversion rate?",
        ("讲一次数字让你改变主意的事。", "Tell us about a number that changed your mind."),
        MARKETING,
    ),
    _case(
        "data_driven_decision:2",
        "一个渠道的用户很多但转化率很低。请结合你做过的一件事，讲你怎样用数据判断该不该停。",
        "A channel brings many users but converts few. From something you actually did, "
        "show how data told you whether to stop.",
        ("讲一次你比较两种做法的经历。", "Tell us about comparing two ways of doing something."),
        MARKETING,
    ),
    _ask(
        "data_driven_decision:3",
        "你有没有靠数据改变过原来的做法？请讲经过。",
        "Have you changed a way of working because of data? Tell the story.",
        (
            "讲一次你数过、记过然后改变的事。",
            "Tell us about something you counted and then changed.",
        ),
    ),
    _ask(
        "growth_marketing:1",
        "说说你策划过的一次拉新活动：对谁、走什么渠道、目标多少、结果和成本怎样？",
        "Describe a campaign you planned to win new users: for whom, by which channel, "
        "with what goal, result and cost?",
        (
            "讲一次你参与的活动，你做了哪一部分？",
            "Tell us about a campaign you took part in: which part was yours?",
        ),
    ),
    _case(
        "growth_marketing:2",
        "活动做了一半，数据不好。请用一次真实经历讲你怎样调整漏斗里的一步。",
        "Half-way, a campaign's figures are poor. From a real occasion, tell which step of the "
        "funnel you changed and how.",
        ("讲一次你中途改方案的经历。", "Tell us about changing a plan half-way."),
    ),
)
