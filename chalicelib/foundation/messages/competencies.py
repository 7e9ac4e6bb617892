"""Sentences about competency models being written, the question bank, and questions chosen."""

MESSAGES: dict[str, tuple[str, str]] = {
    "error.draft-unknown": ("没有这份模型草稿。", "There is no such draft of a model."),
    "next.draft-unknown": ("请从模型列表重新打开。", "Open it again from the list of models."),
    "error.draft-closed": (
        "这份草稿已经采用或放弃，不能再改。",
        "This draft was adopted or given up and changes no more.",
    ),
    "next.draft-closed": ("请从现行版本新建草稿。", "Begin a new draft from the version in force."),
    "error.draft-stale": (
        "您打开之后，草稿或现行版本已被他人修改（您看到 {seen}，现在是 {current}）。",
        "Since you opened it the draft or the version in force has changed "
        "(you saw {seen}, now {current}).",
    ),
    "next.draft-stale": (
        "请重新打开草稿，核对改动后再保存或采用。",
        "Open the draft again, look at what changed, then save or adopt.",
    ),
    "error.model-overtaken": (
        "同一时刻有另一个版本生效（您依据的是版本 {seen}，现在是 {current}），什么也没有改变。",
        "Another version came into force at the same moment (yours rests on {seen}, now "
        "{current}); nothing was changed.",
    ),
    "next.model-overtaken": (
        "请先看现行版本，再决定是否仍要更改。",
        "Look at the version in force first, then decide again.",
    ),
    "error.weights-unexplained": (
        "您改动了现有维度的权重（{dimensions}），但没有说明理由。",
        "You change weights of dimensions in force ({dimensions}) and give no reason.",
    ),
    "next.weights-unexplained": (
        "请在版本说明中写明理由；它与您的姓名一起保留。",
        "Say why in the version’s note; it is kept with your name.",
    ),
    "error.draft-unfinished": (
        "草稿还有 {problems} 处需要补正，不能采用。",
        "The draft still has {problems} things to put right and cannot be adopted.",
    ),
    "next.draft-unfinished": (
        "草稿页逐条列出了问题，请补正后再采用。",
        "The draft's page lists each of them; put them right and adopt again.",
    ),
    "error.draft-too-large": (
        "模型的文字超过 {most} KB。",
        "The model holds more than {most} kB of text.",
    ),
    "next.draft-too-large": (
        "请缩短行为锚、行为指标或术语。",
        "Shorten the anchors, the indicators or the terms.",
    ),
    "error.bank-question-unknown": (
        "题库里没有问题 {question_id}。",
        "The question bank has no question {question_id}.",
    ),
    "next.bank-question-unknown": ("请在题库里查找。", "Look it up in the question bank."),
    "error.question-needed": (
        "现行模型还要考察“{dimension}”，这是最后一道通用题，不能停用。",
        "A model in force rates “{dimension}”, and this is the last general question on it.",
    ),
    "next.question-needed": (
        "请先为该维度添加一道通用题。",
        "Add a general question on that dimension first.",
    ),
    "error.wording-stale": (
        "这道题已被他人修改（您看到第 {seen} 版，现在是第 {current} 版）。",
        "Somebody changed the question (you saw version {seen}, now {current}).",
    ),
    "next.wording-stale": ("请重新打开后再改。", "Open it again and change it then."),
    "error.choice-invalid": (
        "所选题目不符合岗位族的模型。",
        "The chosen questions do not fit the job family's model.",
    ),
    "next.choice-invalid": (
        "每个维度至少选一道现行题目，总数不超过 12 道。",
        "Choose at least one question in force for each dimension, twelve in all at most.",
    ),
    "error.choice-too-many": (
        "最多可以问 {most} 道题。",
        "{most} questions may be asked at most.",
    ),
    "next.choice-too-many": ("请去掉几道题。", "Leave some of them out."),
    "error.choice-unfit": (
        "这些题目已停用、不适用于该岗位族或不存在：{questions}。",
        "These questions are retired, not for this job family, or unknown: {questions}.",
    ),
    "next.choice-unfit": (
        "请从建议的题目中改选。",
        "Choose from those that are proposed.",
    ),
    "error.choice-uncovered": (
        "还没有题目考察：{dimensions}。",
        "No question is about {dimensions}.",
    ),
    "next.choice-uncovered": (
        "每个维度至少选一道题，否则它的权重无法评分。",
        "Choose at least one for each dimension, or its weight cannot be measured.",
    ),
    "error.question-both-languages": (
        "题干和温和问法要同时有中文和英文。",
        "The words, and the gentler wording if there is one, are needed in Chinese and English.",
    ),
    "next.question-both-languages": ("请补上缺少的语言。", "Add the language that is missing."),
    "error.question-too-long": (
        "题干超过 600 字。",
        "The words have more than 600 characters.",
    ),
    "next.question-too-long": ("请写短一些。", "Make them shorter."),
    "error.question-part-of-follow-up": (
        "追问要选定它所补的 STAR 部分；其他题型不能选。",
        "A follow-up needs the STAR part that it asks for; other kinds have none.",
    ),
    "next.question-part-of-follow-up": (
        "请检查题型和所补的部分。",
        "Check the kind and the part.",
    ),
    "error.question-dimension-needed": (
        "行为题和情境题要选定考察的维度。",
        "A behavioural or situational question needs the dimension that it is about.",
    ),
    "next.question-dimension-needed": ("请选择一个维度。", "Choose a dimension."),
    "error.question-think-seconds": (
        "思考时间应在 0–600 秒之间。",
        "The time to think must be 0–600 seconds.",
    ),
    "next.question-think-seconds": ("请改成范围内的秒数。", "Give seconds within the range."),
    "error.question-answer-seconds": (
        "回答时间应在 30–900 秒之间。",
        "The time to answer must be 30–900 seconds.",
    ),
    "next.question-answer-seconds": ("请改成范围内的秒数。", "Give seconds within the range."),
    "model.problem.no-dimensions": ("还没有维度。", "There is no dimension yet."),
    "model.problem.weights-total": (
        "权重合计为 {total}，应为 100。",
        "The weights make {total}; they must make 100.",
    ),
    "model.problem.too-many-dimensions": (
        "维度最多 {most} 个。",
        "There may be {most} dimensions at most.",
    ),
    "model.problem.dimension-twice": (
        "同一个维度出现了两次。",
        "The same dimension stands twice.",
    ),
    "model.problem.name-missing": (
        "名称要有中文和英文。",
        "The name is needed in Chinese and English.",
    ),
    "model.problem.definition-missing": (
        "定义要有中文和英文。",
        "The definition is needed in Chinese and English.",
    ),
    "model.problem.anchor-missing": (
        "第 {n} 级行为锚要有中文和英文。",
        "Anchor {n} is needed in Chinese and English.",
    ),
    "model.problem.anchors-alike": (
        "第 {a} 级和第 {b} 级行为锚相同。",
        "Anchors {a} and {b} say the same.",
    ),
    "model.problem.weight-missing": (
        "权重应为 1–100 的整数。",
        "The weight must be a whole number of 1–100.",
    ),
    "model.problem.text-long": (
        "名称最多 {name} 字，定义和行为锚最多 {most} 字。",
        "Names have {name} characters at most, definitions and anchors {most}.",
    ),
    "model.problem.no-indicators": (
        "至少要有一条行为指标。",
        "At least one indicator is needed.",
    ),
    "model.problem.too-many-indicators": (
        "行为指标最多 {most} 条。",
        "There may be {most} indicators at most.",
    ),
    "model.problem.indicator-incomplete": (
        "第 {n} 条行为指标要有中英文名称和说法。",
        "Indicator {n} needs its name and wordings in Chinese and English.",
    ),
    "model.problem.indicator-twice": (
        "行为指标“{behaviour}”出现了两次。",
        "Indicator “{behaviour}” stands twice.",
    ),
    "model.problem.wording-long": (
        "第 {n} 条行为指标有超过 {most} 字的说法。",
        "Indicator {n} has a wording of more than {most} characters.",
    ),
    "model.problem.no-terms": (
        "关键术语要有中文和英文。",
        "Key terms are needed in Chinese and English.",
    ),
    "model.problem.too-many-terms": (
        "每种语言的关键术语最多 {most} 个。",
        "There may be {most} key terms in a language at most.",
    ),
    "model.problem.term-twice": (
        "“{term}”不能同时算作两个术语。",
        "“{term}” cannot stand for two terms.",
    ),
    "model.problem.no-question": (
        "题库里还没有考察这个维度的题目。",
        "The question bank has no question on this dimension yet.",
    ),
    "question.why.covers": (
        "考察占 {weight}% 权重的维度",
        "covers a dimension of {weight}% of the weight",
    ),
    "question.why.family": ("专为该岗位族编写", "written for this job family"),
    "question.why.general": ("适用于各岗位族", "fits any job family"),
    "question.why.discriminates": (
        "区分度好（r = {r}，n = {n}）",
        "tells people apart well (r = {r}, n = {n})",
    ),
    "question.why.least-used": (
        "用得最少（{asked} 次）",
        "asked least so far ({asked} times)",
    ),
    "question.why.only": ("该维度唯一的现行题目", "the only question in force on it"),
}
