"""Logger, tracer and metrics, made once. Logs carry ids, versions and counts; never persons."""

import os
import traceback

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


def fault(message: str, error: Exception, **fields: str | int | float) -> None:
    """Log what kind of error came and where, never its text: services quote addresses in it."""
    told = getattr(error, "response", None) or {}
    code = getattr(error, "code", "") or told.get("Error", {}).get("Code", "")
    places = [f"{f.name}:{f.lineno}" for f in traceback.extract_tb(error.__traceback__)[-4:]]
    kind = type(error).__name__
    logger.error(message, extra={"error": kind, "code": str(code), "places": places, **fields})


def flush() -> None:
    """Write the metrics gathered during one invocation."""
    if metrics.metric_set:
        print(_serialised())  # noqa: T201 - CloudWatch's embedded metric format is a line of output
        metrics.clear_metrics()


def _serialised() -> str:
    import json

    return json.dumps(metrics.serialize_metric_set())
