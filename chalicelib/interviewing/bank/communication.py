"""Questions on communication (沟通能力)."""

from chalicelib.interviewing.bank.notation import ask, case, then

_KEY = "communication"

COMMUNICATION = (
    ask(
        f"{_KEY}:1",
        "请讲一次对方不同意你、最后达成一致的沟通。你先做了什么，怎么说的？",
        "Tell us about someone who disagreed with you and with whom you reached an agreement. "
        "What did you do first, and what did you say?",
        ("讲一次和别人意见不同的事。", "Tell us about one disagreement."),
    ),
    ask(
        f"{_KEY}:2",
        "你怎样把一件复杂的事讲给不懂的人听？请讲一次真实的经历。",
        "How did you explain something complicated to someone who knew nothing of it? "
        "Tell a real occasion.",
        ("讲一次你教别人的事。", "Tell us about one time you taught somebody something."),
    ),
    ask(
        f"{_KEY}:3",
        "请讲一次因为没说清楚而出了误会的经历。你怎么发现的，又怎样补救？",
        "Tell us about a misunderstanding that arose because something was not said clearly. "
        "How did you notice it, and how did you mend it?",
        (
            "讲一次别人误解了你的话的事。",
            "Tell us about one time somebody misunderstood what you said.",
        ),
    ),
    case(
        f"{_KEY}:4",
        "一位客户情绪激动，当众投诉。请讲一次你处理过的类似情况：你先听到了什么，怎么回应，"
        "怎样确认他接受了？",
        "A customer is upset and complains in front of others. Tell us about the nearest thing you "
        "dealt with: what did you hear first, how did you answer, and how did you make sure that "
        "they accepted it?",
        (
            "讲一次你安抚一个生气的人的经历。",
            "Tell us about one time you calmed an angry person.",
        ),
    ),
    case(
        f"{_KEY}:5",
        "你要把一个坏消息告诉上级或者客户。请用一次真实经历讲你怎样准备、怎么说、对方的反应如何。",
        "You have bad news for your manager or a customer. From a real occasion, tell how you "
        "prepared, what you said and how they took it.",
        (
            "讲一次你不得不告诉别人坏消息的事。",
            "Tell us about one time you had to tell somebody something unpleasant.",
        ),
    ),
    *then(
        _KEY,
        (
            "对方是谁？你们当时在谈什么事？",
            "Who was the other person, and what was it about?",
        ),
        (
            "你希望通过这次沟通达成什么？",
            "What did you want to reach by talking?",
        ),
        (
            "你当时是怎么说的？先问了什么，对方怎么回答？",
            "What did you say? What did you ask first, and what was the answer?",
        ),
        (
            "最后达成一致了吗？怎么看得出来？",
            "Did you agree in the end? How could one tell?",
        ),
    ),
)
