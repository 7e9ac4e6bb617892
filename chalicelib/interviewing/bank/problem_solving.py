"""Questions on problem solving (问题解决)."""

from chalicelib.interviewing.bank.notation import PYTHON, ask, case, then

_KEY = "problem_solving"

PROBLEM_SOLVING = (
    ask(
        f"{_KEY}:1",
        "请讲一个你找到真正原因并解决的问题。你是怎么一步步排除的？",
        "Tell us about a problem whose real cause you found. How did you narrow it down?",
        (
            "讲一个反复出现、后来被你解决的问题。",
            "Tell us about a problem that kept coming back until you solved it.",
        ),
    ),
    ask(
        f"{_KEY}:2",
        "说一个你排查过的线上故障：现象、原因、修复，以及怎样防止再发生。",
        "Tell us about a production fault you traced: symptom, cause, fix, and how you prevented "
        "it from returning.",
        ("讲一个你修过的错误。", "Tell us about one bug you fixed."),
        PYTHON,
    ),
    ask(
        f"{_KEY}:3",
        "请讲一次你比较过几种办法再动手的经历。你为什么选这一种，怎样确认它有效？",
        "Tell us about a time you compared several ways before acting. Why this one, and how did "
        "you make sure that it worked?",
        (
            "讲一次你在两种做法之间选择的经历。",
            "Tell us about one time you chose between two ways of doing something.",
        ),
    ),
    case(
        f"{_KEY}:4",
        "同一种差错一个月里出现了三次，大家都说是偶然。请讲一次你遇到的类似情况：你查了什么，改了什么？",
        "The same mistake happens three times in a month, and everybody calls it chance. Tell us "
        "about the nearest thing you met: what did you look into, and what did you change?",
        (
            "讲一个总是出同样差错的地方，你做了什么？",
            "Tell us about one place where the same thing kept going wrong: what did you do?",
        ),
    ),
    case(
        f"{_KEY}:5",
        "信息不全，但今天就要给出处理办法。请用一次真实经历讲你怎样判断、怎样留下退路。",
        "You must decide today though the facts are incomplete. From a real occasion, tell how you "
        "judged and how you kept a way back.",
        (
            "讲一次没弄清全部情况就要做决定的事。",
            "Tell us about one time you had to decide without knowing everything.",
        ),
    ),
    *then(
        _KEY,
        (
            "问题是什么时候、在哪里出现的？影响了谁？",
            "When and where did the problem appear, and whom did it affect?",
        ),
        (
            "你当时要解决到什么程度？",
            "What were you expected to get done about it?",
        ),
        (
            "你自己查了哪些地方，怎么确定原因的？",
            "What did you yourself look into, and how did you settle on the cause?",
        ),
        (
            "问题解决了吗？之后又出现过吗？有数字吗？",
            "Was it solved? Did it come back? Is there a figure?",
        ),
    ),
)
