"""Sentences of the charts on process, sources, questions and candidates' opinions."""

MESSAGES: dict[str, tuple[str, str]] = {
    "error.bands-unclear": (
        "分数段边界“{edges}”看不明白。",
        "The band edges “{edges}” cannot be read.",
    ),
    "next.bands-unclear": (
        "请写最多 12 个由小到大的数，大于 0、小于 100，最多一位小数，如 60, 70, 80。",
        "Write at most twelve rising numbers above 0 and below 100 with at most one decimal, such "
        "as 60, 70, 80.",
    ),
    "error.period-unclear": (
        "日期“{day}”看不明白。",
        "The day “{day}” cannot be read.",
    ),
    "next.period-unclear": (
        "请按 2026-03-31 的样子写日期。",
        "Write days like 2026-03-31.",
    ),
    "analytics.unit.stays": ("次停留", "stays"),
    "analytics.unit.moves": ("次操作", "moves"),
    "analytics.unit.answers": ("条已评回答", "rated answers"),
    "analytics.unit.candidates-asked": ("份候选人反馈", "candidates who answered"),
    "analytics.word.minutes": ("{n} 分钟", "{n} min"),
    "analytics.word.hours": ("{n} 小时", "{n} h"),
    "analytics.word.days": ("{n} 天", "{n} d"),
    "analytics.stage.interviewing": ("面试中", "Interviewing"),
    "analytics.stage.background_check": ("背景调查", "Background check"),
    "analytics.stage.under_review": ("人工复核", "Under review"),
    "analytics.stage.onboarding": ("入职办理", "Onboarding"),
    "analytics.stage.decision": ("申请→决定", "Application → decision"),
    "analytics.stage.hire": ("申请→入职", "Application → hire"),
    "analytics.stage.onboard": ("面试→入职", "Interview → hire"),
    "analytics.col.gap": ("与其他维度之差", "Gap to others"),
    "analytics.col.gap-low": ("差的下限", "Gap low"),
    "analytics.col.gap-high": ("差的上限", "Gap high"),
    "analytics.col.store": ("门店", "Store"),
    "analytics.col.region": ("区域", "Region"),
    "analytics.col.source": ("来源渠道", "Source"),
    "analytics.col.week": ("周（周一）", "Week (Monday)"),
    "analytics.col.median-hours": ("中位数（小时）", "Median (h)"),
    "analytics.col.tail-hours": ("第 90 百分位（小时）", "90th percentile (h)"),
    "analytics.col.n-before": ("之前 n", "n before"),
    "analytics.col.n-after": ("之后 n", "n after"),
    "analytics.col.median-before": ("之前中位数（小时）", "Median before (h)"),
    "analytics.col.median-after": ("之后中位数（小时）", "Median after (h)"),
    "analytics.col.change-hours": ("变化（小时）", "Change (h)"),
    "analytics.col.change": ("变化", "Change"),
    "analytics.col.colleague": ("同事", "Colleague"),
    "analytics.col.invited": ("邀请", "Invited"),
    "analytics.col.decided": ("决定", "Decided"),
    "analytics.col.offered": ("录用通知", "Offers"),
    "analytics.col.moves": ("合计", "All"),
    "analytics.col.question": ("题号", "Question"),
    "analytics.col.text": ("题目", "Text"),
    "analytics.col.asked": ("被问次数", "Asked"),
    "analytics.col.answered": ("已答", "Answered"),
    "analytics.col.rated": ("已评", "Rated"),
    "analytics.col.mean-rating": ("平均评级（1–5）", "Mean rating (1–5)"),
    "analytics.col.discrimination": ("区分度 r", "Discrimination r"),
    "analytics.col.asked-about": ("问题", "Asked about"),
    "analytics.col.mean-mark": ("平均分（1–5）", "Mean mark (1–5)"),
    "analytics.col.content": ("满意（4–5）", "Content (4–5)"),
    "analytics.note.ranks": (
        "区间为分位数的 95% 秩次区间，不假设分布；时长按格子计（整分钟、整小时或整天）。",
        "Intervals are 95% rank intervals of the quantile, free of any distribution; durations are "
        "counted on a grid of whole minutes, hours or days.",
    ),
    "analytics.note.fisher-r": (
        "r 的区间为 95% Fisher 变换区间。",
        "The interval of r is Fisher's 95% interval.",
    ),
    "analytics.drift.title": ("分数漂移（按周）", "Score drift by week"),
    "analytics.drift.dot": (
        "{week}：均值 {mean}（{low}–{high}），n = {n}",
        "{week}: mean {mean} ({low}–{high}), n = {n}",
    ),
    "analytics.drift.note": (
        "按面试完成的那一周计；不足 10 次面试的周不画。",
        "By the week in which the interview was completed; weeks with fewer than ten are not "
        "drawn.",
    ),
    "analytics.drift.summary-none": (
        "{n} 次面试集中在少数几周，还不能把最近 {weeks} 周与之前比较。",
        "{n} interviews in too few weeks to compare the last {weeks} with those before.",
    ),
    "analytics.drift.summary-open": (
        "最近 {weeks} 个有面试的周均值为 {mean}（n = {n}），与之前（n = {before}）相差 {gap} 分，"
        "区间 {low} 至 {high}：未见漂移。",
        "The last {weeks} weeks with interviews have a mean of {mean} (n = {n}), {gap} points "
        "from those before (n = {before}), interval {low} to {high}: no drift is shown.",
    ),
    "analytics.drift.summary-proven": (
        "分数在变：最近 {weeks} 个有面试的周均值为 {mean}（n = {n}），"
        "与之前（n = {before}）相差 {gap} 分，区间 {low} 至 {high}。",
        "Scores have moved: the last {weeks} weeks with interviews have a mean of {mean} "
        "(n = {n}), {gap} points from those before (n = {before}), interval {low} to {high}.",
    ),
    "analytics.stays.title": ("各阶段停留时间", "Time in each stage"),
    "analytics.stays.summary": (
        "停留最久的是“{stage}”：中位数 {median}（区间 {low} 至 {high}，n = {n}），"
        "十分之九的人不超过 {tail}。",
        "{stage} takes longest: median {median} (interval {low} to {high}, n = {n}); nine in ten "
        "wait no longer than {tail}.",
    ),
    "analytics.stays.figure": (
        "{median}（{low}–{high}），90%：{tail}，n = {n}",
        "{median} ({low}–{high}), 90%: {tail}, n = {n}",
    ),
    "analytics.stays.figure-short": ("{median}，n = {n}", "{median}, n = {n}"),
    "analytics.stays.note": (
        "计入已离开该阶段的申请，按离开的那一周；虚线为第 90 百分位。",
        "Applications that have left the stage, by the week of leaving; the dashed mark is the "
        "90th percentile.",
    ),
    "analytics.hire.title": ("招聘用时", "Time to decision and hire"),
    "analytics.hire.summary": (
        "{stage}的中位用时为 {median}（区间 {low} 至 {high}，n = {n}），"
        "十分之九的人不超过 {tail}。",
        "{stage}: median {median} (interval {low} to {high}, n = {n}); nine in ten take no longer "
        "than {tail}.",
    ),
    "analytics.hire.note": (
        "按结束的那一周计（决定或入职）；尚未结束的不计入。",
        "By the week of the end (decision or hire); what has not ended is left out.",
    ),
    "analytics.moved.title": ("变化前后的用时", "Times before and after a change"),
    "analytics.moved.before": ("{stage} · 之前", "{stage} · before"),
    "analytics.moved.after": ("{stage} · 之后", "{stage} · after"),
    "analytics.moved.summary": (
        "{stage}的中位用时由 {before}（n = {n}）变为 {after}（n = {m}），变化 {change}；"
        "差值的 95% 区间为 {low} 至 {high} 小时。",
        "{stage}: the median went from {before} (n = {n}) to {after} (n = {m}), {change}; the 95% "
        "interval of the difference is {low} to {high} hours.",
    ),
    "analytics.moved.summary-open": (
        "{stage}的中位用时由 {before}（n = {n}）变为 {after}（n = {m}），"
        "但差值的 95% 区间为 {low} 至 {high} 小时，变化尚未证实。",
        "{stage}: the median went from {before} (n = {n}) to {after} (n = {m}), but the 95% "
        "interval of the difference is {low} to {high} hours: no change is proven.",
    ),
    "analytics.moved.note": (
        "按离开阶段的那一周分为前后，变化所在的那一周不计。差值区间为中位数之差的自助法区间"
        "（2,000 次，种子固定）。变化前开始、变化后结束的停留算在之后，故改进偏于低估。",
        "Split by the week of leaving the stage; the week of the change is left out. The interval "
        "is the bootstrap's for the difference of medians (2,000 draws, fixed seed). A stay that "
        "began before and ended after counts as after, so a gain is rather understated.",
    ),
    "analytics.load.title": ("招聘人员工作量", "Recruiters' load"),
    "analytics.load.figure": ("{n} 次，其中决定 {decided}", "{n}, of which {decided} decisions"),
    "analytics.load.summary": (
        "{people} 位同事共操作 {n} 次，人均 {mean}（标准差 {sd}）；{name}最多，占 {share}。",
        "{people} colleagues made {n} moves, {mean} each (SD {sd}); {name} made most, {share}.",
    ),
    "analytics.load.note": (
        "计入有名有姓的同事发出的邀请、通过或拒绝的决定和录用通知；系统自动的不计。"
        "这是全部操作的计数，不是样本，故没有区间。",
        "Invitations, decisions to pass or reject, and offers by named colleagues; what the system "
        "did is left out. This counts all moves and is no sample, hence no interval.",
    ),
    "analytics.source.title": ("各来源录用者的绩效", "Later performance by source"),
    "analytics.source.summary": (
        "{all} 位有绩效的员工中，来自“{source}”的表现最好：均值 {mean} 个标准差"
        "（区间 {low} 至 {high}，n = {n}）。",
        "Of {all} employees with an outcome those from {source} do best: mean {mean} SD (interval "
        "{low} to {high}, n = {n}).",
    ),
    "analytics.source.summary-none": (
        "{n} 位有绩效的员工分散在各来源，每个来源都不足 10 人。",
        "{n} employees with an outcome, fewer than ten from every source.",
    ),
    "analytics.source.note": (
        "条形为绩效不低（高于 −0.5 个标准差）者所占比例；按入职的那一周计。",
        "Bars show the share that does not perform low (above −0.5 SD); by the week of the hire.",
    ),
    "analytics.questions.title": ("题目统计", "Question statistics"),
    "analytics.questions.summary": (
        "{all} 道题共有 {n} 条已评回答；{known} 道可算区分度，其中 {weak} 道几乎区分不了人。",
        "{all} questions have {n} rated answers; of {known} whose discrimination is known {weak} "
        "hardly tell people apart.",
    ),
    "analytics.questions.note": (
        "区分度为该题评级与同场其他题平均评级的相关；区间上限低于 0.3 的标出。",
        "Discrimination is the correlation of a question's rating with the mean of the others in "
        "the same interview; marked where the interval ends below .3.",
    ),
    "analytics.opinions.title": ("候选人满意度", "Candidates' satisfaction"),
    "analytics.opinions.overall": ("总体满意", "Overall"),
    "analytics.opinions.transparent": ("过程透明", "Transparent"),
    "analytics.opinions.timely": ("反馈及时", "Timely"),
    "analytics.opinions.objective": ("评价客观", "Objective"),
    "analytics.opinions.summary": (
        "{n} 位候选人作答，总体满意（4–5 分）的占 {share}（区间 {low}–{high}）。",
        "Of {n} candidates who answered {share} are content overall (4–5; interval {low}–{high}).",
    ),
    "analytics.opinions.note": (
        "匿名：少于 10 份不显示；若其余的不足 10 份，也不显示，以免由相减得出个人答案。",
        "Anonymous: nothing is shown below ten answers, nor where fewer than ten others are left, "
        "lest a single answer be found by subtraction.",
    ),
    "analytics.pass.title-store": ("各门店通过率", "Pass rate by store"),
    "analytics.pass.title-region": ("各区域通过率", "Pass rate by region"),
    "analytics.pass.title-source": ("各来源通过率", "Pass rate by source"),
    "analytics.pass.more": (
        "图中画出前 {shown} 项，共 {all} 项，其余见表。",
        "The picture shows {shown} of {all}; the table has all.",
    ),
    "analytics.scores.piece": ("{band} 分占 {share}", "{share} in {band}"),
    "analytics.scores.edges": (
        "分数段可任选，精确到 0.1 分；最后一段含 100 分。",
        "Bands may be chosen to a tenth of a point; the last one holds 100.",
    ),
    "analytics.advice.drift": (
        "查明分数为何变动：题目、评分方法或来源是否变了",
        "Find out why scores moved: did questions, rating or sources change?",
    ),
    "analytics.evidence.drift": (
        "最近 {weeks} 周的均值与之前相差 {gap} 分（区间 {low} 至 {high}，n = {n} 与 {before}）。",
        "The mean of the last {weeks} weeks is {gap} points from before (interval {low} to {high}, "
        "n = {n} and {before}).",
    ),
    "analytics.advice.weak-questions": (
        "改写或停用区分不了人的题目：{listed}",
        "Reword or retire questions that do not tell people apart: {listed}",
    ),
    "analytics.evidence.weak-questions": (
        "{number} 道题的区分度区间上限低于 0.3（回答最少的一道 n = {n}）。",
        "{number} questions have a discrimination whose interval ends below .3 (the least answered "
        "has n = {n}).",
    ),
    "analytics.advice.unhappy": (
        "改进候选人体验中的“{cause}”",
        "Improve what candidates like least: {cause}",
    ),
    "analytics.evidence.unhappy": (
        "满意的只占 {share}（区间 {low}–{high}，n = {n}），低于总体的 {overall}。",
        "Only {share} are content with it (interval {low}–{high}, n = {n}), against {overall} "
        "overall.",
    ),
    "analytics.advice.poor-source": (
        "来自“{source}”的候选人较少通过：调整该渠道的说明，或另辟渠道",
        "Candidates from {source} seldom pass: change what is said there, or look elsewhere",
    ),
    "analytics.evidence.poor-source": (
        "通过率 {share}（区间 {low}–{high}，n = {n}），其他来源 {others}（n = {others_n}）。",
        "Pass rate {share} (interval {low}–{high}, n = {n}) against {others} elsewhere "
        "(n = {others_n}).",
    ),
}
