"""Every environment variable the product reads, once per process."""

import os
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True)
class Settings:
    """Names of the deployed resources and the few switches an operator may set."""

    table_candidates: str
    table_performance: str
    table_expression: str
    table_company: str
    table_ledger: str
    bucket_uploads: str
    bucket_evidence: str
    hire_machine_arn: str
    recalibration_queue: str
    secret_name: str
    kms_key_id: str
    mail_from: str
    public_url: str
    partner_networks: str
    models_dir: str
    oidc_issuer: str
    oidc_client_id: str
    region: str
    api_prefix: str
    speech_engine: str
    second_reader_model: str

    @property
    def public_base(self) -> str:
        """What every link to people begins with."""
        return self.public_url + self.api_prefix

    @property
    def secure(self) -> bool:
        """Whether people reach the console by TLS, so that cookies may insist on it."""
        return not self.public_url.startswith("http://")


@cache
def settings() -> Settings:
    """The process's settings, read at the first call."""
    env = os.environ.get
    return Settings(
        table_candidates=env("TABLE_CANDIDATES", "hireloop-candidates"),
        table_performance=env("TABLE_PERFORMANCE", "hireloop-performance"),
        table_expression=env("TABLE_EXPRESSION", "hireloop-expression"),
        table_company=env("TABLE_COMPANY", "hireloop-company"),
        table_ledger=env("TABLE_LEDGER", "hireloop-ledger"),
        bucket_uploads=env("BUCKET_UPLOADS", "hireloop-uploads-000000000000"),
        bucket_evidence=env("BUCKET_EVIDENCE", "hireloop-evidence-000000000000"),
        hire_machine_arn=env("HIRE_MACHINE_ARN", ""),
        recalibration_queue=env("RECALIBRATION_QUEUE", "hireloop-recalibrations"),
        secret_name=env("SECRET_NAME", "hireloop/signing"),
        kms_key_id=env("KMS_KEY_ID", "alias/hireloop"),
        mail_from=env("MAIL_FROM", "hireloop@example.com"),
        public_url=env("PUBLIC_URL", "").rstrip("/"),
        partner_networks=env("PARTNER_NETWORKS", "public"),
        models_dir=env("MODELS_DIR", "models"),
        oidc_issuer=env("OIDC_ISSUER", ""),
        oidc_client_id=env("OIDC_CLIENT_ID", ""),
        region=env("AWS_DEFAULT_REGION") or env("AWS_REGION") or "us-east-1",
        api_prefix=env("API_PREFIX", ""),
        speech_engine=env("SPEECH_ENGINE", "amazon-transcribe"),
        second_reader_model=env("SECOND_READER_MODEL", ""),
    )
