"""S3: signed upload policies, reads, and the evidence bucket."""

from typing import Any

from chalicelib.foundation.cloud import client, error_code
from chalicelib.foundation.errors import NotFound
from chalicelib.foundation.settings import settings

POLICY_SECONDS = 1800


def upload_policy(
    prefix: str,
    *,
    max_bytes: int,
    exact: bool = False,
    content_type: str = "",
    seconds: int = POLICY_SECONDS,
) -> dict[str, Any]:
    """A presigned POST for keys that begin with (or, if `exact`, are) `prefix`.

    With `content_type` nothing else is taken, and nothing empty.

    Returns
    -------
    dict
        `url`, `fields` (to be sent before the file), `key_prefix`, `max_bytes`,
        `expires_in_seconds`.
    """
    key = prefix if exact else f"{prefix}${{filename}}"
    conditions: list[Any] = [["content-length-range", 1 if content_type else 0, max_bytes]]
    if not exact:
        conditions.append(["starts-with", "$key", prefix])
    fields = {"Content-Type": content_type} if content_type else {}
    conditions += [{name: value} for name, value in fields.items()]
    post: dict[str, Any] = client("s3").generate_presigned_post(
        settings().bucket_uploads, key, fields, Conditions=conditions, ExpiresIn=seconds
    )
    return post | {
        "key_prefix": prefix,
        "max_bytes": max_bytes,
        "expires_in_seconds": seconds,
    }


def read(key: str, version_id: str | None = None) -> bytes:
    """The bytes of an uploaded object. Raises NotFound."""
    version = {"VersionId": version_id} if version_id else {}
    try:
        answer = client("s3").get_object(Bucket=settings().bucket_uploads, Key=key, **version)
    except Exception as error:
        if error_code(error) in {"NoSuchKey", "NoSuchVersion", "404"}:
            raise NotFound(key=key) from error
        raise
    body: bytes = answer["Body"].read()
    return body


def put(key: str, content: bytes) -> None:
    """Lay an object where an upload would arrive; the same happens to it."""
    client("s3").put_object(Bucket=settings().bucket_uploads, Key=key, Body=content)


def size(key: str) -> int | None:
    """How many bytes an uploaded object has, or None when it is not there."""
    try:
        head = client("s3").head_object(Bucket=settings().bucket_uploads, Key=key)
    except Exception as error:
        if error_code(error) in {"404", "NoSuchKey", "NotFound"}:
            return None
        raise
    return int(head["ContentLength"])


def list_keys(prefix: str, limit: int = 1000) -> list[str]:
    """The keys of uploaded objects under a prefix, in order."""
    answer = client("s3").list_objects_v2(
        Bucket=settings().bucket_uploads, Prefix=prefix, MaxKeys=limit
    )
    return [str(item["Key"]) for item in answer.get("Contents", [])]


def delete(key: str) -> None:
    """Remove an uploaded object for good, every version of it; one not there is no error.

    The bucket keeps versions: a plain delete would only hide what may not be kept.
    """
    bucket = settings().bucket_uploads
    pages = client("s3").get_paginator("list_object_versions").paginate(Bucket=bucket, Prefix=key)
    for page in pages:
        for item in (*page.get("Versions", []), *page.get("DeleteMarkers", [])):
            if item["Key"] == key:
                version = item["VersionId"]
                client("s3").delete_object(Bucket=bucket, Key=key, VersionId=version)


def download_url(key: str, file_name: str) -> str:
    """A short-lived link that downloads an uploaded object as an attachment."""
    return str(
        client("s3").generate_presigned_url(
            "get_object",
            Params={
                "Bucket": settings().bucket_uploads,
                "Key": key,
                "ResponseContentDisposition": f'attachment; filename="{file_name}"',
            },
            ExpiresIn=300,
        )
    )


def keep_evidence(key: str, content: bytes, content_type: str = "application/json") -> None:
    """Put a file into the evidence bucket."""
    client("s3").put_object(
        Bucket=settings().bucket_evidence, Key=key, Body=content, ContentType=content_type
    )


def read_evidence(key: str) -> bytes:
    """The bytes of a file in the evidence bucket."""
    body: bytes = client("s3").get_object(Bucket=settings().bucket_evidence, Key=key)["Body"].read()
    return body
