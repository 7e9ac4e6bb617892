"""Questions on teamwork (团队协作)."""

from chalicelib.interviewing.bank.notation import ask, case, then

_KEY = "teamwork"

TEAMWORK = (
    ask(
        f"{_KEY}:1",
        "请讲一次团队任务里你自己的部分，以及你帮别人补上的部分。",
        "Tell us about a team task: your own part, and what you took up for somebody else.",
        (
            "讲一次和同事一起完成的事，你做了什么？",
            "Tell us about something done together: what did you do?",
        ),
    ),
    ask(
        f"{_KEY}:2",
        "团队里有人跟不上或者起了矛盾时，你做过什么？",
        "When somebody in the team fell behind, or a quarrel arose, what did you do?",
        ("讲一次你帮同事的事。", "Tell us about one time you helped a colleague."),
    ),
    ask(
        f"{_KEY}:3",
        "请讲一次团队的成绩主要靠别人、你主动把功劳说清楚或者把经验分享出去的经历。",
        "Tell us about a success that was mostly somebody else's, where you made the credit clear "
        "or passed on what you knew.",
        (
            "讲一次你把自己的经验教给同事的事。",
            "Tell us about one time you passed on what you knew to a colleague.",
        ),
    ),
    case(
        f"{_KEY}:4",
        "排班临时少了一个人，大家都不想顶上。请讲一次你经历过的类似情况：你做了什么，团队最后怎样？",
        "A shift is one person short and nobody wants to step in. Tell us about the nearest thing "
        "you lived through: what did you do, and how did the team fare?",
        (
            "讲一次人手不够、你出了力的事。",
            "Tell us about one time there were too few hands and you helped out.",
        ),
    ),
    case(
        f"{_KEY}:5",
        "另一个部门交来的东西总是晚。请用一次真实经历讲你怎样和他们配合，把事情按时做完。",
        "Another department keeps delivering late. From a real occasion, tell how you worked with "
        "them so that the work was done in time.",
        (
            "讲一次你和别的部门一起做的事。",
            "Tell us about one thing you did together with another department.",
        ),
    ),
    *then(
        _KEY,
        (
            "这个团队有几个人？当时在做什么事？",
            "How many were in the team, and what were you working on?",
        ),
        (
            "你自己负责哪一部分？",
            "Which part was yours?",
        ),
        (
            "除了分内的事，你自己还做了什么？",
            "What did you yourself do beyond your own part?",
        ),
        (
            "团队的结果怎么样？有什么数字或者变化？",
            "How did the team fare? Any figure, or anything that changed?",
        ),
    ),
)
