"""Does a text look like a résumé at all?"""

import re

from chalicelib.screening.document import Line
from chalicelib.screening.reading.unreadable import NotAResume, ResumeWithoutText
from chalicelib.screening.resume.headings import section_of

MIN_LETTERS = 16
_SIGNS = (
    re.compile(
        r"[\w.+-]{1,64}@[\w-]{1,64}\.\w|(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)"
        r"|(?:\+|00)\d[\d ()-]{8,20}\d|\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}"
        r"|(?<![\d.])0\d{3,4}[ -]\d{3}[ -]?\d{3,4}(?!\d)"
    ),
    re.compile(
        r"(?:19|20)\d\d.{0,12}?(?:[-–—~～]|至|到|to\b|until|till).{0,14}?"
        r"(?:(?:19|20)\d\d|至今|现在|今|現在|present|now|current|date)",
        re.IGNORECASE,
    ),
    re.compile(
        r"大学|大學|学院|學院|学校|學校|本科|大专|大專|硕士|碩士|博士|高中|中专|University|College|"
        r"Bachelor|Master|diploma|B\.?Sc|M\.?Sc|MBA|School|Institute of|Academy",
        re.IGNORECASE,
    ),
    re.compile(
        r"简历|履历|簡歷|履歷|r[ée]sum[ée]|curriculum vitae|求职|求職|应聘|應徵|"
        r"期望(?:职位|薪资)|姓\s{0,4}名|cover letter|\bapplying for\b|\bapplication for the\b",
        re.IGNORECASE,
    ),
    # Somebody who tells of their work, on a phone or in a letter.
    re.compile(
        r"[做干]过|工作|上班|打工|经验|經驗|司机|师傅|店长|店長|找.{0,6}(?:活|工作)|"
        r"\bI (?:am|was|have|work|worked|can|drive)\b|\b(?:worked|working) (?:at|for|as|in)\b|"
        r"\bexperience\b|\byears? (?:of|as|in)\b",
        re.IGNORECASE,
    ),
)


def require_resume(lines: tuple[Line, ...], *, kind: str, file_name: str) -> None:
    """Refuse text that shows fewer than two of the six signs that résumés have.

    The signs: a contact, a span of dates, a résumé heading, schooling, the word résumé
    itself, and talk of work.

    Raises
    ------
    ResumeWithoutText : a document with next to no characters.
    NotAResume : readable text with too few signs.
    """
    text = "\n".join(line.text for line in lines)
    letters = sum(c.isalnum() for c in text)
    if letters < MIN_LETTERS:
        raise ResumeWithoutText() if kind in ("pdf", "docx") else NotAResume(file_name=file_name)
    headed = any(section_of(line.text, line.emphasis) for line in lines)
    if headed + sum(bool(sign.search(text)) for sign in _SIGNS) < 2:
        raise NotAResume(file_name=file_name)
