"""Sentences of the candidate's opinion of the process."""

MESSAGES: dict[str, tuple[str, str]] = {
    "candidate.opinion.title": ("您觉得这次招聘过程如何？", "How was the process for you?"),
    "candidate.opinion.note": (
        "自愿填写，一分钟即可。报表中只出现合计，少于 10 份不显示；不影响任何结果。",
        "Voluntary, a minute at most. Reports show totals only, and none below ten answers; it "
        "changes no result.",
    ),
    "candidate.opinion.link": ("说说您对招聘过程的看法（匿名，一分钟）",
                               "Tell us how the process was (anonymous, a minute)"),
    "candidate.opinion.overall": ("总体满意程度（必填）", "Overall (required)"),
    "candidate.opinion.transparent": ("过程是否透明：知道评什么、为何如此评",
                                      "Was it transparent: what was rated, and why so?"),
    "candidate.opinion.timely": ("反馈是否及时", "Was feedback timely?"),
    "candidate.opinion.objective": ("评价是否客观", "Was the assessment objective?"),
    "candidate.opinion.mark-5": ("非常满意", "very much so"),
    "candidate.opinion.mark-4": ("满意", "yes"),
    "candidate.opinion.mark-3": ("一般", "so-so"),
    "candidate.opinion.mark-2": ("不太满意", "hardly"),
    "candidate.opinion.mark-1": ("很不满意", "not at all"),
    "candidate.opinion.remark": ("还想说的（选填）", "Anything else (optional)"),
    "candidate.opinion.remark-note": (
        "请勿写姓名或电话；这段话不带姓名给招聘团队看。",
        "Please leave out names and numbers; the hiring team reads this without your name.",
    ),
    "candidate.opinion.send": ("提交", "Send"),
    "candidate.opinion.saved": ("谢谢，已收到。", "Thank you, we have it."),
    "candidate.opinion.closed": (
        "现在没有可填的：尚无结果，或您已填过。",
        "There is nothing to answer now: there is no result yet, or you have answered.",
    ),
    "error.opinion-too-early": ("还没有结果。", "There is no result yet."),
    "next.opinion-too-early": ("有了结果之后再来填写。", "Come back once you have heard from us."),
    "error.opinion-given": ("您已经填过了。", "You have answered before."),
    "next.opinion-given": ("谢谢，无需再填。", "Thank you; nothing more is needed."),
    "console.analytics.remarks": ("候选人写下的话（匿名）", "What candidates wrote (anonymous)"),
}  # fmt: skip
