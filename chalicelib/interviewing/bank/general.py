"""Follow-ups for any dimension: one for each part of STAR."""

from chalicelib.interviewing.bank.notation import then

GENERAL = then(
    "",
    (
        "当时是什么情况？在什么时候、什么地方、有谁？",
        "What was the situation: when, where, and who was there?",
    ),
    (
        "你当时的任务是什么？要达到什么要求？",
        "What was your task, and what was expected of you?",
    ),
    (
        "这里面你自己做了什么？请讲一两个具体的步骤。",
        "What did you yourself do? Please name one or two concrete steps.",
    ),
    (
        "结果如何？有什么数字或事实吗？",
        "What came of it? Is there a figure or a fact?",
    ),
)
