"""Sentences that belong to no one domain."""

MESSAGES: dict[str, tuple[str, str]] = {
    "error.internal": (
        "系统内部出错，您的数据没有改变。",
        "Something went wrong on our side; nothing of yours was changed.",
    ),
    "next.internal": (
        "请稍后再试；若仍失败，请把关联编号告诉管理员。",
        "Try again shortly; if it fails again, give the correlation id to your administrator.",
    ),
    "error.not-found": ("没有找到，或您无权查看。", "Not found, or not for you to see."),
    "next.not-found": ("请检查编号或返回列表。", "Check the id, or go back to the list."),
    "error.invalid": ("提交的内容不符合要求。", "What was sent cannot be accepted as it is."),
    "next.invalid": (
        "请按每个字段的说明更正后重新提交。",
        "Correct the fields named and send it again.",
    ),
    "error.too-large": ("文件超过允许的大小。", "The file is larger than allowed."),
    "next.too-large": (
        "请压缩或拆分后重新上传。",
        "Make it smaller or split it, then upload again.",
    ),
    "error.conflict": (
        "对象已被改变，这一步现在不能执行。",
        "It has moved on; this step is not possible now.",
    ),
    "next.conflict": (
        "请刷新后查看当前状态再决定。",
        "Reload, look at the present state, and decide again.",
    ),
    "error.stale-record": (
        "有人刚刚修改了同一条记录。",
        "Somebody changed the same record a moment ago.",
    ),
    "next.stale-record": ("请刷新后重试。", "Reload and try again."),
    "error.command-reused": (
        "这个幂等编号已用于另一项内容不同的请求。",
        "This idempotency key was used before for a different request.",
    ),
    "next.command-reused": ("请换一个新的编号。", "Use a new key for a new request."),
    "error.gone": ("链接或时限已过。", "The link or its time is over."),
    "next.gone": ("请申请新的链接。", "Ask for a new link."),
    "error.unauthenticated": ("请先登录。", "Please sign in first."),
    "next.unauthenticated": (
        "请用登录链接、邀请链接或密钥再试。",
        "Use a sign-in link, an invitation or a key.",
    ),
    "error.token-invalid": ("令牌无效或已被更改。", "The token is not valid or was altered."),
    "next.token-invalid": ("请使用邮件里的完整链接。", "Use the complete link from the message."),
    "error.token-expired": ("令牌已过期。", "The token has expired."),
    "next.token-expired": ("请申请新的链接。", "Ask for a new link."),
    "error.token-revoked": ("这个邀请已被撤销。", "This invitation was withdrawn."),
    "next.token-revoked": ("请联系招聘人员。", "Contact the recruiter."),
    "error.forbidden": ("您的角色不能执行这一步。", "Your role may not do this."),
    "next.forbidden": ("请联系管理员申请权限。", "Ask an administrator for the right."),
    "error.csrf": ("页面已过期，操作没有执行。", "The page is out of date; nothing was done."),
    "next.csrf": ("请刷新页面后重试。", "Reload the page and try again."),
    "error.unavailable": ("相邻系统暂时不可用。", "A neighbouring system is not available."),
    "next.unavailable": ("请稍后用同一编号重试。", "Try again later with the same key."),
    "error.link-used": ("登录链接已用过。", "The sign-in link was used before."),
    "next.link-used": ("请重新申请登录链接。", "Ask for a new sign-in link."),
    "error.precondition": (
        "您看到的版本不是最新的。",
        "The version you saw is not the latest.",
    ),
    "next.precondition": ("请重新读取后再修改。", "Read it again before changing it."),
    "error.malformed": (
        "请求不是有效的 JSON 或表单。",
        "The request is not valid JSON or form data.",
    ),
    "next.malformed": ("请检查请求格式。", "Check the format of the request."),
}
