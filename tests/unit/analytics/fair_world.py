"""A company whose candidates stated their groups; screening lets half as many women through."""

from collections.abc import Iterable
from types import SimpleNamespace
from typing import Any

from chalicelib.records.stages import Stage

ENDS = (
    (Stage.REJECTED,),
    (Stage.INVITED, Stage.INTERVIEWED, Stage.PASSED, Stage.HIRED),
    (Stage.INVITED, Stage.INTERVIEWED, Stage.REJECTED),
)
TITLE = {"zh": "店员", "en": "Sales associate"}


def _stage(row: Any) -> str:
    return str(row.history[-1]["stage"])


class World:
    """`records`, `interviewing`, `appraisal` and `calibration` in one, read-only."""

    def __init__(self, people: int = 400) -> None:
        self.people = people
        self.cards = 0
        self.batched = 0
        self.heard = people
        self.read = 0
        self.asked: list[list[str]] = []

    def woman(self, place: int) -> bool:
        return place % 2 == 1

    def requisitions(self) -> list[Any]:
        return [
            SimpleNamespace(item_id="R-1", job_family="retail-sales", cut_score=60, title=TITLE),
            SimpleNamespace(item_id="R-2", job_family="software", cut_score=80, title=TITLE),
        ]

    def parts_of(self, requisition_id: str) -> Iterable[Iterable[Any]]:
        """Four parts of a hundred, each by stage in the order of the list: hired come late."""
        for part in range(4) if requisition_id == "R-1" else ():
            yield self._part(part)

    def _part(self, part: int) -> Iterable[Any]:
        places = range(part, self.people, 4)
        for row in sorted(map(self._application, places), key=_stage, reverse=True):
            self.read += 1
            yield row

    def _application(self, place: int) -> Any:
        let_in = (place // 2) % 10 < (4 if self.woman(place) else 8)
        end = ENDS[0] if not let_in else ENDS[1 + (place // 2) % 2]
        interviewed = Stage.INTERVIEWED in end
        return SimpleNamespace(
            application_id=f"p{place}-a",
            person_id=f"p{place}",
            history=[
                {"stage": stage.value, "at": f"2026-0{1 + place % 3}-05T00:00:00Z"}
                for stage in (Stage.APPLIED, Stage.SCREENED, *end)
            ],
            composite=50.0 + (place * 7) % 41 if interviewed else None,
        )

    def stated_groups(self, person_ids: Iterable[str]) -> dict[str, dict[str, str]]:
        wanted = sorted(person_ids)
        self.asked.append(wanted)
        stated = {}
        for person_id in wanted:
            place = int(person_id[1:])
            if place % 20 < 18:
                stated[person_id] = {
                    "gender": "female" if self.woman(place) else "male",
                    "ethnicity": "minority" if place % 3 == 0 else "han",
                }
        return stated

    def organisation(self) -> Any:
        return SimpleNamespace(name={"zh": "晨光连锁", "en": "Morning Light Stores"})

    def rated_since(self, job_family: str) -> Iterable[Any]:
        if job_family == "retail-sales":
            for place in range(self.heard):
                yield SimpleNamespace(person_id=f"p{place}", session_id=f"p{place}-s")

    def scorecards(self, sessions: Iterable[str]) -> dict[str, Any]:
        self.batched += 1
        found = [session.replace("-s", "-a") for session in sessions]
        return {application_id: self._card(application_id) for application_id in found}

    def scorecard_of(self, application_id: str) -> Any:
        self.cards += 1
        return self._card(application_id)

    def _card(self, application_id: str) -> Any:
        place = int(application_id[1:].split("-")[0])
        scores = {"teamwork": 40.0 + place % 50, "learning": 45.0 + place % 40}
        parts = [{"dimension": key, "score": score} for key, score in scores.items()]
        return SimpleNamespace(result={"dimensions": parts})

    def families(self) -> list[Any]:
        return [
            SimpleNamespace(job_family="retail-sales", name={"zh": "零售", "en": "Retail"}),
            SimpleNamespace(job_family="software", name={"zh": "软件", "en": "Software"}),
        ]

    def versions(self, job_family: str) -> list[Any]:
        name = {"zh": "团队合作", "en": "Teamwork"}
        return [SimpleNamespace(dimensions=[SimpleNamespace(key="teamwork", name=name)])]

    def past_interviews(self, job_family: str) -> list[Any]:
        return []

    def cycles(self, job_family: str) -> list[Any]:
        if job_family != "retail-sales":
            return []
        return [
            SimpleNamespace(item_id="c", state="locked", ends_on="2026-12-31"),
            SimpleNamespace(item_id="open", state="open", ends_on="2027-06-30"),
        ]

    def outcomes(self, cycle_id: str) -> list[Any]:
        assert cycle_id == "c"
        return [
            SimpleNamespace(person_id=f"p{place}", score=(place * 3 % 17) / 8 - 1)
            for place in range(self.people)
        ]
