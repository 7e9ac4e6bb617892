"""What the frames of one answer give: shares with intervals, episodes, steadiness, composites."""

from dataclasses import dataclass

MEASURED = "measured"
TOO_FEW = "too_few_frames"
NO_BASELINE = "no_baseline"


@dataclass(frozen=True)
class Share:
    """A share 0-1 of `n` frames with its 95 % Wilson interval; None when too few were usable."""

    value: float | None
    low: float | None
    high: float | None
    n: int


NOTHING = Share(None, None, None, 0)


@dataclass(frozen=True)
class Steadiness:
    """Standard deviation of head yaw and pitch, and mean turn between neighbouring frames."""

    yaw_degrees: float
    pitch_degrees: float
    step_degrees: float
    n: int


@dataclass(frozen=True)
class Norm:
    """The usual of one person for one component: mean and spread over `n` frames."""

    mean: float
    deviation: float
    n: int


@dataclass(frozen=True)
class Baseline:
    """A person's own usual, by component; made from the answer to a first neutral question.

    `pitch_degrees` is the median pitch of the head.
    """

    norms: dict[str, Norm]
    frames: int
    pitch_degrees: float


@dataclass(frozen=True)
class Component:
    """One visible part of a composite.

    `value` is the mean over the answer's frames, `usual` the person's own, `z` their difference in
    the person's own deviations, `sign` +1 or -1, `weight` 0-1.
    """

    name: str
    value: float | None
    usual: float | None
    z: float | None
    sign: int
    weight: float


@dataclass(frozen=True)
class Composite:
    """A named heuristic of visible components: never validated, never an input of a score.

    `value` 0-100 is where the answer stands within the person's own usual: 50 is as usual, 84 one
    deviation above. None with `reason` when it was not measured; no interval where a component lies
    at the end of its scale. `formula` is plain text.
    """

    name: str
    value: float | None
    low: float | None
    high: float | None
    reason: str
    formula: str
    components: tuple[Component, ...]
    heuristic: bool = True


@dataclass(frozen=True)
class Moment:
    """One frame on the answer's timeline: when, the strongest group or None, smiling, facing."""

    at_seconds: float
    group: str | None
    smile: float | None
    facing_phone: bool | None


@dataclass(frozen=True)
class AnswerExpression:
    """Figures of one answer; every one None while fewer than ten frames were usable.

    `usable_share` is over all frames, the others over the frames in which their measure was read.
    `smile` is corrected for the classifier's known errors, `smile_observed` is not. `reasons`
    counts what became of the frames, `unmeasured` why measures are missing, by measure and reason.
    """

    frames: int
    usable: int
    usable_share: Share
    reasons: dict[str, int]
    unmeasured: dict[str, dict[str, int]]
    several_faces: int
    seconds_per_frame: float
    timeline: tuple[Moment, ...]
    readers: tuple[str, ...]
    composites: tuple[Composite, ...]
    reason: str = TOO_FEW
    smile: Share = NOTHING
    smile_observed: Share = NOTHING
    smile_episodes: int | None = None
    neutral: Share = NOTHING
    negative: Share = NOTHING
    surprise: Share = NOTHING
    facing_phone: Share = NOTHING
    facing_seconds: float | None = None
    facing_lens: Share = NOTHING
    eyes_closed: Share = NOTHING
    steadiness: Steadiness | None = None

    @property
    def measured(self) -> bool:
        """Whether enough frames were usable for any figure."""
        return self.smile.value is not None
