"""Sentences about evidence, weight proposals and those who are left out."""

MESSAGES: dict[str, tuple[str, str]] = {
    "error.named-person-needed": (
        "这一步必须由具名人员完成。",
        "This step belongs to a named person.",
    ),
    "next.named-person-needed": (
        "请用本人账号登录后再操作。",
        "Sign in as yourself and try again.",
    ),
    "error.proposal-unknown": (
        "没有权重建议 {proposal_id}。",
        "There is no weight proposal {proposal_id}.",
    ),
    "next.proposal-unknown": ("请核对建议编号。", "Check the proposal's id."),
    "error.proposal-not-ready": (
        "权重建议现处于“{state}”，不能做此决定。",
        "The weight proposal stands at “{state}”; this cannot be decided now.",
    ),
    "next.proposal-not-ready": (
        "请查看建议的当前状态与理由。",
        "Look at the proposal's state and its reason.",
    ),
    "error.proposal-stale": (
        "建议基于第 {based_on} 版胜任力模型，现行版本是第 {current} 版。",
        "It is based on model version {based_on}; version {current} is in force.",
    ),
    "next.proposal-stale": ("请重新计算权重建议。", "Ask for a new proposal."),
    "proposal.too-few-outcomes": (
        "只有 {n} 名员工有结果，少于 {least}，不作任何推断。",
        "Only {n} people have outcomes, fewer than {least}: nothing is inferred.",
    ),
    "proposal.description-only": (
        "有结果的员工为 {n} 名，少于 {least}：只作描述，不建议改权重。",
        "{n} people have outcomes, fewer than {least}: described, no change proposed.",
    ),
    "proposal.leak-alarm": (
        "维度 {dimension} 的校正相关 {r} 高于 {limit}，须先由具名人员排查泄漏。",
        "{dimension} correlates {r}, above {limit}: a named person must rule out a leak.",
    ),
    "proposal.leak-alarm.outdoes-the-rest": (
        "维度 {dimension} 的预测力至少比其余维度合计高出 {r}（界限 {limit}），"
        "须先由具名人员排查泄漏。",
        "{dimension} predicts better than all others together, by {r} at least (limit {limit}): "
        "a named person must rule out a leak.",
    ),
    "proposal.leak-alarm.seen-by-rater": (
        "有 {r} 名员工的评定人在评定前能看到面试预测，须先由具名人员排查泄漏。",
        "{r} people were rated by somebody who could see the prediction: "
        "a named person must rule out a leak.",
    ),
    "weights.why.raised": (
        "其他维度相同时，该维度高一个标准差，绩效差 {slope} 个标准差（{low} 至 {high}）；"
        "证据支持的权重约为 {share}，故提高。",
        "With all other ratings alike, one SD of it stands for {slope} SD of performance "
        "({low} to {high}); the evidence asks for about {share}, so it rises.",
    ),
    "weights.why.raised-to-cap": (
        "其他维度相同时，该维度高一个标准差，绩效差 {slope} 个标准差（{low} 至 {high}）；"
        "证据支持的权重约为 {share}，提高到本周期的上限。",
        "With all other ratings alike, one SD of it stands for {slope} SD of performance "
        "({low} to {high}); the evidence asks for about {share}, "
        "so it rises as far as one cycle may.",
    ),
    "weights.why.lowered": (
        "其他维度相同时，该维度高一个标准差，绩效差 {slope} 个标准差（{low} 至 {high}）；"
        "证据支持的权重约为 {share}，故降低。",
        "With all other ratings alike, one SD of it stands for {slope} SD of performance "
        "({low} to {high}); the evidence asks for about {share}, so it falls.",
    ),
    "weights.why.lowered-to-cap": (
        "其他维度相同时，该维度高一个标准差，绩效差 {slope} 个标准差（{low} 至 {high}）；"
        "证据支持的权重约为 {share}，降低到本周期的下限。",
        "With all other ratings alike, one SD of it stands for {slope} SD of performance "
        "({low} to {high}); the evidence asks for about {share}, "
        "so it falls as far as one cycle may.",
    ),
    "weights.why.held-by-floor": (
        "其他维度相同时，该维度高一个标准差，绩效差 {slope} 个标准差（{low} 至 {high}）；"
        "降低到法律或岗位内容要求的最低权重为止。",
        "With all other ratings alike, one SD of it stands for {slope} SD of performance "
        "({low} to {high}); it falls no further than law or the job's content allows.",
    ),
    "weights.why.kept": (
        "其他维度相同时，该维度高一个标准差，绩效差 {slope} 个标准差（{low} 至 {high}）；"
        "权重不变。",
        "With all other ratings alike, one SD of it stands for {slope} SD of performance "
        "({low} to {high}); its weight stays.",
    ),
    "left-out.left-before": (
        "在评定之前已离职",
        "left before the appraisal",
    ),
    "proposal.not-convincing": (
        "新权重更好的概率为 {chance}，低于 {needed}，维持现行权重。",
        "New weights are better with probability {chance} only, below {needed}: no change.",
    ),
    "proposal.no-variation": (
        "某个维度或结果没有差异，无法计算相关。",
        "A dimension or the outcome does not vary, so nothing can be correlated.",
    ),
    "proposal.already-best": (
        "证据支持现行权重，无须调整。",
        "The evidence supports the weights in force; nothing to change.",
    ),
    "left-out.not-rated": (
        "面试有维度未测得",
        "a dimension of the interview was not measured",
    ),
    "left-out.no-outcome": (
        "已入职，但没有已锁定的结果",
        "hired, but without a locked outcome",
    ),
    "left-out.excused": ("考核中被免评", "excused from the appraisal"),
    "left-out.too-little-measured": (
        "测得的指标不足一半",
        "fewer than half of the indicators were measured",
    ),
    "left-out.no-interview": (
        "员工没有面试评分",
        "an employee without interview ratings",
    ),
    "left-out.other-dimensions": (
        "面试时的模型维度不同",
        "interviewed under other dimensions",
    ),
    "left-out.earlier-interview": (
        "同一人较早的面试",
        "an earlier interview of the same person",
    ),
    "proposal.adopted": (
        "根据 {n} 名员工的绩效结果，由第 {version} 版调整权重而来。",
        "Weights moved from version {version} on the outcomes of {n} employees.",
    ),
    "proposal.summary": (
        "{n} 名员工的结果显示，新权重更好的概率为 {chance}；"
        "{considered} 名候选人中有 {flipped} 名的建议会改变。",
        "By the outcomes of {n}, new weights are better with probability {chance}; "
        "{flipped} of {considered} recommendations turn.",
    ),
}
