"""Questions on learning (学习能力)."""

from chalicelib.interviewing.bank.notation import ask, case, then

_KEY = "learning"

LEARNING = (
    ask(
        f"{_KEY}:1",
        "请讲一次你必须很快学会一样新东西的经历。你怎么学的，用在了哪里？",
        "Tell us about something new that you had to learn fast. How did you learn it, "
        "and where did you use it?",
        ("讲一样你最近学会的东西。", "Tell us about something you learnt lately."),
    ),
    ask(
        f"{_KEY}:2",
        "讲一次你做错了的事：你怎么知道错了，后来改了什么？",
        "Tell us about something you got wrong: how did you find out, and what changed afterwards?",
        ("讲一次别人给你提意见的事。", "Tell us about one piece of criticism you received."),
    ),
    ask(
        f"{_KEY}:3",
        "请讲一项你原来不擅长、后来明显进步的技能。你怎样练习，怎么知道自己进步了？",
        "Tell us about a skill you were weak at and became clearly better at. How did you "
        "practise, and how did you know?",
        (
            "讲一件你练了一阵子才做好的事。",
            "Tell us about one thing you got good at by practising.",
        ),
    ),
    case(
        f"{_KEY}:4",
        "公司换了一套你没用过的系统，下周就要上手。请讲一次你遇到的类似情况：你怎么学，多久能独立用？",
        "The company brings in a system you have never used, and you start next week. Tell us "
        "about the nearest thing that happened to you: how did you learn, and when could you "
        "use it alone?",
        (
            "讲一次你学用一个新工具的经历。",
            "Tell us about one time you learnt to use a new tool.",
        ),
    ),
    *then(
        _KEY,
        (
            "当时为什么要学？是在什么情况下？",
            "Why did you have to learn it, and in what situation?",
        ),
        (
            "你要学到什么程度、在多长时间里？",
            "How far did you have to get, and in what time?",
        ),
        (
            "你自己具体是怎么学、怎么练的？",
            "How exactly did you yourself learn and practise?",
        ),
        (
            "学会之后用在了哪里？效果有什么数字或者事实？",
            "Where did you use it afterwards, and what figure or fact shows that it worked?",
        ),
    ),
)
