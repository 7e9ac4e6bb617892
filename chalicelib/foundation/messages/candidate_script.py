"""Sentences that the script of the candidate’s page says."""

MESSAGES: dict[str, tuple[str, str]] = {
    "candidate.js.state_saved": ("已保存在本机", "Saved on this device"),
    "candidate.js.state_sending": ("发送中 {percent}%", "Sending {percent}%"),
    "candidate.js.state_waiting": ("等待网络，会自动重试", "Waiting for the network; will retry"),
    "candidate.js.state_sent": ("已收到", "Received"),
    "candidate.js.state_refused": ("未被接收：{why}", "Not taken: {why}"),
    "candidate.js.state_none": ("未作答", "Not answered"),
    "candidate.js.all_sent": ("全部已发送。", "Everything was sent."),
    "candidate.js.pending": (
        "还有 {n} 题正在发送，请不要关闭页面。",
        "{n} answers are on the way; keep this page open.",
    ),
    "candidate.js.unanswered": (
        "还有 {n} 题没有作答。可以现在作答，也可以直接提交。",
        "{n} questions have no answer. Answer them, or hand in as it is.",
    ),
    "candidate.js.denied": (
        "无法使用摄像头或麦克风，请改用文字作答，不影响评分。",
        "No camera or microphone. Please type; it makes no difference.",
    ),
    "candidate.js.unsupported": (
        "这个浏览器不能录制，请改用文字作答。",
        "This browser cannot record. Please type.",
    ),
    "candidate.js.recording": ("录制中 {time}", "Recording {time}"),
    "candidate.js.paused": (
        "页面切到后台，已暂停。",
        "Paused while the page is in the background.",
    ),
    "candidate.js.left": ("还可作答 {n} 次", "{n} takes left"),
    "candidate.js.no_takes": (
        "次数已用完，以最后一次为准。",
        "No takes left; the last one counts.",
    ),
    "candidate.js.recovered": (
        "已找回上次未发送的录制。",
        "A recording from before was recovered.",
    ),
    "candidate.js.short": ("请至少写一句话。", "Please write at least a sentence."),
    "candidate.js.think": (
        "思考时间 {time}，可随时开始",
        "{time} to think; begin whenever you like",
    ),
    "candidate.js.think_over": ("可以开始作答了，不着急", "Begin when you are ready"),
    "candidate.js.listening": (
        "本机正在转写，请稍后核对",
        "Transcribing on this device; check it afterwards",
    ),
    "candidate.js.network_ok": ("网络正常（{n} 毫秒）", "Network is fine ({n} ms)"),
    "candidate.js.network_slow": (
        "网络较慢，回答会在后台发送",
        "Slow network; answers are sent in the background",
    ),
    "candidate.js.network_none": (
        "没有网络，回答会先保存在本机",
        "No network; answers stay on this device until there is",
    ),
    "candidate.js.practice_done": (
        "这是刚才的录音，听得清就可以开始。",
        "This is what we heard. If it is clear, start.",
    ),
    "candidate.js.kept": (
        "回答仍保存在本机，没有丢失。可以再次发送，也可以先下载留存。",
        "Your answer is still on this device. Send it again, or download it to be safe.",
    ),
    "candidate.js.kept_reopen": (
        "回答仍保存在本机。请用这台设备打开邮件里最新的面试链接，会自动继续发送。",
        "Your answer is still on this device. Open the newest link from your mail on this device; "
        "sending goes on by itself.",
    ),
    "candidate.js.refused_some": (
        "有 {n} 题未被接收，回答保存在本机；请打开该题查看原因。",
        "{n} answers were not taken and are kept here; open the question to see why.",
    ),
    "candidate.js.not_kept": (
        "本机存储空间不足，回答没有保存。请释放空间后重试，先不要关闭页面。",
        "This device has no room to keep the answer. Free some, try again, keep this page open.",
    ),
    "candidate.js.failed": ("没有成功：{why}", "That did not work: {why}"),
    "candidate.js.sure": ("确定吗？", "Are you sure?"),
}
