"""The candidate's optional form about themselves: apart from the interview, by the same link."""

from chalice import Response

from chalicelib.entrypoints import auth
from chalicelib.entrypoints.api_own import form_given
from chalicelib.entrypoints.console import render
from chalicelib.entrypoints.http import problem
from chalicelib.entrypoints.typed import Call, Door
from chalicelib.foundation.errors import HireloopError
from chalicelib.foundation.messages import say
from chalicelib.records import service as records

door = Door(__name__, "candidate")

#: What the page's script says.
SAID = ("saved", "cleared")


@door.page("/interview/{token}/about-you", action="public")
def about_you(call: Call) -> Response:
    """The questions that may be asked here, each with "I prefer not to say" chosen first."""
    token = call.path["token"]
    here = f"/interview/{token}/about-you"
    try:
        auth.candidate(token)
        application = records.application(auth.application_of(token))
        form = form_given(application.person_id)
    except HireloopError as error:
        document = problem(error, call.command.correlation_id, call.language)
        return render.page(
            call, "interview_closed.html", here=here, status=error.status, problem=document
        )

    def c(key: str, **fields: object) -> str:
        return say(f"candidate.{key}", call.language, **fields)

    return render.page(
        call,
        "about_you.html",
        here=here,
        token=token,
        person_id=application.person_id,
        form=form,
        c=c,
        js_words={key: c(f"about.{key}") for key in SAID},
    )
