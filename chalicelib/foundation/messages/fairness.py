"""The words of the fairness pages, the audit and its public summary: a verdict never without n."""

MESSAGES: dict[str, tuple[str, str]] = {
    "console.nav.fairness": ("公平性", "Fairness"),
    "fairness.title": ("各群体的通过与预测", "Selection and prediction by group"),
    "fairness.note": (
        "只以自愿填写的自我声明为依据，只显示群体人数；少于 10 人的群体不显示通过人数。"
        "比值低于 0.8 是提示，"
        "不是结论：请同时看人数、区间与检验。",
        "Rests on what people stated of their own will and shows counts by group alone; of groups "
        "below 10 the number passed is hidden. A ratio below .8 is a signal, not a finding: read "
        "n, interval and test with it.",
    ),
    "fairness.head": (
        "申请 {applications} 份，来自 {people} 人，其中 {stated} 人作了声明；及格线 {cut}。",
        "{applications} applications by {people} people, of whom {stated} stated something of "
        "themselves; cut score {cut}.",
    ),
    "fairness.cut": (
        "申请多于一次可读的数量：放不下的招聘需求随机取人或未计入。请按岗位族缩小范围（接口还可按招聘需求）。",
        "There are more applications than one report reads: of a requisition that did not fit, "
        "people were taken by chance, later ones were left out. Narrow it by job family, or by "
        "requisition through the API.",
    ),
    "fairness.empty": (
        "还没有人作自我声明，因此没有可比较的群体。这不表示公平，也不表示不公平。",
        "Nobody has stated anything of themselves yet, so nothing can be compared. That says "
        "neither fair nor unfair.",
    ),
    "fairness.from": ("申请日自", "Applied from"),
    "fairness.to": ("至", "to"),
    "fairness.and": ("与", "and"),
    "fairness.of.none": (
        "{attribute}：已声明 {known} 份（未声明 {unknown} 份），没有两个不少于 10 人的群体，"
        "不作比较。",
        "{attribute}: {known} stated ({unknown} not), no two groups of 10 or more: nothing is "
        "compared.",
    ),
    "fairness.of.nobody": (
        "{attribute}：已声明 {known} 份（未声明 {unknown} 份），无人通过，无从比较。",
        "{attribute}: {known} stated ({unknown} not); nobody passed, so nothing can be compared.",
    ),
    "fairness.of.within": (
        "{attribute}：最低的是“{group}”，为“{reference}”的 {ratio}（区间 {low}–{high}，"
        "n = {n} 与 {m}，"
        "p {p}），不低于五分之四。",
        "{attribute}: the lowest rate is that of “{group}”, {ratio} of “{reference}” (interval "
        "{low}–{high}, n = {n} and {m}, p {p}), not below four fifths.",
    ),
    "fairness.of.below-not-proven": (
        "{attribute}：“{group}”为“{reference}”的 {ratio}（区间 {low}–{high}，n = {n} 与 {m}，"
        "校正后 p {p}），低于五分之四，但以此人数未获证实。",
        "{attribute}: “{group}” passes at {ratio} of the rate of “{reference}” (interval "
        "{low}–{high}, n = {n} and {m}, adjusted p {p}): below four fifths, not proven with "
        "these numbers.",
    ),
    "fairness.of.below-proven": (
        "{attribute}：“{group}”为“{reference}”的 {ratio}（区间 {low}–{high}，n = {n} 与 {m}，"
        "校正后 p {p}），低于五分之四，且难以用偶然解释：请查看下列各环节。",
        "{attribute}: “{group}” passes at {ratio} of the rate of “{reference}” (interval "
        "{low}–{high}, n = {n} and {m}, adjusted p {p}): below four fifths, and chance hardly "
        "explains it. Look at the components below.",
    ),
    "fairness.ratios": (
        "影响比（虚线为五分之四；区间 95%，得分法）",
        "Impact ratios (dashed: four fifths; 95% score intervals)",
    ),
    "fairness.components": ("各环节", "Components"),
    "fairness.components.note": (
        "总体低于五分之四时逐环节检查（29 CFR 1607.4 C）。维度以达到及格线为通过，"
        "并给出均值差（标准差）。",
        "Opened because the whole lies below four fifths (29 CFR 1607.4 C). A dimension counts as "
        "passed at the cut score; its gap is the difference of means in SDs.",
    ),
    "fairness.component.whole": ("总体", "Whole selection"),
    "fairness.component.screening": ("初筛", "Screening"),
    "fairness.component.interview": ("面试综合分达线", "Interview score at the cut"),
    "fairness.component.decision": ("人的决定", "A person's decision"),
    "fairness.prediction": ("同分是否同绩效", "Does an equal score promise equal work?"),
    "fairness.prediction.note": (
        "调节回归（绩效对分数、群体及其交互）；每组至少 30 个结果。未见差异不等于没有差异。",
        "Moderated regression (outcome on score, group and both); at least 30 outcomes a group. "
        "A difference that is not shown is not shown to be absent.",
    ),
    "fairness.prediction.few": (
        "“{group}”有结果 {n} 个，“{reference}”{m} 个：少于 30，不作判断。",
        "“{group}” has {n} outcomes, “{reference}” {m}: fewer than 30, nothing is said.",
    ),
    "fairness.prediction.flat": (
        "“{group}”与“{reference}”之一的分数没有差别，无法比较（n = {n} 与 {m}）。",
        "Of “{group}” and “{reference}” one has no spread of scores: nothing to compare "
        "(n = {n} and {m}).",
    ),
    "fairness.prediction.said": (
        "“{group}”（n = {n}）对“{reference}”（n = {m}）：同分时绩效相差 {value} 个标准差"
        "（区间 {low}–{high}，p {p}）；及格线处相差 {cut_value}（区间 {cut_low}–{cut_high}）；"
        "斜率差 {slope}（区间 {slope_low}–{slope_high}，p {slope_p}）；两者合检 p {both_p}。",
        "“{group}” (n = {n}) beside “{reference}” (n = {m}): at equal score {value} SD of outcome "
        "(interval {low} to {high}, p {p}); at the cut score {cut_value} (interval {cut_low} to "
        "{cut_high}); slopes differ by {slope} (interval {slope_low} to {slope_high}, "
        "p {slope_p}); both together p {both_p}.",
    ),
    "fairness.col.component": ("环节", "Component"),
    "fairness.col.attribute": ("属性", "Attribute"),
    "fairness.col.group": ("群体", "Category"),
    "fairness.col.applicants": ("人数", "# of applicants"),
    "fairness.col.selected": ("通过人数", "# selected"),
    "fairness.col.above": ("高于中位数人数", "# above the median"),
    "fairness.col.rate": ("通过率", "Selection rate"),
    "fairness.col.scoring": ("得分率", "Scoring rate"),
    "fairness.col.ratio": ("影响比", "Impact ratio"),
    "fairness.col.low": ("下限", "low"),
    "fairness.col.high": ("上限", "high"),
    "fairness.col.p": ("精确检验 p", "exact p"),
    "fairness.col.adjusted": ("校正后 p", "adjusted p"),
    "fairness.col.verdict": ("说明", "In words"),
    "fairness.col.gap": ("均值差（标准差）", "Gap (SD)"),
    "fairness.hidden": ("少于 10 人", "fewer than 10"),
    "fairness.audit": ("偏差审计", "Bias audit"),
    "fairness.audit.note": (
        "按纽约市第 144 号地方法（6 RCNY 5-300 及以下）的表格。审计须由独立审计人进行；"
        "本表是其数据，不是其结论。",
        "Tables in the shape of New York City's Local Law 144 (6 RCNY 5-300 ff.). The audit itself "
        "is an independent auditor's; these are its figures, not its conclusion.",
    ),
    "fairness.audit.open": ("偏差审计表", "Bias audit tables"),
    "fairness.audit.selection": ("通过率与影响比", "Selection rate and impact ratio"),
    "fairness.audit.scoring": ("得分率与影响比", "Scoring rate and impact ratio"),
    "fairness.audit.period": (
        "申请日 {since} 至 {until}；面试 {first} 至 {last}。",
        "Applications from {since} to {until}; interviews from {first} to {last}.",
    ),
    "fairness.audit.any": ("不限", "any day"),
    "fairness.audit.source": (
        "数据来源：{company} 用本系统面试的全部应聘者（{families}），性别与族裔为本人自愿声明，"
        "没有推断或补值。"
        "共评估 {assessed} 人次，其中 {unknown} 人次性别或族裔未知，"
        "不计入下列计算（性别未知 {gender}，族裔未知 "
        "{ethnicity}）。",
        "Source and explanation of the data: everybody interviewed with this system by {company} "
        "({families}); sex and race/ethnicity as people stated them of their own will, nothing "
        "inferred or imputed. {assessed} were assessed; {unknown} of unknown sex or race/ethnicity "
        "are not included in the calculations below (sex unknown {gender}, race/ethnicity unknown "
        "{ethnicity}).",
    ),
    "fairness.audit.median": (
        "得分率：分数高于样本中位数（{median}）的比例。",
        "Scoring rate: the share with a score above the sample's median ({median}).",
    ),
    "fairness.audit.left-out": (
        "以下类别不足 2%，列出比率但不计算影响比：{groups}。",
        "Categories below 2 % have their rate listed and are left out of the impact ratios: "
        "{groups}.",
    ),
    "fairness.audit.none": (
        "没有人同时声明了性别与族裔：没有可列的表。",
        "Nobody stated both sex and race/ethnicity: there is no table to show.",
    ),
    "fairness.audit.csv": ("下载 CSV", "Download CSV"),
    "fairness.audit.html": ("下载公开摘要（HTML）", "Download the public summary (HTML)"),
    "fairness.audit.printed": ("编制于 {day}（UTC）。", "Made on {day} (UTC)."),
}
