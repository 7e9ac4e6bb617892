"""Sentences of an open interview on the candidate’s own page: pausing, picking, practising."""

MESSAGES: dict[str, tuple[str, str]] = {
    "candidate.happens.pause": (
        "可以随时暂停，换一台手机或电脑也能从同一题接着答，草稿都会保存。",
        "Pause whenever you like. Another phone or computer goes on at the same question, drafts "
        "included.",
    ),
    "candidate.happens.follow_up": (
        "如果某个回答缺了一部分（例如结果），可能会再问一句，只问一次，两次回答合在一起评。",
        "If an answer leaves out a part, such as the result, one more question may be asked, "
        "once. Both answers are rated as one.",
    ),
    "candidate.retention.title": ("保存多久", "How long it is kept"),
    "candidate.retention.text": (
        "录音和录像 180 天后删除；没有提交的草稿在截止日期 30 天后删除；练习和设备检查的内容不会"
        "被保存或评分。",
        "Recordings are deleted after 180 days, drafts that were not sent 30 days after the "
        "deadline. Practice and device checks are neither kept nor rated.",
    ),
    "candidate.pick.title": ("需要一些便利吗？", "Would any of this help?"),
    "candidate.pick.note": (
        "自由选择，不用说明理由；评分标准完全一样，评分的人看不到您的选择。",
        "Pick what you like and give no reason. The criteria stay the same, and nobody who rates "
        "sees it.",
    ),
    "candidate.pick.more_time": ("更多时间", "More time"),
    "candidate.pick.more_time_note": (
        "思考时间加倍，录制时长加半。",
        "Twice the time to think, half as much again to record.",
    ),
    "candidate.pick.text_only": ("只用文字作答", "Answer in writing only"),
    "candidate.pick.text_only_note": (
        "不需要摄像头和麦克风。",
        "No camera or microphone is needed.",
    ),
    "candidate.pick.gentler": ("先看更容易入手的问法", "Show the gentler wording first"),
    "candidate.pick.gentler_note": (
        "问的是同一件事，思考时间更长。",
        "It asks for the same, with more time to think.",
    ),
    "candidate.zone.change": ("改用这个时区", "Use this time zone"),
    "candidate.device.welcome_back": (
        "欢迎回来，之前的内容都在。",
        "Welcome back. Everything is still here.",
    ),
    "candidate.device.go_on": ("接着答题", "Go on"),
    "candidate.practice.title": (
        "先练习一题（不评分、不上传）",
        "Practise first (not rated, nothing is sent)",
    ),
    "candidate.practice.note": (
        "用任何方式试一试都行，内容只留在这台设备上。",
        "Try any way of answering. It stays on this device.",
    ),
    "candidate.practice.question": (
        "今天早上您做的第一件事是什么？",
        "What was the first thing you did this morning?",
    ),
    "candidate.practice.end": ("练习好了", "Done practising"),
    "candidate.question.follow_up": ("第 {n} 题的追问", "One more about question {n}"),
    "candidate.question.follow_up_of": ("原来的问题", "You were asked"),
    "candidate.question.think_note": (
        "先想一想，时间到了或想好了都可以开始；没有人在计时打分。",
        "Take a moment. Begin when the time is over or whenever you are ready; it does not count.",
    ),
    "candidate.question.begin": ("想好了，开始作答", "I am ready"),
    "candidate.draft.take": ("用那一份", "Use that one"),
    "candidate.draft.keep": ("保留这里的", "Keep this one"),
    "candidate.review.once_more": (
        "还有一个简短的追问，可以补充，也可以直接提交。",
        "There is one more short question. Answer it if you like, or hand in as it is.",
    ),
    "candidate.review.answer_it": ("回答追问", "Answer it"),
}
