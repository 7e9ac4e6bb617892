"""Rules about where and from when someone can work, and what would meet them."""

from collections.abc import Iterator
from dataclasses import replace

from chalicelib.screening import criteria, taxonomy
from chalicelib.screening.criteria import Criterion, Finding, Remedy, Verdict, rule
from chalicelib.screening.facts import Availability, Fact, Qualifications, Relocation, Source
from chalicelib.screening.matching import found, texts_of
from chalicelib.screening.remedies import IMAGINED


def could_move(criterion: Criterion, held: Qualifications) -> Iterator[Remedy]:
    """Imagine that the résumé says they would move, or that it names the city."""
    if criterion.params.get("relocation"):
        words = {
            "zh": "如果简历写明愿意异地工作",
            "en": "If the résumé said that they would relocate",
        }
        yield Remedy(replace(held, relocation=Relocation(True, IMAGINED)), words)
    city = texts_of(criterion, "cities")[0]
    wished = (*held.desired_cities, Fact(taxonomy.cities_of(city)[0], IMAGINED))
    words = {"zh": f"如果期望城市包括{city}", "en": f"If {city} were among the cities they want"}
    yield Remedy(replace(held, desired_cities=wished), words)


@rule("location", {"cities": criteria.texts}, {"relocation": criteria.flag}, remedies=could_move)
def is_located(criterion: Criterion, held: Qualifications) -> Finding:
    """Ask for a home or a wish in some cities, or for a stated readiness to move there.

    Living elsewhere without a wish is unknown; a province stands for its cities, a district is in
    its city.
    """
    cities = {city for place in texts_of(criterion, "cities") for city in taxonomy.cities_of(place)}
    places = [*([held.city] if held.city else []), *held.desired_cities]
    fitting = next((p for p in places if cities.intersection(_meant(p.value))), None)
    if fitting:
        return found(
            criterion,
            Verdict.MET,
            f"所在或期望城市：{fitting.value}",
            f"Lives in or wants {fitting.value}",
            evidence=(fitting.source,),
        )
    return _elsewhere(criterion, held, tuple(place.source for place in places))


def _elsewhere(criterion: Criterion, held: Qualifications, evidence: tuple[Source, ...]) -> Finding:
    """Weigh what someone who names none of the cities says about moving."""
    move, verdict = held.relocation, Verdict.UNKNOWN
    words = (
        "简历没有写是否愿意到该城市工作",
        "The résumé does not say whether they would work there",
    )
    if move:
        evidence = (*evidence, move.source)
    if move and move.willing and criterion.params.get("relocation"):
        verdict, evidence = Verdict.MET, (move.source,)
        words = (f"简历写明“{move.source.text}”", f"The résumé states “{move.source.text}”")
    elif move and not move.willing and (held.city or held.desired_cities):
        verdict = Verdict.NOT_MET
        words = ("在其他城市，且写明不愿异地工作", "Lives elsewhere and would not move")
    elif held.desired_cities:
        verdict = Verdict.NOT_MET
        words = ("期望城市不在范围内", "Wants other cities")
    return found(criterion, verdict, *words, evidence=evidence)


def _meant(written: str) -> set[str]:
    """The place itself, its city where it is a district, the cities of a province."""
    name = taxonomy.cities().canonical(written.strip())
    district = taxonomy.districts().entries.get(taxonomy.districts().canonical(name))
    return {written, name, *(district.parents if district else ()), *taxonomy.cities_of(name)}


def could_start(criterion: Criterion, held: Qualifications) -> Iterator[Remedy]:
    """Imagine that they could start on the last day that meets the demand."""
    days = int(str(criterion.params["days"]))
    words = {
        "zh": f"如果简历写明{days}天内可以到岗" if days else "如果简历写明可以立即到岗",
        "en": f"If they could start within {days} days" if days else "If they could start at once",
    }
    yield Remedy(replace(held, availability=Availability(days, IMAGINED)), words)


@rule("availability", {"days": criteria.days}, remedies=could_start)
def is_available(criterion: Criterion, held: Qualifications) -> Finding:
    """Ask for a start within some days; a résumé that does not say is unknown."""
    days, own = int(str(criterion.params["days"])), held.availability
    if own is None:
        return found(
            criterion,
            Verdict.UNKNOWN,
            "简历没有写到岗时间",
            "The résumé does not say when they can start",
        )
    verdict = Verdict.MET if own.days <= days else Verdict.NOT_MET
    return found(
        criterion,
        verdict,
        f"简历写明“{own.source.text}”",
        f"The résumé states “{own.source.text}”",
        evidence=(own.source,),
    )
