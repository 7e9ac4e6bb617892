"""Sentences about formulas, goals, rating forms, leavers, appeals and workbooks."""

MESSAGES: dict[str, tuple[str, str]] = {
    "error.kpis-unsound": (
        "这套指标不成立（{problem}）：{kpi}",
        "This set of KPIs cannot be ({problem}): {kpi}",
    ),
    "next.kpis-unsound": (
        "请核对：指标不重复、下限小于上限、权重为 0–100 的整数且合计 100。",
        "Check: no KPI twice, low below high, whole weights of 0–100 that sum to 100.",
    ),
    "error.formula-unsound": (
        "考核公式不成立：权重合计 {sum}，须为 100。{part}",
        "The formula cannot be: its weights sum to {sum} instead of 100. {part}",
    ),
    "next.formula-unsound": (
        "请让各部分的权重为整数且合计 100；不用的部分留空或填 0。",
        "Give whole weights that sum to 100; leave unused parts empty or 0.",
    ),
    "error.goals-unsound": (
        "目标不成立（{problem}）：{goal}",
        "These goals cannot be ({problem}): {goal}",
    ),
    "next.goals-unsound": (
        "请核对：起点与目标值不同、权重合计 100、最多 12 项。",
        "Check: target differs from baseline, weights sum to 100, at most 12 goals.",
    ),
    "error.form-answer": (
        "表单中没有“{item}”这一项，或答案不在 {low}–{high} 之内。",
        "The form does not ask “{item}”, or the answer is not a whole number from {low} to {high}.",
    ),
    "next.form-answer": ("请按表单作答。", "Answer what the form asks."),
    "error.form-too-short": (
        "只答了 {given} 项，共 {of} 项；不足一半不算评分。",
        "Only {given} of {of} items are answered; fewer than half make no rating.",
    ),
    "next.form-too-short": ("请至少回答一半。", "Answer at least half of them."),
    "error.form-unknown": ("没有这份评分表，或链接不对。", "There is no such form."),
    "next.form-unknown": (
        "请核对链接，或向人力资源部索取。",
        "Check the link or ask HR for a new one.",
    ),
    "error.form-taken": (
        "已请 {rater} 填过这份表。",
        "{rater} was asked for this form already.",
    ),
    "next.form-taken": ("无需再次发送。", "Nothing needs to be sent again."),
    "error.rater-is-ratee": (
        "{rater} 不能以这种身份评分：自评由本人填写，其他由他人填写。",
        "{rater} cannot rate in this role: the self rating is one's own, all others are not.",
    ),
    "next.rater-is-ratee": ("请选择合适的评分人。", "Choose a fitting rater."),
    "error.rater-blind": (
        "此人的考核评分尚未锁定；评分人在此之前看不到面试结果。",
        "This person's appraisal is not locked yet; until then raters do not see the interview.",
    ),
    "next.rater-blind": (
        "请在考核周期锁定后再查看。",
        "Look again when the appraisal cycle is locked.",
    ),
    "error.leaving-date": (
        "离职日期 {left_on} 不成立（入职 {hired_on}）。",
        "The last day {left_on} cannot be (hired on {hired_on}).",
    ),
    "next.leaving-date": (
        "请填写入职之后、今天或之前的日期。",
        "Give a date from the hire until today.",
    ),
    "error.appeal-too-early": (
        "周期尚未锁定，可直接更正，无需申诉。",
        "The cycle is still open: entries are simply corrected.",
    ),
    "next.appeal-too-early": ("请直接更正评分或指标。", "Correct the rating or the KPIs."),
    "error.appeal-open": (
        "员工 {employee_number} 已有一项申诉待处理。",
        "An appeal of employee {employee_number} is still to be decided.",
    ),
    "next.appeal-open": ("请先处理该申诉。", "Decide on that one first."),
    "error.appeal-decided": ("该申诉已处理。", "This appeal was decided before."),
    "next.appeal-decided": ("如仍有异议，请登记新的申诉。", "Record another appeal if need be."),
    "error.appeal-unknown": ("没有申诉 {appeal_id}。", "There is no appeal {appeal_id}."),
    "next.appeal-unknown": ("请核对编号。", "Check its id."),
    "error.second-person-required": (
        "登记申诉的人和原评分人不能处理该申诉。",
        "Who recorded the appeal or gave the rating may not decide on it.",
    ),
    "next.second-person-required": (
        "请由另一位有权限的同事处理。",
        "Ask another colleague who may.",
    ),
    "error.nothing-corrected": (
        "同意申诉时须写明更正什么。",
        "A granted appeal says what it corrects.",
    ),
    "next.nothing-corrected": (
        "请填写新的评分或指标值。",
        "Give the new rating or KPI values.",
    ),
    "row.not-a-workbook": ("这不是可读的 XLSX 文件。", "This is not a readable XLSX workbook."),
    "row.workbook-too-large": (
        "工作簿解压后过大，未读取。",
        "The workbook unpacks to more than is read.",
    ),
    "row.workbook-entities": (
        "工作簿含有实体声明，未读取。",
        "The workbook declares entities and is not read.",
    ),
    "row.not-a-month": ("“{value}”不是 YYYY-MM 月份。", "“{value}” is not a month as YYYY-MM."),
    "row.month-outside": ("{value} 不在考核期内。", "{value} lies outside the period."),
}
