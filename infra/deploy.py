"""Deploys a package to the embedded AWS by CloudFormation, as a company does to the real one."""

import json
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

STACK = "hireloop"
REGION = "us-east-1"
ACCOUNT = "000000000000"
ARTIFACTS = "hireloop-artifacts"
_SIGNATURE = "hireloop:signature"


class DeploymentFailed(Exception):
    """CloudFormation did not reach a complete stack; the text says which resource and why."""


@dataclass(frozen=True)
class Deployed:
    """What CloudFormation says of the stack."""

    outputs: dict[str, str]
    changed: bool


def client(endpoint: str, service: str) -> Any:
    """A client for the embedded AWS that nothing in the environment can point elsewhere."""
    import boto3
    from botocore.config import Config

    return boto3.client(
        service,
        endpoint_url=endpoint,
        region_name=REGION,
        aws_access_key_id="test",
        aws_secret_access_key="test",  # noqa: S106 - the emulator's fixed root key
        config=Config(s3={"addressing_style": "path"}, retries={"mode": "standard"}),
    )


def deploy(endpoint: str, package: Path, parameters: dict[str, str], signature: str) -> Deployed:
    """Create or update the stack unless this very package with these parameters is there already.

    Raises
    ------
    DeploymentFailed
    """
    formation = client(endpoint, "cloudformation")
    stack = _describe(formation)
    if stack and stack["StackStatus"].endswith("_COMPLETE") and _signature(stack) == signature:
        return Deployed(_outputs(stack), changed=False)
    template = _upload_artifacts(endpoint, package)
    call = formation.update_stack if stack else formation.create_stack
    try:
        call(
            StackName=STACK,
            TemplateURL=template,
            Parameters=[{"ParameterKey": k, "ParameterValue": v} for k, v in parameters.items()],
            Capabilities=["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"],
            Tags=[{"Key": _SIGNATURE, "Value": signature}],
        )
    except formation.exceptions.ClientError as error:
        if "No updates" not in str(error):
            raise DeploymentFailed(f"CloudFormation refused the template: {error}") from error
    return Deployed(_outputs(_wait(formation)), changed=True)


def restore_concurrency(endpoint: str, package: Path) -> None:
    """Set reserved concurrency, which the emulator's CloudFormation leaves out."""
    wanted = _reserved(json.loads((package / "sam.json").read_text()))
    if not wanted:
        return
    formation, functions = client(endpoint, "cloudformation"), client(endpoint, "lambda")
    for logical, number in wanted.items():
        found = formation.describe_stack_resource(StackName=STACK, LogicalResourceId=logical)
        name = found["StackResourceDetail"]["PhysicalResourceId"]
        functions.put_function_concurrency(FunctionName=name, ReservedConcurrentExecutions=number)


def verify_sender(endpoint: str, package: Path, parameters: dict[str, str]) -> None:
    """Do for the sender's address what an operator does once in SES: have it verified."""
    template = json.loads((package / "sam.json").read_text())
    sender = parameters.get("MailFrom") or template["Parameters"]["MailFrom"]["Default"]
    mail = client(endpoint, "sesv2")
    try:
        mail.create_email_identity(EmailIdentity=sender)
    except mail.exceptions.AlreadyExistsException:
        return


def run_reconcile(endpoint: str, function: str) -> None:
    """Start the reconcile function once, as its schedule would, without waiting for it."""
    event = {
        "version": "0",
        "id": "start-of-the-embedded-stack",
        "detail-type": "Scheduled Event",
        "source": "aws.events",
        "account": ACCOUNT,
        "time": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "region": REGION,
        "resources": [],
        "detail": {},
    }
    client(endpoint, "lambda").invoke(
        FunctionName=function, InvocationType="Event", Payload=json.dumps(event)
    )


def _upload_artifacts(endpoint: str, package: Path) -> str:
    storage = client(endpoint, "s3")
    storage.create_bucket(Bucket=ARTIFACTS)
    template = json.loads((package / "sam.json").read_text())
    for resource in template["Resources"].values():
        properties = resource.get("Properties", {})
        for key in ("CodeUri", "ContentUri"):
            if str(properties.get(key, "")).startswith("./"):
                name = f"{package.name}/{properties[key][2:]}"
                properties[key] = f"s3://{ARTIFACTS}/{name}"
    for path in package.glob("*.zip"):
        storage.upload_file(str(path), ARTIFACTS, f"{package.name}/{path.name}")
    storage.put_object(Bucket=ARTIFACTS, Key="template.json", Body=json.dumps(template))
    return f"{endpoint}/{ARTIFACTS}/template.json"


def _describe(formation: Any) -> dict[str, Any] | None:
    try:
        stacks: list[dict[str, Any]] = formation.describe_stacks(StackName=STACK)["Stacks"]
    except formation.exceptions.ClientError:
        return None
    return stacks[0] if stacks else None


def _wait(formation: Any, limit_seconds: float = 120) -> dict[str, Any]:
    deadline = time.monotonic() + limit_seconds
    while time.monotonic() < deadline:
        stack = _describe(formation) or {"StackStatus": "DELETE_COMPLETE"}
        status = stack["StackStatus"]
        if not status.endswith("_IN_PROGRESS"):
            if status in ("CREATE_COMPLETE", "UPDATE_COMPLETE"):
                return stack
            raise DeploymentFailed(f"the stack ended as {status}: {_reason(formation)}")
        time.sleep(0.1)
    raise DeploymentFailed(f"the stack was not complete after {limit_seconds:.0f} seconds")


def _reason(formation: Any) -> str:
    pages = formation.get_paginator("describe_stack_events").paginate(StackName=STACK)
    events = [event for page in pages for event in page["StackEvents"]]
    failed = [e for e in events if e["ResourceStatus"].endswith("_FAILED")]
    said = [f"{e['LogicalResourceId']}: {e.get('ResourceStatusReason', '')}" for e in failed]
    return "; ".join(reversed(said)) or "no reason given"


def _signature(stack: dict[str, Any]) -> str:
    return next((t["Value"] for t in stack.get("Tags", []) if t["Key"] == _SIGNATURE), "")


def _outputs(stack: dict[str, Any]) -> dict[str, str]:
    return {o["OutputKey"]: o["OutputValue"] for o in stack.get("Outputs", [])}


def _reserved(template: dict[str, Any]) -> dict[str, int]:
    return {
        logical: resource["Properties"]["ReservedConcurrentExecutions"]
        for logical, resource in template["Resources"].items()
        if "ReservedConcurrentExecutions" in resource.get("Properties", {})
    }
