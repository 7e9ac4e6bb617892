"""Sentences about image frames: for the candidate's page, the console, and what went wrong."""

MESSAGES: dict[str, tuple[str, str]] = {
    "error.frame-key-invalid": ("图像不属于任何回答。", "The picture belongs to no answer."),
    "next.frame-key-invalid": (
        "请使用上传许可里的路径。",
        "Use the path of the upload permit.",
    ),
    "error.frame-take-unknown": (
        "图像对应的作答次数（{take}）不存在。",
        "There is no take {take} that frames could belong to.",
    ),
    "next.frame-take-unknown": (
        "不用处理：没有图像，回答照常评分。",
        "Nothing to do: the answer is rated without frames just the same.",
    ),
    "error.expression-barred": (
        "{country} 的法律不允许在招聘中读取表情，因此该职位不能开启。",
        "The law of {country} bars reading expressions in recruitment: it stays off here.",
    ),
    "next.expression-barred": (
        "面试不受影响，用语音或文字评分。",
        "The interview is rated by words alone, as ever.",
    ),
    "expression.switched-off": ("该职位未启用图像读取。", "This position does not read frames."),
    "expression.no-application": (
        "找不到对应的申请，图像未被打开。",
        "No application was found; the picture was not opened.",
    ),
    "expression.application-closed": (
        "申请已撤回或结束，图像未被打开。",
        "The application was withdrawn or has ended; the picture was not opened.",
    ),
    "expression.experimental": (
        "实验性读数，不用于任何决定；未测得不等于低分。",
        "Experimental, not used in decisions; not measured never means low.",
    ),
    "console.frames.counted": (
        "实验性读数。该职位公开声明：可见部分占沟通维度的 {n}%，其余读数不用于任何决定。",
        "Experimental. This position declares that a visible part makes {n} % of communication; "
        "nothing else of it is used in decisions.",
    ),
    "candidate.frames.on": (
        "正在每秒截取一张小图；不影响作答",
        "A small picture a second is being taken; your answer does not wait for it",
    ),
    "candidate.consent.expression_counts": (
        "自愿选择。该职位声明：画面中的微笑次数和面向手机的时间占沟通维度的 {n}%。"
        "不同意时只按内容评分，不会因此扣分。",
        "Your free choice. For this position, how often you smile and how long you face the phone "
        "make {n} % of communication. If you refuse, only what you say is rated; nothing is "
        "taken off.",
    ),
    "candidate.consent.expression_how": (
        "图片只经加密上传，读取后立即删除；读数保存 30 天，可随时撤回并删除。",
        "Pictures travel encrypted and are deleted as soon as they are read; readings stay for 30 "
        "days. Withdraw and have them erased at any time.",
    ),
    "candidate.lens.note": (
        "可选：用 4 秒校准一下，之后能分清您看的是镜头还是屏幕。不做也完全可以。",
        "If you like: four seconds to tell later whether you look at the lens or at the screen. "
        "Leaving it out is fine.",
    ),
    "candidate.lens.do": ("校准镜头", "Calibrate the lens"),
    "candidate.js.lens_look": ("请看镜头两秒", "Look at the lens for two seconds"),
    "candidate.js.lens_read": ("现在看屏幕上的这行字两秒", "Now look at this line for two seconds"),
    "candidate.js.lens_done": ("校准完成", "Done"),
    "candidate.js.lens_off": (
        "现在不能截取图像，不影响面试。",
        "No frames can be taken now; the interview is not affected.",
    ),
    "candidate.frames.title": ("从画面读到的", "What was read from your pictures"),
    "candidate.frames.nothing": ("没有留下读数。", "No readings are kept."),
    "candidate.frames.withdraw": ("撤回同意并删除", "Withdraw and erase"),
    "candidate.frames.erase": ("只删除读数", "Erase the readings only"),
    "candidate.frames.choice": (
        "撤回或删除都不影响您的申请。",
        "Withdrawing or erasing changes nothing for your application.",
    ),
    "console.frames.title": ("图像读取", "Reading of frames"),
    "console.frames.not_in_score": ("不用于决定", "not used in decisions"),
    "console.frames.none": ("没有收到图像。", "No frames came."),
    "console.frames.badge": ("自信度 {n}（实验性）", "Confidence {n} (experimental)"),
    "console.frames.badge_note": (
        "由可见部分算出，与本人第一题相比（50 为平常）；启发式，未经验证，不用于决定。",
        "From what is visible, against the person's own first answer (50 is as usual): a "
        "heuristic, not validated, not used in decisions.",
    ),
    "console.frames.usable": ("可用帧 {n} / {of}", "{n} of {of} frames usable"),
    "console.frames.too_few": (
        "可用帧不足 10，不给任何数字。",
        "Fewer than ten usable frames: no figure is given.",
    ),
    "console.frames.figure": ("指标", "Figure"),
    "console.frames.value": ("数值", "Value"),
    "console.frames.interval": ("95% 区间", "95 % interval"),
    "console.frames.n": ("帧数", "n"),
    "console.frames.smile": ("微笑占比（已校正）", "Smiling, corrected"),
    "console.frames.neutral": ("平静占比", "Neutral"),
    "console.frames.negative": ("负面占比", "Negative"),
    "console.frames.surprise": ("惊讶占比", "Surprise"),
    "console.frames.facing_phone": ("面向手机", "Facing the phone"),
    "console.frames.facing_lens": ("看着镜头", "Looking at the lens"),
    "console.frames.eyes_closed": ("闭眼", "Eyes closed"),
    "console.frames.episodes": ("微笑 {n} 次", "{n} smiles"),
    "console.frames.seconds": ("面向手机 {n} 秒", "{n} s facing the phone"),
    "console.frames.steady": (
        "头部摆动 {yaw}° / {pitch}°，每步 {step}°",
        "head moves {yaw}° / {pitch}°, {step}° a step",
    ),
    "console.frames.several": ("{n} 帧里有他人", "somebody else in {n} frames"),
    "console.frames.usual": ("本人基准", "own baseline"),
    "console.frames.confidence": ("自信度（启发式）", "Confidence (heuristic)"),
    "console.frames.nervousness": ("紧张度（启发式）", "Nervousness (heuristic)"),
    "console.frames.formula": ("公式 {text}", "Formula {text}"),
    "console.frames.part": (
        "{name}：{value}，平常 {usual}，z {z}",
        "{name}: {value}, usually {usual}, z {z}",
    ),
    "console.frames.parts.facing": ("面向手机", "facing"),
    "console.frames.parts.step": ("头部转动（°）", "head turns (°)"),
    "console.frames.parts.smile": ("微笑概率", "smile"),
    "console.frames.parts.negative": ("负面概率", "negative"),
    "console.frames.parts.lip_press": ("抿嘴", "lips pressed"),
    "console.frames.timeline": ("逐秒读数", "Second by second"),
    "console.frames.timeline_note": (
        "从上到下：微笑概率、面向手机、亮度。空白处未测得。",
        "From above: probability of a smile, facing the phone, light. Gaps were not measured.",
    ),
    "console.frames.row_smile": ("微笑", "smile"),
    "console.frames.row_facing": ("面向手机", "facing"),
    "console.frames.row_light": ("亮度", "light"),
    "console.frames.row_gap": ("未测得", "not measured"),
    "console.frames.lens": ("已做镜头校准", "lens calibrated"),
    "console.frames.switch": ("图像读取", "Reading of frames"),
    "console.frames.switch_note": (
        "候选人单独同意后，视频作答时每秒读一张小图，读完即删。默认关闭。",
        "With the candidate's separate consent, a small picture a second of a video answer is "
        "read and deleted. Off unless switched on.",
    ),
    "console.frames.on": ("已开启", "On"),
    "console.frames.off": ("未开启", "Off"),
    "console.frames.barred": (
        "{country} 的法律不允许在招聘中读取表情：此处不能开启，一帧都不会打开。",
        "The law of {country} bars reading expressions in recruitment: it cannot be switched on, "
        "and not one frame is opened.",
    ),
    "console.frames.weight": (
        "可见部分占沟通维度的百分比",
        "Visible part of communication, percent",
    ),
    "console.frames.weight_note": (
        "0 为不计（默认）。公式：{formula}。候选人会事先看到这一比例；不同意的人只按内容评分。",
        "0 counts nothing, as by default. Formula: {formula}. Candidates see the share before they "
        "choose; those who refuse are rated by words alone.",
    ),
    "console.frames.read": ("读取图像", "Read frames"),
    "console.frames.save": ("保存", "Save"),
    "console.frames.people": ("已读取图像的人数", "People whose frames were read"),
    "console.frames.people_line": (
        "{n} 人（满 {filing} 人须备案，{alarm} 人时报警）",
        "{n} people (a filing is due at {filing}; the alarm rings at {alarm})",
    ),
    "console.frames.filing.prepare": (
        "接近备案人数，请着手准备向省级网信部门备案。",
        "The number that asks for a filing is near: prepare it with the provincial authority.",
    ),
    "console.frames.filing.due": (
        "已达备案人数，须在 30 个工作日内向省级网信部门备案。",
        "The number is reached: file with the provincial authority within 30 working days.",
    ),
    "console.frames.worth": (
        "至今 {n} 名已有业绩的录用者：与业绩相关 r = {raw}（{raw_low} 至 {raw_high}），"
        "扣除内容评分后 {beside}（{low} 至 {high}）。",
        "Among {n} hired with an outcome: r = {raw} ({raw_low} to {raw_high}) with the outcome, "
        "{beside} ({low} to {high}) beside what the words tell.",
    ),
    "console.frames.worth_yes": ("它提供了额外信息。", "It tells something more."),
    "console.frames.worth_no": (
        "没有证据说明它有用，建议设为 0。",
        "Nothing shows that it helps: set it to 0.",
    ),
    "console.frames.worth_unknown": (
        "它值多少还不知道：有业绩的录用者 {n} 名，至少需要 {of} 名。",
        "What it is worth is not known: {n} hired with an outcome, {of} are needed.",
    ),
    "console.frames.supplement": (
        "沟通维度含可见部分：{score} 分 × {weight}%（不含时 {plain}）。公式 {formula}",
        "Communication holds a visible part: {score} at {weight} % (without it {plain}). "
        "Formula {formula}",
    ),
}
