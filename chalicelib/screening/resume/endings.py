"""How far the words of a value say that it is an employer or a title."""

import re

from chalicelib.screening.resume.lexicon_people import EMPLOYER_WORDS, TITLE_WORDS

#: Titles that end in none of the words that the tagger was trained with.
_MORE_TITLES = (
    r"储备干部|管培生|调度|企划|前台|普工|督查|售前|售后|实施|交付|选品|买手|主播|店助|架构|算法|"
    r"策略|统筹|场控|讲解|理货|收银|领队|副手|内勤|外勤|客服|助教|教练|主厨|学徒|干部|储干|组长|"
    r"\b(?:Staff|Crew|Crew Member|Student|Storeman|Internship|"
    r"Hygienist|Hand|Help|Runner|Host|Hostess|Dev|Rep|Admin|Ops|Auditor|Closer|"
    r"Stocker|Cleaner|Nanny|Caretaker|Principal|Dean|Registrar|Curator|Correspondent|Reporter|"
    r"Support|Superintendent|Estimator|Surveyor|Draftsman|Underwriter|Broker|Teller|Actuary|"
    r"Economist|Statistician|Scrum Master|Freelancer|Contractor|Banker|Merchandising|Baker|"
    r"Butcher|Florist|Hairdresser|Beautician|Chemist|Biologist|Physicist|Geologist|Operations|"
    r"Developer|Tester|Evangelist|Advocate|Negotiator|Assessor|Examiner|Investigator|Adjuster)\b"
)
_RANK = r"(?:\s*(?:\(.{1,16}\)|[-–—,/]\s*[\w &/]{1,16}|I{1,3}|IV|V|[1-5]|级|岗|[A-Z]\d))?"
_TITLE_END = re.compile(rf"(?:{TITLE_WORDS}|{_MORE_TITLES}){_RANK}$", re.IGNORECASE)
_TITLE_OPENS = re.compile(
    r"^(?:(?:Assistant|Deputy|Senior|Junior|Associate|Regional|Group|Interim|Acting|Co-)\s?)*"
    r"(?:Head|VP|Vice President|SVP|EVP|Director|Manager|Chief|President|Dean|Chair|Secretary|"
    r"Officer|Lead|Specialist|Coordinator) (?:of|for|in)\b|^(?:Senior|Junior|Trainee|Graduate|Lead|"
    r"Principal|Freelance|Assistant|Deputy|Apprentice) [A-Z]|^Chief \w+ Officer"
)
#: IPQC, HRBP, SRE: what is short for a title far more often than for a house.
_SHORT_FOR = re.compile(r"(?:IPQC|OQC|IQC|QC|QA|IE|PE|PMC|HRBP|HRD|HR|BD|PM|PMO|SRE|DBA|KA|CSR|SA)")
_TITLE_WORD = re.compile(rf"{TITLE_WORDS}|{_MORE_TITLES}", re.IGNORECASE)
#: Northwind Traders, Baker Partners: a house of many, no title.
_MANY = re.compile(r"(?:[eo]r|ian|ist|ant|ent|ee|ate|ct)s$")
_EMPLOYER_END = re.compile(rf"{EMPLOYER_WORDS}\.?(?:\s*\(.{{1,16}}\))?$", re.IGNORECASE)
_EMPLOYER_WORD = re.compile(EMPLOYER_WORDS, re.IGNORECASE)
#: What the words of a value weigh that leave no doubt.
SURE, _LIKELY = 2.0, 0.5


def title_weight(text: str) -> float:
    """2 for what ends or opens like a title, ½ for what holds a word of titles, else 0."""
    if _EMPLOYER_END.search(text) or _MANY.search(text):
        return 0.0
    if _TITLE_END.search(text) or _TITLE_OPENS.search(text):
        return SURE
    return _LIKELY if _TITLE_WORD.search(text) or _SHORT_FOR.fullmatch(text) else 0.0


def employer_weight(text: str) -> float:
    """2 for what ends like the name of an employer, ½ for what holds a word of such, else 0."""
    if _EMPLOYER_END.search(text):
        return SURE
    if _MANY.search(text):
        return _LIKELY
    if _TITLE_END.search(text):
        return 0.0
    return _LIKELY if _EMPLOYER_WORD.search(text) else 0.0
