"""The two ports to people: e-mail by SES, text messages by SNS."""

from chalicelib.foundation.cloud import client
from chalicelib.foundation.settings import settings


def send_mail(to: str, subject: str, text: str) -> str:
    """Send one plain-text mail; returns the provider's message id."""
    answer = client("sesv2").send_email(
        FromEmailAddress=settings().mail_from,
        Destination={"ToAddresses": [to]},
        Content={
            "Simple": {
                "Subject": {"Data": subject, "Charset": "UTF-8"},
                "Body": {"Text": {"Data": text, "Charset": "UTF-8"}},
            }
        },
    )
    return str(answer["MessageId"])


def send_sms(to: str, text: str) -> str:
    """Send one text message to an E.164 number; returns the provider's message id."""
    return str(client("sns").publish(PhoneNumber=to, Message=text)["MessageId"])
