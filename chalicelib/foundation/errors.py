"""The error family: each says what happened, what to do next, and carries its evidence.

HireloopError
├── NotFound 404        no such thing, or not for you to know
├── Invalid 422         what was sent cannot be accepted
│   └── TooLarge 413
├── Conflict 409        the thing has moved on, or the command was used before
│   └── Gone 410        a link or token whose time is over
├── Unauthenticated 401 who are you?
├── Forbidden 403       known, but not allowed
└── Unavailable 503     a neighbour system is down; try again

Domain errors live in their domain, subclass one of these and set `code`; the sentences stand in
`foundation/messages` under `error.<code>` and `next.<code>`.
"""


class HireloopError(Exception):
    """Root of every error a person can meet."""

    status = 500
    code = "internal"
    retry = False

    def __init__(self, code: str | None = None, **detail: object) -> None:
        if code is not None:
            self.code = code
        self.detail = detail
        super().__init__(f"{self.code} {detail}" if detail else self.code)


class NotFound(HireloopError):
    """No such thing, or none that this caller may know of."""

    status = 404
    code = "not-found"


class Invalid(HireloopError):
    """What was sent cannot be accepted as it is."""

    status = 422
    code = "invalid"


class TooLarge(Invalid):
    """More bytes than the limit."""

    status = 413
    code = "too-large"


class Conflict(HireloopError):
    """The thing has moved on, or the command id was used for something else."""

    status = 409
    code = "conflict"


class Gone(Conflict):
    """A link, token or window whose time is over."""

    status = 410
    code = "gone"


class Unauthenticated(HireloopError):
    """The caller did not say, or could not prove, who they are."""

    status = 401
    code = "unauthenticated"


class Forbidden(HireloopError):
    """The caller is known and may not do this."""

    status = 403
    code = "forbidden"


class Unavailable(HireloopError):
    """A neighbour system failed; the same call may succeed later."""

    status = 503
    code = "unavailable"
    retry = True
