"""How telephone numbers and e-mail addresses are written."""

import re

EMAIL = re.compile(r"(?<![\w.+-])[A-Za-z0-9][\w.+-]*@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}", re.ASCII)
MOBILE = re.compile(
    r"(?<![\d.])(?:\+?86[\s-]?|\(\+?86\)\s?)?(1[3-9]\d[\s-]?\d{4}[\s-]?\d{4})(?!\d)"
)
#: Elsewhere: an international prefix, or digits behind a label of telephones.
FOREIGN = re.compile(
    r"(?<![\w+])((?:\(\+(?!86)\d{1,3}\)|"
    r"\+(?!86)\d{1,3})[\s.-]?(?:\(0?\d{1,4}\)[\s.-]?)?\d[\d\s.-]{5,13}\d)(?!\d)"
)
NATIONAL = re.compile(
    r"(?<![\d+/.@-])(\(?0?\d{2,5}\)?[\s.-]{0,2}\d{3,6}(?:[\s.-]?\d{3,4})?(?:[\s.-]\d{2,4})?)"
    r"(?![\d/@-])"
)
PHONE_LABEL = re.compile(
    r"(?:电话|手机|座机|固话|联系方式|联络|号码|tel(?:ephone)?|phone|mobile|cell|contact(?: no)?|"
    r"mob|call|"
    r"☎|📞|📱|\bph|\b[TMP](?=[.:]))\s*(?:号码|号|no|number|num|#)?\.?\s*[::]?\s*",
    re.IGNORECASE,
)
#: Numbers that are no telephone's: accounts, documents.
NOT_A_PHONE = re.compile(
    r"(?:微信|QQ|\bID|wechat|weixin|身份证|编号|学号|工号)\s*号?\s*[::]?\s*$", re.IGNORECASE
)
FEWEST_DIGITS, MOST_DIGITS = 7, 15
