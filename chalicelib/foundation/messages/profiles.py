"""Sentences about the profile of top performers, expected performance and what a plan brings."""

MESSAGES: dict[str, tuple[str, str]] = {
    "error.plan-impossible": (
        "这些比例算不出结果：各比例须在 0 与 1 之间，目标须在基准率与完美分数所能达到的之间。",
        "These shares lead nowhere: each lies between 0 and 1, and the goal between the base rate "
        "and what a perfect score would reach.",
    ),
    "next.plan-impossible": (
        "请改小目标，或改变录用比例后重算。",
        "Lower the goal or change the selection ratio, then ask again.",
    ),
    "error.profile-unknown": (
        "岗位族 {job_family} 还没有算过绩优画像。",
        "Nobody has asked for a profile of {job_family} yet.",
    ),
    "next.profile-unknown": ("请先发起计算。", "Ask for it first."),
    "error.prediction-unknown": (
        "岗位族 {job_family} 还没有算过绩效预测。",
        "Nothing was predicted for {job_family} yet.",
    ),
    "next.prediction-unknown": (
        "请先发起绩优画像计算，预测随之更新。",
        "Ask for the profile of top performers; predictions come with it.",
    ),
    "error.profile-not-ready": (
        "画像还没有可供起草的发现。",
        "There is no finding yet that a draft could rest on.",
    ),
    "next.profile-not-ready": (
        "请等计算完成，或积累更多已锁定的结果后再算。",
        "Wait until it is computed, or ask again with more locked outcomes.",
    ),
    "error.profile-stale": (
        "画像基于第 {based_on} 版模型，现行版本已更新。",
        "It is based on model version {based_on}; another one is in force.",
    ),
    "next.profile-stale": ("请重新计算画像。", "Ask for the profile again."),
    "error.rater-stays-blind": (
        "评分人在考核锁定前看不到预测，以免影响评分。",
        "Who rates a person sees no prediction of them before the rating is locked.",
    ),
    "next.rater-stays-blind": (
        "锁定包含此人的考核周期后再查看。",
        "Look again once a cycle with this person is locked.",
    ),
    "trait.years_of_work": ("工作年限（年）", "years of work"),
    "trait.longest_post": ("最长一段任职（年）", "longest post (years)"),
    "trait.degree": ("最高学历（0 初中 … 5 博士）", "highest degree (0 junior … 5 doctorate)"),
    "trait.certificates": ("证书数量", "number of certificates"),
    "trait.rating-of-work": ("主管评分", "manager's rating"),
    "trait.skill": ("技能：{name}", "skill: {name}"),
    "trait.certificate": ("证书：{name}", "certificate: {name}"),
    "trait.behaviour": ("{dimension}：{name}", "{dimension}: {name}"),
    "trait.term": ("{dimension}：提到“{name}”", "{dimension}: says “{name}”"),
    "trait.star.S": ("讲清情境的回答占比", "share of answers that tell the situation"),
    "trait.star.T": ("讲清任务的回答占比", "share of answers that tell the task"),
    "trait.star.A": ("讲清行动的回答占比", "share of answers that tell the action"),
    "trait.star.R": ("讲清结果的回答占比", "share of answers that tell the result"),
    "profile.number": (
        "{name}：绩优者均值 {top}，其他人 {rest}，差异 g = {effect}（95% 区间 {low} 至 {high}，"
        "n = {top_n} + {rest_n}）。",
        "{name}: mean {top} among top performers, {rest} among the rest; g = {effect} (95 % "
        "interval {low} to {high}, n = {top_n} + {rest_n}). ",
    ),
    "profile.share": (
        "{name}：绩优者中 {top}%，其他人 {rest}%，相差 {effect} 个百分点（95% 区间 {low} 至 "
        "{high}，n = {top_n} + {rest_n}）。",
        "{name}: {top} % of top performers, {rest} % of the rest; {effect} points apart (95 % "
        "interval {low} to {high}, n = {top_n} + {rest_n}). ",
    ),
    "profile.too-few": (
        "{name}：只有 {top_n} + {rest_n} 人有数据，不作比较。",
        "{name}: measured of {top_n} + {rest_n} people only, not compared.",
    ),
    "profile.higher-among-top": (
        "绩优者更多见；相伴不等于原因。",
        "Goes along with top performance; no cause is shown.",
    ),
    "profile.lower-among-top": (
        "绩优者更少见；相伴不等于原因。",
        "Less seen among top performers; no cause is shown.",
    ),
    "profile.no-evidence": ("没有证据表明有差异。", "No evidence of a difference."),
    "profile.requested": ("正在计算。", "Being computed."),
    "profile.few": (
        "有结果的员工为 {n} 名，少于 {least}，不作比较。",
        "{n} people have outcomes, fewer than {least}: nothing is compared.",
    ),
    "profile.found": (
        "{n} 名有结果的员工中，绩优者 {top} 名；比较了 {compared} 项，{found} 项有证据与绩优相伴。",
        "Of {n} people with outcomes {top} are top performers; {compared} traits were compared, "
        "{found} go along with top performance.",
    ),
    "profile.unread": (
        "行为一项只读了最近入职者的回答，另有 {n} 人的回答没有读。",
        " Behaviours rest on the answers of those hired last; the answers of {n} more people were "
        "not read.",
    ),
    "profile.none": (
        "{n} 名有结果的员工中，绩优者 {top} 名；比较了 {compared} 项，没有一项有证据与绩优相伴。",
        "Of {n} people with outcomes {top} are top performers; {compared} traits were compared, "
        "and there is no evidence that any goes along with top performance.",
    ),
    "profile.method": (
        "前四分之一与其余比较；错误发现率 q = {q}（Benjamini–Hochberg）。",
        "Best quarter against the rest; false-discovery rate q = {q} (Benjamini-Hochberg).",
    ),
    "profile.note": (
        "依据 {n} 名员工的绩优画像（{found} 项发现）起草。",
        "Drafted from the profile of {n} people ({found} findings).",
    ),
    "prediction.few": (
        "有结果的员工为 {n} 名，少于 {least}：数据不足。",
        "{n} people have outcomes, fewer than {least}: not enough data.",
    ),
    "prediction.ppv": (
        "面试判为高潜的 {n} 人中 {yes} 人表现合格，占 {share}（95% 区间 {low} 至 {high}）。",
        "Of {n} called high potential {yes} turned out satisfactory, {share} "
        "(95 % interval {low} to {high}). ",
    ),
    "prediction.no-record": (
        "个人预测需要至少 {least} 个结果，现有 {n} 个：数据不足。",
        "Expected performance needs {least} outcomes, there are {n}: not enough data.",
    ),
    "prediction.passes": (
        "用较早的员工预测较晚的 {n} 人，{share} 落在 90% 区间内（{low} 至 {high}）：通过检验。",
        "Of {n} later hires {share} fell into the 90 % interval made from earlier ones "
        "({low} to {high}): the check is passed.",
    ),
    "prediction.fails": (
        "用较早的员工预测较晚的 {n} 人，只有 {share} 落在 90% 区间内（{low} 至 {high}）："
        "未通过检验，不显示个人预测。",
        "Of {n} later hires only {share} fell into the 90 % interval made from earlier ones "
        "({low} to {high}): the check is failed, nobody's prediction is shown.",
    ),
    "expected.interval": (
        "预计表现在已考核者的 {low} 至 {high} 位次之间（90% 区间，{n} 人）。仅供参考，不作决定。",
        "Expected between {low} and {high} of those appraised (90 % interval, from {n} people). "
        "It informs and decides nothing.",
    ),
    "expected.no-record": ("数据不足，不作预测。", "Not enough data: nothing is predicted."),
    "expected.record-fails": (
        "本岗位族的预测未通过自身检验，不显示。",
        "This job family's predictions fail their own check, so none is shown.",
    ),
    "expected.not-measured": (
        "有维度没有测得，不作预测；没有测得不等于低分。",
        "A dimension was not measured: nothing is predicted. Not measured is never low.",
    ),
    "expected.outside": (
        "此人的评分不同于以往所有入职者，经验之外不作预测。",
        "These ratings are unlike everybody's hired so far: beyond experience nothing is said.",
    ),
    "plan.expected": (
        "基准率 {base}、录用比例 {ratio}、效度 {r} 时，预计入职者中 {share} 合格。",
        "With a base rate of {base}, {ratio} hired and a validity of {r}, {share} of those hired "
        "are expected to be satisfactory. ",
    ),
    "plan.needed": (
        "要达到 {wanted} 合格，需要效度 {r}。",
        "For {wanted} satisfactory a validity of {r} is needed",
    ),
    "plan.within": ("这在好的结构化面试所能达到的范围内。", ", which good interviews can reach."),
    "plan.beyond": (
        "这超过结构化面试的平均效度 .42；放宽目标或提高选拔比更现实。",
        ", above the mean of structured interviews (.42): choose among more, or aim lower.",
    ),
}
