from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib.interviewing.states import (
    OVER,
    WAITING,
    AnswerState,
    DeadlineNotLater,
    DeadlinePast,
    DraftNewer,
    SessionClosed,
    SessionExpired,
    SessionState,
    check_draft,
    check_open,
    closed_by_time,
    evidence_complete,
    handed_in,
    missed,
    takes_follow_ups,
    too_long,
    with_more_time,
)

NOW = datetime(2027, 3, 1, 9, tzinfo=UTC)


def test_an_open_session_takes_answers_until_its_deadline() -> None:
    check_open("open", NOW, NOW)
    with pytest.raises(SessionExpired):
        check_open("open", NOW, NOW + timedelta(microseconds=1))


@pytest.mark.parametrize("state", ["submitted", "completed", "missed"])
def test_a_session_that_was_handed_in_takes_no_answer(state: str) -> None:
    with pytest.raises(SessionClosed):
        check_open(state, NOW + timedelta(days=1), NOW)


@pytest.mark.parametrize(
    ("state", "answers", "complete"),
    [
        ("submitted", ["rated", "not_scored"], True),
        ("submitted", [], True),
        ("submitted", ["rated", "incomplete"], False),
        ("submitted", ["expected"], False),
        ("open", ["rated"], False),
        ("completed", ["rated"], False),
    ],
)
def test_evidence_is_complete_once_handed_in_with_no_upload_under_way(
    state: str, answers: list[str], complete: bool
) -> None:
    assert complete is evidence_complete(state, answers)


@pytest.mark.parametrize(
    ("state", "received", "nobody_came"),
    [
        ("open", [], True),
        ("open", [0, 0], True),
        ("open", [0, 1], False),
        ("submitted", [], False),
        ("completed", [], False),
    ],
)
def test_nobody_came_when_nothing_was_handed_in_and_no_take_arrived(
    state: str, received: list[int], nobody_came: bool
) -> None:
    assert nobody_came is missed(state, received)


DAY = timedelta(days=1)


@pytest.mark.parametrize("state", ["open", "missed"])
def test_a_session_nobody_handed_in_may_get_more_time(state: str) -> None:
    assert with_more_time(state, old=NOW - DAY, new=NOW + DAY, now=NOW) is SessionState.OPEN


@pytest.mark.parametrize("state", ["submitted", "completed"])
def test_a_session_that_was_handed_in_gets_no_more_time(state: str) -> None:
    with pytest.raises(SessionClosed):
        with_more_time(state, old=NOW, new=NOW + DAY, now=NOW)


def test_more_time_is_later_than_now_and_than_what_stood() -> None:
    with pytest.raises(DeadlinePast):
        with_more_time("open", old=NOW - 2 * DAY, new=NOW - DAY, now=NOW)
    with pytest.raises(DeadlineNotLater):
        with_more_time("open", old=NOW + 2 * DAY, new=NOW + DAY, now=NOW)


@pytest.mark.parametrize(
    ("state", "deadline", "switched_on", "asked"),
    [
        ("open", NOW + DAY, True, True),
        ("open", NOW + DAY, False, False),
        ("open", NOW, True, False),
        ("submitted", NOW + DAY, True, False),
    ],
)
def test_a_follow_up_is_asked_in_an_open_session_that_wants_it_and_never_later(
    state: str, deadline: datetime, switched_on: bool, asked: bool
) -> None:
    assert asked is takes_follow_ups(state, deadline, NOW, switched_on=switched_on)


def test_a_draft_that_another_device_has_overtaken_is_not_overwritten_unknowingly() -> None:
    check_draft(3, 3)
    check_draft(None, 9)
    with pytest.raises(DraftNewer):
        check_draft(2, 3)


def test_a_recorder_may_stop_a_moment_after_the_limit() -> None:
    assert not too_long(None, 180)
    assert not too_long(184.9, 180)
    assert too_long(185.1, 180)


@dataclass
class Interview:
    """A session as the service keeps it: the rules decide, the service writes."""

    state: SessionState = SessionState.OPEN
    now: datetime = NOW
    deadline: datetime = NOW + 7 * DAY
    answers: dict[int, AnswerState] = field(default_factory=dict)
    received: dict[int, int] = field(default_factory=dict)
    asked: list[int] = field(default_factory=list)
    history: list[SessionState] = field(default_factory=list)

    def announce(self, question: int) -> None:
        with suppress(SessionClosed, SessionExpired):
            check_open(self.state, self.deadline, self.now)
            self.answers[question] = AnswerState.EXPECTED

    def arrive(self, question: int) -> None:
        if self.state in OVER or self.answers.get(question) not in WAITING:
            return
        self.answers[question], self.received[question] = AnswerState.RATED, 1
        if takes_follow_ups(self.state, self.deadline, self.now, switched_on=True) and (
            question not in self.asked
        ):
            self.asked.append(question)

    def hand_in(self, _: int) -> None:
        self.state = handed_in(self.state)

    def wait(self, days: int) -> None:
        self.now += days * DAY

    def look(self, _: int) -> None:
        if self.state in OVER or self.deadline > self.now:
            return
        self.state = closed_by_time(
            self.state, [self.received.get(question, 0) for question in self.answers]
        )
        for question, state in self.answers.items():
            if state in WAITING and self.state is not SessionState.MISSED:
                self.answers[question] = AnswerState.NOT_SCORED

    def extend(self, days: int) -> None:
        with suppress(SessionClosed, DeadlinePast, DeadlineNotLater):
            later = self.deadline + days * DAY
            self.state = with_more_time(self.state, old=self.deadline, new=later, now=self.now)
            self.deadline = later

    def settle(self) -> None:
        if evidence_complete(self.state, self.answers.values()):
            self.state = SessionState.COMPLETED
        self.history.append(self.state)


EVENTS = ("announce", "arrive", "hand_in", "wait", "look", "extend")


@settings(max_examples=400, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(EVENTS), st.integers(0, 4)), max_size=40))
def test_whatever_the_order_of_events_a_session_ends_once_and_loses_nothing(
    events: list[tuple[str, int]],
) -> None:
    interview = Interview()
    for name, number in events:
        getattr(interview, name)(number)
        interview.settle()

    pairs = list(pairwise(interview.history))
    allowed = {
        SessionState.OPEN: set(SessionState),
        SessionState.SUBMITTED: {SessionState.SUBMITTED, SessionState.COMPLETED},
        SessionState.MISSED: {SessionState.MISSED, SessionState.OPEN},
        SessionState.COMPLETED: {SessionState.COMPLETED},
    }
    assert all(after in allowed[before] for before, after in pairs)
    if interview.state is SessionState.COMPLETED:
        assert not WAITING & set(interview.answers.values())
    if interview.state is SessionState.MISSED:
        assert not interview.received
    assert len(set(interview.asked)) == len(interview.asked)
