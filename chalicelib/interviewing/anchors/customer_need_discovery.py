"""Customer need discovery (客户需求挖掘): anchors and behaviours."""

from chalicelib.interviewing.competencies import Dimension, bilingual, indicator, synonyms, terms

CUSTOMER_NEED_DISCOVERY = Dimension(
    key="customer_need_discovery",
    name=bilingual("客户需求挖掘", "Customer need discovery"),
    definition=bilingual(
        "弄清客户真正要解决的事，包括没有说出口的部分，再据此给出方案。",
        "Finds out what the customer is really trying to solve, said or unsaid, and acts on it.",
    ),
    anchors=(
        bilingual(
            "只介绍产品或活动，没有了解客户；或答非所问。",
            "Presents the product or the offer without learning about the customer; or off topic.",
        ),
        bilingual(
            "说自己重视客户需求，但讲不出问过什么、看到什么。",
            "Says that needs matter, but names nothing asked or noticed.",
        ),
        bilingual(
            "主动提问，弄清客户说出来的要求，并按要求推荐。",
            "Asks, learns the stated need and recommends accordingly.",
        ),
        bilingual(
            "通过追问或观察发现客户没说出的需求，换了方案，客户接受。",
            "Probes or observes, finds an unstated need, changes the offer; the customer accepts.",
        ),
        bilingual(
            "挖出并验证了没说出的需求，方案有可衡量的结果，还把做法固定成方法。",
            "Uncovers and verifies an unstated need, solves it with a measured result, "
            "and makes the way of working repeatable.",
        ),
    ),
    indicators=(
        indicator(
            "probe",
            "主动提问",
            "asks and probes",
            "问她|问他|问了|问客户|问顾客|问他们|追问|问清|就问|先问|又问|请教|了解到他|聊了|"
            "聊下来|"
            "问是不是|共享屏幕|坐在~旁边|请她|请他",
            "i ask|asked|asking|i probe|questioned|find out|found out|i wanted to know",
        ),
        indicator(
            "observe",
            "观察线索",
            "notices signals",
            "观察|发现~她|发现他|发现客户|发现顾客|看她|看他|注意到|留意|翻记录|翻了~记录|"
            "听出|看出",
            "notice|noticing|observ|watched|i saw|i listened|looked at~history|could see",
        ),
        indicator(
            "unstated",
            "说中没说出的需求",
            "names the unstated need",
            "真正|其实~想|其实是|其实他|其实她|其实就是|不是~而是|要的不是|没说出|没有说|"
            "没说的|背后|"
            "顾虑|担心的是|怕的是|原来~是",
            "really need|really want|actually need|actually want|real problem|real need|real "
            "reason|"
            "underlying|turned out|had not said|never said|hadn't said|worried about|didn't "
            "mention",
        ),
        indicator(
            "verify",
            "验证需求",
            "checks the need",
            "确认|试用|试穿|试一下|试试|让~试|核实|验证|量了|比了|演示|复述",
            "confirm|let~try|let them|tried it|trial|tested|verif|measured|checked|demo|summar",
        ),
        indicator(
            "fit",
            "按需求给方案",
            "fits the offer to the need",
            "推荐|换成|改成|搭配|给他配|给她配|给他换|给他拿|建议~选|方案|调整了|换了|介绍了|"
            "拿了~款|"
            "草图|单独给",
            "recommend|suggest|offered|switched|instead of|put together|tailor|proposed|showed~the",
        ),
        indicator(
            "follow",
            "回访与沉淀",
            "follows up, makes it a method",
            "回访|跟进|记在|记录下来|写成|整理成|教给|分享给|档案|卡片|清单|打电话问",
            "follow up|followed up|called back|rang~later|wrote~down|card|checklist|taught|"
            "template",
        ),
    ),
    key_terms=terms(
        "需求|顾客|客户|预算|用途|场景|痛点|回访|复购|成交|试用|推荐|退换|连带",
        "need|customer|budget|purpose|pain point|follow-up|repeat purchase|recommend|usage|return",
    ),
    synonyms=synonyms(
        "顾客=客人,买家|需求=诉求,需要|预算=价位,花多少|用途=拿来做,用来|痛点=顾虑,烦恼|"
        "回访=跟进,随访|复购=回头,再次购买|成交=下单,买单|试用=体验,试穿|连带=搭配,搭售",
        "need=requirement|customer=client,shopper,guest|budget=price range|"
        "pain point=concern,worry|follow-up=followed up,follow up|"
        "repeat purchase=bought again,came back to buy|recommend=suggest",
    ),
)
