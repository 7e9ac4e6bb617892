"""Logger, tracer and metrics, made once. Logs carry ids, versions and counts; never persons."""

import os

os.environ.setdefault("POWERTOOLS_SERVICE_NAME", "hireloop")
os.environ.setdefault("POWERTOOLS_METRICS_NAMESPACE", "HireLoop")

from aws_lambda_powertools import Logger
from aws_lambda_powertools.metrics import Metrics, MetricUnit

logger = Logger()
metrics = Metrics()


def count(name: str, value: int = 1, **fields: str | int | float) -> None:
    """Count one business metric and leave one log line with ids beside it."""
    metrics.add_metric(name=name, unit=MetricUnit.Count, value=value)
    logger.info(name, extra={"count": value, **fields})


def flush() -> None:
    """Write the metrics gathered during one invocation."""
    if metrics.metric_set:
        print(_serialised())  # noqa: T201 - CloudWatch's embedded metric format is a line of output
        metrics.clear_metrics()


def _serialised() -> str:
    import json

    return json.dumps(metrics.serialize_metric_set())
