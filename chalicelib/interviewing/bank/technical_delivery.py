"""Questions on technical delivery (技术交付)."""

from chalicelib.interviewing.bank.notation import ask, case, then

_KEY = "technical_delivery"

TECHNICAL_DELIVERY = (
    ask(
        f"{_KEY}:1",
        "介绍一个你自己负责并上线的功能：有哪些做法可选，你为什么这样选，效果怎样？",
        "Describe a feature you owned and shipped: what were the options, why yours, "
        "and how did it perform?",
        ("讲一段你自己写的程序。", "Tell us about one program you wrote."),
    ),
    ask(
        f"{_KEY}:2",
        "讲一次上线时出了问题的经历：你怎么发现、怎么控制影响、之后改了什么？",
        "Tell us about a release that went wrong: how did you notice, limit the harm, "
        "and what did you change?",
        ("讲一次程序出错的经历。", "Tell us about one time your program failed."),
    ),
    ask(
        f"{_KEY}:3",
        "请讲一次你让系统变快、变稳或者变省的经历。先量了什么，改了什么，前后数字差多少？",
        "Tell us about making a system faster, steadier or cheaper. What did you measure first, "
        "what did you change, and what were the figures before and after?",
        (
            "讲一次你让程序跑得更好的经历。",
            "Tell us about one time you made a program run better.",
        ),
    ),
    case(
        f"{_KEY}:4",
        "离交付还有三天，测试发现一个严重缺陷。请讲一次你遇到的类似情况：你怎样取舍，怎样保证质量？",
        "Three days before delivery a test finds a serious defect. Tell us about the nearest thing "
        "that happened to you: what did you trade off, and how did you keep the quality?",
        (
            "讲一次快交付时发现问题的经历。",
            "Tell us about one time a problem turned up just before delivery.",
        ),
    ),
    case(
        f"{_KEY}:5",
        "要改一段没有测试、没人敢动的老代码。请用一次真实经历讲你怎样下手，怎样知道没有改坏。",
        "Old code without tests that nobody dares to touch must change. From a real occasion, tell "
        "how you went about it and how you knew that nothing broke.",
        (
            "讲一次你改别人写的程序的经历。",
            "Tell us about one time you changed a program that somebody else wrote.",
        ),
    ),
    *then(
        _KEY,
        (
            "这个系统是做什么的？有多少人用，你在什么阶段加入的？",
            "What was the system for, how many used it, and at what stage did you join?",
        ),
        (
            "你自己负责哪个模块，要交付什么？",
            "Which module was yours, and what did you have to deliver?",
        ),
        (
            "你自己写了什么、选了什么技术，为什么？",
            "What did you yourself write, which technique did you choose, and why?",
        ),
        (
            "上线之后效果如何？比如耗时、错误率、用户数。",
            "How did it do in production? For instance response time, error rate, users.",
        ),
    ),
)
