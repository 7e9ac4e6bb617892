"""Sentences of charts: titles, summaries, notes."""

MESSAGES: dict[str, tuple[str, str]] = {
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
    "analytics.note.imported": (
        "只计本系统内的面试。导入的历史面试没有日期和招聘需求，不计入本图；它们见“预测与现实”图。",
        "Counts interviews held here. Imported past interviews have no date and no requisition and "
        "are left out; they stand beside their outcomes in Prediction against reality.",
    ),
    "analytics.note.mean": (
        "区间为均值的 95% 正态区间。",
        "Intervals are 95% normal intervals of the mean.",
    ),
    "analytics.note.fisher": (
        "r 的区间为 95% Fisher 变换区间；带状区域为回归线均值的 95% 区间。",
        "The interval of r is Fisher's 95% interval; the band is the line's 95% interval.",
    ),
    "analytics.scores.title": ("面试分数分布", "Distribution of interview scores"),
    "analytics.scores.axis": ("综合分", "Composite score"),
    "analytics.scores.cut": ("及格线 {cut}", "cut score {cut}"),
    "analytics.scores.band": ("{low}–{high}", "{low}–{high}"),
    "analytics.scores.band-below": ("<{high}", "<{high}"),
    "analytics.scores.band-above": ("≥{low}", "≥{low}"),
    "analytics.scores.summary": (
        "共 {n} 次面试：{bands}。",
        "Scores of {n} interviews: {bands}.",
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
        "已决定的 {n} 次面试中通过 {passed} 次（{share}，区间 {low}–{high}）；{of}：{jobs} 项。",
        "{passed} of {n} decided interviews passed ({share}, interval {low}–{high}); {of}: {jobs}.",
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
        "影响比为各群体通过率与最高通过率之比，附得分法区间（Koopman）与 Fisher 精确检验；"
        "少于 10 人或不足 2% 的群体不作判断。",
        "The impact ratio is a group's rate over the highest rate, with its score "
        "interval (Koopman) and Fisher's exact test; groups below 10 people or 2% are not judged.",
    ),
    "analytics.groups.limit": (
        "本图至多看 5,000 份申请；岗位太多或太大时，放不下的岗位随机取人。公平页看得更多。",
        "This chart looks at no more than 5,000 applications; of a requisition that does not fit, "
        "people are taken by chance. The fairness page looks at more.",
    ),
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
}
