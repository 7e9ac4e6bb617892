"""Does a text look like a résumé at all?"""

import re

from chalicelib.screening.document import Line
from chalicelib.screening.reading.unreadable import NotAResume, ResumeWithoutText

MIN_LETTERS = 16
_SIGNS = (
    re.compile(
        r"[\w.+-]{1,64}@[\w-]{1,64}\.\w|(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)"
        r"|\+\d[\d ()-]{8,20}\d|\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}"
    ),
    re.compile(
        r"(?:19|20)\d\d(?:\s{0,3}[年./-]\s{0,3}\d{1,2}\s{0,3}月?)?\s{0,3}(?:[-–—~]|至|到|to)\s{0,3}"
        r"(?:(?:19|20)\d\d|至今|现在|今|現在|present|now|current|[A-Z][a-z]{2})",
        re.IGNORECASE,
    ),
    re.compile(
        r"^\W*(?:教育(?:背景|经历|經歷)|(?:工作|职业|實習|实习|项目|專案)(?:经历|经验|履历|經歷|經驗)"
        r"|学历|學歷|自我(?:评价|評價)|专业技能|專業技能|技能(?:特长)?|个人(?:简历|信息)|求职意向|"
        r"(?:work |professional )?experience|"
        r"education|(?:technical |key )?skills|employment(?: history)?|projects|summary|profile)\b",
        re.IGNORECASE | re.MULTILINE,
    ),
    re.compile(
        r"大学|大學|学院|學院|本科|大专|硕士|碩士|博士|高中|中专|University|College|Bachelor|Master|"
        r"diploma|B\.?Sc|M\.?Sc|MBA|High School|Institute of",
        re.IGNORECASE,
    ),
    re.compile(
        r"简历|履历|簡歷|履歷|r[ée]sum[ée]|curriculum vitae|求职|求職|应聘|應徵|"
        r"期望(?:职位|薪资)|姓\s{0,4}名",
        re.IGNORECASE,
    ),
)


def require_resume(lines: tuple[Line, ...], *, kind: str, file_name: str) -> None:
    """Refuse text that shows fewer than two of the five signs every résumé has.

    The signs: a contact, a span of dates, a résumé heading, schooling, the word résumé itself.

    Raises
    ------
    ResumeWithoutText : a document with next to no characters.
    NotAResume : readable text with too few signs.
    """
    text = "\n".join(line.text for line in lines)
    letters = sum(c.isalnum() for c in text)
    if letters < MIN_LETTERS:
        raise ResumeWithoutText() if kind in ("pdf", "docx") else NotAResume(file_name=file_name)
    if sum(bool(sign.search(text)) for sign in _SIGNS) < 2:
        raise NotAResume(file_name=file_name)
