"""Words that tell names, places, posts and employers apart."""

CITIES: dict[str, str] = {
    english: chinese
    for english, _, chinese in (
        pair.strip().partition("=")
        for pair in """
beijing=北京, shanghai=上海, guangzhou=广州, shenzhen=深圳, hangzhou=杭州, chengdu=成都,
wuhan=武汉, nanjing=南京, xi'an=西安, chongqing=重庆, tianjin=天津, suzhou=苏州,
changsha=长沙, zhengzhou=郑州, qingdao=青岛, xiamen=厦门, dalian=大连, ningbo=宁波,
kunming=昆明, hefei=合肥, foshan=佛山, dongguan=东莞, jinan=济南, fuzhou=福州, shenyang=沈阳,
wuxi=无锡, harbin=哈尔滨, nanchang=南昌, hong kong=香港, singapore=新加坡, london=伦敦
""".split(",")
    )
}

COMPOUND_SURNAMES = tuple(
    "欧阳 司马 诸葛 上官 司徒 东方 皇甫 尉迟 公孙 慕容 令狐 夏侯 南宫".split()
)
SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
    "苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史"
    "顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛"
    "伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜肖詹关苗凌费纪靳盛童"
    "欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边简"
    "褚戚喻窦奚郎酆廉岑滕邬卞余穆湛禹狄米贝臧伏谈茅纪祝阮蓝席麻娄危刁骆虞昝裘缪干宣贲郁杭诸钮嵇滑荀羊封"
    "芮羿储汲邴糜井巫乌巴弓牧隗宓蓬郗班仰仲伊宫仇栾钭厉戎符束幸韶郜蓟宿怀蒲邰鄂索咸籍卓蔺屠蒙池阴胥苍闻莘"
    "党贡劳逄姬扶堵冉宰郦雍璩桑濮寿扈燕冀浦尚农晏瞿充慕茹宦艾鱼古慎戈庾暨衡弘匡寇禄阙殳沃蔚夔隆巩厍晁勾"
    "敖融冷訾阚那饶毋沙乜鞠丰巢蒯荆竺权逯盖桓仝笪鄢佟谯楚缑亢况帅揭苟晋楼邸旷鹿麦邝尧闫肇荔昌凤花宛"
)
NOT_IN_NAMES = tuple(
    """
简历 求职 个人 信息 联系 方式 教育 经历 经验 技能 证书 评价 项目 大学 学院 公司 经理 工程
专员 主管 总监 顾问 助理 销售 市场 管理 开发 运营 设计 本科 硕士 博士 大专 电话 邮箱 手机
地址 性别 年龄 应聘 意向 语言 能力 特长 时间 单位 职位 姓名 导购 店员 店长 党员 程序员 广告
文案 策划 数据 分析 产品 专业 应届 毕业 照片 男 女 汉族 未婚 已婚 附件 目录 零售 客服 收银
计算机 软件
""".split()
)
NOT_IN_ENGLISH_NAMES = frozenset(
    """
resume résumé curriculum vitae cv personal profile summary contact education experience
skills engineer developer manager associate specialist assistant director analyst designer
intern sales marketing software senior junior python retail store phone email address
objective the and of in for street road university college company page information details
employment history languages certifications projects china professional work technical key
""".split()
) | {word for city in CITIES for word in city.split()}
TITLE_WORDS = (
    r"(?:经理|专员|主管|总监|顾问|助理|店长|导购|销售代表|销售|开发|策划|运营|客服|"
    r"班长|负责人|督导|代表|编辑|文秘|秘书|翻译|记者|编导|导演|会计|出纳|医生|护士|司机|保安|学徒|"
    r"合伙人|创始人|主任|干事|教授|书记|领班|主持|操作|管家|研发|设计|前端|后端|测试|运维|产品|"
    r"总裁|"
    r"总助|副总|合规|法务|行政|人事|采购|跟单|质检|品控|仓管|财务|审计|风控|招商|美工|剪辑|文案|"
    r"(?:[员师工官岗傅]|(?<=[骑作选助射])手|(?<![成特专擅])长|(?<![学卫])生|"
    r"(?<![个法本工有])人)(?=$|[\s(|/,、·•\d\-–—])|"
    r"\b(?:Engineer|Developer|Manager|Associate|Specialist|Assistant|Director|Analyst|Designer|"
    r"Intern|Executive|Representative|Supervisor|Coordinator|Cashier|Consultant|Lead|Leader|Clerk|"
    r"Programmer|Officer|Nurse|Teacher|Chef|Cook|Driver|Technician|Accountant|Architect|Scientist|"
    r"Administrator|Operator|Operative|Worker|Counsel|Secretary|Receptionist|Paramedic|Tutor|"
    r"\w*[Tt]herapist|Lecturer|Professor|Researcher|Writer|Editor|Producer|Planner|Buyer|Trader|"
    r"Advis[eo]r|Agent|Barista|Bartender|Waiter|Waitress|Server|Guard|Cleaner|Porter|Picker|Packer|"
    r"Mechanic|Electrician|Plumber|Welder|Trainee|Apprentice|Volunteer|Founder|Co-?[Ff]ounder|"
    r"Owner|"
    r"President|VP|CEO|CTO|CFO|COO|Head|Chief|Partner|Strategist|Recruiter|Bookkeeper|Auditor|"
    r"Controller|Attendant|Steward|Stylist|Pharmacist|Doctor|Physician|Surgeon|Dentist|Lawyer|"
    r"Attorney|Paralegal|Interpreter|Translator|Instructor|Trainer|Coach|Illustrator|Photographer|"
    r"Journalist|Librarian|Merchandiser|Promoter|Inspector|Machinist|Foreman|Keeper|Carer|"
    r"Superintendent|Expert|Fellow|Trustee|Adviser|Marketer|Copywriter|Dispatcher|Courier|"
    r"Loader)s?\b)"
)
EMPLOYER_WORDS = (
    r"(?:公司|集团|银行|医院|事务所|工作室|超市|商场|百货|门店|专卖店|旗舰店|便利店|研究院|研究所|"
    r"传媒|科技|实业|控股|股份|酒店|宾馆|餐厅|饭店|物业|物流|证券|保险|幼儿园|小学|实验室|诊所|"
    r"(?:厂|店|馆|院|所|校|局|委员会|社|协会|基金会?|中心|机构|俱乐部|影城|药房|大学|中学|学校|"
    r"餐饮|"
    r"服饰|食品|网络|软件|电子|建筑|制造|电器|教育|咨询)(?=$|[\s(|/,、·•\d\-–—])|"
    r"\b(?:Ltd|Inc|Co|LLC|LLP|PLC|plc|GmbH|AG|BV|B\.V|S\.A|SA|Pte|Pty|Pvt|Corp|Corporation|Limited|"
    r"Group|Stores?|Bank|Labs?|Laborator\w+|Agency|Studios?|Mart|Technologies|Technology|Holdings|"
    r"Media|Retail|Hospital|Clinic|School|Hotels?|Restaurant|Caf[eé]|Pharmacy|Logistics|Solutions|"
    r"Systems|Partners|Associates|Consulting|Consultancy|Industries|Foods|Motors|Airlines|Council|"
    r"Ministry|Services|Insurance|Capital|Foundation|Institute|University|College|Academy|Sons|"
    r"Enterprises?|Electronics|Software|Pharmaceuticals|Energy|Construction|Robotics|Analytics|"
    r"Supermarkets?|Bakery|Kitchen|Trust|Authority|Association|Society|Federation|Networks?|"
    r"Works)\b)"
)
