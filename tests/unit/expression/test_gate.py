"""The gate before a frame: what law, company or person bars is deleted and never opened."""

import itertools
from collections.abc import Iterator

import pytest

from chalicelib.expression.policy import Clip, FrameKeyInvalid
from chalicelib.expression.reading import FrameReading, FrameReason, FrameState
from chalicelib.expression.service import Arrived, FrameOutcome, Handling, read_all, reading
from chalicelib.records.consent import EEA, Purpose
from chalicelib.records.stages import Stage
from tests.unit.expression.world import PICTURE, SESSION, World, enter

CLIP = Clip(SESSION, "communication-1", 1, 1_800_000_000)
KEY = CLIP.key(1)
BOTH = (Purpose.INTERVIEW, Purpose.EXPRESSION)
#: Every country that the law table names, some that it does not, and one that is not known.
PLACES = (*sorted(EEA), "CN", "US", "GB", "CH", "JP", "", "de", " FR ")
#: One of each kind of rule, for the products of three places.
KINDS = ("DE", "NO", "RE", "CN", "US", "")


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> World:
    return enter(monkeypatch, World(consents=BOTH, pictures={KEY: PICTURE}))


def send(world: World, number: int = 1) -> FrameOutcome | Exception:
    key = CLIP.key(number)
    world.pictures[key] = PICTURE
    return read_all([Arrived(key, "v1")])[0]


def barred(world: World) -> bool:
    """Whether the law table or anybody bars it, said apart from the code under test."""
    places = {item.strip().upper() for item in (world.candidate, world.job, world.employer)}
    refused = Purpose.EXPRESSION not in world.consents or not world.switched_on
    closed = world.stage in (Stage.WITHDRAWN, Stage.REJECTED)
    return bool(places & EEA) or not world.candidate.strip() or refused or closed


def combinations() -> Iterator[tuple[str, str, str]]:
    yield from itertools.product(KINDS, repeat=3)
    for place in PLACES:
        yield from ((place, "CN", "CN"), ("CN", place, "US"), ("", "CN", place))


CONSENTS = [
    tuple(itertools.compress(Purpose, chosen))
    for chosen in itertools.product((False, True), repeat=len(Purpose))
]


@pytest.mark.parametrize("switched_on", [True, False])
@pytest.mark.parametrize(
    "stage", [Stage.INVITED, Stage.INTERVIEWING, Stage.INTERVIEWED, Stage.WITHDRAWN, Stage.REJECTED]
)
def test_over_all_combinations_of_the_policy_not_one_barred_frame_is_fetched_or_decoded(
    world: World, stage: Stage, switched_on: bool
) -> None:
    world.stage, world.switched_on = stage, switched_on
    told = {True: 0, False: 0}
    for places, consents in itertools.product(sorted(set(combinations())), CONSENTS):
        world.candidate, world.job, world.employer = places
        world.consents = consents
        world.rows.clear()
        world.fetched.clear()
        world.decoded, expected = 0, barred(world)
        outcome = send(world)
        assert isinstance(outcome, FrameOutcome)
        assert (outcome.handling is Handling.BARRED) is expected, (places, consents)
        assert (world.decoded, len(world.fetched)) == ((0, 0) if expected else (1, 1))
        assert world.pictures == {}
        told[expected] += 1
    assert told[True] > 4000
    assert bool(told[False]) is (switched_on and stage not in (Stage.WITHDRAWN, Stage.REJECTED))


def test_a_consent_taken_back_between_two_frames_stops_the_second(world: World) -> None:
    assert send(world, 1).handling is Handling.READ  # type: ignore[union-attr]
    world.consents = (Purpose.INTERVIEW,)
    assert send(world, 2).handling is Handling.BARRED  # type: ignore[union-attr]
    assert world.decoded == 1


