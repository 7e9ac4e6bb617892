"""What is written to candidates and to those who answer for a hire.

An event with `mail.<event>.subject` and `.body` is mailed, one without is not. Every body may use
{name}, {title}, {link} and the fields of the event's payload.
"""

MESSAGES: dict[str, tuple[str, str]] = {
    "mail.interview.invited.subject": (
        "面试邀请：{title}",
        "Your interview for {title}",
    ),
    "mail.interview.invited.body": (
        "{name}，您好：\n\n邀请您参加“{title}”的线上面试，手机或电脑都可以。"
        "截止时间（您的时区）：{deadline}。\n"
        "可以分几次完成，也可以换设备接着答；文字、语音、视频任选。"
        "开始前会说明评什么、不评什么，并征求您的同意。如需更多时间，请联系招聘人员。\n\n{link}\n",
        "Dear {name},\n\nWe invite you to an online interview for {title}, on a phone or a "
        "computer. Please finish it by {deadline}, which is in your time zone.\n"
        "You may pause and go on later or on another device, and type, speak or film your answers. "
        "It explains first what is rated and what is not, and asks for your consent. If you need "
        "more time, write to the recruiter.\n\n{link}\n",
    ),
    "mail.interview.extended.subject": (
        "面试截止时间已延后：{title}",
        "More time for your interview: {title}",
    ),
    "mail.interview.extended.body": (
        "{name}，您好：\n\n“{title}”线上面试的截止时间已延后到 {deadline}（您的时区）。"
        "已作答的内容都还在，打开链接就能接着答：\n\n{link}\n",
        "Dear {name},\n\nThe deadline of your online interview for {title} is now {deadline}, in "
        "your time zone. Everything you answered is still there; open the link to go on:\n\n"
        "{link}\n",
    ),
    "mail.resume.rejected.subject": (
        "请重新上传简历：{title}",
        "Please send your résumé again: {title}",
    ),
    "mail.resume.rejected.body": (
        "{name}，您好：\n\n您上传的简历无法读取，申请仍然有效。请打开链接查看原因并联系招聘人员：\n\n"
        "{link}\n",
        "Dear {name},\n\nWe could not read the résumé you sent; your application stands. Open the "
        "link to see why and what to do:\n\n{link}\n",
    ),
    "mail.application.passed.subject": (
        "面试通过：{title}",
        "You have passed: {title}",
    ),
    "mail.application.passed.body": (
        "{name}，您好：\n\n恭喜您通过“{title}”的面试。\n\n到场时间：{onsite_time}\n到场地点：{onsite_place}"
        "\n\n入职前将由第三方核实以下内容：\n{checks}\n\n请带上：\n{bring}\n\n"
        "请打开链接确认同意背景调查并查看进度：\n{link}\n",
        "Dear {name},\n\nCongratulations, you have passed the interview for {title}.\n\n"
        "Come at: {onsite_time}\nPlace: {onsite_place}\n\nBefore the hire a third party checks:\n"
        "{checks}\n\nPlease bring:\n{bring}\n\n"
        "Open the link to agree to the check and to follow it:\n{link}\n",
    ),
    "mail.application.rejected.subject": (
        "关于您的申请：{title}",
        "About your application: {title}",
    ),
    "mail.application.rejected.body": (
        "{name}，您好：\n\n感谢您应聘“{title}”。很遗憾，我们这次没有选择您。决定由招聘人员作出；"
        "您可以打开链接查看自己的评分与依据，并提出异议：\n\n{link}\n",
        "Dear {name},\n\nThank you for applying for {title}. We are sorry that we did not choose "
        "you this time. A person decided; open the link to see your scores with their reasons, "
        "and to object:\n\n{link}\n",
    ),
    "mail.application.pre-hire.subject": (
        "背景调查已通过：{title}",
        "Your background check is clear: {title}",
    ),
    "mail.application.pre-hire.body": (
        "{name}，您好：\n\n您已进入“{title}”的待入职池，录用通知正在准备。进度见：\n\n{link}\n",
        "Dear {name},\n\nYou are in the pre-hire pool for {title}; an offer is being prepared. "
        "Follow it here:\n\n{link}\n",
    ),
    "mail.offer.made.subject": ("录用通知：{title}", "Your offer: {title}"),
    "mail.offer.made.body": (
        "{name}，您好：\n\n我们邀请您担任“{title}”，入职日期 {start_date}。{note}\n\n"
        "请打开链接接受或谢绝：\n{link}\n",
        "Dear {name},\n\nWe offer you the position of {title} from {start_date}. {note}\n\n"
        "Open the link to accept or decline:\n{link}\n",
    ),
    "mail.onboarding.planned.subject": (
        "入职准备：{title}",
        "Getting ready for your first day: {title}",
    ),
    "mail.onboarding.planned.body": (
        "{name}，您好：\n\n您的入职日期是 {first_day}。请完成：\n{steps}\n\n{link}\n",
        "Dear {name},\n\nYour first day is {first_day}. Please do the following:\n{steps}\n\n"
        "{link}\n",
    ),
    "mail.hire.completed.subject": ("欢迎加入：{title}", "Welcome aboard: {title}"),
    "mail.hire.completed.body": (
        "{name}，您好：\n\n入职手续已全部完成，"
        "您的员工编号是 {employee_number}。欢迎加入！\n\n{link}\n",
        "Dear {name},\n\nEverything is done; your employee number is {employee_number}. "
        "Welcome!\n\n{link}\n",
    ),
    "mail.application.stopped.subject": (
        "关于您的录用流程：{title}",
        "About your hire: {title}",
    ),
    "mail.application.stopped.body": (
        "{name}，您好：\n\n根据背景调查结果并经人工复核，我们不再继续“{title}”的录用。"
        "您有权查看报告内容并提出更正或异议：\n\n{link}\n",
        "Dear {name},\n\nAfter the background check and a person's review we do not go on with "
        "the hire for {title}. You may see the report, have it corrected and object:\n\n{link}\n",
    ),
    "mail.application.declined.subject": (
        "已收到您的答复：{title}",
        "We have your answer: {title}",
    ),
    "mail.application.declined.body": (
        "{name}，您好：\n\n您谢绝了“{title}”的录用通知，申请已关闭。祝您顺利。\n\n{link}\n",
        "Dear {name},\n\nYou declined the offer for {title}; the application is closed. We wish "
        "you well.\n\n{link}\n",
    ),
    "mail.review.opened.subject": (
        "请复核背景调查：{title}",
        "Please review a background check: {title}",
    ),
    "mail.review.opened.body": (
        "背景调查结果需要您复核后才能继续录用。系统不会因背景调查拒绝任何人：\n\n{link}\n",
        "A background check needs your review before the hire goes on; the system never rejects "
        "on one:\n\n{link}\n",
    ),
    "mail.pre-hire.reminder.subject": (
        "请在 {remind_on} 前发出录用通知：{title}",
        "Please make the offer by {remind_on}: {title}",
    ),
    "mail.pre-hire.reminder.body": (
        "一名候选人已进入待入职池。请在 {remind_on} 前发出录用通知：\n\n{link}\n",
        "A candidate is in the pre-hire pool. Please make the offer by {remind_on}:\n\n{link}\n",
    ),
    "mail.offer.accepted.subject": ("录用通知已接受：{title}", "Offer accepted: {title}"),
    "mail.offer.accepted.body": (
        "候选人接受了录用通知，入职清单已生成：\n\n{link}\n",
        "The candidate accepted; the onboarding checklist is ready:\n\n{link}\n",
    ),
    "mail.offer.declined.subject": ("录用通知被谢绝：{title}", "Offer declined: {title}"),
    "mail.offer.declined.body": (
        "候选人谢绝了录用通知：\n\n{link}\n",
        "The candidate declined the offer:\n\n{link}\n",
    ),
    "mail.hire.handed-over.subject": (
        "录用流程需要您接手：{title}",
        "A hire needs you: {title}",
    ),
    "mail.hire.handed-over.body": (
        "录用流程无法自动继续（{error}），请人工处理：\n\n{link}\n",
        "The hire cannot go on by itself ({error}); please carry on:\n\n{link}\n",
    ),
    "letter.to-be-arranged": ("另行通知", "to be arranged"),
}
