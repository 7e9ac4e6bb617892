"""Default screening criteria of the three demonstration requisitions, as HR would enter them."""

from typing import Any


def _row(
    criterion_id: str, rule: str, params: dict[str, Any], label: tuple[str, str], weight: int
) -> dict[str, Any]:
    """A preferred criterion; `_must` makes it essential."""
    return {
        "criterion_id": criterion_id,
        "rule": rule,
        "importance": "preferred",
        "params": params,
        "label": {"zh": label[0], "en": label[1]},
        "weight": weight,
    }


def _must(row: dict[str, Any]) -> dict[str, Any]:
    return row | {"importance": "essential"}


_SELLING = ["导购", "营业员", "店员", "收银", "销售", "sales", "store", "cashier", "retail"]
_MARKETING = ["市场", "营销", "品牌", "推广", "新媒体", "marketing", "brand"]

CRITERIA: dict[str, list[dict[str, Any]]] = {
    "python-developer": [
        _must(
            _row(
                "python",
                "skill",
                {"skill": "Python", "level": "proficient"},
                ("Python 熟练", "Proficient in Python"),
                30,
            )
        ),
        _must(_row("django", "skill", {"skill": "Django"}, ("会用 Django", "Uses Django"), 25)),
        _must(
            _row(
                "project-years",
                "project-years",
                {"years": 2, "skill": "Python"},
                ("2 年以上 Python 项目经验", "Two years of Python project work"),
                25,
            )
        ),
        _row("degree", "degree", {"degree": "bachelor"}, ("本科及以上", "Bachelor's degree"), 10),
        _row("sql", "skill", {"skill": "SQL"}, ("会用关系数据库", "Knows SQL"), 10),
    ],
    "retail-sales-associate": [
        _must(
            _row("service", "skill", {"skill": "客户服务"}, ("客户服务", "Customer service"), 25)
        ),
        _must(
            _row(
                "selling-years",
                "role-years",
                {"role": _SELLING, "years": 1},
                ("1 年以上门店经验", "One year in a shop"),
                30,
            )
        ),
        _row("cashier", "skill", {"skill": "收银"}, ("会收银", "Handles the till"), 15),
        _row("inventory", "skill", {"skill": "库存管理"}, ("库存管理", "Manages stock"), 10),
        _row(
            "mandarin",
            "language",
            {"language": "普通话", "level": "proficient"},
            ("普通话流利", "Fluent Mandarin"),
            10,
        ),
        _row("degree", "degree", {"degree": "secondary"}, ("高中及以上", "Secondary school"), 10),
    ],
    "marketing-specialist": [
        _must(
            _row(
                "marketing-years",
                "role-years",
                {"role": _MARKETING, "years": 2},
                ("2 年以上市场经验", "Two years in marketing"),
                30,
            )
        ),
        _must(
            _row(
                "social-media",
                "skill",
                {"skill": "新媒体运营"},
                ("新媒体运营", "Social media marketing"),
                20,
            )
        ),
        _must(
            _row(
                "degree", "degree", {"degree": "bachelor"}, ("本科及以上", "Bachelor's degree"), 15
            )
        ),
        _row(
            "data",
            "skill",
            {"skill": "数据分析", "level": "familiar"},
            ("熟悉数据分析", "Familiar with data analysis"),
            15,
        ),
        _row("copy", "skill", {"skill": "文案撰写"}, ("文案撰写", "Copywriting"), 10),
        _row(
            "english",
            "language",
            {"language": "英语", "level": "familiar"},
            ("英语良好", "Good English"),
            10,
        ),
    ],
}
