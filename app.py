"""HireLoop at a glance: the ways in (blueprints) and everything that happens by itself (triggers).

Every trigger stands here and nowhere else: one in a blueprint would skip this module in the cloud.
"""

from typing import Any

from chalice import Chalice
from chalice.app import Rate

from chalicelib.entrypoints import doors

app = Chalice(app_name="hireloop")
app.api.binary_types = ["application/octet-stream", "image/png"]
for blueprint in doors.blueprints():
    app.register_blueprint(blueprint)


@app.on_sqs_message(queue="hireloop-resumes", batch_size=10, maximum_concurrency=20)
def screen_resume(event: Any) -> Any:
    """Résumés have arrived: read them and hold them against their requisitions."""
    from chalicelib.entrypoints import uploads

    return uploads.screen_resumes(event.to_dict())


@app.on_sqs_message(queue="hireloop-answers", batch_size=5, maximum_concurrency=2)
def rate_answer(event: Any) -> Any:
    """A part of an answer or the words of a recording have come: when it is whole, rate it."""
    from chalicelib.entrypoints import answering

    return answering.handle(event.to_dict())


@app.on_sqs_message(queue="hireloop-frames", batch_size=10, maximum_concurrency=4)
def read_frames(event: Any) -> Any:
    """Frames have arrived: ask the law first, then read them, then delete them."""
    from chalicelib.entrypoints import framing

    return framing.handle(event.to_dict())


@app.on_sqs_message(queue="hireloop-recalibrations", batch_size=1, maximum_concurrency=2)
def recalibrate(event: Any) -> Any:
    """A weight proposal was asked for: gather the evidence and compute it."""
    from chalicelib.entrypoints import recalibrate as entry

    return entry.handle(event.to_dict())


@app.lambda_function(name="hire_step")
def hire_step(event: dict[str, Any], context: Any) -> dict[str, Any]:
    """One state of the hire workflow."""
    from chalicelib.entrypoints import workflow

    return workflow.hire_step(event)


@app.on_dynamodb_record(stream_arn="merged-by-the-template", batch_size=10)
def deliver(event: Any) -> Any:
    """Something was announced: tell the people and partners concerned."""
    from chalicelib.entrypoints import jobs

    return jobs.deliver(event.to_dict())


@app.on_dynamodb_record(stream_arn="merged-by-the-template", batch_size=25)
def keep_figures(event: Any) -> Any:
    """A candidate's file changed: bring the sums that analytics is drawn from up to date."""
    from chalicelib.entrypoints import jobs

    return jobs.keep_figures(event.to_dict())


@app.schedule(Rate(1, unit=Rate.MINUTES))
def reconcile(event: Any) -> dict[str, Any]:
    """Every minute: lost workflows, overdue uploads, announcements nobody has heard."""
    from chalicelib.entrypoints import jobs

    return jobs.reconcile()
