"""Sentences about competency models, interview sessions, answers and scorecards."""

MESSAGES: dict[str, tuple[str, str]] = {
    "error.competency-model-invalid": (
        "胜任力模型不成立：{reason}。",
        "The competency model does not hold together: {reason}.",
    ),
    "next.competency-model-invalid": (
        "请检查权重合计是否为 100，以及每个维度是否有五级中英文行为锚。",
        "Check that the weights make 100 and that each dimension has five anchors in zh and en.",
    ),
    "error.job-family-unknown": (
        "岗位族 {job_family} 没有胜任力模型。",
        "Job family {job_family} has no competency model.",
    ),
    "next.job-family-unknown": (
        "请先为该岗位族建立模型。",
        "Adopt a model for this job family first.",
    ),
    "error.question-missing": (
        "题库里没有关于 {dimension} 的问题。",
        "The question bank has no question about {dimension}.",
    ),
    "next.question-missing": (
        "请先补充这个维度的问题。",
        "Add a question on this dimension first.",
    ),
    "error.question-invalid": (
        "这道题不成立。",
        "The question does not hold together.",
    ),
    "next.question-invalid": (
        "请填写中英文题干（各不超过 600 字），检查时间；追问要选定它所补的 STAR 部分。",
        "Give the words in zh and en (600 characters each at most), check the times; a follow-up "
        "needs the STAR part that it asks for.",
    ),
    "error.session-unknown": ("没有这次面试。", "There is no such interview."),
    "next.session-unknown": (
        "请打开邀请信里的链接。",
        "Open the link in your invitation.",
    ),
    "error.question-unknown": (
        "这次面试没有问题 {question_id}。",
        "This interview does not ask question {question_id}.",
    ),
    "next.question-unknown": ("请刷新页面查看问题列表。", "Reload the page to see the questions."),
    "error.answer-unknown": ("这个回答没有登记过。", "This answer was never announced."),
    "next.answer-unknown": ("请先申请上传许可。", "Ask for an upload permit first."),
    "error.session-closed": (
        "面试已经提交，不再接收回答。",
        "The interview was handed in and takes no more answers.",
    ),
    "next.session-closed": (
        "如有遗漏，请联系招聘人员。",
        "If something is missing, write to the recruiter.",
    ),
    "error.session-expired": (
        "面试截止时间已过。",
        "The interview's deadline has passed.",
    ),
    "next.session-expired": (
        "请联系招聘人员申请延期。",
        "Ask the recruiter for more time.",
    ),
    "error.takes-used-up": (
        "这道题最多可以回答 {takes} 次。",
        "A question may be answered {takes} times at most.",
    ),
    "next.takes-used-up": (
        "最近一次上传的回答有效。",
        "The last answer that you uploaded counts.",
    ),
    "error.deadline-past": ("截止时间必须在将来。", "The deadline must lie in the future."),
    "next.deadline-past": ("请选择之后的时间。", "Choose a later moment."),
    "error.deadline-not-later": (
        "新的截止时间必须晚于现在的截止时间。",
        "The new deadline must be later than the one that stands.",
    ),
    "next.deadline-not-later": ("请选择更晚的时间。", "Choose a later moment."),
    "error.draft-newer": (
        "另一台设备上保存了更新的草稿。",
        "Another device has saved a newer draft.",
    ),
    "next.draft-newer": (
        "请先查看那份草稿，再决定保留哪一份。",
        "Look at that draft and choose which one to keep.",
    ),
    "error.invitation-not-reached": (
        "这次还没有轮到这位候选人。",
        "There was no time left for this candidate in this call.",
    ),
    "next.invitation-not-reached": (
        "请原样再发一次，已邀请的不会重复。",
        "Send the same call again; nobody is invited twice.",
    ),
    "error.timezone-unknown": (
        "没有名为 {timezone} 的时区。",
        "No time zone is called {timezone}.",
    ),
    "next.timezone-unknown": (
        "请使用 Asia/Shanghai 这样的名称。",
        "Use a name such as Asia/Shanghai.",
    ),
    "error.interview-consent-needed": (
        "开始面试前需要您的同意。",
        "The interview needs your consent before it starts.",
    ),
    "next.interview-consent-needed": (
        "请阅读说明并选择是否同意。",
        "Read the notice and choose whether you agree.",
    ),
    "error.answer-document-invalid": (
        "回答文件不符合格式（{reason}）。",
        "The answer document does not follow the format ({reason}).",
    ),
    "next.answer-document-invalid": (
        "请更新应用后重新回答。",
        "Update the app and answer again.",
    ),
    "attention.interview-too-little-measured": (
        "可评分的权重不足 60%，需要人工查看。",
        "Less than 60 % of the weight could be rated; a person should look.",
    ),
    "attention.no-show": (
        "候选人在截止时间前没有参加面试，需要人工查看。",
        "The candidate did not come to the interview in time; a person should look.",
    ),
    "answer.empty": ("没有内容", "nothing was said"),
    "answer.too_short": ("内容太短，无法评分", "too short to be rated"),
    "answer.wrong_language": (
        "语言与面试语言不同，需要人工查看",
        "another language than the interview's; a person should look",
    ),
    "answer.unintelligible": ("无法辨认", "could not be made out"),
    "answer.session_closed": (
        "面试结束后才到，保留但不评分",
        "came after the interview was closed; kept, not rated",
    ),
    "answer.document_invalid": ("回答文件不可读", "the answer document is unreadable"),
    "answer.recording_altered": (
        "录音与登记的校验值不符",
        "the recording does not match its fingerprint",
    ),
    "answer.too_long": (
        "录制超过了时长限制，需要人工查看",
        "the recording is longer than allowed; a person should look",
    ),
    "answer.not_received": ("没有收到", "never arrived"),
    "scorecard.no_answer": ("没有回答", "no answer"),
    "scorecard.not_scored": ("有回答但未能评分", "answered, but could not be rated"),
    "scorecard.too_little_measured": (
        "可评分的权重不足 60%",
        "less than 60 % of the weight could be rated",
    ),
    "answer.scorer": (
        "由训练出来的可加模型评分，每一项加减都列出；由人决定。",
        "Rated by a trained, additive model: each thing that moved it is listed. A person decides.",
    ),
    "answer.flag.hypothetical": ("假设的做法，不计分", "supposed, not done; not credited"),
    "answer.flag.second_hand": ("没有说出自己的部分", "no own part was told"),
    "answer.flag.negated": ("说的是没有做", "said not to have been done"),
    "answer.flag.general": ("泛泛而谈", "a general statement"),
    "answer.flag.empty": ("空话套话", "wording without content"),
    "answer.flag.off_dimension": ("与所问的能力无关", "does not show the asked quality"),
    "answer.flag.to_scorer": ("对评分者说的话，已忽略", "addressed to the scorer; ignored"),
    "answer.flag.against": ("与该能力相反的表现", "evidence against the quality"),
    "answer.flag.repeated": ("重复", "repeated"),
}
