"""boto3 clients, built once per process and pointed wherever AWS_ENDPOINT_URL says."""

from functools import cache
from typing import Any


@cache
def client(service: str, read_seconds: int = 20, attempts: int = 4) -> Any:
    """A client with standard retries; presigned URLs use signature version 4."""
    import boto3
    from botocore.config import Config

    config = Config(
        retries={"mode": "standard", "total_max_attempts": attempts},
        signature_version="s3v4" if service == "s3" else None,
        s3={"addressing_style": "path"} if service == "s3" and _emulated() else None,
        connect_timeout=3,
        read_timeout=read_seconds,
    )
    return boto3.client(service, config=config)


def _emulated() -> bool:
    import os

    return "AWS_ENDPOINT_URL" in os.environ


def error_code(error: Exception) -> str:
    """The service's own name for a client error, or an empty text."""
    response = getattr(error, "response", None) or {}
    return str(response.get("Error", {}).get("Code", ""))
