"""Sentences about signing in."""

MESSAGES: dict[str, tuple[str, str]] = {
    "mail.sign-in.subject": ("HireLoop 登录链接", "Your HireLoop sign-in link"),
    "mail.sign-in.body": (
        "请在 {minutes} 分钟内打开此链接登录（只能使用一次）：\n{link}\n\n"
        "如果不是您本人申请，请忽略此邮件。",
        "Open this link within {minutes} minutes to sign in (it works once):\n{link}\n\n"
        "If you did not ask for it, ignore this message.",
    ),
}
