"""Sentences about recommendations and dispositions."""

MESSAGES: dict[str, tuple[str, str]] = {
    "recommendation.pass": ("建议通过", "Pass is proposed"),
    "recommendation.fail": ("建议不通过", "Rejection is proposed"),
    "recommendation.person_needed": ("需要人工判断", "A person is needed"),
    "recommendation.reaches-cut-score": (
        "面试综合分 {composite} 达到录用线 {cut_score}。",
        "The composite {composite} reaches the cut score {cut_score}.",
    ),
    "recommendation.below-cut-score": (
        "面试综合分 {composite} 低于录用线 {cut_score}。",
        "The composite {composite} is below the cut score {cut_score}.",
    ),
    "recommendation.essential-not-met": (
        "必备条件不满足：{name}。",
        "An essential criterion is not met: {name}.",
    ),
    "recommendation.essential-unknown": (
        "简历没有写明必备条件：{name}，请向候选人核实。",
        "The résumé does not settle an essential criterion: {name}; ask the candidate.",
    ),
    "recommendation.no-fit": (
        "简历没有可用的匹配度，请人工查看。",
        "The résumé gave no fit; a person should look at it.",
    ),
    "recommendation.no-composite": (
        "面试测得的内容不足以给出综合分。",
        "Too little was measured in the interview for a composite.",
    ),
    "recommendation.not-measured": (
        "没有测得维度：{name}；未测得不等于低分。",
        "A dimension was not measured: {name}; that is never a low score.",
    ),
    "error.named-person-required": (
        "这一步必须由具名的人决定。",
        "This decision belongs to a named person.",
    ),
    "next.named-person-required": (
        "请用本人账号登录控制台后再决定。",
        "Sign in to the console as yourself, then decide.",
    ),
    "error.already-disposed": (
        "这份申请已由他人作出决定：{outcome}。",
        "A decision on this application was recorded before: {outcome}.",
    ),
    "next.already-disposed": (
        "请在候选人档案中查看该决定与理由。",
        "See the decision and its reason in the candidate's file.",
    ),
    "error.override-reason-too-short": (
        "与系统建议相反的决定需要至少 {least} 个字的理由。",
        "A decision against the proposal needs a reason of at least {least} characters.",
    ),
    "next.override-reason-too-short": (
        "请写明您为何不采纳建议。",
        "Say why you decide otherwise.",
    ),
    "error.disposition-unknown": (
        "这份申请还没有决定。",
        "No decision on this application was recorded yet.",
    ),
    "next.disposition-unknown": ("请先由具名的人作出决定。", "A named person decides first."),
    "error.recommendation-unknown": (
        "这份申请还没有系统建议。",
        "There is no recommendation on this application yet.",
    ),
    "next.recommendation-unknown": (
        "面试证据齐全后会自动给出建议。",
        "It is made by itself once the interview's evidence is complete.",
    ),
    "error.proof-unreadable": (
        "这不是一份可读的决定证据文件。",
        "This is not a readable evidence file of a decision.",
    ),
    "next.proof-unreadable": (
        "请从证据库重新下载原件。",
        "Download the original from the evidence store.",
    ),
}
