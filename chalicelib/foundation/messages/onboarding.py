"""Sentences about background checks, offers and onboarding."""

MESSAGES: dict[str, tuple[str, str]] = {
    "attention.handed-over": (
        "录用流程无法自动继续，请人工处理。",
        "The hire cannot go on by itself; please carry on.",
    ),
    "attention.review": (
        "背景调查结果需要您复核。",
        "The background check needs your review.",
    ),
    "attention.not-told": (
        "通知多次发送失败，请直接联系对方。",
        "A message could not be delivered; please get in touch directly.",
    ),
    "error.background-report-malformed": (
        "背景调查报告格式不正确：{where}。",
        "The background check report is not in the agreed form: {where}.",
    ),
    "next.background-report-malformed": (
        "请按接口文档更正后用新的编号重发。",
        "Correct it as the API document says and send it with a new id.",
    ),
    "error.background-report-exists": (
        "这项背景调查已有另一份报告。",
        "Another report on this background check was accepted before.",
    ),
    "next.background-report-exists": (
        "如需更正，请联系招聘方。",
        "To correct it, write to the recruiter.",
    ),
    "error.background-check-not-yours": (
        "这项背景调查没有委托给该合作方。",
        "This partner was not asked for this background check.",
    ),
    "next.background-check-not-yours": (
        "只有接到委托的合作方才能回传报告。",
        "Only the partner that was asked may report; check the application's id.",
    ),
    "error.background-check-unknown": (
        "没有为这份申请发起背景调查。",
        "No background check was ordered for this application.",
    ),
    "next.background-check-unknown": ("请核对申请编号。", "Check the application's id."),
    "error.review-unknown": ("没有待复核的事项。", "There is nothing to review."),
    "next.review-unknown": (
        "背景调查有疑问时才需要复核。",
        "A review is opened when a background check asks for one.",
    ),
    "error.review-decided": ("复核已由他人决定。", "The review was decided before."),
    "next.review-decided": ("请刷新查看结果。", "Reload to see the decision."),
    "error.offer-unknown": ("还没有录用通知。", "There is no offer yet."),
    "next.offer-unknown": (
        "候选人进入待入职池后才能发出录用通知。",
        "An offer is made once the candidate is in the pre-hire pool.",
    ),
    "error.offer-made": ("录用通知已发出。", "An offer was made before."),
    "next.offer-made": ("请等待候选人答复。", "Wait for the candidate's answer."),
    "error.offer-start-past": (
        "入职日期 {start_date} 已过。",
        "The first day {start_date} lies in the past.",
    ),
    "next.offer-start-past": ("请选择今天或之后的日期。", "Choose today or a later day."),
    "error.offer-start-invalid": (
        "“{start_date}”不是 YYYY-MM-DD 日期。",
        "“{start_date}” is not a date as YYYY-MM-DD.",
    ),
    "next.offer-start-invalid": ("请按该格式填写。", "Write it in that form."),
    "error.offer-answered": ("您已答复过录用通知。", "The offer was answered before."),
    "next.offer-answered": ("如需更改，请联系招聘人员。", "To change it, write to the recruiter."),
    "error.offer-answer-own": (
        "录用通知只能由候选人本人答复。",
        "Only the candidate answers an offer.",
    ),
    "next.offer-answer-own": ("请候选人用自己的链接答复。", "Ask them to use their own link."),
    "error.step-unknown": (
        "入职清单里没有 {step_key}。",
        "The checklist has no step {step_key}.",
    ),
    "next.step-unknown": ("请核对步骤名称。", "Check the step's key."),
    "error.step-not-yours": (
        "这一步由其他人完成（{owner}）。",
        "This step belongs to somebody else ({owner}).",
    ),
    "next.step-not-yours": ("请由负责人完成。", "Its owner closes it."),
    "error.onboarding-open": (
        "入职清单还有未完成的步骤：{steps}。",
        "The checklist still has open steps: {steps}.",
    ),
    "next.onboarding-open": ("请先完成这些步骤。", "Close them first."),
    "error.close-without-reason": (
        "没有理由关闭这份申请。",
        "There is no reason to close this application.",
    ),
    "next.close-without-reason": (
        "请由具名的人先作出决定。",
        "A named person decides first.",
    ),
}
