"""Words that résumés are made of, as data: headings, skills, levels, degrees, certificates.

Each table has lines of `name: form, form`; a name may stand on several lines.
"""

from collections import defaultdict

from chalicelib.screening.facts import Level


def _table(lines: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for line in lines.strip().splitlines():
        name, _, forms = line.partition(":")
        found[name] += tuple(form.strip() for form in forms.split(",") if form.strip())
    return dict(found)


HEADINGS: dict[str, tuple[str, ...]] = _table("""
contact: 联系方式, 联系我, 个人信息, 基本信息, 个人资料, 基本资料, 个人概况, 基本情况, 联络方式
contact: contact, 个人履历, 履历表, 求职履历, 我的履历, 中文履历, 个人履历表
contact: personal information, personal details, contact details, contact information, 个人情况
education: 教育背景, 教育经历, 学历背景, 教育, 学历, 教育情况, 求学经历, 学习经历, 教育培训
education: 学历教育, 毕业院校, 毕业学校
education: education, education background, academic background, education and training
work: 工作经历, 工作经验, 职业经历, 工作履历, 任职经历, 工作, 从业经历, 职业生涯, 职业履历, 任职履历
work: 工作背景, 工作情况, 主要工作经历, 过往经历, 职场经历, 工作历程, 就业经历, 经历, 工作简历
work: experience, work experience, professional experience, employment history, employment
work: work history, career history, professional background, relevant experience, 工作及实习经历
internship: 实习经历, 实习经验, 实习, 实习实践, 实习及实践, 见习经历, internships, internship
internship: internship experience
project: 项目经历, 项目经验, 主要项目, 项目, 项目实践, 项目案例, 代表项目, 项目介绍, 科研项目
project: projects, project experience, selected projects, personal projects, key projects
skills: 专业技能, 技能特长, 技能, 掌握技能, 职业技能, 技能清单, 个人技能, it技能, 技术栈, 技能栈
skills: 专业能力, 核心技能, 技术能力, 技能专长, 专业特长, 个人专长, 技能与工具, 技能标签, 擅长
skills: 技术特长, 擅长什么, 会的工具, 会用的工具, 我会的, 我会什么, 会的东西, 才艺, 才艺特长, 拿手的
skills: stack, toolbox, toolkit, my tools, tools i use, what i know, what i can do
skills: 掌握工具, 专长, 会什么, 计算机能力, 计算机水平, 电脑技能, 软件技能
skills: skills, technical skills, key skills, core skills, professional skills, skills and tools
skills: core competencies, technologies, tools, tech stack, areas of expertise
certificates: 证书, 资格证书, 技能证书, 职业证书, 获得证书, 证书资质, 持有证书, 证照, 资质证书
certificates: 证, 证件, 持证, 持证情况, 资格证, 上岗证
certificates: 职业资格, 执业资格, 所获证书, 证书情况, certificates, certifications, licenses
certificates: licenses and certifications, certification, licences and certificates
languages: 语言, 语言能力, 外语水平, 外语能力, 语言水平, 语言技能, 外语, languages, language skills
objective: 求职意向, 期望职位, 应聘职位, 意向职位, 求职目标, 应聘岗位, 意向岗位, 职业目标, 求职期望
objective: objective, career objective, desired position, target position
objective: looking for, preferences, work preferences, what i am looking for, 求职状态, 求职期望
summary: 自我评价, 个人评价, 自我介绍, 个人总结, 个人优势, 个人简介, 自我描述, 个人特点, 个人亮点
summary: 关于我, 核心优势, 职业概述, 自评, 个人陈述, 自我总结, 自传, 个人概述
summary: summary, profile, about me, professional summary, career summary, executive summary
awards: 获奖经历, 荣誉奖项, 获奖情况, 荣誉, 奖项, 所获荣誉, 获奖荣誉, 奖励情况, awards, honors
awards: honours, achievements, awards and honors
activities: 校园经历, 在校经历, 社团经历, 学生工作, 校园实践, 社会实践, 志愿服务, 志愿者经历
activities: 校内经历, 学生干部经历, activities, volunteering, volunteer experience
references: 家庭成员, 家庭情况, 家庭信息, 家庭背景, 社会关系, 家庭成员及社会关系
references: 推荐人, 证明人, references, referees
courses: 主修课程, 相关课程, 培训经历, 培训, 进修经历, training, coursework
other: 兴趣爱好, 其他, 其它, 爱好, 附加信息, 其他信息, 备注, 补充说明, interests, hobbies
other: publications, additional information, 论文发表, 专利
""")

# Ways of writing a skill, in lower case; its own name is always one of them.
SKILLS: dict[str, tuple[str, ...]] = _table("""
Python: python3, python2
Django: django rest framework, drf
Flask:
FastAPI:
Java:
JavaScript: js
TypeScript:
C++:
Go: golang
PHP:
Ruby:
Spring Boot: springboot, spring
MyBatis:
MySQL:
PostgreSQL: postgres
SQL:
Redis:
MongoDB:
Kafka:
Celery:
Docker:
Kubernetes: k8s
Git:
Linux:
Nginx:
Vue: vue.js, vue3
React: react.js
Webpack:
HTML: html5
CSS: css3
PyTorch:
TensorFlow:
机器学习: machine learning
推荐系统: recommender systems
Tableau:
Power BI: powerbi
Excel:
PPT: powerpoint
Word:
Hive:
Hadoop:
Spark:
Axure:
AWS:
Pandas:
RabbitMQ:
数据分析: data analysis, data analytics
用户研究: user research
需求分析:
用户增长: user growth, growth marketing
活动策划: event planning, campaign planning
内容运营: content marketing, 内容营销, content operations
新媒体运营: social media marketing, 新媒体营销, social media
品牌推广: brand promotion, 品牌营销, brand marketing
市场调研: market research
SEO: 搜索引擎优化
SEM: 搜索引擎营销, paid search
Google Analytics:
广告投放: paid advertising, 信息流投放, media buying
文案撰写: copywriting, 文案策划
Photoshop: ps
客户服务: customer service, 顾客服务
收银: cashier, cash handling, pos收银
库存管理: inventory management, 库存盘点, stock control
商品陈列: visual merchandising, 陈列, merchandising
会员运营: 会员管理, membership management, crm, loyalty programme
导购: 销售导购, sales assistance, shop-floor selling, 门店销售, retail sales, 零售
团队管理: team leadership, team management
排班: rostering
投诉处理: complaint handling, 客诉处理
""")

# A skill on the left cannot be held without those on the right.
IMPLIES: dict[str, tuple[str, ...]] = _table("""
Django: Python
Flask: Python
FastAPI: Python
Celery: Python
Pandas: Python
PyTorch: Python
Spring Boot: Java
MyBatis: Java
Vue: JavaScript
React: JavaScript
TypeScript: JavaScript
MySQL: SQL
PostgreSQL: SQL
""")

LEVEL_WORDS: dict[str, Level] = {
    word: Level[name]
    for name, forms in _table("""
EXPERT: 精通, 专家级, expert, mastery
PROFICIENT: 熟练, 掌握, 擅长, 扎实, proficient, advanced, fluent, skilled, strong, 流利
FAMILIAR: 熟悉, familiar, intermediate, working knowledge, 良好
BASIC: 略懂, 基本, 初级, 会一点, elementary
FAMILIAR: 中级, good
BASIC: 了解, 入门, 初步, basic, beginner, 正在学习, currently learning, 一般
BASIC: 会用一点, 懂一点, 懂一些, 懂皮毛, 皮毛, 略会, 略知, 接触过, basics, some exposure
FAMILIAR: 有一定基础, comfortable, decent
PROFICIENT: very good, excellent, solid, confident, extensive, 熟练掌握
""").items()
    for word in forms
}

DENIALS: tuple[str, ...] = _table("""
denied: 不熟悉, 不太熟悉, 不熟练, 不了解, 不会使用, 不会, 未接触过, 未接触, 没有接触过, 没用过
denied: 没接触过, 没做过, 没写过, 没画过, 没怎么用过, 不会做, 不会写, 不会画, 不会用, 不会开
denied: 没有做过
denied: not trained in, don't code in, do not code in, don't use, do not use, don't know
denied: haven't used
denied: 暂未接触, 暂未使用, 暂未学习, 暂未掌握, 暂未
denied: 尚未学习, 尚未学过, 从未学过, 未学习, 没学过, 没有学过, 没有学习过, 未学过, 没有用过
denied: 未用过, 不懂, 不擅长
denied: 尚未接触, 暂未接触, 尚未使用, 从未使用过, 从未接触过, 尚不熟悉, 暂不熟悉, 不精通, 不掌握
denied: 未使用过, 没有使用过, 没有, 尚未掌握, 未掌握, 缺乏, 不具备, 希望学习, 想学习, 计划学习
denied: not familiar with, unfamiliar with, no experience with, no experience in, no knowledge of
denied: never used, have not used, have never used, have not worked with, never worked with
denied: no exposure to, no background in, do not know, unable to use, not experienced with
denied: not proficient in, without, would like to learn, want to learn
denied: hope to learn, not yet
denied: no hands-on, never worked on, have never worked on
denied: 零基础, 没碰过, 没怎么接触, 没搞过, 没摸过, 没学, 还没学, 没实际用过, 只听过, 不太会
denied: 完全不会, 基本不会, 改不会写, 不行, 不常用, 没上过手, 没有碰过, 看不懂, 没有实际
denied: 没深入用过, do not have experience in, don't have experience in
denied: do not have experience with, don't have experience with, have no experience with
denied: have no experience in, have no experience, never touched, never worked in
denied: not worked with, not worked on, not worked, not used, haven't worked with
denied: haven't touched, haven't tried, have not touched, cannot use, can't use
denied: no prior experience with, no prior experience in, zero experience with
denied: zero experience in, zero experience, no experience, none yet, never tried, never learned
denied: never learnt
""")["denied"]

LANGUAGES: dict[str, tuple[str, ...]] = _table("""
英语: 英语, 英文, english
普通话: 普通话, 国语, mandarin, chinese
粤语: 粤语, 广东话, cantonese
日语: 日语, 日文, japanese
韩语: 韩语, korean
法语: 法语, french
德语: 德语, german
西班牙语: 西班牙语, spanish
""")

CERTIFICATES: dict[str, tuple[str, ...]] = _table("""
CET-4: cet-4, cet4, 英语四级, 大学英语四级
CET-6: cet-6, cet6, 英语六级, 大学英语六级
普通话水平测试: 普通话二级甲等, 普通话二级乙等, 普通话一级乙等
PMP: pmp
软件设计师: 软件设计师
初级会计职称: 初级会计职称, 初级会计师
健康证: 健康证, food handler
AWS解决方案架构师: aws解决方案架构师, aws certified solutions architect
驾驶证: 驾驶证, c1驾照
Google Analytics 认证: google analytics certification, google analytics 认证
Google Analytics 认证: google analytics certified
零售管理师: 零售管理师
营销师: 市场营销师, 营销师, 数字营销师, digital marketing certificate
教师资格证: 教师资格证
计算机二级: 计算机二级, 全国计算机等级考试二级
""")
