"""Growth and campaign planning (用户增长与活动策划): anchors and behaviours."""

from chalicelib.interviewing.competencies import Dimension, bilingual, indicator, synonyms, terms

GROWTH_MARKETING = Dimension(
    key="growth_marketing",
    name=bilingual("用户增长与活动策划", "Growth and campaign planning"),
    definition=bilingual(
        "为明确的人群设可量化的目标，按漏斗设计、测试，跟踪转化和成本。",
        "Sets a measurable goal for a clear audience, designs and tests the funnel, tracks cost.",
    ),
    anchors=(
        bilingual("口号式描述，没有对象、渠道和目标。", "Slogans; no audience, channel or goal."),
        bilingual(
            "有一场活动，但自己的部分和目标都不清楚。", "A campaign, but own part and goal unclear."
        ),
        bilingual(
            "有目标人群、渠道和流程，活动做成了。",
            "Audience, channel and process; the campaign ran.",
        ),
        bilingual(
            "有数字目标，按渠道或环节调整，结果和成本说得清。",
            "A numeric goal, adjusted by channel or step, with result and cost stated.",
        ),
        bilingual(
            "目标可量化，按漏斗设计和测试，跟踪转化率与成本，复盘后再提升。",
            "Measurable goal, funnel designed and tested, conversion and cost tracked, "
            "improved again after review.",
        ),
    ),
    indicators=(
        indicator(
            "audience",
            "明确人群",
            "names the audience",
            "人群|宝妈|学生|新生|老客|新客|会员|用户画像|目标用户|居民|小区|上班族|家长|白领|"
            "商户|附近",
            "audience|students|members|parents|existing customers|new customers|segment|residents|"
            "users who|people who|swimmers|families",
        ),
        indicator(
            "channel",
            "选择渠道",
            "chooses channels",
            "渠道|社群|微信|群里|进群|拉群|班群|公众号|小红书|抖音|朋友圈|短信|地推|投放|直播|私域|"
            "线下|电梯|传单|海报|平台|摆桌|试吃",
            "channel|email|newsletter|instagram|tiktok|flyer|sms|ads|search|referral|landing "
            "page|post|"
            "letter|text|message|leaflet|stand",
        ),
        indicator(
            "goal",
            "量化目标",
            "sets a measurable goal",
            "目标|指标|预算|拉新|要~人|kpi",
            "goal|target|budget|kpi|aim|needed~sign",
        ),
        indicator(
            "test",
            "测试与优化",
            "tests and improves",
            "测试|试了|a/b|ab|两版|两个版本|对比|改了|换了|调整|优化|素材|文案",
            "test|two versions|variant|a/b|compar|changed|tweak|improved|rewrote|headline|copy",
        ),
        indicator(
            "funnel",
            "跟踪转化与成本",
            "tracks conversion and cost",
            "转化|漏斗|点击|留存|成本|复购|核销|核了|下单|到店|注册|每个~块|花了|客单|日活",
            "conver|funnel|click|retention|cost|repeat|redeem|sign-up|signed up|open rate|"
            "roi|came back|"
            "returned|each with~code|spent",
        ),
        indicator(
            "review",
            "复盘再提升",
            "reviews and repeats",
            "复盘|第二次|第二场|下一次|再做|总结|沉淀|模板|固定|推广到",
            "review|second time|second round|next time|again|repeat~campaign|template|rolled "
            "out|lesson",
        ),
    ),
    key_terms=terms(
        "用户增长|转化率|拉新|留存|渠道|裂变|社群|预算|获客成本|漏斗|复购|投放|核销",
        "user growth|conversion|acquisition|retention|channel|referral|budget|cost per|"
        "funnel|campaign",
    ),
    synonyms=synonyms(
        "用户增长=新增用户,涨粉|转化率=成单率,转换率,转化|拉新=获客,新客|留存=留存率|"
        "裂变=老带新,转介绍|社群=微信群,私域|获客成本=cac|复购=回购,再次购买|投放=广告|"
        "核销=使用率",
        "user growth=new users|conversion=cvr,convert|acquisition=new customers|"
        "retention=repeat rate|referral=word of mouth,refer a friend|budget=spend|"
        "cost per=cac,cpa|campaign=promotion",
    ),
)
