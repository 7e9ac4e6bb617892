"""Sentences of a change of weights: what stops it, what its gates say."""

MESSAGES: dict[str, tuple[str, str]] = {
    "error.second-person-needed": (
        "您已批准过；第二次批准须由另一位具名人员作出。",
        "You have approved already; the second approval is another person's.",
    ),
    "next.second-person-needed": (
        "请另一位有审批权限的同事登录后批准。",
        "Ask a colleague who may decide on weights to sign in and approve.",
    ),
    "error.gate-failed": (
        "门槛未通过（{gates}），任何人都不能让这组权重生效。",
        "A gate failed ({gates}): nobody can bring these weights into force.",
    ),
    "next.gate-failed": (
        "请驳回；可查看差别更小的备选权重，或等更多结果后重新计算。",
        "Reject it; look at the more even alternative, or compute again with more outcomes.",
    ),
    "error.acknowledgement-needed": (
        "有门槛无法测量（{gates}），批准人须用自己的话说明（至少 {least} 个字）。",
        "A gate could not be measured ({gates}): say so in your own words, {least} characters up.",
    ),
    "next.acknowledgement-needed": (
        "请在“未测得事项”中写明您知悉什么、为何仍同意。",
        "Write under “What was not measured” what you know and why you still agree.",
    ),
    "error.shadow-not-over": (
        "影子运行未满：已有 {seen} 场面试，须满 {interviews} 场或 {days} 天。",
        "The shadow run is not over: {seen} interviews of {interviews}, or {days} days.",
    ),
    "next.shadow-not-over": (
        "请等影子运行结束；也可以提前终止，权重保持不变。",
        "Wait until it is over, or end it: the weights stay.",
    ),
    "error.shadow-taken": (
        "该岗位族已有一组权重在影子运行（{proposal_id}）。",
        "Another challenger of this job family is in its shadow run ({proposal_id}).",
    ),
    "next.shadow-taken": (
        "请先启用或终止那一组。",
        "Activate or end that one first.",
    ),
    "error.shadow-unknown": (
        "建议 {proposal_id} 没有影子运行。",
        "There is no shadow run of proposal {proposal_id}.",
    ),
    "next.shadow-unknown": (
        "影子运行在第二次批准后开始。",
        "It starts with the second approval.",
    ),
    "error.proposals-frozen": (
        "泄漏警报未解除，{job_family} 的权重建议已冻结。",
        "A leak alarm stands: proposals of {job_family} are frozen.",
    ),
    "next.proposals-frozen": (
        "请具名人员排查评分人是否看过预测，并记录排查结果。",
        "A named person must check whether raters had seen the prediction, and say what was found.",
    ),
    "error.rollback-impossible": (
        "不能退回第 {version} 版（现行 {current}）：须更早、维度相同、权重不同。",
        "Version {version} cannot come back (now {current}): not earlier, or nothing to undo.",
    ),
    "next.rollback-impossible": (
        "请选择维度相同、权重不同的更早版本。",
        "Choose an earlier version with the same dimensions and other weights.",
    ),
    "error.drift-unknown": (
        "岗位族 {job_family} 还没有漂移报告。",
        "There is no drift report on {job_family} yet.",
    ),
    "next.drift-unknown": (
        "报告每天生成一次。",
        "A report is made once a day.",
    ),
    "gate.n.passed": ("有结果的员工 {n} 名，不少于 {needed}。", "{n} outcomes, {needed} needed."),
    "gate.n.failed": (
        "有结果的员工 {n} 名，少于 {needed}。",
        "{n} outcomes, fewer than {needed}.",
    ),
    "gate.leak.passed": (
        "最高校正相关 {r}（{dimension}）；警戒线 {needed}，或已由具名人员排除泄漏。",
        "Highest corrected r {r} ({dimension}); alarm above {needed}, or a person ruled it out.",
    ),
    "gate.leak.failed": (
        "{dimension} 的校正相关 {r} 高于 {needed}：可能有人先看过预测。",
        "{dimension} correlates {r}, above {needed}: raters may have seen the prediction.",
    ),
    "gate.leak.not-measured": ("结果太少，未计算相关。", "Too few outcomes for correlations."),
    "gate.split-half.passed": (
        "在未参与估计的人身上，新权重更好的概率为 {chance}，不低于 {needed}。",
        "On people not used to fit, better with probability {chance}; {needed} needed.",
    ),
    "gate.split-half.failed": (
        "在未参与估计的人身上，新权重更好的概率为 {chance}，低于 {needed}。",
        "On people not used to fit, better with probability {chance}, below {needed}.",
    ),
    "gate.split-half.not-measured": (
        "没有可检验的新权重。",
        "There are no new weights to test.",
    ),
    "gate.fairness.passed": (
        "最低影响比 {ratio}（{group} 对 {reference}，n = {n}），没有证实的不利影响。",
        "Lowest impact ratio {ratio} ({group} to {reference}, n = {n}); no proven adverse impact.",
    ),
    "gate.fairness.failed": (
        "影响比 {ratio} 低于 {needed}（{group} 对 {reference}，n={n}），已证实。",
        "Impact ratio {ratio} ({group} to {reference}, n = {n}) below {needed}: proven.",
    ),
    "gate.fairness.not-measured": (
        "自述群体的人太少（{n} 人），无法测量；这既不是公平，也不是不公平。",
        "Too few people stated a group ({n}) to measure: neither fair nor unfair.",
    ),
    "gate.fairness.partly": (
        "{names}：自述的人太少（最少 {n} 人），无法测量；测得的属性没有证实的不利影响。",
        "{names}: too few stated a group (least {n}) to measure; no proven adverse impact in what "
        "was measured.",
    ),
    "weights.rolled-back-note": (
        "退回第 {version} 版的权重：{reason}",
        "Back to the weights of version {version}: {reason}",
    ),
}
