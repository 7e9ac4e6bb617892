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
        "还有 {n} 题正在发送；关掉页面也不会丢，再打开会继续。",
        "{n} answers on the way; if you close the page, sending goes on when you open it again.",
    ),
    "candidate.js.unanswered": (
        "还有 {n} 题没有作答。可以现在作答，也可以直接提交。",
        "{n} questions have no answer. Answer them, or hand in as it is.",
    ),
    "candidate.js.denied": (
        "暂时用不了麦克风或摄像头，没关系，写下来一样好：评的是内容，不是方式。",
        "Camera or microphone cannot be used just now. No matter: writing is just as good; only "
        "what you say counts.",
    ),
    "candidate.js.unsupported": (
        "这个浏览器不能录制，请用文字作答，评分一样。",
        "This browser cannot record. Please write; it is rated the same.",
    ),
    "candidate.js.recording": ("录制中 {time}", "Recording {time}"),
    "candidate.js.left": (
        "还可提交 {n} 次",
        "{n} takes left to send",
    ),
    "candidate.js.recovered": (
        "已找回上次未发送的录制。",
        "A recording from before was recovered.",
    ),
    "candidate.js.short": ("请至少写一句话。", "Please write at least a sentence."),
    "candidate.js.think_over": ("可以开始作答了，不着急", "Begin when you are ready"),
    "candidate.js.network_ok": (
        "上传正常：一分钟语音约 {voice} 秒，一分钟视频约 {video} 秒传完。",
        "Uploads work: a minute of voice takes about {voice} s, a minute of video about {video} s.",
    ),
    "candidate.js.network_none": (
        "没有网络，回答会先保存在本机",
        "No network; answers stay on this device until there is",
    ),
    "candidate.js.practice_done": (
        "练习完成，什么都没有上传。准备好了就可以开始。",
        "Well done; nothing was sent. Start when you are ready.",
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
    "candidate.js.state_elsewhere": (
        "在另一台设备上还没有传完：请在那台设备打开链接继续发送，或在这里重新作答",
        "Not fully sent from another device: open the link there to go on sending, or answer "
        "again here",
    ),
    "candidate.js.record_failed": (
        "这次没有录上，不是您的问题。可以再录一次，或者直接写下来，评分一样。",
        "That recording did not work, and it is not your fault. Record again or just write; it "
        "is rated the same.",
    ),
    "candidate.js.nothing_recorded": (
        "还没有录音，请先录制，或改用文字。",
        "Nothing is recorded yet. Record first, or write.",
    ),
    "candidate.js.recording_begun": ("开始录制，最长 {time}", "Recording, {time} at most"),
    "candidate.js.recorded": (
        "录好了，{time}。可以先听一遍再提交",
        "Recorded, {time}. Play it before you send",
    ),
    "candidate.js.nearly": ("还剩 {n} 秒", "{n} seconds left"),
    "candidate.js.playback": ("回放", "Play back"),
    "candidate.js.limit": (
        "录制最长 {n} 分钟；文字不限时。",
        "Up to {n} minutes to record; writing has no limit.",
    ),
    "candidate.js.draft_saving": ("正在保存草稿", "Saving the draft"),
    "candidate.js.draft_saved": (
        "草稿已保存，换设备也能接着写",
        "Draft saved; any device can go on",
    ),
    "candidate.js.draft_kept_here": (
        "草稿保存在本机，联网后会同步",
        "Draft kept on this device until it can be saved",
    ),
    "candidate.js.draft_here": (
        "这台设备上还有一份没有同步的草稿：",
        "This device holds a draft that was not saved:",
    ),
    "candidate.js.draft_elsewhere": (
        "另一台设备上写了更新的内容：",
        "Another device has gone on with this answer:",
    ),
    "candidate.js.follow_up": (
        "有一个简短的追问，会在提交前问您",
        "One more short question waits before you hand in",
    ),
    "candidate.js.zone": (
        "您好像在 {here} 时区，现在按 {kept} 显示时间。",
        "You seem to be in {here}; times are shown for {kept}.",
    ),
    "candidate.js.speak": (
        "请说几句话，看看音量条会不会动。",
        "Say a few words and watch the level.",
    ),
    "candidate.js.heard": ("听得到您的声音，可以开始了。", "We can hear you. All is well."),
    "candidate.js.not_heard": (
        "还没有听到声音：请检查是否静音或选对了麦克风，也可以用文字作答。",
        "Nothing heard yet: check that it is not muted and the right microphone is chosen, or "
        "simply write.",
    ),
    "candidate.js.network_trying": ("正在试传一小段数据", "Sending a little data to try the way"),
    "candidate.js.network_slow": (
        "网络较慢：一分钟语音约 {voice} 秒，一分钟视频约 {video} 秒。建议用语音或文字，评分一样。",
        "Slow network: a minute of voice takes about {voice} s, of video about {video} s. Voice "
        "or writing is easier and rated the same.",
    ),
    "candidate.js.network_bad": (
        "试传没有成功。回答会先保存在本机并自动重试，也可以换个网络。",
        "The test did not get through. Answers are kept here and sent again; another network may "
        "help.",
    ),
    "candidate.js.no_storage": (
        "这个浏览器不能在本机保存（可能是无痕模式）。发送完成前请不要关闭页面。",
        "This browser keeps nothing on the device (perhaps a private window). Keep the page open "
        "until answers are sent.",
    ),
}