def test_a_frame_of_a_session_that_is_not_there_is_never_opened(world: World) -> None:
    key = KEY.replace("session1", "session2")
    world.pictures[key] = PICTURE
    (outcome,) = read_all([Arrived(key)])
    assert (outcome.reason, world.decoded) == ("expression.no-application", 0)  # type: ignore[union-attr]


def test_a_barred_batch_leaves_one_entry_in_the_trail_and_no_picture(world: World) -> None:
    world.candidate = "FR"
    keys = [CLIP.key(number) for number in range(1, 6)]
    world.pictures = dict.fromkeys(keys, PICTURE)
    read_all([Arrived(key) for key in keys])
    assert (world.audited, sorted(world.deleted)) == (["frame.barred"], keys)


def test_a_frame_that_comes_twice_in_a_batch_or_again_is_decoded_once(world: World) -> None:
    twice = [Arrived(KEY, "v1"), Arrived(KEY, "v2")]
    kinds = [outcome.handling for outcome in read_all(twice)]  # type: ignore[union-attr]
    assert kinds == [Handling.READ, Handling.KNOWN]
    assert send(world).handling is Handling.KNOWN  # type: ignore[union-attr]
    assert world.decoded == 1


def test_frames_in_any_order_leave_the_same_readings(world: World) -> None:
    numbers = [7, 2, 9, 4]
    for number in numbers:
        send(world, number)
    assert sorted(world.rows) == [CLIP.item_id(number) for number in sorted(numbers)]
    assert {row.number for row in world.rows.values()} == set(numbers)


def test_one_that_cannot_be_fetched_does_not_keep_the_others(world: World) -> None:
    def broken(key: str) -> bytes:
        if key == KEY:
            raise OSError("no network")
        return PICTURE

    world.read = broken  # type: ignore[method-assign]
    first, second = read_all([Arrived(KEY), Arrived(CLIP.key(2))])
    assert isinstance(first, OSError)
    assert second.handling is Handling.READ  # type: ignore[union-attr]
    assert KEY not in world.deleted


def test_one_that_breaks_the_reader_does_not_keep_the_others(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def poisoned(picture: bytes) -> FrameReading:
        if picture == b"poison":
            raise RuntimeError("the network choked")
        return FrameReading(FrameState.READ, FrameReason.NO_FACE, "test")

    monkeypatch.setattr(reading.frame, "read", poisoned)
    world.pictures = {KEY: b"poison", CLIP.key(2): PICTURE}
    first, second = read_all([Arrived(KEY), Arrived(CLIP.key(2))])
    assert isinstance(first, RuntimeError)
    assert second.handling is Handling.READ  # type: ignore[union-attr]
    assert (list(world.rows), list(world.pictures)) == ([CLIP.item_id(2)], [KEY])


def test_without_the_networks_a_frame_waits_and_is_not_lost(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    missing = FrameReading(FrameState.NOT_MEASURED, FrameReason.NO_MODEL, "test")
    monkeypatch.setattr(reading.frame, "read", lambda _: missing)
    (outcome,) = read_all([Arrived(KEY)])
    assert isinstance(outcome, reading.NetworksMissing)
    assert (world.rows, world.deleted, list(world.pictures)) == ({}, [], [KEY])


@pytest.mark.parametrize(
    "key",
    [
        "frames/../secret/1/1800000000/0001.jpg",
        "frames/short/communication-1/1/1800000000/0001.jpg",
        KEY.replace(".jpg", ".png"),
        KEY.replace("/1/", "/one/"),
        KEY.replace("0001.jpg", "0000.jpg"),
        KEY.replace("0001.jpg", "0601.jpg"),
        KEY + ".jpg",
        "resumes/a/b",
    ],
)
def test_a_key_that_belongs_to_no_answer_is_refused_unopened(world: World, key: str) -> None:
    (outcome,) = read_all([Arrived(key)])
    assert isinstance(outcome, FrameKeyInvalid)
    assert (world.fetched, world.decoded, world.deleted) == ([], 0, [])
