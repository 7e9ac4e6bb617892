"""One throw-away stack for every integration test: the product's own template, policies enforced.

`stack` is the running product with its front door; `aws` joins this process to it, so that service
verbs can be called here; `office` is the small company that the tests work in.
"""

from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from pytest_localstack import constants, service_checks
from pytest_localstack.session import RunningSession

from infra import deploy, emulator, local, logs, operator
from infra.partner import DemoPartner
from tests import builders
from tests.builders import Office
from tests.integration.converse import Model

REGION = "us-east-1"
HIRE_MACHINE = f"arn:aws:states:{REGION}:000000000000:stateMachine:hireloop-hire"
SERVICES = (
    "cloudformation dynamodb dynamodbstreams events lambda logs s3 secretsmanager sns sqs "
    "ses stepfunctions sts cognito-idp kms sesv2 scheduler transcribe"
).split()
STACK = pytest.StashKey[local.Stack]()
for name in (*SERVICES, "bedrock-runtime"):
    constants.SERVICE_PORTS.setdefault(name, 4566)
    service_checks.SERVICE_CHECKS.setdefault(name, service_checks.port_check(name))


def raised(state: Path) -> local.Stack:
    """The product on free ports, its functions kept warm for the length of the tests."""
    front = emulator.free_port()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HIRELOOP_IDLE_SECONDS", "900")
        patch.setenv("POWERTOOLS_LOG_LEVEL", "ERROR")
        stack = local.up(
            state,
            emulator.free_port(),
            persist=False,
            auth=True,
            public_url=f"http://127.0.0.1:{front}",
        )
    stack.serve(front)
    rules = deploy.client(stack.endpoint, "events")
    for rule in rules.list_rules()["Rules"]:  # tests say themselves when a schedule is due
        if rule.get("ScheduleExpression"):
            rules.disable_rule(Name=rule["Name"])
    rules.close()
    return stack


@pytest.fixture(scope="package")
def stack(
    tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config
) -> Iterator[local.Stack]:
    """The running product, policies enforced, nothing kept."""
    running = raised(tmp_path_factory.mktemp("stack"))
    pytestconfig.stash[STACK] = running
    yield running
    del pytestconfig.stash[STACK]
    running.gateway.stop()
    running.emulator.stop(patience_seconds=1)  # nothing is kept, so nothing is waited for


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, object]:
    """A failed test shows what the functions had logged as an error."""
    report = yield
    running = item.config.stash.get(STACK, None)
    if report.failed and running is not None:
        said = [f"{name} {line}" for name, line in logs.lines(running.endpoint, limit=60)]
        wrong = [line[-1500:] for line in said if '"ERROR"' in line or "Error" in line]
        report.sections.append(("functions", "\n".join(wrong[-4:])))
    return report


@pytest.fixture(scope="package")
def converse() -> Iterator[Model]:
    """What stands in for Bedrock's models; each test tells it what to say."""
    server = Model()
    yield server
    server.shutdown()


@pytest.fixture(scope="package")
def aws(stack: local.Stack, converse: Model) -> Iterator[RunningSession]:
    """This process's boto3 and PynamoDB reach the stack and nothing else."""
    port = int(stack.endpoint.rsplit(":", 1)[1])
    ports = dict.fromkeys(SERVICES, port) | {"bedrock-runtime": converse.server_port}
    session = RunningSession("127.0.0.1", ports, region_name=REGION)
    given = {"PUBLIC_URL": stack.public_url, "HIRE_MACHINE_ARN": HIRE_MACHINE}
    given |= {"PARTNER_NETWORKS": "any", "SPEECH_ENGINE": local.STAND_IN}
    with pytest.MonkeyPatch.context() as patch:
        for key, value in given.items():
            patch.setenv(key, value)
        patch.delenv("AWS_ENDPOINT_URL", raising=False)
        operator.forget()
        with session, session.botocore.patch_botocore():
            yield session
    operator.forget()


@pytest.fixture(scope="package")
def partner(stack: local.Stack) -> Iterator[DemoPartner]:
    """Another company's system, listening; it answers what it is asked."""
    running = DemoPartner("clearcheck", stack.public_url, delay_seconds=0.05).start()
    running.report = builders.report_on
    yield running
    running.stop()


@pytest.fixture(scope="package")
def office(stack: local.Stack, aws: RunningSession, partner: DemoPartner) -> Iterator[Office]:
    """The company: stores, models, requisitions, a partner, and people in every role."""
    opened = builders.open_office(stack)
    partner.secret = builders.add_partner(opened, partner)
    yield opened
    builders.Api.hang_up()


@pytest.fixture
def deaf(office: Office) -> Iterator[None]:
    """The bucket tells nobody of what arrives, as when a notice is lost."""
    s3, bucket = office.aws("s3"), office.stack.outputs["UploadsBucket"]
    kept = s3.get_bucket_notification_configuration(Bucket=bucket)
    kept.pop("ResponseMetadata")
    s3.put_bucket_notification_configuration(Bucket=bucket, NotificationConfiguration={})
    yield
    s3.put_bucket_notification_configuration(Bucket=bucket, NotificationConfiguration=kept)
