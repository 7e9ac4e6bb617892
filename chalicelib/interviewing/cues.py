"""The wordings that the rule listens for, zh and en: what a part or an own act is.

Every table is a plain pattern so that a reader can see why a clause was credited or not.
"""

import re


def _cue(zh: str, en: str) -> re.Pattern[str]:
    return re.compile(f"{zh}|\\b(?:{en})\\b", re.IGNORECASE)


OWN = _cue(
    r"我(?!们|觉得|认为|相信|想说|司|校|院|国)|俺(?!们)|本人|自己",
    r"i|i'd|i'm|i've|me|my|myself|mine",
)
COLLECTIVE = _cue(
    r"我们|咱们|俺们|大家|团队|小组|全组|公司|部门|领导|主管|店长|经理|同事|他们|组长|别人|有人",
    r"we|our|us|team|company|they|manager|boss|leader|colleagues?|everyone|somebody|someone|"
    r"he|she|management|the group|department",
)
EPISODE = _cue(
    r"去年|前年|今年|上个月|上个?季度|上半年|下半年|上周|上个?礼拜|有一次|有次|有一回|有回|"
    r"那次|那年|那天|"
    r"那段时间|当时|当晚|当天|第二天|\d{4}\s*年|[一二三四五六七八九十\d]{1,2}月(?:份|底|初|"
    r"中旬)?|大[一二三四]|"
    r"实习(?:的时候|期间)|暑假|寒假|国庆|五一|春节|双十一|双11|大促|昨天|前几天|"
    r"周[一二三四五六日末]",
    r"last (?:year|month|week|spring|summer|autumn|fall|winter|quarter|christmas|saturday|sunday|"
    r"monday|tuesday|wednesday|thursday|friday|january|february|march|april|may|june|july|"
    r"august|september|october|november|december)|in (?:20\d\d|january|february|march|april|"
    r"may|june|july|"
    r"august|september|october|november|december)|once|one (?:day|time|evening|morning|afternoon|"
    r"night|customer|saturday|sunday)|there was (?:a|an|this|one)|years? ago|months? ago|"
    r"weeks? ago|"
    r"when i (?:was|worked|started)|at the time|that (?:day|night|week|month|morning|summer)|"
    r"yesterday|the next (?:day|morning|week)|my (?:first|second|third|last|final) (?:year|week|"
    r"month|job|semester)|during (?:the|my)|it was (?:a|the|on|at|in|my)",
)
PLACE = _cue(
    r"在[^，。]{1,14}(?:店|公司|部|学校|班|组|仓|厂|中心|铺|医院|平台|门店|项目|专柜|分公司|"
    r"做|当|管|实习)",
    r"(?:at|in|for) (?:the|a|an|my|our) \w+(?: \w+){0,3} (?:shop|store|company|team|branch|"
    r"warehouse|office|desk|department|agency|school|university|class|project|hotel|call cent\w+)|"
    r"i (?:work|worked|am working|was working|run|ran|manage|managed|am managing|sell|sold)",
)
TASK = _cue(
    r"目标|任务|指标是|负责|要求(?:我|在|是)|需要(?:我|在)|我得|必须|要在|(?:领导|店长|主管|"
    r"老板|经理)(?:让|要求|给|叫)|"
    r"我的职责|分工|红线|期限|截止|要(?:做到|完成|达到)|给了我",
    r"my (?:job|task|role|target|goal|part|responsibility) (?:was|is)|target|goal|deadline|"
    r"i (?:had|needed) to|we (?:had|needed) to|was responsible|were responsible|in charge of|"
    r"was asked to|asked me to|wanted me to|was supposed to|gave me|quota",
)
DID = _cue(
    r"问|说|讲|听|看|查|翻|列|拉|写|画|改|换|试|测|量|数|记|教|带|找|打电话|打了|发|拿|做了|"
    r"做成|做出|"
    r"算|比|拆|排|分成|分了|建|搭|加了|删|停|约|请|跑|练|学|整理|导出|导了|统计|观察|确认|"
    r"解释|调整|安排|"
    r"协调|设计|重启|选了|砍|盯|送|接|留|通知|回访|联系|复盘|核对|对了|推荐|介绍|演示|陪|劝|"
    r"提出|提议|"
    r"联调|上线|回滚|部署|拍|贴|搬|修|补|装|开了|验证|试用|登记|商量|定了|定下|建议|承诺|"
    r"道歉|分析|对比|优化",
    r"ask|asked|asking|told|tell|said|say|explain(?:ed)?|call(?:ed)?|rang|wrote|write|drew|"
    r"made|make|"
    r"built|build|check(?:ed)?|look(?:ed)?|list(?:ed)?|pull(?:ed)?|count(?:ed)?|compar(?:ed|e)|"
    r"test(?:ed)?|tried|try|chang(?:ed|e)|switch(?:ed)?|mov(?:ed|e)|split|broke|set up|sat|went|go|"
    r"took|take|gave|give|show(?:ed)?|taught|train(?:ed)?|help(?:ed)?|offer(?:ed)?|cover(?:ed)?|"
    r"suggest(?:ed)?|recommend(?:ed)?|propos(?:ed|e)|add(?:ed)?|remov(?:ed|e)|cut|fix(?:ed)?|"
    r"replac(?:ed|e)|rewrote|stopped|start(?:ed)?|measur(?:ed|e)|track(?:ed)?|export(?:ed)?|"
    r"log(?:ged)?|trac(?:ed|e)|plan(?:ned)?|schedul(?:ed|e)|organi[sz](?:ed|e)|book(?:ed)?|"
    r"sent|send|post(?:ed)?|shared?|listen(?:ed)?|watch(?:ed)?|notic(?:ed|e)|brought|chose|"
    r"decid(?:ed|e)|divid(?:ed|e)|learn(?:ed|t)|studied|practi[sc]ed|read|ran|run|apologi[sz]ed|"
    r"confirm(?:ed)?|repeat(?:ed)?|summari[sz](?:ed|e)|negotiat(?:ed|e)|kept|put|stay(?:ed)?|"
    r"walk(?:ed)?|met|agreed|designed|deploy(?:ed)?|rolled|swap(?:ped)?|borrow(?:ed)?|handed|"
    r"phoned|visited|sort(?:ed)?|mark(?:ed)?|print(?:ed)?|analys?z?ed|found|picked|let|used",
)
RESULT = _cue(
    r"结果|最后|最终|到现在|现在[^，。]{0,12}(?:稳定|了|是|降|升|都)|从[^，。]{1,14}(?:到|降|"
    r"升|涨|提|变)|提(?:升|高)(?:了|到)|"
    r"降(?:到|低了|了|至)|下降|增长(?:了|到)|增加(?:了|到)|减少(?:了|到)|缩短|达成|完成了|"
    r"达标|成交|签了|买(?:了|走|下)|"
    r"通过了|按时|准时|提前[^，。]{0,6}(?:完成|交)|复购|好评|表扬|满意|没再|再没|没有再|"
    r"再也没|恢复|涨(?:到|了)|超额|"
    r"做到了|追回|拿(?:了|到)[^，。]{0,6}(?:第|奖|冠)|采用|推广到|省了|多卖|上线后|之后[^，。"
    r"]{0,10}没|同意了|签字",
    r"as a result|in the end|ended up|eventually|finally|resulted|increased|decreased|dropped|fell|"
    r"rose|grew|went (?:up|down|from)|came (?:down|back)|from [^.,]{1,20} to|bought|signed|"
    r"finished|"
    r"on time|renewed|saved|reduced|improved|passed|shipped|went live|hit|reached|won|agreed|"
    r"no (?:more|further|errors|complaints?)|since then|never (?:happened|came back)|up to|down to|"
    r"recovered|doubled|halved|stayed|accepted|adopted|kept the|worked|delivered|completed|sold",
)
NUMBER = re.compile(
    r"\d|百分之|(?!一(?:个|种|条|名|家|张|次|件|版|单|人|月|年|块|天|"
    r"周))[一二两三四五六七八九十百千万半几]+(?:成|个点|倍|家|个|单|天|周|小时|分钟|次|块|元|"
    r"人|张|万|"
    r"件|页|秒|毫秒|版|条|名|月|年)|(?:翻了?|一)倍|\b(?:two|three|four|five|six|seven|eight|"
    r"nine|ten|"
    r"eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|"
    r"half|twice|double|percent|per cent|quarter|zero|dozen)\b|零(?!售|食)",
    re.IGNORECASE,
)
LESSON = _cue(
    r"复盘|总结|学到|教训|明白了|从那以后|后来我?都|以后我?都|写成|做成(?:模板|清单|表)|"
    r"整理成|固定(?:下来|成)|推广|"
    r"教给|写进|养成|沉淀|下次",
    r"learn(?:ed|t) (?:that|to|from)|lesson|since then|from then on|next time|now i always|"
    r"i now|still use|wrote it up|checklist|template|rolled (?:it )?out|taught|adopted",
)
