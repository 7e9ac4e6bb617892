"""Sentences of inviting many, of follow-up questions and of more time in the console."""

MESSAGES: dict[str, tuple[str, str]] = {
    "console.invite.filter": ("按条件选择", "Choose by filter"),
    "console.invite.all": ("按条件全选", "Choose all that fit"),
    "console.invite.fit": ("匹配度至少", "Fit of at least"),
    "console.invite.met": ("必备条件没有不满足", "No essential unmet"),
    "console.invite.stated": ("必备条件都已写明", "Every essential stated"),
    "console.invite.chosen": ("已选 {n} 人", "{n} chosen"),
    "console.invite.going": ("正在邀请：{done} / {all}", "Inviting: {done} of {all}"),
    "console.invite.ended": ("已邀请 {n} 人，{bad} 人未邀请。", "{n} invited, {bad} not."),
    "console.invite.stopped": (
        "邀请中断：{why} 还有 {left} 人未处理，可以再点一次，已邀请的不会重复。",
        "Stopped: {why} {left} are left; send again, nobody is invited twice.",
    ),
    "console.invite.too_many": ("一次最多邀请 1,000 人。", "At most 1,000 at a time."),
    "console.invite.none": ("请先选择候选人。", "Choose somebody first."),
    "console.invite.progress": ("邀请进度", "Progress of the invitations"),
    "console.invite.note": (
        "期限到那一天结束为止，按每位候选人自己的时区计算；邀请信按候选人的语言和时区发送。",
        "The deadline is the end of that day in each candidate’s own time zone; the letter tells "
        "it in their language and zone.",
    ),
    "console.asking.title": ("面试追问", "Follow-up questions"),
    "console.asking.on": ("已开启", "On"),
    "console.asking.off": ("未开启", "Off"),
    "console.asking.note": (
        "回答缺少一部分（例如结果）时追问一次，两次回答合在一起评分；不会妨碍提交。只对之后的邀请"
        "生效。",
        "Where an answer leaves out a part, such as the result, it is asked for once and both "
        "are rated as one; nobody is kept from handing in. Holds for invitations from now on.",
    ),
    "console.asking.turn_on": ("开启追问", "Switch on"),
    "console.asking.turn_off": ("关闭追问", "Switch off"),
    "console.asking.choose": (
        "回答缺少一部分时追问一次",
        "Ask once more where an answer leaves out a part",
    ),
    "console.extend.title": ("延长作答期限", "Give more time"),
    "console.extend.stands": ("作答截止：{moment}", "Deadline: {moment}"),
    "console.extend.given": ("已延至 {moment}", "Extended to {moment}"),
    "console.extend.days": ("延长天数", "More days"),
    "console.extend.note": (
        "候选人会收到新的截止时间；理由只留在记录里。",
        "The candidate is told the new deadline; the reason stays in the record.",
    ),
    "console.extend.do": ("延长", "Extend"),
}
