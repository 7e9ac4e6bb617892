"""Degrees as résumés write them, by rank."""

import re

from chalicelib.screening.facts import Degree

# (?-i:…) marks abbreviations that count only as they are written.
DEGREES: tuple[tuple[str, Degree], ...] = (
    (
        r"初中|初级中学|(?<![\u4e00-\u9fff])国中(?=毕业|学历|[\s,|)/]|$)|国民中学|"
        r"\bjunior (?:high|secondary|middle)(?: school)?\b(?: (?:diploma|certificate))?|"
        r"\bmiddle school\b|\blower secondary\b",
        Degree.JUNIOR,
    ),
    (
        r"博士|\bph\.?\s?d\b\.?|\bdoctor(?:ate|al)?\b(?! of nursing practice\b)|\bd\.?phil\b|"
        r"\bdba\b|"
        r"\bed\.d\b",
        Degree.DOCTORATE,
    ),
    (
        r"硕士|研究生|\bmaster(?:'s|s|’s)?\b(?: of \w+)?|\bm\.?sc\b\.?|\b(?:e?mba|mpa|mph|mca|"
        r"mfa|mres)\b|"
        r"\bm\.?(?:eng|tech|phil|ed|com)\b\.?|\bll\.?m\b\.?|(?-i:(?<!, )\b(?:MA|MS|M\.A\.|"
        r"M\.S\.)(?!\w))",
        Degree.MASTER,
    ),
    (
        r"专升本|本科|学士|(?<![\u4e00-\u9fff])大学(?![\u4e00-\u9fff])|\bbachelor(?:'s|s|"
        r"’s)?\b(?: of \w+)?|\bb\.?sc\b\.?|\b(?:bba|bca|bfa|bcom)\b|"
        r"\bb\.?(?:eng|tech|ed|com|arch|pharm|bus)\b\.?|\bll\.?b\b\.?|\bundergraduate degree\b|"
        r"(?-i:\b(?:BA|BS|BE|BSE|BSN|BN|B\.A\.|B\.S\.(?:E\.)?|B\.E\.)(?!\w))",
        Degree.BACHELOR,
    ),
    (
        r"\bhigh[ -]school diploma\b|\bleaving cert\w*|中学文凭|普高|高级中学|\bclass xii\b|"
        r"\b12th\b|\bmatriculation\b|\babitur\b|\bbaccalaur[ée]at\b|\bsecondary school diploma\b|"
        r"高中|中专|职高|技校|中职|中技|"
        r"\bhigh school\b|\bsecondary (?:school|education)\b|\bged\b|\b[ao][ -]levels?\b|"
        r"\bi?gcses?\b|"
        r"\bsenior secondary\b|\bhsc\b|\bwassce\b|\bmatric\b",
        Degree.SECONDARY,
    ),
    (
        r"大专|专科|高职|\bassociate(?:'s|s|’s)?(?: degree)?(?: of \w+)?\b|\bcollege diploma\b|"
        r"\b(?:advanced|higher|national|ordinary) (?:national )?diploma\b|\bhnd\b|"
        r"\bfoundation degree\b|(?<!graduate )\bdiploma\b|"
        r"(?-i:\b(?:AAS|A\.A\.S\.|A\.A\.|A\.S\.|AA|AS)(?!\w))",
        Degree.ASSOCIATE,
    ),
)

_ANY_DEGREE = re.compile(
    "|".join(f"(?P<d{int(degree)}_{n}>{pattern})" for n, (pattern, degree) in enumerate(DEGREES)),
    re.IGNORECASE,
)


def degree_in(text: str) -> tuple[Degree, int, int] | None:
    """Find the highest degree a text names, with its place; None when it names none."""
    return max(degrees_in(text), key=lambda d: (d[0], -d[1]), default=None)


def degrees_in(text: str) -> list[tuple[Degree, int, int]]:
    """List the degrees that a text names, in order; 硕士研究生 and 'Master (M.Sc.)' are one."""
    found: list[tuple[Degree, int, int]] = []
    for match in _ANY_DEGREE.finditer(text):
        degree = Degree(int(str(match.lastgroup)[1]))
        if found and match.start() - found[-1][2] <= 3 and degree <= found[-1][0]:
            continue
        if found and found[-1][0] is degree and match.start() - found[-1][2] < 24:
            continue
        found.append((degree, match.start(), match.end()))
    return found
