"""A believable company: 500 stores in five regions, three requisitions, its people and a partner.

Everything here is what an administrator would send to the public API; nothing is written past it.
"""

from datetime import date, timedelta
from typing import Any

from infra.criteria import CRITERIA

ORGANISATION = {
    "name": {"zh": "晨光连锁", "en": "Morning Light Stores"},
    "country": "CN",
    "timezone": "Asia/Shanghai",
}

#: region -> its cities, zh and en; ten stores a city.
CITIES: dict[str, tuple[tuple[str, str], ...]] = {
    "east": (
        ("上海", "Shanghai"), ("杭州", "Hangzhou"), ("南京", "Nanjing"), ("苏州", "Suzhou"),
        ("宁波", "Ningbo"), ("无锡", "Wuxi"), ("合肥", "Hefei"), ("济南", "Jinan"),
        ("青岛", "Qingdao"), ("厦门", "Xiamen"), ("福州", "Fuzhou"), ("南昌", "Nanchang"),
    ),
    "south": (
        ("广州", "Guangzhou"), ("深圳", "Shenzhen"), ("东莞", "Dongguan"), ("佛山", "Foshan"),
        ("珠海", "Zhuhai"), ("中山", "Zhongshan"), ("南宁", "Nanning"), ("海口", "Haikou"),
        ("桂林", "Guilin"), ("惠州", "Huizhou"),
    ),
    "north": (
        ("北京", "Beijing"), ("天津", "Tianjin"), ("石家庄", "Shijiazhuang"), ("太原", "Taiyuan"),
        ("沈阳", "Shenyang"), ("大连", "Dalian"), ("哈尔滨", "Harbin"), ("长春", "Changchun"),
        ("呼和浩特", "Hohhot"), ("唐山", "Tangshan"),
    ),
    "central": (
        ("武汉", "Wuhan"), ("长沙", "Changsha"), ("郑州", "Zhengzhou"), ("洛阳", "Luoyang"),
        ("宜昌", "Yichang"), ("株洲", "Zhuzhou"), ("襄阳", "Xiangyang"), ("开封", "Kaifeng"),
        ("岳阳", "Yueyang"),
    ),
    "west": (
        ("成都", "Chengdu"), ("重庆", "Chongqing"), ("西安", "Xi'an"), ("昆明", "Kunming"),
        ("贵阳", "Guiyang"), ("兰州", "Lanzhou"), ("乌鲁木齐", "Urumqi"), ("银川", "Yinchuan"),
        ("绵阳", "Mianyang"),
    ),
}  # fmt: skip

PLACES = (
    ("人民路", "Renmin Road"), ("中山路", "Zhongshan Road"), ("解放路", "Jiefang Road"),
    ("大学城", "University Town"), ("火车站", "Railway Station"), ("高新区", "High-tech Zone"),
    ("滨江", "Riverside"), ("老街", "Old Street"), ("体育场", "Stadium"), ("新天地", "New Square"),
)  # fmt: skip

REQUISITIONS: dict[str, dict[str, Any]] = {
    "retail-sales-associate": {
        "requisition_id": "REQ-SALES",
        "title": {"zh": "门店销售顾问", "en": "Store sales associate"},
        "job_family": "retail-sales",
        "openings": 1000,
        "region": "east",
    },
    "python-developer": {
        "requisition_id": "REQ-PYTHON",
        "title": {"zh": "Python 开发工程师", "en": "Python developer"},
        "job_family": "software-python",
        "openings": 4,
        "region": "east",
    },
    "marketing-specialist": {
        "requisition_id": "REQ-MARKET",
        "title": {"zh": "市场专员", "en": "Marketing specialist"},
        "job_family": "marketing",
        "openings": 2,
        "region": "east",
    },
}

STAFF = (
    {"email": "lin.recruiter@example.com", "name": "林静", "roles": ["recruiter"]},
    {"email": "zhao.analyst@example.com", "name": "赵敏", "roles": ["analyst"]},
    {"email": "chen.appraiser@example.com", "name": "陈立", "roles": ["appraiser"]},
    {"email": "wu.auditor@example.com", "name": "吴涛", "roles": ["auditor"]},
    {
        "email": "sun.manager@example.com",
        "name": "孙悦",
        "roles": ["hiring_manager"],
        "stores": ["S0001", "S0002"],
    },
)

PARTNER = {"partner_id": "clearcheck", "name": "ClearCheck 背景调查", "events": ["*"]}


def stores() -> list[dict[str, Any]]:
    """The 500 stores."""
    rows: list[dict[str, Any]] = []
    for region, cities in CITIES.items():
        for zh, en in cities:
            for place_zh, place_en in PLACES:
                number = f"S{len(rows) + 1:04d}"
                name = {"zh": f"{zh}{place_zh}店", "en": f"{en}, {place_en}"}
                rows.append({"store_id": number, "name": name, "region": region, "country": "CN"})
    return rows


def requisition(slug: str, today: date) -> dict[str, Any]:
    """The requisition of a trade, with its criteria; the chain's own covers every store."""
    wish = REQUISITIONS[slug] | {"criteria": CRITERIA[slug], "cut_score": 80}
    wish["onsite"] = {
        "time": f"{today + timedelta(days=10)}T09:30:00+08:00",
        "place": {"zh": "上海市人民路 1 号", "en": "1 Renmin Road, Shanghai"},
    }
    if slug == "retail-sales-associate":
        wish["store_ids"] = [row["store_id"] for row in stores()]
        wish["expression"] = True
    return wish
