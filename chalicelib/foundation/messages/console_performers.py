"""Sentences of the console: profiles of top performers, predictions, what if."""

MESSAGES: dict[str, tuple[str, str]] = {
    "console.nav.performers": ("绩优画像", "Performers"),
    "console.performers.title": ("绩优画像与预测", "Top performers and predictions"),
    "console.performers.note": (
        "什么与好的表现相伴，面试当初说对了多少。发现只供人编辑采用，不会自行生效。",
        "What goes along with good work, and how far interviews foretold it. Findings are for "
        "people to edit and adopt; none takes effect by itself.",
    ),
    "console.performers.ask": ("计算画像与预测", "Compute profile and predictions"),
    "console.performers.profile": ("绩优画像", "Profile"),
    "console.performers.prediction": ("绩效预测", "Predictions"),
    "console.performers.plan": ("招聘推演", "What if"),
    "console.performers.never": ("还没有算过", "Not asked for yet"),
    "console.performers.families": ("还没有岗位族", "There is no job family yet"),
    "console.performers.findings": ("与绩优相伴的特征", "What goes along with top performance"),
    "console.performers.none": ("没有证据", "No evidence"),
    "console.performers.none_note": (
        "已比较的特征都在偶然范围内；这是结论，不是故障。",
        "What was compared stays within chance; that is an answer, not a fault.",
    ),
    "console.performers.parts": ("工作指标之间", "Among the indicators of work"),
    "console.performers.parts_note": (
        "每项指标与其余指标的前四分之一相比，不与自身相比。",
        "Each indicator beside the best quarter by the other indicators, never by itself.",
    ),
    "console.performers.rest": ("其余比较过的特征", "Everything else that was compared"),
    "console.performers.trait": ("特征", "Trait"),
    "console.performers.source": ("来源", "From"),
    "console.performers.top": ("绩优者", "Top"),
    "console.performers.others": ("其他人", "Rest"),
    "console.performers.effect": ("差异（95% 区间）", "Difference (95 % interval)"),
    "console.performers.adjusted": ("校正后 p", "adjusted p"),
    "console.performers.quotes": ("绩优者的原话", "In top performers' words"),
    "console.performers.draft": ("据此起草胜任力模型", "Draft a competency model from this"),
    "console.performers.draft_note": (
        "草稿里权重每次最多变为 1.5 倍或 1/1.5，依据附在旁边；由具名人员编辑、采用或放弃。",
        "In the draft no weight moves beyond ×1.5 or ÷1.5, and its evidence stands beside it; a "
        "named person edits, adopts or discards it.",
    ),
    "console.performers.no_draft": (
        "还不能起草：需要至少 100 个结果，且至少一项面试中的发现。",
        "No draft yet: it needs 100 outcomes and at least one finding from the interview.",
    ),
    "console.performers.facts_note": (
        "工作年限与年龄相关，只作描述，从不进入模型；不读取姓名、学校、城市、薪资及受保护信息。",
        "Years of work go along with age: shown, never made a criterion. Name, school, city, pay "
        "and protected data are not read.",
    ),
    "console.trait.rating": ("面试评分", "interview rating"),
    "console.trait.behaviour": ("回答中的行为", "behaviour in answers"),
    "console.trait.fact": ("简历事实", "résumé fact"),
    "console.trait.indicator": ("工作指标", "indicator of work"),
    "console.predictions.note": (
        "定义、人数与区间写在每个数字旁边。评分人在锁定前看不到这些内容。",
        "Definition, n and interval stand beside every figure. Raters see none of it before "
        "their ratings are locked.",
    ),
    "console.predictions.definition": (
        "高潜：综合分不低于 {cut}（全部受访者的前 20%）。合格：约 60% 的已考核者能达到的表现。",
        "High potential: a composite of at least {cut} (the top 20 % of everybody interviewed). "
        "Satisfactory: what about 60 % of those appraised reach.",
    ),
    "console.predictions.selected": (
        "只有入职者才有表现数据，范围因选拔而变窄：相关会偏低，不能直接推到全部应聘者。",
        "Only those hired have outcomes, and selection narrows their range: correlations come "
        "out low and do not carry over to all applicants.",
    ),
    "console.predictions.windows": ("入职 6 个月与 12 个月", "After 6 and 12 months"),
    "console.predictions.month": ("{n} 个月", "{n} months"),
    "console.predictions.all": ("最近一次考核", "latest appraisal"),
    "console.predictions.window": ("时间", "When"),
    "console.predictions.r": ("分数与表现的相关（95%）", "Score and work, r (95 %)"),
    "console.predictions.ppv": ("高潜中合格（95%）", "High potential, satisfactory (95 %)"),
    "console.predictions.base": ("全部合格", "All, satisfactory"),
    "console.predictions.kept": ("高潜在职（95%）", "High potential, still here (95 %)"),
    "console.predictions.kept_rest": ("其他人在职（95%）", "Others, still here (95 %)"),
    "console.predictions.plot": ("预测与实际", "Predicted and actual"),
    "console.predictions.plot_note": (
        "按预测分成五组；竖线是实际均值的 95% 区间，虚线是两者相等。预测来自未参与拟合的人。",
        "Fifths by prediction; bars are 95 % intervals of the actual mean, on the dashed line "
        "both are equal. Each prediction comes from people it was not fitted on.",
    ),
    "console.predictions.predicted": ("预测（标准差）", "predicted (SD)"),
    "console.predictions.actual": ("实际（标准差）", "actual (SD)"),
    "console.predictions.misses": ("分数与表现不符的人", "Whose score and work disagree"),
    "console.predictions.misses_none": ("没有这样的人", "Nobody"),
    "console.predictions.more": ("共 {n} 人，列出前 {shown} 人", "{n} in all, {shown} listed"),
    "console.predictions.person": ("员工", "Employee"),
    "console.predictions.kind": ("情形", "Which way"),
    "console.predictions.score": ("综合分", "Composite"),
    "console.predictions.outcome": ("表现（标准差）", "Work (SD)"),
    "console.predictions.where": ("体现在（标准差）", "Seen in (SD)"),
    "console.miss.high-score-low-work": ("高分低绩", "high score, low work"),
    "console.miss.low-score-high-work": ("低分高绩", "low score, high work"),
    "console.predictions.omitted": ("面试可能没有覆盖的素质", "What the interview may not cover"),
    "console.predictions.omitted_note": (
        "评分解释不了的表现与哪些其他指标有关；有关说明该素质没有或没有充分覆盖，不说明原因。",
        "With which other indicators the work goes that ratings do not explain. Related means not, "
        "or not well enough, covered; it does not say why.",
    ),
    "console.predictions.omitted_none": (
        "没有可用的其他指标：结果之外还需导入别的 KPI。",
        "No other indicator to look at: import KPIs beyond those of the outcome.",
    ),
    "console.predictions.indicator": ("指标", "Indicator"),
    "console.predictions.partial": ("偏相关（95%）", "Partial r (95 %)"),
    "console.cover.related-to-the-unexplained": ("可能未覆盖", "may not be covered"),
    "console.cover.no-evidence": ("没有证据", "no evidence"),
    "console.cover.too-few": ("人数不足", "too few"),
    "console.expected.title": ("面试当初的预期", "What the interview let expect"),
    "console.expected.axis": (
        "在已考核者中的位次：左端最低，右端最高。",
        "Rank among those appraised: the lowest on the left, the highest on the right.",
    ),
    "console.expected.range": ("90% 区间（标准差）", "90 % interval (SD)"),
    "console.expected.middle": ("居中预期（标准差）", "Middle (SD)"),
    "console.expected.note": (
        "仅在入职后、且本岗位族的预测通过自身检验时显示；不参与任何排序与决定，评分人锁定前看不到。",
        "Shown only after the hire and where the job family's predictions pass their own check; "
        "it ranks and decides nothing, and raters do not see it before their ratings are locked.",
    ),
    "console.plan.title": ("招聘推演（泰勒–罗素）", "What if (Taylor–Russell)"),
    "console.plan.note": (
        "纸面世界：分数与表现按双变量正态计算；实际收益会小一些。",
        "A world of paper: score and work taken for bivariate normal; real gains are smaller.",
    ),
    "console.plan.base": (
        "基准率：不选拔也合格的比例",
        "Base rate: satisfactory without selection",
    ),
    "console.plan.ratio": ("录用比例：录用 / 应聘", "Selection ratio: hired of applied"),
    "console.plan.validity": ("效度 r", "Validity r"),
    "console.plan.wanted": ("希望合格的比例（可不填）", "Share wanted (may stay empty)"),
    "console.plan.go": ("计算", "Compute"),
    "console.plan.satisfactory": ("入职者中合格", "Satisfactory among those hired"),
    "console.plan.gain": ("比不选拔多", "More than without selection"),
    "console.plan.missed": ("未录用者中本会合格", "Would have done well, not hired"),
    "console.plan.mean": ("平均表现提高（标准差）", "Mean work gained (SD)"),
    "console.plan.needed": ("所需效度", "Validity needed"),
    "console.plan.table": ("不同效度与录用比例下的合格比例", "Satisfactory by validity and ratio"),
    "console.plan.bad": (
        "请填 0 与 1 之间的小数，例如 0.3。",
        "Give decimals between 0 and 1, such as 0.3.",
    ),
    "console.evidence.name": ("特征", "trait"),
    "console.evidence.questions": ("对应的题目", "questions that ask about it"),
    "console.evidence.computed_at": ("计算时间", "computed"),
    "console.evidence.data_hash": ("数据指纹", "fingerprint of the data"),
    "console.done.request_profile": (
        "已发起计算，稍后刷新可见。",
        "Asked for; it is computed apart, look again in a moment.",
    ),
    "console.done.draft_from_profile": ("草稿已建立。", "The draft stands."),
}
