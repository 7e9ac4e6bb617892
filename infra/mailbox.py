"""What the embedded AWS would have sent: mails and text messages, as data and as a plain page."""

import html
import json
import re
import urllib.request
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

_LINK = re.compile(r"https?://[^\s<>\"']+[^\s<>\"'.,;:!?)\]，。；：！？）】]")
_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Mailbox · 信箱 · HireLoop</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
body {{ font: 16px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem;
  color: #1c2430; background: #fff }}
article {{ border: 1px solid #cbd3dd; border-radius: 6px; padding: .75rem 1rem; margin: 1rem 0 }}
h2 {{ font-size: 1.05rem; margin: 0 }} .meta {{ color: #56616f; font-size: .9rem }}
pre {{ white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; margin: .5rem 0 0 }}
</style></head><body>
<h1>Mailbox <span lang="zh">信箱</span></h1>
<p class="meta">Only on the embedded stack: what people would have received, newest first ({count}).
<span lang="zh">仅限本机:本应寄出的邮件与短信,最新的在最前。</span></p>
{messages}
</body></html>
"""


@dataclass(frozen=True)
class Message:
    """One mail or text message."""

    kind: str
    to: str
    subject: str
    text: str
    at: datetime

    @property
    def links(self) -> list[str]:
        """Every address in its text."""
        return _LINK.findall(self.text)


def messages(endpoint: str) -> list[Message]:
    """Everything sent so far, newest first."""
    mails = _fetch(f"{endpoint}/_ministack/ses/messages")["messages"]
    texts = _fetch(f"{endpoint}/_ministack/sns/sms-messages")["sms_messages"]
    found = [_mail(item) for account in mails.values() for item in account]
    found += [_text(phone, item) for phone, items in texts.items() for item in items]
    return sorted(found, key=lambda message: message.at, reverse=True)


def page(endpoint: str) -> bytes:
    """The page at `/mailbox`."""
    found = messages(endpoint)
    shown = "\n".join(_article(message) for message in found)
    empty = "<p>Nothing was sent yet. <span lang='zh'>还没有消息。</span></p>"
    return _PAGE.format(count=len(found), messages=shown or empty).encode()


def _mail(item: dict[str, Any]) -> Message:
    text = item["BodyText"] or re.sub(r"<[^>]+>", " ", item["BodyHtml"] or "")
    to = ", ".join(item["To"])
    return Message("mail", to, item["Subject"], text, _time(item["Timestamp"]))


def _text(phone: str, item: dict[str, Any]) -> Message:
    return Message("sms", phone, "", item["Message"], _time(item["Timestamp"]))


def _time(stamp: Any) -> datetime:
    if isinstance(stamp, int | float):
        return datetime.fromtimestamp(stamp, UTC)
    at = datetime.fromisoformat(str(stamp).replace("Z", "+00:00"))
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _article(message: Message) -> str:
    kind = {"mail": "Mail · 邮件", "sms": "SMS · 短信"}[message.kind]
    heading = html.escape(message.subject or kind)
    meta = f"{kind} → {html.escape(message.to)} · {message.at:%Y-%m-%d %H:%M:%S} UTC"
    text = html.escape(message.text, quote=False)
    linked = _LINK.sub(lambda found: f'<a href="{found[0]}">{found[0]}</a>', text)
    return f'<article><h2>{heading}</h2><div class="meta">{meta}</div><pre>{linked}</pre></article>'


def _fetch(url: str) -> Any:
    with urllib.request.urlopen(url, timeout=10) as answer:
        return json.load(answer)
