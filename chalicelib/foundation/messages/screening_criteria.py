"""Why a demand of a job description is not made into a criterion.

Sources: PRC Employment Promotion Law arts. 3, 26-31; Law on the Protection of Women's Rights and
Interests art. 43, Directives 2000/43/EC, 2000/78/EC and 2006/54/EC; US Title VII, ADEA, ADA.
"""

MESSAGES: dict[str, tuple[str, str]] = {
    "criteria.refused-sex": (
        "《就业促进法》第二十七条禁止以性别为由拒绝录用，欧盟指令2006/54/EC和美国民权法第七章亦同；此项不作为筛选条件。",
        "Sex may not decide: PRC Employment Promotion Law art. 27, Directive 2006/54/EC, US Title "
        "VII. "
        "This is not made into a criterion.",
    ),
    "criteria.refused-age": (
        "按年龄筛选违背《就业促进法》第二十六条的公平就业原则，并为欧盟指令2000/78/EC和美国ADEA所禁止；此项不作为筛选条件。",
        "Age may not decide: fair employment under PRC Employment Promotion Law art. 26, Directive "
        "2000/78/EC, US ADEA. This is not made into a criterion.",
    ),
    "criteria.refused-family": (
        "《就业促进法》第二十七条和《妇女权益保障法》第四十三条禁止以婚育状况为录用条件；此项不作为筛选条件。",
        "Marriage and children may not decide: PRC Employment Promotion Law art. 27, Law on the "
        "Protection "
        "of Women's Rights art. 43, Directive 2006/54/EC. This is not made into a criterion.",
    ),
    "criteria.refused-stars": (
        "属相、星座、血型与工作无关，以此筛选违背《就业促进法》第二十六条的公平就业原则；此项不作为筛选条件。",
        "Zodiac sign, stars and blood type say nothing of work; PRC Employment Promotion Law art. "
        "26 asks "
        "for fair conditions. This is not made into a criterion.",
    ),
    "criteria.refused-household": (
        "以户籍或籍贯设限违背《就业促进法》第二十六条和第三十一条；此项不作为筛选条件。",
        "Household registration and place of origin may not decide: PRC Employment Promotion Law "
        "arts. 26 "
        "and 31. This is not made into a criterion.",
    ),
    "criteria.refused-origin": (
        "《就业促进法》第三条和第二十八条禁止以民族、种族、宗教信仰歧视求职者；此项不作为筛选条件。",
        "Ethnicity, race and religion may not decide: PRC Employment Promotion Law arts. 3 and "
        "28, Directive "
        "2000/43/EC, US Title VII. This is not made into a criterion.",
    ),
    "criteria.refused-looks": (
        "身高、体重、相貌与胜任工作无关，以此筛选违背《就业促进法》第二十六条的公平就业原则；此项不作为筛选条件。",
        "Height, weight and looks do not show that someone can do the work; PRC Employment "
        "Promotion Law "
        "art. 26 asks for fair conditions. This is not made into a criterion.",
    ),
    "criteria.refused-health": (
        "《就业促进法》第二十九条和第三十条禁止歧视残疾人和传染病病原携带者；此项不作为筛选条件。",
        "Disability and carrying an infection may not decide: PRC Employment Promotion Law arts. "
        "29 and 30, "
        "Directive 2000/78/EC, US ADA. This is not made into a criterion.",
    ),
}
