"""What a candidate may be asked about themselves, for fairness work alone: by jurisdiction.

An attribute is asked only where the law of the candidate's, the job's and the employer's place all
let it be asked; the values offered are those that the job's place counts by.
"""

from collections.abc import Mapping, Sequence

Values = tuple[str, ...]

GENDER: Values = ("female", "male", "other")
AGE_BAND: Values = ("under_30", "30_39", "40_49", "50_plus")
DISABILITY: Values = ("yes", "no")
#: The categories of the EEO-1 report, 29 CFR 1602.7, which 6 RCNY 5-301 asks tables by.
EEO: Values = (
    "hispanic_or_latino",
    "white",
    "black_or_african_american",
    "native_hawaiian_or_pacific_islander",
    "asian",
    "american_indian_or_alaska_native",
    "two_or_more_races",
)
#: The five headings of the 2021 census of England and Wales.
CENSUS: Values = ("asian", "black", "mixed", "white", "other")
#: 民族: the majority, and the 55 recognised minorities taken together, for their numbers are small.
NATIONALITY: Values = ("han", "minority")

#: country -> what may be asked. Where a country is not listed, DEFAULT is; in the EEA neither
#: ethnicity nor health (GDPR Art. 9; Conseil constitutionnel 2007-557 DC for France).
FORMS: dict[str, Mapping[str, Values]] = {
    "US": {"gender": GENDER, "ethnicity": EEO, "age_band": AGE_BAND, "disability": DISABILITY},
    "GB": {"gender": GENDER, "ethnicity": CENSUS, "age_band": AGE_BAND, "disability": DISABILITY},
    "CN": {
        "gender": GENDER,
        "ethnicity": NATIONALITY,
        "age_band": AGE_BAND,
        "disability": DISABILITY,
    },
}
DEFAULT: Mapping[str, Values] = {"gender": GENDER, "age_band": AGE_BAND}
#: In the order in which forms and tables show them.
ATTRIBUTES = ("gender", "ethnicity", "age_band", "disability")


def form(candidate: str, jobs: Sequence[str], employer: str) -> dict[str, Values]:
    """The questions that one candidate may be asked, none of which they need to answer.

    Parameters
    ----------
    candidate, employer : ISO 3166 country codes; an unknown one asks what may be asked anywhere.
    jobs : countries of the jobs applied for, the latest first.

    Returns
    -------
    attribute -> values on offer; only attributes that every place lets be asked, with the values of
    the first job's place.
    """
    counting = FORMS.get(_place(jobs, employer), DEFAULT)
    places = [FORMS.get(place.upper(), DEFAULT) for place in (candidate, *jobs, employer)]
    return {
        name: counting[name]
        for name in ATTRIBUTES
        if name in counting and all(name in asked for asked in places)
    }


def _place(jobs: Sequence[str], employer: str) -> str:
    return next((place for place in jobs if place), employer).upper()


def strange(stated: Mapping[str, str], asked: Mapping[str, Values]) -> list[str]:
    """The stated attributes that were not asked, or whose value was not on offer."""
    return sorted(name for name, value in stated.items() if value not in asked.get(name, ()))
