"""How telephone numbers and e-mail addresses are written."""

import re

EMAIL = re.compile(r"(?<![\w.+-])[A-Za-z0-9][\w.+-]*@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}", re.ASCII)
#: A mobile number of mainland China, its digits in any groups of two and more.
MOBILE = re.compile(
    r"(?<![\d.])(?:(?:\+|00)?86[\s-]?|\((?:\+|00)?86\)\s?-?)?"
    r"(1[3-9]\d(?:(?:(?:\s?[-–.]\s?|\s{1,2})(?=\d\d))?\d){8})(?!\d|[\w.]*@)"
)
#: Elsewhere: an international prefix, or digits behind a label of telephones.
FOREIGN = re.compile(
    r"(?<![\w+])((?:\((?:\+|00)(?!86|00)\d{1,3}\)|(?:\+|00)(?!86|00)\d{1,3}|"
    r"\((?:852|853|886|65|60)\)|1(?=[\s.-]?\(\d{3}\)))[\s.-]{0,2}"
    r"(?:\(0?\d{1,4}\)[\s.-]{0,2})?\d(?:(?:[\s.-]{1,2}(?=\d\d))?\d){5,12})(?!\d)"
)
NATIONAL = re.compile(
    r"(?<![\d+/.@-])(\(?0?\d{2,5}\)?[\s.-]{0,2}\d{3,6}(?:[\s.-]?\d{3,4})?(?:[\s.-]\d{2,4})?|"
    r"0\d(?:[\s.-]\d\d){4})(?![\d/@-])"
)
PHONE_LABEL = re.compile(
    r"(?:电话|手机|座机|固话|联系方式|联络|号码|tel(?:ephone)?|phone|mobile|cell|contact(?: no)?|"
    r"mob|call|"
    r"☎|📞|📱|\bph|\b[TMP](?=[.:]))\s*(?:号码|号|no|number|num|#)?\.?\s*[::]?\s*",
    re.IGNORECASE,
)
#: Numbers that are no telephone's: accounts, documents.
NOT_A_PHONE = re.compile(
    r"(?<!电话/)(?<!手机/)(?<!手机号/)(?:微信|QQ|\bID|wechat|weixin|身份证|编号|学号|工号)\s*号?\s*[::]?\s*$",
    re.IGNORECASE,
)
#: 718.555.0199: three groups that hardly anything but a telephone number is written in.
GROUPED = re.compile(r"[2-9]\d\d([.-])\d{3}\1\d{4}")
FEWEST_DIGITS, MOST_DIGITS = 7, 15
