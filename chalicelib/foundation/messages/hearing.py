"""Sentences about recordings, transcripts and how an answer sounds."""

MESSAGES: dict[str, tuple[str, str]] = {
    "answer.silence": (
        "录音里没有声音，未评分，请由人查看",
        "the recording holds no sound; not scored, a person should listen",
    ),
    "answer.noise_only": (
        "录音里有声音但没有人说话，未评分，请由人查看",
        "the recording holds noise but no speech; not scored, a person should listen",
    ),
    "answer.cut_off": (
        "录音声音过大被削波，未评分，请由人查看",
        "the recording is cut off at its loudest; not scored, a person should listen",
    ),
    "answer.too_little_speech": (
        "录音里的说话时间远少于文字所需，未评分，请由人查看",
        "far less is spoken than the words would take; not scored, a person should listen",
    ),
    "answer.recognised_unsurely": (
        "语音识别把握太低，未评分，请由人查看",
        "the words were recognised too unsurely; not scored, a person should listen",
    ),
    "answer.nothing_recognised": (
        "录音里没有识别出文字，未评分，请由人查看",
        "no words were recognised in the recording; not scored, a person should listen",
    ),
    "answer.transcription_failed": (
        "语音转写没有成功，未评分，请由人查看",
        "the transcription failed; not scored, a person should listen",
    ),
    "answer.transcription_overdue": (
        "语音转写没有按时完成，未评分，请由人查看",
        "the transcription did not come in time; not scored, a person should listen",
    ),
    "answer.format_not_recognisable": (
        "这种录音格式无法转写，未评分，请由人查看",
        "recordings of this format cannot be transcribed; not scored, a person should listen",
    ),
    "error.recognition-invalid": (
        "语音识别结果无法读取（{reason}）。",
        "The recogniser's result cannot be read ({reason}).",
    ),
    "next.recognition-invalid": ("请由人听录音。", "A person should listen to the recording."),
    "error.second-reader-off": ("未启用第二阅读者。", "The second reader is off."),
    "next.second-reader-off": (
        "请管理员在设置中启用。",
        "An administrator may switch it on in the settings.",
    ),
    "error.second-reader-not-deployed": (
        "本部署没有指定第二阅读者的模型。",
        "This deployment names no model for a second reader.",
    ),
    "next.second-reader-not-deployed": (
        "请运维人员设置参数 SecondReaderModel。",
        "The operator sets the parameter SecondReaderModel.",
    ),
    "error.second-reader-spent": (
        "{month} 的第二阅读额度（{tokens} 词元）已用完。",
        "The second reader's tokens for {month} ({tokens}) are spent.",
    ),
    "next.second-reader-spent": (
        "请等到下月，或请管理员提高额度。",
        "Wait for the next month, or ask an administrator for more.",
    ),
    "error.second-reader-nothing-to-read": (
        "这个回答还没有文字。",
        "This answer has no words yet.",
    ),
    "next.second-reader-nothing-to-read": (
        "请等转写完成。",
        "Wait until it is transcribed.",
    ),
    "error.second-reading-unknown": (
        "没有请第二阅读者看过这个回答。",
        "Nobody asked for a second reading of this answer.",
    ),
    "next.second-reading-unknown": ("可以在档案中请求。", "Ask for one in the file."),
    "console.second.ask": ("请第二阅读者看", "Ask the second reader"),
    "console.second.title": ("第二阅读者（语言模型）", "Second reader (a language model)"),
    "console.second.beside": (
        "仅供对照，不进入任何分数；未经质量验证。",
        "Shown beside only; part of no score; its quality is not validated.",
    ),
    "console.second.rating": ("其读法：{n} / 5", "It reads: {n} / 5"),
    "console.second.asked": ("已请求，正在阅读", "asked, being read"),
    "console.second.instructions": (
        "回答中有写给评分者的话，已要求忽略。",
        "The answer holds words to the scorer; it was told to ignore them.",
    ),
    "console.second.busy": ("服务繁忙，没有读法", "no reading: the service was busy"),
    "console.second.timed_out": ("超时，没有读法", "no reading: it took too long"),
    "console.second.not_allowed": (
        "模型不可用或未授权，没有读法",
        "no reading: the model is not available to this deployment",
    ),
    "console.second.refused": ("模型拒绝，没有读法", "no reading: the model declined"),
    "console.second.unreadable": (
        "读法不合格式，已丢弃",
        "the reading did not keep to its form and was dropped",
    ),
    "console.second.misquoted": (
        "读法引用了回答中没有的话，已丢弃",
        "the reading quoted what the answer does not say and was dropped",
    ),
    "console.second.forged": (
        "回答中有伪造的分隔标记，未送出",
        "the answer forges the marks around it; it was not sent",
    ),
    "console.second.switch": ("第二阅读者", "Second reader"),
    "console.second.switch_note": (
        "语言模型对照阅读，仅并列显示；默认关闭。",
        "A language model reads beside the rating; off unless switched on here.",
    ),
    "console.second.on": ("启用", "Switched on"),
    "console.second.tokens": ("每月词元上限", "Most tokens a month"),
    "console.second.spent": ("本月已预留 {n} / {of}", "Set aside this month: {n} of {of}"),
    "console.second.save": ("保存", "Save"),
    "console.heard.title": ("声音与转写", "Sound and transcript"),
    "console.heard.not_scored": ("不计分", "not scored"),
    "console.heard.note": (
        "说话方式只作为反馈，从不计分。",
        "How it was spoken is feedback only and is never scored.",
    ),
    "console.heard.engine": ("文字来自：{engine}", "Words by: {engine}"),
    "console.heard.engine.typed": ("本人输入", "typed by the candidate"),
    "console.heard.engine.device": (
        "本人设备上的语音识别",
        "speech recognition on the candidate's device",
    ),
    "console.heard.recognised": ("识别把握 {n}", "recognised with confidence {n}"),
    "console.heard.unsure": ("{n} 处识别把握低，已标出", "recognised unsurely and marked: {n}"),
    "console.heard.speech": ("说话 {n} 秒，共 {of} 秒", "spoke {n} s of {of} s"),
    "console.heard.pauses": (
        "停顿 {n} 次，共 {s} 秒，最长 {longest} 秒",
        "{n} pauses, {s} s in all, the longest {longest} s",
    ),
    "console.heard.pace.zh": ("每秒 {n} 字", "{n} characters a second"),
    "console.heard.pace.en": ("每秒 {n} 个音节", "{n} syllables a second"),
    "console.heard.loudness": ("音量波动 {n} 分贝", "loudness varies by {n} dB"),
    "console.heard.timeline": (
        "说话与停顿的时间线，共 {of} 秒，说话 {n} 秒",
        "Timeline of speech and pauses: {of} s, of which {n} s speech",
    ),
    "console.heard.no_recording": ("没有录音", "there is no recording"),
    "console.heard.container": (
        "声音未测量：这种录音格式只转写，不测量",
        "sound not measured: recordings of this format are transcribed, not measured",
    ),
    "console.heard.damaged": (
        "声音未测量：录音文件损坏",
        "sound not measured: the recording is damaged",
    ),
    "console.heard.too_long": (
        "声音未测量：录音太长",
        "sound not measured: the recording is too long",
    ),
    "console.heard.no_detector": (
        "声音未测量：未安装语音检测模型",
        "sound not measured: the voice detector is not installed",
    ),
}
