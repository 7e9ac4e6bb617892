"""Sentences of the candidate’s own page."""

MESSAGES: dict[str, tuple[str, str]] = {
    "attention.asked-for-human": ("候选人请求人工查看", "The candidate asks for a person"),
    "candidate.title": ("面试：{title}", "Interview: {title}"),
    "candidate.hello": ("{name}，您好", "Hello {name}"),
    "candidate.hello_nameless": ("您好", "Hello"),
    "candidate.intro": (
        "这是{company}“{title}”的线上面试，共 {n} 题，约 {minutes} 分钟，请在 {deadline} 前完成。",
        "This is the online interview for “{title}” at {company}: {n} questions, about "
        "{minutes} minutes, to be finished by {deadline}.",
    ),
    "candidate.step.about": ("说明", "About"),
    "candidate.step.consent": ("同意", "Consent"),
    "candidate.step.device": ("设备", "Devices"),
    "candidate.step.questions": ("答题", "Questions"),
    "candidate.step.submit": ("提交", "Hand in"),
    "candidate.happens.title": ("接下来会怎样", "What happens"),
    "candidate.happens.1": (
        "每题先有思考时间，可以跳过，再作答。文字、语音、视频任选，每题都可以换。",
        "Each question gives you time to think, which you may skip. Type, speak or film your "
        "answer; you may switch at every question.",
    ),
    "candidate.happens.2": (
        "每题最多提交 {n} 次，以最后一次为准；提交前重录不计次。断网也不会丢失。",
        "You may send {n} takes a question and the last one counts; recording anew before you "
        "send is free. Nothing is lost when the network is.",
    ),
    "candidate.happens.3": (
        "系统按下面的标准给出评分和依据，由招聘人员作出决定。",
        "The system rates the words by the criteria below and shows its grounds. A person decides.",
    ),
    "candidate.rated.title": ("评什么", "What is rated"),
    "candidate.rated.text": (
        "只看您说的内容。讲清楚情境、任务、行动、结果，会更容易被理解。",
        "Only what you say. Situation, task, action and result make it easy to follow.",
    ),
    "candidate.rated.five": ("5 分是什么样", "What a 5 looks like"),
    "candidate.unrated.title": ("不评什么", "What is not rated"),
    "candidate.unrated.text": (
        "长相、声音、口音、语速、网络和设备、答题时长都不影响评分。没有测得的内容不会被当作低分。",
        "Looks, voice, accent, pace, network, device and length do not count. What could not "
        "be measured is never a low score.",
    ),
    "candidate.rights.title": ("您的权利", "Your rights"),
    "candidate.rights.text": (
        "可以随时要求人工查看、撤回申请或撤回同意。评分与理由会在本页给您看。",
        "You may ask for a person, withdraw your application or your consent at any time. "
        "Scores and reasons are shown to you here.",
    ),
    "candidate.begin": ("我了解了，继续", "I understand, go on"),
    "candidate.back": ("返回", "Back"),
    "candidate.consent.title": ("您的同意", "Your consent"),
    "candidate.consent.interview": (
        "我同意为这次招聘记录和评价我的回答。",
        "I agree that my answers are kept and rated for this application.",
    ),
    "candidate.consent.interview_note": ("这是参加面试所必需的。", "The interview needs this."),
    "candidate.consent.expression": (
        "我单独同意：视频作答时每秒截取一张小图，用于读取表情。",
        "I agree, apart from the above, that a small picture is taken every second of a video "
        "answer, to read expressions.",
    ),
    "candidate.consent.expression_note": (
        "自愿选择，不影响评分，也不影响能否录用。",
        "Your free choice: never part of the score or the decision.",
    ),
    "candidate.consent.country": (
        "您居住的国家或地区（同意上面一项时必选，由它决定法律是否允许）",
        "The country you live in (needed for this consent; it says whether the law allows it)",
    ),
    "candidate.consent.country_choose": ("请选择", "Please choose"),
    "candidate.consent.expression_barred": (
        "当地法律不允许读取表情，因此不会截取任何图片。",
        "The law of your place does not allow it, so no picture is taken.",
    ),
    "candidate.consent.talent_pool": (
        "如未录用，我同意保留资料以便今后联系。",
        "If this does not work out, keep my file for later openings.",
    ),
    "candidate.consent.talent_pool_note": (
        "自愿选择，可随时撤回。",
        "Your free choice; withdraw it at any time.",
    ),
    "candidate.consent.background_check": (
        "我同意为这次录用进行背景调查。",
        "I agree to a background check for this hire.",
    ),
    "candidate.consent.save": ("保存并继续", "Save and go on"),
    "candidate.consent.give": ("同意", "Agree"),
    "candidate.device.title": ("设备检查", "Check your devices"),
    "candidate.device.note": (
        "可以先试一试摄像头和麦克风，也可以直接用文字作答。",
        "Try camera and microphone, or go straight on and type.",
    ),
    "candidate.device.try_video": ("试试视频", "Try the camera"),
    "candidate.device.try_voice": ("试试语音", "Try the microphone"),
    "candidate.device.practice": ("录 5 秒试听", "Record 5 seconds"),
    "candidate.device.level": ("音量", "Level"),
    "candidate.device.network": ("网络", "Network"),
    "candidate.device.start": ("开始答题", "Start"),
    "candidate.question.of": ("第 {n} 题，共 {of} 题", "Question {n} of {of}"),
    "candidate.question.gentler": ("换个问法", "Put another way"),
    "candidate.question.mode": ("作答方式", "How to answer"),
    "candidate.mode.text": ("文字", "Type"),
    "candidate.mode.voice": ("语音", "Speak"),
    "candidate.mode.video": ("视频", "Film"),
    "candidate.question.answer": ("您的回答", "Your answer"),
    "candidate.question.transcript": (
        "文字稿（请核对或补充您说的话）",
        "Transcript (check or add what you said)",
    ),
    "candidate.question.transcript_note": (
        "评分依据文字稿。没有文字稿的录音会保留，但无法自动评分。",
        "The transcript is what is rated. A recording without one is kept but cannot be rated "
        "by itself.",
    ),
    "candidate.question.record": ("开始录制", "Record"),
    "candidate.question.stop": ("停止", "Stop"),
    "candidate.question.again": ("重录", "Record again"),
    "candidate.question.save": ("提交这一题", "Send this answer"),
    "candidate.question.later": ("稍后再答", "Answer later"),
    "candidate.question.think": ("思考", "Think"),
    "candidate.review.title": ("提交面试", "Hand in"),
    "candidate.review.note": (
        "提交后不能再修改。尚未发送的回答会先发送。",
        "After that nothing can be changed. Answers still on the way are sent first.",
    ),
    "candidate.review.submit": ("提交面试", "Hand in the interview"),
    "candidate.noscript": (
        "作答需要启用 JavaScript；以上内容可以直接阅读。",
        "Answering needs JavaScript; everything above can be read without.",
    ),
    "candidate.status.title": ("您的申请", "Your application"),
    "candidate.status.stage": ("当前阶段", "Stage"),
    "candidate.status.waiting": (
        "面试已提交，正在整理评分，通常只需几分钟。",
        "Handed in. Ratings follow, usually within minutes.",
    ),
    "candidate.status.next": ("接下来", "Next"),
    "candidate.status.scores": ("您的评分与理由", "Your scores and the reasons"),
    "candidate.status.composite": ("综合分 {n}", "Score {n}"),
    "candidate.status.scores_note": (
        "由训练过的模型按公开的标准给出，由招聘人员决定。",
        "Proposed by a trained model against the criteria shown; a person decides.",
    ),
    "candidate.status.not_measured": (
        "未测得，不会当作低分。",
        "Not measured; never taken as low.",
    ),
    "candidate.status.history": ("经过", "History"),
    "candidate.status.expired": (
        "面试期限已过。如需延期，请联系招聘人员。",
        "The deadline has passed. Ask the recruiter for more time.",
    ),
    "candidate.human.title": ("需要人工查看？", "Want a person to look?"),
    "candidate.human.note": (
        "如果您对评分有疑问，或在作答中遇到困难，可以请招聘人员亲自查看。",
        "If a score seems wrong or something went wrong, ask for a person.",
    ),
    "candidate.human.ask": ("请求人工查看", "Ask for a person"),
    "candidate.human.asked": ("已请求人工查看。", "You asked for a person."),
    "candidate.offer.title": ("录用通知", "Your offer"),
    "candidate.offer.start": ("到岗日期：{day}", "First day: {day}"),
    "candidate.offer.accept": ("接受", "Accept"),
    "candidate.offer.decline": ("婉拒", "Decline"),
    "candidate.offer.accepted": ("您已接受录用。", "You accepted."),
    "candidate.offer.declined": ("您已婉拒录用。", "You declined."),
    "candidate.steps.title": ("入职准备", "Before your first day"),
    "candidate.steps.due": ("截止 {day}", "due {day}"),
    "candidate.steps.done": ("已完成", "done"),
    "candidate.steps.close": ("我已完成", "I have done this"),
    "candidate.kept.again": ("再次发送", "Send again"),
    "candidate.kept.download": ("下载我的回答", "Download my answer"),
    "candidate.onsite.title": ("到场安排", "When to come"),
    "candidate.withdraw.title": ("撤回申请", "Withdraw"),
    "candidate.withdraw.note": ("撤回后本次申请即告结束。", "This ends the application."),
    "candidate.withdraw.do": ("确认撤回", "Withdraw my application"),
    "candidate.next.applied": ("简历正在读取。", "Your résumé is being read."),
    "candidate.next.screened": (
        "招聘人员会查看简历并决定是否邀请面试。",
        "A recruiter looks at your résumé and may invite you.",
    ),
    "candidate.next.invited": (
        "请在期限前完成线上面试。",
        "Please do the interview before the deadline.",
    ),
    "candidate.next.interviewing": (
        "请答完并提交面试。",
        "Please finish and hand in the interview.",
    ),
    "candidate.next.interviewed": (
        "由招聘人员作出决定，结果会通知您。",
        "A person decides now; you will hear from us.",
    ),
    "candidate.next.passed": (
        "恭喜通过！接下来进行背景调查。",
        "You passed! A background check comes next.",
    ),
    "candidate.next.background_check": ("背景调查进行中。", "The background check is under way."),
    "candidate.next.under_review": ("正在人工复核。", "A person is reviewing it."),
    "candidate.next.pre_hire": (
        "已进入待录用名单，请等待录用通知。",
        "You are in the pre-hire pool; an offer comes next.",
    ),
    "candidate.next.offered": ("请查看并回复录用通知。", "Please answer the offer."),
    "candidate.next.onboarding": (
        "请在到岗前完成下面的准备。",
        "Please finish the steps below before day one.",
    ),
    "candidate.next.hired": ("欢迎加入！", "Welcome aboard!"),
    "candidate.next.rejected": (
        "这次没有录用，感谢您的参与。",
        "It did not work out this time. Thank you for taking part.",
    ),
    "candidate.next.withdrawn": ("您已撤回申请。", "You withdrew."),
}
