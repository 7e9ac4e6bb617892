"""Technical delivery (技术交付): anchors and behaviours."""

from chalicelib.interviewing.competencies import Dimension, bilingual, indicator, synonyms, terms

TECHNICAL_DELIVERY = Dimension(
    key="technical_delivery",
    name=bilingual("技术交付", "Technical delivery"),
    definition=bilingual(
        "权衡做法，写出能用的东西，量化质量，把上线风险管住。",
        "Weighs options, ships working software, measures quality, controls production risk.",
    ),
    anchors=(
        bilingual("只有名词堆砌，说不清自己做了什么。", "Buzzwords; cannot say what they did."),
        bilingual(
            "参与过项目，自己的部分很模糊。", "Took part in a project; the own part stays vague."
        ),
        bilingual(
            "说清自己负责的模块、做法和按期交付。",
            "Clear own module, technique, delivered on time.",
        ),
        bilingual(
            "讲出取舍和测试，处理了上线中的问题，结果有数字。",
            "Names trade-offs and tests, handles a release problem, with figures.",
        ),
        bilingual(
            "权衡方案、量化性能或质量、控制线上风险，有测试、有复盘。",
            "Weighs options, quantifies performance or quality, controls production risk, "
            "tests and reviews.",
        ),
    ),
    indicators=(
        indicator(
            "build",
            "自己的模块",
            "own module",
            "我写|我负责|模块|接口|实现|开发|重构|脚本|搭了|设计了|写了",
            "i wrote|i built|module|api|endpoint|implement|refactor|script|service|i designed",
        ),
        indicator(
            "tradeoff",
            "权衡方案",
            "weighs options",
            "两个方案|两条路|两种|方案|选了|没有用|没选|权衡|取舍|比较|考虑",
            "option|trade-off|tradeoff|instead of|chose|considered|rather than|weigh|either|"
            "simpler",
        ),
        indicator(
            "test",
            "测试",
            "tests",
            "测试|单测|压测|用例|跑了|验证|覆盖|压了",
            "test|benchmark|load test|verif|coverage|ran|regression|staging",
        ),
        indicator(
            "risk",
            "控制上线风险",
            "controls release risk",
            "灰度|回滚|开关|监控|告警|备份|先放|分批|上线|降级|兼容",
            "canary|rollback|roll back|rolled back|feature flag|monitor|alert|gradual|backup|"
            "staged|behind a flag",
        ),
        indicator(
            "measure",
            "量化质量",
            "quantifies quality",
            "毫秒|秒|内存|响应|耗时|吞吐|错误率|失败率|从~降到|QPS|超时|慢查询",
            "ms|millisecond|seconds|latency|memory|error rate|throughput|p95|response time|from~to",
        ),
        indicator(
            "review",
            "复盘与沉淀",
            "reviews",
            "复盘|文档|规范|代码评审|评审|清单|总结|教训|交接",
            "review|post-mortem|document|checklist|lesson|runbook|handover|wrote up",
        ),
    ),
    key_terms=terms(
        "接口|模块|单测|灰度|回滚|监控|索引|缓存|异步|压测|上线|重构|数据库",
        "api|module|unit test|rollback|monitoring|index|cache|async|queue|deploy|latency|database",
    ),
    synonyms=synonyms(
        "接口=api|单测=单元测试,测试用例|灰度=分批发布,金丝雀|回滚=回退|监控=告警,报警|"
        "缓存=redis|异步=消息队列,队列|压测=压力测试|上线=发布,部署|数据库=mysql,postgres",
        "api=endpoint,interface|unit test=test case,pytest|"
        "rollback=roll back,rolled back,revert|monitoring=alert,dashboard|cache=redis|"
        "async=asynchronous|deploy=release,ship|latency=response time|"
        "database=postgres,mysql",
    ),
)
