"""Sentences of charts, their tables and the advice drawn from them."""

MESSAGES: dict[str, tuple[str, str]] = {
    "error.chart-unknown": ("没有图表 {chart}。", "There is no chart {chart}."),
    "next.chart-unknown": (
        "请在分析页查看图表列表。",
        "See the analytics page for the charts there are.",
    ),
    "analytics.chart.too-few-short": ("样本太少：n = {n}", "too few: n = {n}"),
    "analytics.chart.too-few": (
        "样本太少：n = {n}（{unit}），达到 {least} 才显示。",
        "Too few: n = {n} ({unit}); shown from {least} on.",
    ),
    "analytics.chart.note-silent": (
        "n 小于 {least} 时不显示任何数字。",
        "No figure is shown below n = {least}.",
    ),
    "analytics.chart.not-proven": (
        "n = {n}，少于 30：尚未得到证实。",
        "With n = {n}, fewer than 30, this is not proven.",
    ),
    "analytics.note.wilson": (
        "区间为 95% Wilson 区间。",
        "Intervals are 95% Wilson intervals.",
    ),
    "analytics.note.mean": (
        "区间为均值的 95% 正态区间。",
        "Intervals are 95% normal intervals of the mean.",
    ),
    "analytics.note.fisher": (
        "r 的区间为 95% Fisher 变换区间；带状区域为回归线均值的 95% 区间。",
        "The interval of r is Fisher's 95% interval; the band is the line's 95% interval.",
    ),
    "analytics.unit.interviews": ("面试", "interviews"),
    "analytics.unit.decided": ("已决定的面试", "decided interviews"),
    "analytics.unit.applications": ("申请", "applications"),
    "analytics.unit.employees": ("有结果的员工", "employees with an outcome"),
    "analytics.unit.stated": ("已声明群体的人", "people who stated a group"),
    "analytics.unit.dimensions": ("测得的维度", "measured dimensions"),
    "analytics.word.yes": ("是", "yes"),
    "analytics.word.no": ("否", "no"),
    "analytics.word.imported": ("导入的历史", "imported history"),
    "analytics.word.here": ("本系统面试", "interviewed here"),
    "analytics.word.not-measured": ("未测得", "not measured"),
    "analytics.col.band": ("分数段", "Band"),
    "analytics.col.count": ("人次", "Interviews"),
    "analytics.col.share": ("占比", "Share"),
    "analytics.col.low": ("区间下限", "Low"),
    "analytics.col.high": ("区间上限", "High"),
    "analytics.col.dimension": ("维度", "Dimension"),
    "analytics.col.mean": ("均值", "Mean"),
    "analytics.col.n": ("n", "n"),
    "analytics.col.requisition": ("需求编号", "Requisition"),
    "analytics.col.title": ("职位", "Position"),
    "analytics.col.passed": ("通过", "Passed"),
    "analytics.col.rate": ("比率", "Rate"),
    "analytics.col.stage": ("阶段", "Stage"),
    "analytics.col.reached": ("到达", "Reached"),
    "analytics.col.passing": ("进入下一阶段", "Went on"),
    "analytics.col.ended": ("在此结束", "Ended here"),
    "analytics.col.waiting": ("停留中", "Waiting here"),
    "analytics.col.person": ("员工", "Employee"),
    "analytics.col.score": ("面试分", "Score"),
    "analytics.col.outcome": ("绩效（标准差）", "Outcome (SD)"),
    "analytics.col.origin": ("来源", "Origin"),
    "analytics.col.missed": ("高分低绩效", "High score, low performance"),
    "analytics.col.group": ("群体", "Group"),
    "analytics.col.well": ("绩效不低", "Not low"),
    "analytics.col.ratio": ("影响比", "Impact ratio"),
    "analytics.col.p": ("精确检验 p", "Exact test p"),
    "analytics.col.verdict": ("判断", "Verdict"),
    "analytics.col.reference": ("其他候选人均值", "Mean of others"),
    "analytics.scores.title": ("面试分数分布", "Distribution of interview scores"),
    "analytics.scores.axis": ("综合分", "Composite score"),
    "analytics.scores.cut": ("及格线 {cut}", "cut score {cut}"),
    "analytics.scores.band": ("{low}–{high}", "{low}–{high}"),
    "analytics.scores.band-below": ("<{high}", "<{high}"),
    "analytics.scores.band-above": ("≥{low}", "≥{low}"),
    "analytics.scores.summary": (
        "共 {n} 次面试：60–70 分占 {sixty}，70–80 分占 {seventy}，"
        "80 分及以上占 {eighty}，60 分以下占 {below}。",
        "Of {n} interviews {sixty} scored 60–70, {seventy} 70–80, {eighty} 80 or more and "
        "{below} below 60.",
    ),
    "analytics.scores.note": (
        "下限属于本段：70.00 归入 70–80。达到各自及格线的有 {reached}/{n}（{share}）。",
        "A band holds its lower edge: 70.00 is in 70–80. {reached} of {n} ({share}) reached the "
        "cut score of their requisition.",
    ),
    "analytics.scores.cuts": (
        "各需求的及格线不同（{cuts}），图中不画线。",
        "Cut scores differ ({cuts}), so no line is drawn.",
    ),
    "analytics.dimensions.title": ("各维度平均分", "Mean score by dimension"),
    "analytics.dimensions.note": (
        "最弱项与同一批人的其他维度比较，区间已按维度个数放宽；导入的历史不计入。",
        "The weakest is compared with the same people's other dimensions; its interval is widened "
        "for the number of dimensions. Imported history is left out.",
    ),
    "analytics.dimensions.summary-proven": (
        "“{name}”最弱：均值 {mean}，比其他维度低 {gap} 分（区间 {low} 至 {high}，n = {n}）。",
        "{name} is the weakest: mean {mean}, {gap} points below the other dimensions "
        "(interval {low} to {high}, n = {n}).",
    ),
    "analytics.dimensions.summary-lowest": (
        "“{name}”均值最低（{mean}），但与其他维度的差异尚未证实"
        "（低 {gap} 分，区间 {low} 至 {high}，n = {n}）。",
        "{name} has the lowest mean ({mean}), but the difference from the other dimensions is not "
        "proven ({gap} points, interval {low} to {high}, n = {n}).",
    ),
    "analytics.dimensions.summary-none": (
        "{n} 次面试中有 {dimensions} 个维度样本足够，无法比较强弱。",
        "{n} interviews, {dimensions} dimensions with enough of them: nothing to compare.",
    ),
    "analytics.pass.title": ("各职位通过率", "Pass rate by requisition"),
    "analytics.pass.summary": (
        "已决定的 {n} 次面试中通过 {passed} 次（{share}，区间 {low}–{high}），涉及 {jobs} 个需求。",
        "{passed} of {n} decided interviews passed ({share}, interval {low}–{high}), over {jobs} "
        "requisitions.",
    ),
    "analytics.pass.note": (
        "通过由具名人员决定；尚未决定和已撤回的不计入。虚线为总体通过率。",
        "A named person decides who passes; those undecided or withdrawn do not count. The dashed "
        "line is the overall rate.",
    ),
    "analytics.funnel.title": ("招聘漏斗", "Hiring funnel"),
    "analytics.funnel.summary": (
        "{n} 份申请中有 {hired} 人入职（{share}，区间 {low}–{high}）。",
        "Of {n} applications {hired} ended in a hire ({share}, interval {low}–{high}).",
    ),
    "analytics.funnel.note": (
        "“进入下一阶段”按到达本阶段的人数计，其中包括仍在等待的人。",
        "The share that went on is of all who reached the stage, those still waiting included.",
    ),
    "analytics.funnel.reached": ("{n}", "{n}"),
    "analytics.funnel.going-on": (
        "{n} · 进入下一阶段 {share} ({low}–{high})",
        "{n} · {share} go on ({low}–{high})",
    ),
    "analytics.stage.applied": ("已申请", "Applied"),
    "analytics.stage.screened": ("已筛选", "Screened"),
    "analytics.stage.invited": ("已邀请", "Invited"),
    "analytics.stage.interviewed": ("已面试", "Interviewed"),
    "analytics.stage.passed": ("已通过", "Passed"),
    "analytics.stage.pre_hire": ("待入职池", "Pre-hire pool"),
    "analytics.stage.offered": ("已发录用通知", "Offered"),
    "analytics.stage.hired": ("已入职", "Hired"),
    "analytics.prediction.title": ("预测与现实", "Prediction against reality"),
    "analytics.prediction.summary": (
        "{n} 名员工的面试分与绩效相关 r = {r}（区间 {low} 至 {high}）。",
        "Interview scores and performance of {n} employees correlate at r = {r} "
        "(interval {low} to {high}).",
    ),
    "analytics.prediction.summary-flat": (
        "{n} 名员工的面试分或绩效没有差异，无法计算相关。",
        "Scores or outcomes of the {n} employees do not vary; nothing can be correlated.",
    ),
    "analytics.prediction.missed": (
        "高分低绩效 {number} 人：{labels}{tail}。",
        "High score, low performance ({number}): {labels}{tail}.",
    ),
    "analytics.prediction.missed-more": ("，另有 {more} 人", " and {more} more"),
    "analytics.prediction.missed-none": (
        "没有高分低绩效的人。",
        "Nobody scored high and does poorly.",
    ),
    "analytics.prediction.note": (
        "只有被录用者才有绩效，故 r 低于全体应聘者中的值。“低绩效”指不高于 {low} 个标准差；"
        "“高分”指达到及格线。导入的历史 {imported} 人，以空心点表示。",
        "Only the hired have outcomes, so r is smaller than among all applicants. Low performance "
        "is {low} SD or less, a high score reaches the cut score. {imported} are imported history, "
        "drawn hollow.",
    ),
    "analytics.prediction.x_axis": ("面试综合分", "Interview composite"),
    "analytics.prediction.y_axis": ("绩效（标准差）", "Performance (SD)"),
    "analytics.prediction.corner": ("高分低绩效", "high score, low performance"),
    "analytics.prediction.here": ("本系统面试", "interviewed here"),
    "analytics.prediction.other": ("导入的历史", "imported history"),
    "analytics.hits.title": ("高分者的命中率", "Hit rate of high scores"),
    "analytics.hits.summary": (
        "达到及格线的 {n} 人中有 {part} 人绩效不低（{share}，区间 {low}–{high}）。",
        "Of {n} who reached the cut score {part} do not perform low ({share}, interval "
        "{low}–{high}).",
    ),
    "analytics.hits.summary-few": (
        "达到及格线且有结果的人太少：n = {n}。",
        "Too few reached the cut score and have an outcome: n = {n}.",
    ),
    "analytics.hits.note": (
        "命中的定义：达到及格线，且绩效高于 {low} 个标准差。",
        "A hit is a score at or above the cut score with performance above {low} SD.",
    ),
    "analytics.hits.high": ("达到及格线", "Reached the cut score"),
    "analytics.hits.rest": ("未达及格线但被录用", "Below it, and hired"),
    "analytics.groups.title": ("各群体通过率", "Selection rates by group"),
    "analytics.groups.unknown": ("未声明", "not stated"),
    "analytics.groups.summary": (
        "已决定的面试 {n} 次，其中 {unknown} 次未声明群体。",
        "{n} decided interviews, {unknown} of them by people who stated no group.",
    ),
    "analytics.groups.none": (
        "没有群体低于最高通过率的五分之四。",
        "No group lies below four fifths of the highest rate.",
    ),
    "analytics.groups.below-proven": (
        "“{group}”的通过率是“{reference}”的 {ratio} 倍"
        "（区间 {low}–{high}，n = {n}，p = {p}），低于五分之四。",
        "The rate of {group} is {ratio} of that of {reference} (interval {low}–{high}, n = {n}, "
        "p = {p}), below four fifths.",
    ),
    "analytics.groups.below-not-proven": (
        "“{group}”的通过率是“{reference}”的 {ratio} 倍"
        "（区间 {low}–{high}，n = {n}，p = {p}），低于五分之四，但可能是偶然。",
        "The rate of {group} is {ratio} of that of {reference} (interval {low}–{high}, n = {n}, "
        "p = {p}), below four fifths, which chance may explain.",
    ),
    "analytics.groups.note": (
        "影响比为各群体通过率与最高通过率之比，附对数法区间与 Fisher 精确检验；"
        "少于 10 人或不足 2% 的群体不作判断。",
        "The impact ratio is a group's rate over the highest rate, with its interval on the log "
        "scale and Fisher's exact test; groups below 10 people or 2% are not judged.",
    ),
    "analytics.verdict.reference": ("参照群体", "reference"),
    "analytics.verdict.within": ("五分之四以内", "within four fifths"),
    "analytics.verdict.below-not-proven": (
        "低于五分之四，未证实",
        "below four fifths, not proven",
    ),
    "analytics.verdict.below-proven": ("低于五分之四，已证实", "below four fifths, proven"),
    "analytics.verdict.too-few": ("人数太少，不作判断", "too few to judge"),
    "analytics.verdict.unknown": ("计数但不比较", "counted, not compared"),
    "analytics.verdict.caution": ("（少于 30 人，谨慎）", "(fewer than 30: caution)"),
    "analytics.profile.title": ("维度画像", "Dimension profile"),
    "analytics.profile.summary": (
        "测得 {n}/{all} 个维度：最高“{best}”{high} 分，最低“{weak}”{low} 分。",
        "{n} of {all} dimensions measured: highest {best} ({high}), lowest {weak} ({low}).",
    ),
    "analytics.profile.summary-one": (
        "测得 {n}/{all} 个维度：“{best}”{score} 分。",
        "{n} of {all} dimensions measured: {best} ({score}).",
    ),
    "analytics.profile.note": (
        "分数 0–100；虚线为其他候选人的均值。未测得不等于低分。",
        "Scores 0–100; the dashed mark is the mean of other candidates. Not measured is not low.",
    ),
    "analytics.advice.weak-dimension": (
        "多问“{name}”的问题，并考虑能带来更强候选人的渠道或入职后的培训。",
        "Ask more questions on {name}, and think of sources that bring stronger candidates, or of "
        "training after hire.",
    ),
    "analytics.evidence.weak-dimension": (
        "“{name}”均值 {mean}，比同一批人的其他维度低 {gap} 分（区间 {low}–{high}，n = {n}）。",
        "{name}: mean {mean}, {gap} points below the same people's other dimensions "
        "(interval {low}–{high}, n = {n}).",
    ),
    "analytics.advice.hard-requisition": (
        "扩大“{title}”（{requisition}）的招聘渠道，并核对其条件与及格线是否必要。",
        "Widen the sourcing of {title} ({requisition}), and check that its criteria and cut score "
        "are needed.",
    ),
    "analytics.evidence.hard-requisition": (
        "通过率 {share}（区间 {low}–{high}，n = {n}），其他需求为 {others}（n = {others_n}）。",
        "Pass rate {share} (interval {low}–{high}, n = {n}) against {others} of the others "
        "(n = {others_n}).",
    ),
    "analytics.advice.few-come": (
        "提醒受邀者、延长期限，或问他们为何不来：不到一半完成了面试。",
        "Remind those invited, give them longer, or ask what keeps them: fewer than half complete "
        "the interview.",
    ),
    "analytics.evidence.few-come": (
        "受邀且不再等待的 {n} 人中完成面试的占 {share}（区间 {low}–{high}）。",
        "Of {n} invited and no longer waited for, {share} completed it (interval {low}–{high}).",
    ),
    "analytics.advice.no-prediction": (
        "面试分尚未证明能预测绩效：请查看权重建议，并检查题目与锚定说明。",
        "Interview scores are not shown to predict performance: look at the weight proposals, and "
        "go through questions and anchors.",
    ),
    "analytics.advice.too-good": (
        "相关高得不可信：先查评分者是否看过面试分，再谈成功。",
        "The correlation is too good to believe: first rule out that raters saw the scores.",
    ),
    "analytics.evidence.prediction": (
        "n = {n}，r = {r}（区间 {low} 至 {high}）。",
        "n = {n}, r = {r} (interval {low} to {high}).",
    ),
    "analytics.advice.missed-people": (
        "逐一查看高分低绩效的人：也许有一个维度没有问到。",
        "Look at those with high scores and low performance one by one: perhaps a dimension is "
        "not asked.",
    ),
    "analytics.evidence.missed-people": (
        "{n} 名员工中，达到及格线的 {of} 人里有 {number} 人低绩效：{labels}。",
        "Among {n} employees {number} of the {of} who reached the cut score perform low: {labels}.",
    ),
    "analytics.advice.unequal-groups": (
        "“{group}”的通过率明显偏低：逐个检查筛选规则、维度与及格线，再继续使用。",
        "{group} pass far less often: check screening rules, dimensions and cut score one by one "
        "before going on.",
    ),
    "analytics.evidence.unequal-groups": (
        "影响比 {ratio}（区间 {low}–{high}，n = {n}，精确检验 p = {p}）。",
        "Impact ratio {ratio} (interval {low}–{high}, n = {n}, exact test p = {p}).",
    ),
}
