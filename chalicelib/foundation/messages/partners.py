"""Sentences about partners and webhooks."""

MESSAGES: dict[str, tuple[str, str]] = {
    "error.webhook-signature": (
        "Webhook 签名不正确，内容未被接收。",
        "The webhook's signature does not hold; nothing was taken in.",
    ),
    "next.webhook-signature": (
        "请用登记时取得的密钥对原始字节签名（Standard Webhooks 1.0）。",
        "Sign the raw bytes with the secret you were given (Standard Webhooks 1.0).",
    ),
    "error.webhook-too-old": (
        "Webhook 的时间与当前时间相差超过五分钟。",
        "The webhook's time is more than five minutes off.",
    ),
    "next.webhook-too-old": (
        "请校准时钟，并为每次发送重新签名。",
        "Set your clock, and sign afresh each time you send.",
    ),
    "error.webhook-reused": (
        "这个 webhook 编号已用于另一份内容。",
        "This webhook id was used before with another body.",
    ),
    "next.webhook-reused": ("请为新内容使用新的编号。", "Use a new id for a new body."),
    "error.webhook-malformed": (
        "Webhook 内容格式不正确：{where}。",
        "The webhook's body is not in the agreed form: {where}.",
    ),
    "next.webhook-malformed": (
        "请按接口文档更正后用新的编号重发。",
        "Correct it as the API document says and send it with a new id.",
    ),
    "error.webhook-unknown-event": (
        "不接收这类消息：{event}。",
        "Messages of this type are not taken in: {event}.",
    ),
    "next.webhook-unknown-event": ("请核对消息类型。", "Check the message's type."),
    "error.webhook-not-subscribed": (
        "该合作方没有登记与此消息对应的事件：{event}。",
        "This partner is not registered for what the message answers: {event}.",
    ),
    "next.webhook-not-subscribed": (
        "请联系管理员登记该事件。",
        "Ask the administrator to register the event.",
    ),
    "error.partner-exists": (
        "合作方 {partner_id} 已存在。",
        "Partner {partner_id} exists already.",
    ),
    "next.partner-exists": ("请使用新的编号。", "Use another id."),
    "error.partner-unknown": ("没有合作方 {partner_id}。", "There is no partner {partner_id}."),
    "next.partner-unknown": ("请核对合作方编号。", "Check the partner's id."),
    "error.partner-address-refused": (
        "不能向这个地址发送：{reason}。",
        "We do not send to this address: {reason}.",
    ),
    "next.partner-address-refused": (
        "请提供公网的 https 地址，不含账号密码。",
        "Give a public https address without user name or password.",
    ),
}
