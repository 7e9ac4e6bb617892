"""What invented people may be called, have studied and have done. No real person is meant."""

from dataclasses import dataclass

Pair = tuple[str, str]  # zh, en

SURNAMES: tuple[Pair, ...] = (
    *zip(
        "王李张刘陈杨赵黄周吴徐孙胡朱郭何罗梁宋郑谢韩唐冯董萧程曹袁邓",
        "Wang Li Zhang Liu Chen Yang Zhao Huang Zhou Wu Xu Sun Hu Zhu Guo He Luo Liang Song Zheng"
        " Xie Han Tang Feng Dong Xiao Cheng Cao Yuan Deng".split(),
        strict=True,
    ),
    ("欧阳", "Ouyang"),
    ("司马", "Sima"),
)
GIVEN: tuple[Pair, ...] = (
    ("伟", "Wei"),
    ("芳", "Fang"),
    ("娜", "Na"),
    ("敏", "Min"),
    ("静", "Jing"),
    ("磊", "Lei"),
    ("洋", "Yang"),
    ("勇", "Yong"),
    ("子涵", "Zihan"),
    ("浩宇", "Haoyu"),
    ("欣怡", "Xinyi"),
    ("雨桐", "Yutong"),
    ("思源", "Siyuan"),
    ("嘉琪", "Jiaqi"),
    ("梓萱", "Zixuan"),
    ("文博", "Wenbo"),
    ("俊熙", "Junxi"),
    ("若曦", "Ruoxi"),
    ("晓燕", "Xiaoyan"),
    ("建国", "Jianguo"),
    ("丽华", "Lihua"),
    ("志强", "Zhiqiang"),
    ("春梅", "Chunmei"),
    ("海涛", "Haitao"),
    ("明辉", "Minghui"),
)
CITIES: tuple[Pair, ...] = (
    ("北京", "Beijing"),
    ("上海", "Shanghai"),
    ("深圳", "Shenzhen"),
    ("杭州", "Hangzhou"),
    ("成都", "Chengdu"),
    ("武汉", "Wuhan"),
    ("南京", "Nanjing"),
    ("广州", "Guangzhou"),
)
SCHOOLS: tuple[Pair, ...] = (
    ("东湖大学", "Donghu University"),
    ("临江理工大学", "Linjiang University of Technology"),
    ("西岭财经大学", "Xiling University of Finance"),
    ("南屿师范学院", "Nanyu Normal College"),
    ("北原商学院", "Beiyuan Business College"),
    ("云浦职业技术学院", "Yunpu Vocational College"),
)
DEGREES: dict[str, Pair] = {
    "secondary": ("高中", "High School Diploma"),
    "associate": ("大专", "Associate Degree"),
    "bachelor": ("本科", "Bachelor"),
    "master": ("硕士", "Master"),
}
# Titles and projects that name a skill by themselves.
SKILLS_IN_WORDS = {
    "Python": "Python",
    "后端开发": "后端开发",
    "Backend": "后端开发",
    "新店开业筹备": "开店筹备",
    "Store Opening": "开店筹备",
    "服务顾客": "客户服务",
    "会员日促销": "促销",
    "导购": "导购",
    "收银": "收银",
    "Cashier": "收银",
    "新媒体营销": "新媒体运营",
    "用户增长": "用户增长",
}


@dataclass(frozen=True)
class Trade:
    """The vocabulary of one requisition: titles and employers, and skills from key to extra."""

    titles: tuple[Pair, ...]
    employers: tuple[Pair, ...]
    majors: tuple[Pair, ...]
    key: tuple[Pair, ...]
    extra: tuple[Pair, ...]
    projects: tuple[Pair, ...]
    deeds: tuple[Pair, ...]


TRADES: dict[str, Trade] = {
    "python-developer": Trade(
        titles=(("Python开发工程师", "Python Developer"), ("后端开发工程师", "Backend Engineer")),
        employers=(
            ("{c}云启软件有限公司", "Yunqi Software Ltd"),
            ("星河网络科技有限公司", "Xinghe Technologies"),
            ("{c}智联数据服务有限公司", "Zhilian Data Group"),
            ("百川信息技术有限公司", "Baichuan Labs"),
        ),
        majors=(("计算机科学与技术", "Computer Science"), ("软件工程", "Software Engineering")),
        key=(("Python", "Python"), ("Django", "Django"), ("MySQL", "MySQL")),
        extra=(("Redis", "Redis"), ("Docker", "Docker"), ("Linux", "Linux"), ("Git", "Git")),
        projects=(
            ("订单中心重构", "Order Centre Rebuild"),
            ("库存同步平台", "Stock Sync Platform"),
        ),
        deeds=(
            (
                "使用{s}开发接口，将响应时间缩短{n}%。",
                "Built services with {s} and cut response time by {n}%.",
            ),
            (
                "用{s}重写批处理，错误率下降{n}%。",
                "Rewrote batch jobs in {s}; errors fell by {n}%.",
            ),
        ),
    ),
    "retail-sales-associate": Trade(
        titles=(
            ("导购员", "Sales Associate"),
            ("营业员", "Store Assistant"),
            ("收银员", "Cashier"),
        ),
        employers=(
            ("{c}悦选便利连锁有限公司", "Yuexuan Retail Group"),
            ("邻里超市", "Linli Stores"),
            ("美佳百货有限公司", "Meijia Stores"),
            ("{c}朝阳家居商场", "Chaoyang Home Mart"),
        ),
        majors=(("市场营销", "Marketing"), ("电子商务", "Business Studies")),
        key=(
            ("客户服务", "customer service"),
            ("收银", "cash handling"),
            ("库存管理", "inventory management"),
        ),
        extra=(
            ("商品陈列", "visual merchandising"),
            ("会员运营", "membership management"),
            ("Excel", "Excel"),
        ),
        projects=(("会员日促销", "Member Day Promotion"), ("新店开业筹备", "New Store Opening")),
        deeds=(
            ("负责门店{s}，月均服务顾客{n}00人次。", "Handled {s} for {n}00 shoppers a month."),
            ("主动做好{s}，顾客满意度提升{n}%。", "Improved {s}; satisfaction rose by {n}%."),
        ),
    ),
    "marketing-specialist": Trade(
        titles=(("市场专员", "Marketing Specialist"), ("新媒体营销专员", "Marketing Executive")),
        employers=(
            ("{c}青禾文化传媒有限公司", "Qinghe Media"),
            ("途新电子商务有限公司", "Tuxin Group"),
            ("{c}蓝鲸广告有限公司", "Lanjing Agency"),
            ("禾木食品集团", "Hemu Group"),
        ),
        majors=(("市场营销", "Marketing"), ("广告学", "Advertising")),
        key=(
            ("新媒体运营", "social media marketing"),
            ("数据分析", "data analysis"),
            ("文案撰写", "copywriting"),
        ),
        extra=(
            ("活动策划", "event planning"),
            ("SEO", "SEO"),
            ("市场调研", "market research"),
            ("Photoshop", "Photoshop"),
        ),
        projects=(("新品上市推广", "Product Launch Campaign"), ("用户增长计划", "Growth Campaign")),
        deeds=(
            ("负责{s}，带来新增用户{n}00人。", "Led {s} and won {n}00 new users."),
            ("通过{s}将转化率提升{n}%。", "Raised conversion by {n}% through {s}."),
        ),
    ),
}
