"""Words of chart tables, sentences of advice and its evidence."""

MESSAGES: dict[str, tuple[str, str]] = {
    "error.chart-unknown": ("没有图表 {chart}。", "There is no chart {chart}."),
    "next.chart-unknown": (
        "请在分析页查看图表列表。",
        "See the analytics page for the charts there are.",
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
    "analytics.stage.applied": ("已申请", "Applied"),
    "analytics.stage.screened": ("已筛选", "Screened"),
    "analytics.stage.invited": ("已邀请", "Invited"),
    "analytics.stage.interviewed": ("已面试", "Interviewed"),
    "analytics.stage.passed": ("已通过", "Passed"),
    "analytics.stage.pre_hire": ("待入职池", "Pre-hire pool"),
    "analytics.stage.offered": ("已发录用通知", "Offered"),
    "analytics.stage.hired": ("已入职", "Hired"),
    "analytics.verdict.reference": ("参照群体", "reference"),
    "analytics.verdict.within": ("五分之四以内", "within four fifths"),
    "analytics.verdict.below-not-proven": (
        "低于五分之四，未证实",
        "below four fifths, not proven",
    ),
    "analytics.verdict.below-proven": ("低于五分之四，已证实", "below four fifths, proven"),
    "analytics.verdict.too-few": ("人数太少，不作判断", "too few to judge"),
    "analytics.verdict.left-out": (
        "不足已声明者的 2%，不作比较",
        "below 2% of those who stated, not compared",
    ),
    "analytics.verdict.nobody-passed": ("无人通过，无从比较", "nobody passed, nothing to compare"),
    "analytics.verdict.unknown": ("计数但不比较", "counted, not compared"),
    "analytics.verdict.caution": ("（少于 30 人，谨慎）", "(fewer than 30: caution)"),
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
